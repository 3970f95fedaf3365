/** A number in words as it stands in a text; offsets are UTF-16 code units. */
export interface NumberInWords {
  readonly value: number;
  readonly end: number;
  /** "half a million", "a dozen", "one and a half": no plain cardinal, so no figure simply takes its place. */
  readonly isPhrase: boolean;
  readonly kind: 'count' | 'ordinal' | 'fraction';
}

const list = (words: string) => words.split(' ');
const ONES = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const TENS = list('zero ten twenty thirty forty fifty sixty seventy eighty ninety');
const SMALL = new Map(ONES.map((word, value) => [word, value]));
const TEN = new Map(TENS.slice(2).map((word, at) => [word, (at + 2) * 10]));
const ORDINAL_ONES = list(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
);
const ORDINAL_SMALL = new Map(ORDINAL_ONES.map((word, value) => [word, value]));
const ORDINAL_TEN = new Map([...TEN].map(([word, value]) => [word.replace(/y$/u, 'ieth'), value]));
const SCALES = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const PARTS = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['twentieth', 20],
  ['hundredth', 100],
]);

const FIRST = new Set([
  ...SMALL.keys(),
  ...TEN.keys(),
  ...ORDINAL_SMALL.keys(),
  ...ORDINAL_TEN.keys(),
  'a',
  'an',
  'half',
]);

/** May a number begin with this word (in small letters)? */
export function mayStartNumber(word: string): boolean {
  return word.length <= 12 && FIRST.has(word);
}

interface Step {
  readonly word: string;
  readonly end: number;
}

const WORD = /[a-z]+/iy;
const GAP = /[ \u00a0-]/y;
const AND = /,? and |[ \u00a0-]/y;
const LETTER = /[\p{L}\p{N}]/u;

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The word that begins here, in small letters; null when none does or it goes on in other letters. */
function wordAt(text: string, from: number): Step | null {
  const match = at(WORD, text, from);
  if (!match) return null;
  const end = from + match[0].length;
  return LETTER.test(text.charAt(end)) ? null : { word: match[0].toLowerCase(), end };
}

/** The word behind a space or a hyphen. */
function nextWord(text: string, from: number): Step | null {
  return at(GAP, text, from) ? wordAt(text, from + 1) : null;
}

interface Part {
  readonly value: number;
  readonly end: number;
  readonly isOrdinal: boolean;
}

/** 0 to 99: "seven", "twenty-five", "twenty-first". */
function small(text: string, from: number): Part | null {
  const first = wordAt(text, from);
  if (!first) return null;
  const { word, end } = first;
  const one = SMALL.get(word);
  if (one !== undefined) return { value: one, end, isOrdinal: false };
  const ordinal = ORDINAL_SMALL.get(word) ?? ORDINAL_TEN.get(word);
  if (ordinal !== undefined) return { value: ordinal, end, isOrdinal: true };
  const ten = TEN.get(word);
  if (ten === undefined) return null;
  const next = nextWord(text, end);
  // "twenty five-star hotels": the second word belongs to what follows.
  if (!next || (text.charAt(end) !== '-' && text.charAt(next.end) === '-')) {
    return { value: ten, end, isOrdinal: false };
  }
  const ones = SMALL.get(next.word);
  if (ones !== undefined && ones > 0 && ones < 10) {
    return { value: ten + ones, end: next.end, isOrdinal: false };
  }
  const last = ORDINAL_SMALL.get(next.word);
  if (last !== undefined && last > 0 && last < 10 && text.charAt(end) === '-') {
    return { value: ten + last, end: next.end, isOrdinal: true };
  }
  return { value: ten, end, isOrdinal: false };
}

