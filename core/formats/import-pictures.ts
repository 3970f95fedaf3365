const KINDS: Readonly<Record<string, string>> = {
  png: 'png',
  jpeg: 'jpg',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  tiff: 'tif',
  bmp: 'bmp',
};

export interface DataPicture {
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** Decodes a `data:` address that holds a bitmap; null for other kinds (SVG can carry scripts) and broken ones. */
export function dataPicture(address: string): DataPicture | null {
  const match = /^data:image\/([a-z0-9.+-]+)(?:;[^,;]*)*;base64,/i.exec(address.slice(0, 200));
  const extension = KINDS[match?.[1]?.toLowerCase() ?? ''];
  if (!match || !extension) return null;
  const bytes = fromBase64(address.slice(match[0].length));
  return bytes && bytes.length > 0 ? { bytes, extension } : null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((char, at) => [char.charCodeAt(0), at]));

function fromBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 61) break;
    if (code <= 32) continue;
    const value = VALUES.get(code);
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return bytes.slice(0, length);
}

/** Last part of a path or address, decoded, without query: the name people know the picture by. */
export function baseName(reference: string): string {
  const path = reference.replace(/[?#].*$/s, '');
  const name = path.split(/[/\\]/).at(-1) ?? '';
  try {
    return decodeURIComponent(name).slice(0, 200);
  } catch {
    return name.slice(0, 200);
  }
}

/** A path or web address that a caller may look at; '' for anything with another scheme, however it is disguised. */
export function pictureReference(address: string): string {
  const trimmed = address.trim();
  const bare = [...trimmed].filter((char) => char.charCodeAt(0) > 32).join('');
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(bare)?.[1]?.toLowerCase();
  return scheme === undefined || /^(https?|file)$/.test(scheme) ? trimmed : '';
}
