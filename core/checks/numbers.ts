import type { Range } from './analysis';

/** What a number counts. */
export type NumberKind = 'count' | 'percent' | 'points' | 'money' | 'age' | 'ordinal' | 'fraction';

/** A number as printed, in figures or words, read into a value. Offsets count in the block's reading text. */
export interface NumberMention extends Range {
  /** With its scale: 5.2 million is 5,200,000. */
  readonly value: number;
  /** The upper end of a range ("5 to 7"); null for one number. */
  readonly upTo: number | null;
  readonly kind: NumberKind;
  readonly form: 'figures' | 'words';
  /** ISO 4217 code of a currency sign or word. */
  readonly currency: string | null;
  /** The figures or words alone. */
  readonly numberAt: Range;
  /** "%", "percent", "dollars": the unit behind the number. */
  readonly unitAt: Range | null;
  /** Half of the last printed digit's worth: how far rounding may have moved the value. */
  readonly slack: number;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES = new Map<string, number>([
  ...TENS.map((word, index) => [word, index * 10] as const),
  ...ONES.map((word, index) => [word, index] as const),
]);
const SCALES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);
const PARTS = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['eighth', 8],
  ['tenth', 10],
]);
const GLYPHS = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);
const SIGNS = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
]);
const CURRENCY_WORDS = new Map([
  ['dollar', 'USD'],
  ['euro', 'EUR'],
  ['pound', 'GBP'],
  ['yen', 'JPY'],
]);

const FIGURES = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const WORD = [...VALUES.keys()].sort((a, b) => b.length - a.length).join('|');
const WORDS = `(?:${WORD})(?:(?:-| hundred(?: and)? | thousand(?: and)? | hundred| thousand)(?:${WORD})?)*`;
const NUMBER = new RegExp(
  [
    '(?<sign>(?:US|A|C)?[$€£¥])?',
    `(?:(?<![\\p{L}\\p{N}.,:/-])(?<figures>${FIGURES})(?<glyph>[½¼¾⅓⅔])?|(?<![\\p{L}\\p{N}-])(?<words>${WORDS})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?<part>[½¼¾⅓⅔]))`,
    '(?<suffix>(?:st|nd|rd|th)(?![\\p{L}\\p{N}]))?',
    '(?:(?<gap>[ \\u00a0-]?)(?<scale>hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)(?![\\p{L}\\p{N}]))?',
    '(?:(?<ugap>[ \\u00a0-]?)(?<unit>%|percentage points?|percent(?!age)|per cent|points?|dollars?|euros?|pounds?|yen|years?[ -]olds?|(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?))(?![\\p{L}\\p{N}]))?',
  ].join(''),
  'iuy',
);
/** Where a number may begin: the long expression is tried only there. */
const CANDIDATE = /\d+|[½¼¾⅓⅔]|[a-z]+/giu;
const FIRST_LETTERS = /^[ZOTFSENzotfsen]/u;
const TO = /^(?: to | and |-|–|‑| or )$/u;

/** Every number of a text in order: figures and words, ranges, fractions, money, percentages and ages. */
export function readNumbers(text: string): readonly NumberMention[] {
  const found: NumberMention[] = [];
  let from = 0;
  for (const candidate of text.matchAll(CANDIDATE)) {
    const [word] = candidate;
    if (candidate.index < from || !startsNumber(word)) continue;
    // A currency sign in front belongs to the number.
    const sign = /(?:(?<!\p{L})(?:US|A|C))?[$€£¥]$/u.exec(
      text.slice(Math.max(0, candidate.index - 3), candidate.index),
    );
    NUMBER.lastIndex = candidate.index - (sign?.[0].length ?? 0);
    const match = NUMBER.exec(text);
    const mention = match && read(text, match);
    if (!match || !mention) continue;
    found.push(mention);
    from = match.index + match[0].length;
  }
  return joinRanges(text, found);
}

function startsNumber(word: string): boolean {
  return FIRST_LETTERS.test(word) ? VALUES.has(word.toLowerCase()) : !/[a-z]/iu.test(word);
}

