import type { Range } from './analysis';
import { CURRENCY_CODES, CURRENCY_WORDS, currencyMark, currencyWord } from './currencies';
import { andPart, mayStartNumber, readNumberWords } from './number-words';

/** What a number counts. A score ("3-2") is two figures that are no range. */
export type NumberKind =
  | 'count'
  | 'percent'
  | 'points'
  | 'money'
  | 'age'
  | 'ordinal'
  | 'fraction'
  | 'score';

/** A number as printed, in figures or words, read into a value. Offsets count in the block's reading text. */
export interface NumberMention extends Range {
  /** With its scale: 5.2 million is 5,200,000. An age is in years, basis points are in points. */
  readonly value: number;
  /** The upper end of a range ("5 to 7"), never below `value`; null for one number. */
  readonly upTo: number | null;
  readonly kind: NumberKind;
  /** phrase: words that no figure simply replaces ("a dozen", "half a million"). */
  readonly form: 'figures' | 'words' | 'phrase';
  /** ISO 4217 code of a currency sign, code or word; null too for cents, whose currency is open. */
  readonly currency: string | null;
  /** The figures or words alone. */
  readonly numberAt: Range;
  /** "%", "percent", "dollars": the unit behind the number. */
  readonly unitAt: Range | null;
  /** Half of the last printed digit's worth: how far rounding may have moved the value. */
  readonly slack: number;
  /** The two ends of a range, each as a mention of its own. */
  readonly ends?: readonly [NumberMention, NumberMention];
}