/** What is below a thousand, or counted in hundreds: "two hundred and fifty-one", "nineteen hundred". */
function group(text: string, from: number, one: Part | null = null): Part | null {
  const head = one ?? small(text, from);
  if (!head || head.isOrdinal) return head;
  const next = nextWord(text, head.end);
  if (next?.word === 'hundredth' && head.value > 0) {
    return { value: head.value * 100, end: next.end, isOrdinal: true };
  }
  if (next?.word !== 'hundred' || head.value === 0) return head;
  const hundreds = { value: head.value * 100, end: next.end, isOrdinal: false };
  const link = at(AND, text, next.end);
  const tail = link && small(text, next.end + link[0].length);
  if (!tail || tail.value === 0) return hundreds;
  return { ...tail, value: hundreds.value + tail.value };
}

/** A whole number in words; `one` stands for an "a" that has been read: "a hundred", "a million". */
function cardinal(text: string, from: number, one: Part | null = null): Part | null {
  let part = group(text, from, one);
  if (!part) return null;
  let total = 0;
  let least = Number.POSITIVE_INFINITY;
  let last: Part | null = null;
  while (part) {
    if (part.isOrdinal) return { ...part, value: total + part.value };
    const next = nextWord(text, part.end);
    const scale = next && part.value > 0 ? SCALES.get(next.word) : undefined;
    if (!next || scale === undefined) {
      last = { ...part, value: total + part.value };
      break;
    }
    // "two million and three million": another number.
    if (scale >= least) break;
    total += part.value * scale;
    least = scale;
    last = { value: total, end: next.end, isOrdinal: false };
    const link = at(AND, text, next.end);
    part = link ? group(text, next.end + link[0].length) : null;
    if (part && (part.value === 0 || part.value >= least)) break;
  }
  return last;
}

const AND_PART =
  /[ \u00a0-]and[ \u00a0-](?:(?:a|one)[ \u00a0-](half|third|quarter)|(two)[ \u00a0-]thirds|(three)[ \u00a0-]quarters)(?![\p{L}\p{N}])/iuy;

/** " and a half", " and three-quarters" behind a number: its value and where it ends; null when it is not there. */
export function andPart(
  text: string,
  from: number,
): { readonly value: number; readonly end: number } | null {
  const match = at(AND_PART, text, from);
  if (!match) return null;
  const named = PARTS.get(match[1]?.toLowerCase() ?? '');
  const value = named ? 1 / named : match[2] ? 2 / 3 : 3 / 4;
  return { value, end: from + match[0].length };
}

/** The scale word behind a number ("thousand" to "trillion", "dozen"): its factor; null when there is none. */
export function scaleWord(
  text: string,
  from: number,
): { readonly factor: number; readonly end: number } | null {
  const next = nextWord(text, from);
  const factor = next && (next.word === 'dozen' ? 12 : SCALES.get(next.word));
  return next && factor ? { factor, end: next.end } : null;
}

const HALF =
  /half(?:[ \u00a0-]an?)?[ \u00a0-](dozen|hundred|thousand|million|billion|trillion)(?![\p{L}\p{N}])/iuy;
const QUARTER = /quarter[ -]of[ -]an?[ -](million|billion|trillion)(?![\p{L}\p{N}])/iuy;
const PART_OF = /(half|third|quarter|fourth|fifth|sixth|eighth|tenth)(?= of\b)/iy;
const HALF_THE = /half(?= (?:of|the|all|its|his|her|their|our|my|your|those|these|that|this) )/iy;

function scaleValue(word: string): number {
  const small = word.toLowerCase();
  return small === 'dozen' ? 12 : small === 'hundred' ? 100 : (SCALES.get(small) ?? 1);
}

