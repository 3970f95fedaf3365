import type { Range } from './analysis';

/** A time of day. The range ends before the zone. */
export interface TimeMention extends Range {
  /** As printed: 1–12 with a.m., p.m. or "o’clock", 0–24 on the 24-hour clock, 12 for noon and 0 for midnight. */
  readonly hour: number;
  /** null: no minutes printed. */
  readonly minute: number | null;
  /** a.m. or p.m.; null on the 24-hour clock, for words and for "o’clock". */
  readonly half: 'a' | 'p' | null;
  readonly form: 'half' | 'clock' | 'oclock' | 'word';
  /** The zone behind it, as printed ("EST", "GMT"); null without one. */
  readonly zone: string | null;
}

const TIME =
  /(?<![\p{L}\p{N}:.,/$€£])(?:(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?[ \u00a0]?(?<half>[ap])(?:\.[ ]?m\.?|m)(?![\p{L}\p{N}])|(?<h2>\d{1,2})(?::|(?<=\d)h(?=\d))(?<m2>\d{2})(?![\p{L}\p{N}:/-]|\.\d)|(?<h3>\d{1,2}) o[’']clock\b|(?<word>noon|midnight)\b)/giu;
/** Quick look: is there anything like a time? */
const HINT = /\d[ \u00a0]?[ap]\.?[ ]?m|\d[:h]\d\d|o[’']clock|\bnoon\b|\bmidnight\b/iu;
const ZONE =
  /^[ \u00a0]\(?((?:[ECMP][SD]?T|AK[SD]T|GMT|UTC|BST|CES?T|EES?T|IST|JST|AES?T|NZS?T)(?:[+-]\d{1,2})?|[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|local time)(?![\p{L}\p{N}])/u;
/** "15:30" is a time behind these words, with a zone or "hours" behind it; elsewhere it may be a score or a lap. */
const CLOCK_CUE =
  /\b(?:at|by|until|till|from|before|after|around|about|since|between|open(?:s|ed)?|begins?|began|starts?|started|ends?|ended) $/iu;
const CLOCK_BEHIND = /^(?:[ \u00a0](?:hours|hrs|h|local|on|today|tonight|tomorrow)\b|h\b)/u;
/**
 * Times of day, in order: "3 p.m.", "3:30pm", "15:30", "3 o’clock", "noon", "midnight", with a zone. 13 p.m. is none. A
 * stop after "m" belongs to the time.
 */
export function readTimes(text: string): readonly TimeMention[] {
  if (!HINT.test(text)) return [];
  const found: TimeMention[] = [];
  for (const match of text.matchAll(TIME)) {
    const start = match.index;
    const end = start + match[0].length;
    const zone = ZONE.exec(text.slice(end, end + 16))?.[1] ?? null;
    const time = read(match.groups ?? {});
    if (!time || (time.form === 'clock' && !isClock(text, start, end, zone, found.at(-1))))
      continue;
    found.push({ start, end, zone, ...time });
  }
  return found;
}

function read(g: {
  readonly [name: string]: string | undefined;
}): Pick<TimeMention, 'hour' | 'minute' | 'half' | 'form'> | null {
  const hour = Number(g['h1'] ?? g['h2'] ?? g['h3'] ?? 0);
  const printed = g['m1'] ?? g['m2'];
  const minute = printed === undefined ? null : Number(printed);
  if ((minute ?? 0) > 59) return null;
  const word = g['word']?.toLowerCase();
  if (word !== undefined) {
    return { hour: word === 'noon' ? 12 : 0, minute: null, half: null, form: 'word' };
  }
  if (g['h2'] !== undefined) {
    const inDay = hour < 24 || (hour === 24 && minute === 0);
    return inDay ? { hour, minute, half: null, form: 'clock' } : null;
  }
  if (hour < 1 || hour > 12) return null;
  if (g['h3'] !== undefined) return { hour, minute: null, half: null, form: 'oclock' };
  return { hour, minute, half: g['half']?.toLowerCase() === 'a' ? 'a' : 'p', form: 'half' };
}

function isClock(
  text: string,
  start: number,
  end: number,
  zone: string | null,
  last: TimeMention | undefined,
): boolean {
  if (zone !== null || CLOCK_BEHIND.test(text.slice(end, end + 12))) return true;
  const before = text.slice(Math.max(0, start - 12), start);
  // "from 9:00 to 17:30", "9:00-17:30": the second of two.
  if (
    last &&
    start - last.end <= 5 &&
    /^(?: to | and | ?[-–] ?)$/u.test(text.slice(last.end, start))
  )
    return true;
  return CLOCK_CUE.test(before);
}