function read(text: string, match: RegExpExecArray): NumberMention | null {
  const g = match.groups ?? {};
  const start = match.index ?? 0;
  const printed = g['figures'] ?? g['words'] ?? g['part'] ?? '';
  const sign = g['sign'] ?? '';
  const numberFrom = start + sign.length;
  const numberAt = {
    start: numberFrom,
    end: numberFrom + printed.length + (g['glyph']?.length ?? 0),
  };
  const scale = SCALES.get((g['scale'] ?? '').toLowerCase()) ?? 1;
  const unit = (g['unit'] ?? '').toLowerCase();
  const value = readValue(printed, g['glyph']) * scale;
  const end = start + match[0].length;
  const decimals = /\.(\d+)$/u.exec(printed)?.[1]?.length ?? 0;
  const base = {
    start,
    end,
    upTo: null,
    form: g['words'] === undefined ? ('figures' as const) : ('words' as const),
    numberAt,
    unitAt: unit === '' ? null : { start: end - unit.length, end },
    slack: g['figures'] === undefined ? 0 : (0.5 / 10 ** decimals) * scale,
  };
  const currency =
    SIGNS.get(sign.toUpperCase()) ?? CURRENCY_WORDS.get(unit.replace(/s$/u, '')) ?? null;
  const share = PARTS.get(unit.replace(/s$/u, '')) ?? PARTS.get(unit);
  // "the 10 third-graders", "5 quarters" in figures are counts; "two-thirds" is a share.
  const fraction = share !== undefined && g['words'] !== undefined;
  const kind: NumberKind =
    g['suffix'] !== undefined
      ? 'ordinal'
      : unit === '%' || unit === 'percent' || unit === 'per cent'
        ? 'percent'
        : /^(?:percentage )?points?$/u.test(unit)
          ? 'points'
          : currency !== null
            ? 'money'
            : fraction || g['part'] !== undefined
              ? 'fraction'
              : isAge(text, numberAt, unit)
                ? 'age'
                : 'count';
  return { ...base, value: fraction ? value / (share ?? 1) : value, kind, currency };
}

function readValue(printed: string, glyph: string | undefined): number {
  const extra = glyph === undefined ? 0 : (GLYPHS.get(glyph) ?? 0);
  const part = GLYPHS.get(printed);
  if (part !== undefined) return part;
  if (/^\d/u.test(printed)) return Number(printed.replaceAll(',', '')) + extra;
  return wordsValue(printed);
}

/** "two hundred and fifty-one" → 251. */
export function wordsValue(words: string): number {
  let total = 0;
  let group = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/u)) {
    const scale = SCALES.get(word);
    if (scale === 100) group = (group || 1) * 100;
    else if (scale !== undefined) {
      total += (group || 1) * scale;
      group = 0;
    } else group += VALUES.get(word) ?? 0;
  }
  return total + group;
}

/** Spells a whole number below 100. */
export function spell(value: number): string {
  if (value < 20) return ONES[value] ?? String(value);
  const ones = value % 10;
  return `${TENS[Math.floor(value / 10)]}${ones === 0 ? '' : `-${ONES[ones]}`}`;
}

/** "49-year-old", "aged 49", "Ana Reis, 49, said": an age by what stands around it. */
function isAge(text: string, at: Range, unit: string): boolean {
  if (unit.startsWith('year')) return true;
  const before = text.slice(Math.max(0, at.start - 16), at.start);
  if (/\b[Aa]ged? $/u.test(before)) return true;
  if (at.end - at.start > 3) return false;
  return (
    /\p{Lu}[\p{L}.’'-]*, $/u.test(before) &&
    /^(?:,|\.| and\b|$)/u.test(text.slice(at.end, at.end + 5))
  );
}

/** Two numbers with "to" or a dash between them become one range; "between 5 and 7" too. */
function joinRanges(text: string, numbers: readonly NumberMention[]): readonly NumberMention[] {
  const joined: NumberMention[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, number.start) : '';
    const link = TO.exec(between)?.[0];
    const isRange =
      last &&
      link !== undefined &&
      last.upTo === null &&
      last.unitAt === null &&
      (link !== ' and ' ||
        /\bbetween $/iu.test(text.slice(Math.max(0, last.start - 8), last.start))) &&
      !/\bfrom $/iu.test(text.slice(Math.max(0, last.start - 5), last.start)) &&
      link !== ' or ';
    if (isRange) {
      joined[joined.length - 1] = {
        ...number,
        start: last.start,
        value: last.value,
        upTo: number.value,
      };
    } else joined.push(number);
  }
  return joined;
}
