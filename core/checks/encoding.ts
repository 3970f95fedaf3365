import type { Range } from './analysis';

/** A stretch of text that was read in the wrong encoding, and what it must have been (null: lost). */
export interface Misread extends Range {
  readonly repaired: string | null;
}

/** Windows-1252 bytes 0x80–0x9f; the five unassigned ones stand for themselves. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...CP1252].map((letter, index) => [letter, 0x80 + index]));
/** UTF-8 punctuation read as Mac Roman. */
const MAC = new Map([
  ['‚Äô', '’'],
  ['‚Äò', '‘'],
  ['‚Äú', '“'],
  ['‚Äù', '”'],
  ['‚Äì', '–'],
  ['‚Äî', '—'],
  ['‚Ä¶', '…'],
  ['¬†', '\u00a0'],
]);
const CONTINUATION = `[\\u0080-\\u00bf${CP1252}]`;
/** A lead byte followed by the continuation bytes it asks for, as Latin letters; several in a row are one stretch. */
const MISREAD = new RegExp(
  `(?:[\\u00c2-\\u00df]${CONTINUATION}|[\\u00e0-\\u00ef]${CONTINUATION}{2}|[\\u00f0-\\u00f4]${CONTINUATION}{3})+|‚Ä[ôòúùìî¶]|¬†|\\ufffd+`,
  'gu',
);
/** Anything a misread stretch holds: looked for first, because nearly no text has it. */
const HINT = /[\u00c2-\u00df\u00e0-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|‚Ä|¬†|\ufffd/u;

/** Finds text that was decoded wrongly. A stretch counts only if its bytes are valid UTF-8. */
export function misreadText(text: string): readonly Misread[] {
  if (!HINT.test(text)) return [];
  const found: Misread[] = [];
  for (const match of text.matchAll(MISREAD)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0].startsWith('\ufffd')) found.push({ start, end, repaired: null });
    else {
      const repaired = MAC.get(match[0]) ?? repair(match[0]);
      if (repaired !== null) found.push({ start, end, repaired });
    }
  }
  return found;
}

/** Decodes once, and again if the text was misread twice over. */
function repair(text: string): string | null {
  const once = decode(text);
  if (once === null) return null;
  return HINT.test(once) ? (decode(once) ?? once) : once;
}

function decode(text: string): string | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = BYTES.get(letter) ?? letter.codePointAt(0) ?? 0;
    if (byte > 0xff) return null;
    bytes.push(byte);
  }
  let result = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    if (length === 1 && lead >= 0x80) return null;
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if (!plausible(point, length)) return null;
    result += String.fromCodePoint(point);
    at += length;
  }
  return result;
}

/** The code point is written in its shortest form and is a character somebody types. */
function plausible(point: number, length: number): boolean {
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return false;
  return !(point >= 0x80 && point < 0xa0);
}