/** Phrases without a number word of their own: "a dozen", "half a million", "a quarter of a million", "a third of". */
function phrase(text: string, from: number): NumberInWords | null {
  const article = /an?[ \u00a0]/iy;
  const lead = at(article, text, from)?.[0].length ?? 0;
  const start = from + lead;
  const made = (value: number, end: number, kind: NumberInWords['kind'] = 'count') => ({
    value,
    end,
    isPhrase: true,
    kind,
  });
  const half = at(HALF, text, start);
  if (half) return made(scaleValue(half[1] ?? '') / 2, start + half[0].length);
  if (lead === 0) {
    const some = at(HALF_THE, text, start);
    return some ? made(0.5, start + some[0].length, 'fraction') : null;
  }
  const quarter = at(QUARTER, text, start);
  if (quarter) return made(scaleValue(quarter[1] ?? '') / 4, start + quarter[0].length);
  const part = at(PART_OF, text, start);
  if (part) {
    const parts = PARTS.get(part[1]?.toLowerCase() ?? '') ?? 1;
    return made(1 / parts, start + part[0].length, 'fraction');
  }
  const next = wordAt(text, start);
  if (next?.word === 'dozen') return made(12, next.end);
  if (next?.word !== 'hundred' && !SCALES.has(next?.word ?? '')) return null;
  // "a hundred and fifty": the article counts as one.
  const whole = cardinal(text, start - 1, { value: 1, end: start - 1, isOrdinal: false });
  if (!whole || whole.isOrdinal) return null;
  const scale = SCALES.get(next?.word ?? '') ?? 0;
  const half2 = scale > 0 && whole.value === scale ? andPart(text, whole.end) : null;
  return half2 ? made(whole.value + half2.value * scale, half2.end) : made(whole.value, whole.end);
}

/**
 * The number in words that begins at `from`: cardinals to trillions, ordinals, fractions ("two-thirds"), and phrases
 * ("a dozen", "half a million", "one and a half million"). Null when none begins there. Linear in what is read.
 */
export function readNumberWords(text: string, from: number): NumberInWords | null {
  const letter = text.charAt(from).toLowerCase();
  if (letter === 'a' || letter === 'h') return phrase(text, from);
  const whole = cardinal(text, from);
  if (!whole) return null;
  const { value, end, isOrdinal } = whole;
  if (isOrdinal) return { value, end, isPhrase: false, kind: 'ordinal' };
  const next = nextWord(text, end);
  const parts = next ? partsOf(next.word, value) : null;
  if (next && parts !== null) {
    return { value: value / parts, end: next.end, isPhrase: false, kind: 'fraction' };
  }
  if (next?.word === 'dozen' && value > 0) {
    return { value: value * 12, end: next.end, isPhrase: true, kind: 'count' };
  }
  const more = andPart(text, end);
  if (!more) return { value, end, isPhrase: false, kind: 'count' };
  const scale = scaleWord(text, more.end);
  const sum = (value + more.value) * (scale?.factor ?? 1);
  return { value: sum, end: scale?.end ?? more.end, isPhrase: true, kind: 'count' };
}

/** "one-third" and "two-thirds" are parts; "two third" is none. */
function partsOf(word: string, count: number): number | null {
  if (count < 1 || count >= 100) return null;
  if (count === 1) return PARTS.get(word) ?? null;
  if (word === 'halves') return 2;
  return word.endsWith('s') ? (PARTS.get(word.slice(0, -1)) ?? null) : null;
}

/** "two hundred and fifty-one" → 251; 0 for words that are no number. */
export function wordsValue(words: string): number {
  return readNumberWords(words, 0)?.value ?? 0;
}

/** Spells a whole number below a quadrillion, American style: "two hundred fifty-one thousand". Others stay figures. */
export function spell(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15) return String(value);
  if (value === 0) return 'zero';
  const words: string[] = [];
  let rest = value;
  for (const [name, scale] of [...SCALES].reverse()) {
    const count = Math.floor(rest / scale);
    if (count > 0) words.push(`${spellGroup(count)} ${name}`);
    rest %= scale;
  }
  if (rest > 0) words.push(spellGroup(rest));
  return words.join(' ');
}

function spellGroup(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const head = hundreds === 0 ? [] : [`${ONES[hundreds]} hundred`];
  return (rest === 0 ? head : [...head, spellSmall(rest)]).join(' ');
}

function spellSmall(value: number): string {
  if (value < 20) return ONES[value] ?? String(value);
  const ones = value % 10;
  return `${TENS[Math.floor(value / 10)]}${ones === 0 ? '' : `-${ONES[ones]}`}`;
}
