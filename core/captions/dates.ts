import { foldSame } from './fold';

/** A date as printed; parts that are not printed are null. Month 1–12. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: string | null;
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_STARTS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const YEAR = '(?:1[89]|20)\\d\\d';

const DATE = new RegExp(
  [
    `\\b(?<m1>${MONTHS})\\b\\.? (?<d1>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<y1>${YEAR})\\b)?`,
    `\\b(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m2>${MONTHS})\\b(?:\\.?,? (?<y2>${YEAR})\\b)?`,
    `\\b(?<m3>${MONTHS})\\b\\.?,? (?<y3>${YEAR})\\b`,
    `\\b(?<y4>${YEAR})-(?<m4>\\d\\d)-(?<d4>\\d\\d)\\b`,
    `\\b(?<w>${WEEKDAY})\\b`,
    `(?<![\\d#$£€.,-])\\b(?<y5>${YEAR})\\b(?!\\s?(?:metres|meters|people|miles|km|feet|euros|dollars|pounds)|[\\d%]|,\\d)`,
  ].join('|'),
  'giu',
);

/** Dates in a caption, in order: full dates, month and year, weekdays, years. "May" alone is no date. */
export function findDates(text: string): readonly PrintedDate[] {
  const found: PrintedDate[] = [];
  for (const match of foldSame(text).matchAll(DATE)) {
    const g = match.groups ?? {};
    const month = g['m1'] ?? g['m2'] ?? g['m3'];
    const day = g['d1'] ?? g['d2'] ?? g['d4'];
    const year = g['y1'] ?? g['y2'] ?? g['y3'] ?? g['y4'] ?? g['y5'];
    // "may 3" and "march 5" as verbs: months carry a capital.
    if (month && !/^\p{Lu}/u.test(month)) continue;
    if (g['w'] && !/^\p{Lu}/u.test(g['w'])) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      year: year ? Number(year) : null,
      month: month ? monthNumber(month) : g['m4'] ? Number(g['m4']) : null,
      day: day ? Number(day) : null,
      weekday: g['w'] ? g['w'].toLowerCase() : null,
    });
  }
  return found;
}

function monthNumber(name: string): number {
  return MONTH_STARTS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
