import type { Range } from './analysis';

/** A time of day with a.m. or p.m. */
export interface TimeMention extends Range {
  readonly hour: number;
  /** null: no minutes printed. */
  readonly minute: number | null;
  readonly half: 'a' | 'p';
}

const TIME =
  /(?<![\p{L}\p{N}:.,/$€£])(\d{1,2})(?:[:.](\d{2}))?[ \u00a0]?([ap])(?:\.[ ]?m\.?|m)(?![\p{L}\p{N}])/giu;

/** Times of the twelve-hour clock, in order; 13 p.m. is none. A stop after "m" belongs to the time. */
export function readTimes(text: string): readonly TimeMention[] {
  if (!/\d[ \u00a0]?[ap]\.?[ ]?m/iu.test(text)) return [];
  const found: TimeMention[] = [];
  for (const match of text.matchAll(TIME)) {
    const hour = Number(match[1]);
    const minute = match[2] === undefined ? null : Number(match[2]);
    if (hour < 1 || hour > 12 || (minute ?? 0) > 59) continue;
    const half = match[3]?.toLowerCase() === 'a' ? 'a' : 'p';
    found.push({ start: match.index, end: match.index + match[0].length, hour, minute, half });
  }
  return found;
}
