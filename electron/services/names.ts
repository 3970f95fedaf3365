/** File names that are safe on every system a library may be copied to. */

// Device names that Windows reserves in every folder, with or without an extension.
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/iu;
/** Bytes; file systems allow 255, and suffixes such as `-12.galley` or `.tmp` come on top. */
const MAX_BYTES = 180;

/**
 * A name without path separators, control or reserved characters, in NFC, at most 180 bytes of UTF-8, never a device
 * name and never hidden. Gives `fallback` when nothing is left.
 */
export function safeName(name: string, fallback: string): string {
  const cleaned = name
    .normalize('NFC')
    // Controls, line separators, and the invisible direction marks that make `gpj.exe` look like `exe.jpg`.
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/[/\\:*?"<>|]+/gu, '-')
    .replace(/\s+/gu, ' ');
  const cut = trimName(cutBytes(trimName(cleaned)));
  const safe = cut === '' ? fallback : cut;
  return RESERVED.test(safe) ? `_${safe}` : safe;
}

function trimName(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, '');
}

function cutBytes(name: string): string {
  let kept = '';
  let bytes = 0;
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > MAX_BYTES) break;
    kept += character;
  }
  return kept;
}

/** As `safeName`, keeping the extension when the name is cut; `extension` (without the dot) replaces the name's own. */
export function safeFileName(name: string, fallback: string, extension?: string): string {
  const base = name.split(/[/\\]/u).at(-1) ?? name;
  const match = /^(.*)\.([A-Za-z0-9]{1,8})$/u.exec(base);
  const stem = safeName(match?.[1] ?? base, fallback);
  const ending = extension ?? match?.[2]?.toLowerCase();
  return ending === undefined ? stem : `${stem}.${ending}`;
}

/** How names are compared: as a file system that ignores case and Unicode form would. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name itself, or with `-2`, `-3` … before its extension when one of `taken` (folded) has it. */
export function uniqueName(name: string, taken: ReadonlySet<string>, extension = ''): string {
  if (!taken.has(foldName(name + extension))) return name + extension;
  for (let number = 2; ; number += 1) {
    const next = `${name}-${number}${extension}`;
    if (!taken.has(foldName(next))) return next;
  }
}