const GLYPHS = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);
const GLYPH = [...GLYPHS.keys()].join('');
const SCALES = new Map([
  ['hundred', 1e2],
  ['dozen', 12],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

const FIGURES = new RegExp(
  `(?<figures>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:(?<glyph>[${GLYPH}])|(?<=(?<![\\d.,])\\d)/(?<under>[23458]|10|16)(?![\\d/]))?`,
  'uy',
);
/** Telephone numbers, dates in figures, editions: three and more groups are no number. */
const CHAIN = /\d+(?:[-‑–/.]\d+){2,}/uy;
const SUFFIX = /(?:st|nd|rd|th)(?![\p{L}\p{N}])/iuy;
const SCALE =
  /(?:[ \u00a0-](?<far>hundred|dozen|thousand|million|billion|trillion|bn|mn|tn)|(?<near>hundred|thousand|million|billion|trillion|bn|mn|tn|m|k|b))(?![\p{L}\p{N}])/iuy;
const UNIT = new RegExp(
  `[ \\u00a0-]?(?<unit>%|percentage[ -]points?|percent(?!age)|per cent|pct|basis points?|points?|(?:year|month|week|day)s?[ -]olds?|${CURRENCY_WORDS.replaceAll(' ', '[ \\u00a0]')})(?![\\p{L}\\p{N}])|(?<pence>p)(?![\\p{L}\\p{N}])`,
  'iuy',
);
const CODE = new RegExp(`[ \\u00a0]?(?<unit>${CURRENCY_CODES})(?![\\p{L}\\p{N}])`, 'uy');
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_FIGURES = /[\p{L}\p{N}.,:/]/u;
const DASH = /[-‑–]/u;

/**
 * Every number of a text in order, without overlaps: figures and words to the trillions, ranges, fractions, money,
 * percentages, ages, ordinals and scores. Linear in the text's length.
 */
export function readNumbers(text: string): readonly NumberMention[] {
  const found: NumberMention[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      CHAIN.lastIndex = at;
      const chain = CHAIN.exec(text)?.[0];
      const mention = chain === undefined ? figuresAt(text, at, found.at(-1)?.end ?? 0) : null;
      if (mention) found.push(mention);
      at = mention?.end ?? at + (chain?.length ?? 1);
      // The rest of figures that are no number is none either.
      while (!mention && isDigit(text.charCodeAt(at))) at += 1;
    } else if (isAscii(code)) {
      let end = at + 1;
      while (isAscii(text.charCodeAt(end))) end += 1;
      const mention = FIRST_LETTERS.has(code | 32) ? wordsAt(text, at, end) : null;
      if (mention) found.push(mention);
      at = mention?.end ?? end;
    } else {
      const mention = GLYPHS.has(text.charAt(at)) ? figuresAt(text, at, 0) : null;
      if (mention) found.push(mention);
      at = mention?.end ?? at + 1;
    }
  }
  return joinRanges(text, found);
}

/** Small letters that a number word, "a", "half" or "thirties" may begin with. */
const FIRST_LETTERS = new Set([...'zotfsenha'].map((letter) => letter.charCodeAt(0)));

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAscii(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}

function figuresAt(text: string, at: number, from: number): NumberMention | null {
  const number = inFigures(text, at, from);
  return number ? withUnit(text, number) : ageDecade(text, at, text.slice(at, at + 2));
}

function wordsAt(text: string, at: number, end: number): NumberMention | null {
  // Most words that begin so are longer than any number word, or the article.
  if (end - at > 12) return null;
  const word = text.slice(at, end).toLowerCase();
  if (word.endsWith('ties')) return ageDecade(text, at, word);
  const number = mayStartNumber(word) ? inWords(text, at) : null;
  return number ? withUnit(text, number) : null;
}

/** A number without what it counts. */
interface Bare {
  readonly start: number;
  readonly numberEnd: number;
  readonly end: number;
  readonly value: number;
  readonly kind: 'count' | 'ordinal' | 'fraction';
  readonly form: NumberMention['form'];
  readonly slack: number;
}

function inWords(text: string, start: number): Bare | null {
  const before = text.charAt(start - 1);
  if (before === '-' || LETTER.test(before)) return null;
  const read = readNumberWords(text, start);
  if (!read) return null;
  const { value, end, kind, isPhrase } = read;
  const form = isPhrase ? 'phrase' : 'words';
  return { start, numberEnd: end, end, value, kind, form, slack: 0 };
}

/** Figures, with an ordinal's ending, a fraction, a scale. A hyphen before them is part of a range that has begun. */
function inFigures(text: string, start: number, from: number): Bare | null {
  const before = text.charAt(start - 1);
  if (start > 0 && BEFORE_FIGURES.test(before)) return null;
  if (before === '-' && from !== start - 1) return null;
  const glyph = GLYPHS.get(text.charAt(start));
  if (glyph !== undefined) {
    const end = start + 1;
    return {
      start,
      numberEnd: end,
      end,
      value: glyph,
      kind: 'fraction',
      form: 'figures',
      slack: 0,
    };
  }
  FIGURES.lastIndex = start;
  const match = FIGURES.exec(text);
  const g = match?.groups;
  const figures = g?.['figures'];
  if (!match || figures === undefined) return null;
  const numberEnd = start + match[0].length;
  // "1,5", "1,2,3" and "9/11" are no number of ours; "1990s" is a decade.
  if (/^[,/]\d/u.test(text.slice(numberEnd, numberEnd + 2))) return null;
  if (text.charAt(numberEnd) === 's' && !LETTER.test(text.charAt(numberEnd + 1))) return null;
  const value = Number(figures.replaceAll(',', ''));
  const under = g?.['under'];
  if (under !== undefined) {
    const isPart = value > 0 && value < Number(under);
    return isPart
      ? {
          start,
          numberEnd,
          end: numberEnd,
          value: value / Number(under),
          kind: 'fraction',
          form: 'figures',
          slack: 0,
        }
      : null;
  }
  SUFFIX.lastIndex = numberEnd;
  const suffix = SUFFIX.exec(text)?.[0];
  if (suffix !== undefined) {
    const end = numberEnd + suffix.length;
    return { start, numberEnd, end, value, kind: 'ordinal', form: 'figures', slack: 0 };
  }
  const extra = GLYPHS.get(g?.['glyph'] ?? '') ?? 0;
  const more = andPart(text, numberEnd);
  const scaled = scaleAt(text, start, more?.end ?? numberEnd);
  const decimals = /\.(\d+)$/u.exec(figures)?.[1]?.length ?? 0;
  return {
    start,
    numberEnd: more?.end ?? numberEnd,
    end: scaled?.end ?? more?.end ?? numberEnd,
    value: tidy((value + extra + (more?.value ?? 0)) * (scaled?.factor ?? 1)),
    kind: 'count',
    form: 'figures',
    slack: (0.5 / 10 ** decimals) * (scaled?.factor ?? 1),
  };
}

/** The scale behind figures; "b" alone is one only behind a currency sign. */
function scaleAt(text: string, start: number, from: number) {
  SCALE.lastIndex = from;
  const match = SCALE.exec(text);
  const word = (match?.groups?.['far'] ?? match?.groups?.['near'] ?? '').toLowerCase();
  const factor = SCALES.get(word);
  if (!match || factor === undefined) return null;
  if (word === 'b' && !currencyMark(text, start)) return null;
  return { factor, end: from + match[0].length };
}

/** Takes the dust of binary arithmetic off: 1.1 million is 1,100,000. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

function withUnit(text: string, number: Bare): NumberMention {
  const { start: numberFrom, numberEnd, form, slack } = number;
  const mark = number.kind === 'count' ? currencyMark(text, numberFrom) : null;
  const start = numberFrom - (mark?.length ?? 0);
  const base = {
    start,
    end: number.end,
    value: number.value,
    upTo: null,
    form,
    slack,
    currency: mark?.code ?? null,
    numberAt: { start: numberFrom, end: numberEnd },
    unitAt: null,
  };
  if (number.kind !== 'count') return { ...base, kind: number.kind };
  const unit = unitBehind(text, number, mark !== null);
  const kind = unit?.kind ?? (mark ? 'money' : isAge(text, base.numberAt) ? 'age' : 'count');
  if (!unit) return { ...base, kind };
  const value = tidy(number.value * unit.share);
  return {
    ...base,
    kind: mark && kind !== 'percent' ? 'money' : kind,
    value: mark ? number.value : value,
    slack: slack * unit.share,
    end: unit.at.end,
    unitAt: unit.at,
    currency: mark?.code ?? unit.currency,
  };
}

interface Unit {
  readonly at: Range;
  readonly kind: NumberKind;
  readonly share: number;
  readonly currency: string | null;
}

function unitBehind(text: string, number: Bare, marked: boolean): Unit | null {
  UNIT.lastIndex = number.end;
  CODE.lastIndex = number.end;
  const code = marked ? null : CODE.exec(text);
  const match = code ?? UNIT.exec(text);
  const printed = match?.groups?.['unit'] ?? match?.groups?.['pence'];
  if (!match || printed === undefined) return null;
  const end = number.end + match[0].length;
  const at = { start: end - printed.length, end };
  const made = (kind: NumberKind, share = 1): Unit => ({ at, kind, share, currency: null });
  const unit = printed.toLowerCase().replaceAll('\u00a0', ' ');
  if (unit === '%' || unit === 'percent' || unit === 'per cent' || unit === 'pct') {
    return made('percent');
  }
  if (unit.startsWith('basis')) return made('points', 0.01);
  if (/^p(?:ercentage[ -]p)?oints?$/u.test(unit)) return made('points');
  const age = /^(year|month|week|day)s?[ -]olds?$/u.exec(unit)?.[1];
  if (age !== undefined)
    return made('age', { year: 1, month: 1 / 12, week: 7 / 365, day: 1 / 365 }[age] ?? 1);
  // "720p" is no money, nor is "p" behind a word.
  if (unit === 'p' && (number.form !== 'figures' || number.value >= 200 || marked)) return null;
  const currency = currencyWord(printed);
  return currency ? { at, kind: 'money', share: currency.share, currency: currency.code } : null;
}

const THEIR = /\b(?:his|her|their|our|my|your)(?: (?:early|mid|late|mid-to-late))?[ -]$/iu;
const DECADE_WORDS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(
  ' ',
);

/** "in her 30s", "in his late forties": an age of ten years' width. */
function ageDecade(text: string, start: number, word: string): NumberMention | null {
  const figures = /^[2-9]0$/u.test(word) && text.charAt(start + 2) === 's';
  const at = figures ? Number(word) : (DECADE_WORDS.indexOf(word) + 2) * 10;
  const end = start + (figures ? 3 : word.length);
  if (at < 20 || LETTER.test(text.charAt(end))) return null;
  if (!THEIR.test(text.slice(Math.max(0, start - 24), start))) return null;
  return {
    start,
    end,
    value: at,
    upTo: at + 9,
    kind: 'age',
    form: figures ? 'figures' : 'words',
    currency: null,
    numberAt: { start, end },
    unitAt: null,
    slack: 0,
  };
}

/** "aged 49", "Ana Reis, 49, said": an age by what stands around it. */
function isAge(text: string, at: Range): boolean {
  const before = text.slice(Math.max(0, at.start - 16), at.start);
  if (/\b[Aa]ged? $/u.test(before)) return true;
  if (at.end - at.start > 3) return false;
  return (
    /\p{Lu}[\p{L}.’'-]*, $/u.test(before) &&
    /^(?:,|\.| and\b|$)/u.test(text.slice(at.end, at.end + 5))
  );
}

const TO = /^(?: to | and | ?[–—] ?|[-‑])$/u;

/**
 * Two numbers with "to" or a dash between them become one range, as do "between five and seven" and "from 10 to 12".
 * Two figures with a hyphen that do not ascend are a score.
 */
function joinRanges(text: string, numbers: readonly NumberMention[]): readonly NumberMention[] {
  const joined: NumberMention[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const made = last && rangeOf(text, last, number);
    if (made) joined[joined.length - 1] = made;
    else joined.push(number);
  }
  return joined;
}

function rangeOf(text: string, low: NumberMention, high: NumberMention): NumberMention | null {
  const gap = high.start - low.end;
  if (gap > 5 || low.upTo !== null || high.upTo !== null || low.unitAt !== null) return null;
  const link = TO.exec(text.slice(low.end, high.start))?.[0];
  if (link === undefined || !sameMatter(low, high)) return null;
  const before = text.slice(Math.max(0, low.start - 8), low.start);
  if (link === ' and ' && !/\bbetween $/iu.test(before)) return null;
  const first = inScaleOf(text, low, high);
  const kind = high.kind === 'count' ? low.kind : high.kind;
  const currency = high.currency ?? low.currency;
  const shared = { ...first, kind, currency };
  const range = { ...high, kind, currency, start: low.start, value: first.value, upTo: high.value };
  if (high.value > first.value) return { ...range, ends: [shared, { ...high, kind, currency }] };
  const isDash = DASH.test(link) && low.form === 'figures' && high.form === 'figures';
  if (!isDash || kind !== 'count') return null;
  // "2009-10" is a year and the one after it.
  const next = Math.floor(low.value / 100) * 100 + high.value;
  const years = low.value >= 1500 && low.value < 2200 && high.end - high.start === 2;
  return years && next === low.value + 1
    ? { ...range, upTo: next }
    : { ...range, kind: 'score', upTo: null };
}

/** Both count the same, or one of them does not say what. */
function sameMatter(low: NumberMention, high: NumberMention): boolean {
  if (low.kind === 'ordinal' || high.kind === 'ordinal') return low.kind === high.kind;
  if (low.currency !== null && high.currency !== null && low.currency !== high.currency)
    return false;
  return low.kind === 'count' || high.kind === 'count' || low.kind === high.kind;
}

/** "5 to 7 million", "$5-7 million": the scale is said once and meant twice. */
function inScaleOf(text: string, low: NumberMention, high: NumberMention): NumberMention {
  const scale = scaleAt(text, high.start, high.numberAt.end)?.factor ?? 1;
  const hasOwn = low.end > low.numberAt.end;
  if (scale === 1 || hasOwn || low.form !== 'figures' || low.value >= 1000) return low;
  const scaled = tidy(low.value * scale);
  return scaled <= high.value ? { ...low, value: scaled, slack: low.slack * scale } : low;
}
