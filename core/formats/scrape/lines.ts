/** One line of the source file. */
export interface SourceLine {
  /** 1-based. */
  readonly no: number;
  /** Verbatim, without its line end. */
  readonly raw: string;
  /** Without invisible characters that nobody meant, trimmed, single spaces. Empty for a blank line. */
  readonly text: string;
  /** Comparison form: quotes straight, spaces single, lower case. */
  readonly folded: string;
  /** Number of invisible characters that were taken out or turned into spaces. */
  readonly invisible: number;
}

/** Code points that show nothing and mean nothing in a story; joiners (U+200C, U+200D) stay, they shape scripts. */
const NOTHING = /[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E]/g;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
const HARD_SPACES = /[\u00A0\u202F]/g;

/** Splits a text into numbered lines; any of the three line ends counts. Takes time linear in the text. */
export function sourceLines(text: string): readonly SourceLine[] {
  return text.split(/\r\n|\r|\n/).map((raw, at) => {
    const clean = cleanLine(raw);
    return { no: at + 1, raw, ...clean, folded: fold(clean.text) };
  });
}

/** The form in which two lines count as the same: quotes, dashes, spaces and case folded. */
export function fold(text: string): string {
  return text
    .replace(NOTHING, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032`\u00B4]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/\u2026/g, '...')
    .replace(SPACES, ' ')
    .trim()
    .toLowerCase();
}

/** Takes out what nobody meant to write and counts it; non-breaking spaces with a purpose stay. */
export function cleanLine(raw: string): { readonly text: string; readonly invisible: number } {
  let invisible = 0;
  const seen = raw.replace(NOTHING, () => {
    invisible += 1;
    return '';
  });
  const spaced = seen.replace(HARD_SPACES, (space, at: number) => {
    if (meant(seen, at)) return space;
    invisible += 1;
    return ' ';
  });
  const text = spaced.replace(/[^\S\u00A0\u202F]+/g, ' ').trim();
  return { text, invisible };
}

/**
 * A non-breaking space is meant between two characters that typesetters tie together: a number and its unit, initials,
 * French punctuation and guillemets, a one-letter word. Beside another space, at an end, or after a comma or colon it is
 * left over from a page's layout.
 */
function meant(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (before === '' || after === '' || /\s/.test(before) || /\s/.test(after)) return false;
  if (/[:;!?%\u00BB\u2013\u2014€$£°]/.test(after) || /[\u00AB\u2013\u2014§№]/.test(before))
    return true;
  if (/\d/.test(before) || /\d/.test(after)) return true;
  if (/[,;:!?)\]"\u201D]/.test(before)) return false;
  if (before === '.')
    return /(^|[\s.\u00A0(])\p{L}{1,4}\.$/u.test(text.slice(Math.max(0, at - 8), at));
  return true;
}

const MOJIBAKE = /[ÃÂ][\u0080-\u00BF]|â€[™œ\u009D˜“”¦]|ï»¿/;

/** True when the text shows UTF-8 that some program read as windows-1252. It is shown, never silently repaired. */
export function hasMojibake(text: string): boolean {
  return MOJIBAKE.test(text.slice(0, 200_000));
}
