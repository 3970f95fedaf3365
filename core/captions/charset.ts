import { misreadText } from '../checks/encoding';

/** One way in which letters may have been damaged, and the text without that damage. */
export interface CharsetRepair {
  /** What happened, for people: "UTF-8 read as Windows-1252". */
  readonly how: string;
  readonly text: string;
}

/** The upper halves, 0x80 to 0xff, of the charsets that photo programs have written (Unicode's mapping tables). */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const CP1251 =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
const CP1252 = `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${Array.from({ length: 96 }, (_, at) => String.fromCharCode(0xa0 + at)).join('')}`;

const bytesOf = (table: string) => new Map([...table].map((letter, at) => [letter, 0x80 + at]));
const MAC_BYTES = bytesOf(MAC_ROMAN);
const CYRILLIC_BYTES = bytesOf(CP1251);
const LATIN_BYTES = bytesOf(CP1252);
for (let byte = 0x80; byte < 0xa0; byte += 1) LATIN_BYTES.set(String.fromCharCode(byte), byte);

/** Charsets that UTF-8 is read as by mistake; Latin ones are `misreadText`'s. */
const WRONG = [
  { how: 'UTF-8 read as Mac Roman', bytes: MAC_BYTES },
  { how: 'UTF-8 read as Windows-1251', bytes: CYRILLIC_BYTES },
] as const;

/**
 * What a text was before its letters were damaged; null for a text that is whole, or whose letters are lost. A person
 * sees the result before it counts, so this asks for less proof than the check of copy.
 */
export function charsetRepair(text: string): CharsetRepair | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII cannot be damaged in these ways
  if (/^[\u0000-\u007f]*$/u.test(text)) return null;
  for (const { how, bytes } of WRONG) {
    const once = decoded(text, bytes);
    if (once === null) continue;
    const twice = decoded(once, bytes);
    return twice === null ? { how, text: once } : { how: `${how}, twice over`, text: twice };
  }
  const latin = latinRepair(text);
  if (latin !== null) return { how: 'UTF-8 read as Windows-1252', text: latin };
  const cyrillic = otherTable(text, CYRILLIC_WORDS, CP1251);
  if (cyrillic !== null) return { how: 'Windows-1251 read as Latin', text: cyrillic };
  const mac = otherTable(text, MAC_LETTERS, MAC_ROMAN);
  return mac === null ? null : { how: 'Mac Roman read as Latin', text: mac };
}

/** Stretches of UTF-8 read as Latin put right, wherever they stand; null when there are none or one is lost for good. */
function latinRepair(text: string): string | null {
  const stretches = misreadText(text);
  if (stretches.length === 0) return null;
  let result = '';
  let at = 0;
  for (const { start, end, repaired } of stretches) {
    if (repaired === null) return null;
    result += text.slice(at, start) + repaired;
    at = end;
  }
  return result + text.slice(at);
}

/** The text when all its runs of a charset's upper half are valid UTF-8 in its bytes, decoded; null when one is not. */
function decoded(text: string, bytes: ReadonlyMap<string, number>): string | null {
  let result = '';
  let run: number[] = [];
  for (const letter of [...text, '']) {
    const byte = bytes.get(letter);
    if (byte !== undefined) {
      run.push(byte);
      continue;
    }
    if (letter > '\u007f') return null;
    if (run.length > 0) {
      const now = utf8(run);
      if (now === null) return null;
      result += now;
      run = [];
    }
    result += letter;
  }
  return result;
}

/** First bytes of two that people write: Latin, Greek, Cyrillic, Hebrew, Arabic. Others meet by chance. */
const LEADS = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xce, 0xcf, 0xd0, 0xd1, 0xd7, 0xd8, 0xd9]);

/** Strict UTF-8 that gives letters, signs of writing or pictures; null otherwise. */
function utf8(bytes: readonly number[]): string | null {
  if (bytes.some((byte) => byte >= 0xc0 && byte < 0xe0 && !LEADS.has(byte))) return null;
  try {
    const text = decodeURIComponent(bytes.map((byte) => `%${byte.toString(16)}`).join(''));
    return /^(?:[\p{L}\p{N}\p{P}\p{Zs}\p{S}]|\u200d|\ufe0f)+$/u.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Words of nothing but accented Latin letters, which no language has: Cyrillic in a one-byte charset. */
const CYRILLIC_WORDS =
  /(?<![A-Za-z\u00c0-\u00ff])[\u00c0-\u00ff¸¨]{4,}(?![A-Za-z])|(?:(?<![A-Za-z\u00c0-\u00ff])[\u00c0-\u00ff¸¨]{2,}(?![A-Za-z])[ ,.]*){3,}/u;
/** Signs between letters where a word has a letter: é of Mac Roman is Ž in Windows-1252. */
const MAC_LETTERS =
  /\p{Ll}[€\u0081‚ƒ„†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090•˜™›\u009dŸ](?:\p{Ll}|(?!\p{L}))|(?<!\p{L})[€‚ƒ„†‡ˆ‰‹\u0081\u008d\u008f\u0090]\p{Ll}{2}/u;

/** The text's Latin bytes read by another table, when it shows the mark of that damage. */
function otherTable(text: string, mark: RegExp, table: string): string | null {
  if (!mark.test(text)) return null;
  let result = '';
  for (const letter of text) {
    const byte = LATIN_BYTES.get(letter);
    if (byte === undefined && (letter.codePointAt(0) ?? 0) > 0x7f) return null;
    result += byte === undefined ? letter : (table[byte - 0x80] ?? letter);
  }
  return result;
}
