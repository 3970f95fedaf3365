import type { Range } from './analysis';

/** A stretch of years: a decade, or a fiscal year. */
export interface YearsMention extends Range {
  readonly kind: 'decade' | 'fiscal';
  /** First and last year. A fiscal year "2009-10" has both; one that names a single year has it twice. */
  readonly from: number;
  readonly to: number;
}

const YEARS =
  /(?<![\p{L}\p{N}.,/$€£])(?:(?<decade>(?:1[0-9]|20)\d0)[’']?s|(?<short>[’'‘]\d0)s|(?:fiscal(?: year)? |FY ?[’']?)(?<fiscal>(?:19|20)?\d{2})(?:[-–/](?<next>(?:19|20)?\d{2}))?)(?![\p{L}\p{N}])/giu;
const HINT = /\d0[’']?s|fiscal|FY/iu;
/** "’40s" to "’90s" were in the last century, the others in this one. */
const TURN = 40;

/** Decades ("the 1990s", "the ’90s") and fiscal years ("fiscal 2009", "FY2009-10"), in order. */
export function readYears(text: string): readonly YearsMention[] {
  if (!HINT.test(text)) return [];
  const found: YearsMention[] = [];
  for (const match of text.matchAll(YEARS)) {
    const start = match.index;
    const end = start + match[0].length;
    const { decade, short, fiscal, next } = match.groups ?? {};
    if (fiscal !== undefined) {
      const from = whole(fiscal);
      const to = next === undefined ? from : whole(next, from);
      if (to >= from) found.push({ start, end, kind: 'fiscal', from, to });
      continue;
    }
    const from = decade === undefined ? whole(short?.slice(1) ?? '') : Number(decade);
    found.push({ start, end, kind: 'decade', from, to: from + 9 });
  }
  return found;
}

/** "09" is 2009; behind 1998, "99" is 1999. */
function whole(digits: string, after: number | null = null): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  if (after !== null) {
    const century = Math.floor(after / 100) * 100;
    return century + year < after ? century + 100 + year : century + year;
  }
  return year < TURN ? 2000 + year : 1900 + year;
}
