import type { ReadBlock } from '../../article/reading';
import type { NumberMention } from '../numbers';
import { perBlock } from '../per-block';
import type { CheckStory, Draft, StoryCheck } from '../types';

const BORN = /\bborn\b[^.;]{0,40}?\b((?:1[89]|20)\d\d)\b/iu;
/** "30 in 2009"; "in 2009, aged 30", "in 2009 at the age of thirty": the year beside an age. */
const YEAR_BEHIND = /^ in ((?:1[89]|20)\d\d)\b/u;
const YEAR_BEFORE = /\bin ((?:1[89]|20)\d\d),? (?:aged|at (?:the age of |age )?) ?$/iu;
const NOW_BEFORE = /\b(?:is|turns|now|aged) $/iu;
const MEASURE = /^ (?:percent|per cent|years (?!old)|days|weeks|months|miles|feet|metres|meters)/iu;
const OLDEST = 130;
const THEN = /\bthen\b|\bat the time\b|\bwhen (?:he|she|they)\b/iu;

export const ageVsBirth: StoryCheck = {
  id: 'age-vs-birth',
  title: 'Age and year of birth disagree',
  section: 'Numbers, dates, money',
  severity: 'error',
  scope: 'story',
  why: 'The year of birth and the age cannot both be right; before the birthday one year of difference is.',
  source: 'Arithmetic',
  examples: {
    flags: [
      { text: 'Ana Reis, [[born in 1960, was 30 in 2009]].' },
      { text: 'Ana Reis, [[born in 1960, died in 2009 at the age of fifty-three]].' },
      {
        text: 'Ana Reis, [[born in 1960, is 30]] and a mayor.',
        dates: { published: '2009-10-13' },
      },
    ],
    passes: [
      { text: 'Ana Reis, born in 1960, is forty-nine.', dates: { published: '2009-10-13' } },
      { text: 'Ana Reis, born in 1960, was 49 in 2009.' },
      { text: 'Ana Reis, born in 1960, was 48 in 2009.' },
      { text: 'Ana Reis, born in 1960, is 49.', dates: { published: '2009-10-13' } },
      { text: 'Ana Reis, born in 1960 and then 30, is mayor.', dates: { published: '2009-10-13' } },
      { text: 'Ana Reis was born in 1960. Her pier is 30.', dates: { published: '2009-10-13' } },
    ],
  },
  run(story) {
    return story.blocks.flatMap((block) => (speaksOfBirth(block) ? check(block, story) : []));
  },
};

const speaksOfBirth = perBlock((block) => /\bborn\b/iu.test(block.text));

function check(block: ReadBlock, story: CheckStory): readonly Draft[] {
  return story.analysis(block).sentences.flatMap((sentence): readonly Draft[] => {
    const text = block.text.slice(sentence.start, sentence.end);
    const born = BORN.exec(text);
    if (!born || THEN.test(text)) return [];
    const start = sentence.start + born.index;
    const from = start + born[0].length;
    const ages = story
      .analysis(block)
      .numbers.filter((one) => one.start >= from && one.end <= sentence.end && mayBeAge(one));
    const found =
      first(ages, (one) => datedAge(block.text, one)) ??
      first(ages, (one) => ageNow(block.text, one, story.dates.published));
    if (!found) return [];
    const { age, year, end } = found;
    const expected = year - Number(born[1]);
    if (age === expected || age === expected - 1 || expected < 0 || expected > 120) return [];
    return [
      {
        block: block.id,
        start,
        end,
        message: `Somebody born in ${born[1]} is ${expected - 1} or ${expected} in ${year}, not ${age}.`,
        fact: `${born[1]} + ${age} ≠ ${year}`,
      },
    ];
  });
}

/** An age, the year in which it was so, and where the words about it end. */
interface AgeInYear {
  readonly age: number;
  readonly year: number;
  readonly end: number;
}

function mayBeAge({ kind, value, upTo }: NumberMention): boolean {
  const isWhole = Number.isInteger(value) && value < OLDEST && upTo === null;
  return isWhole && (kind === 'count' || kind === 'age');
}

function first<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Value | null,
): Value | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

function datedAge(
  text: string,
  { value: age, start, end, numberAt }: NumberMention,
): AgeInYear | null {
  const behind = YEAR_BEHIND.exec(text.slice(end, end + 12));
  if (behind) return { age, year: Number(behind[1]), end: end + behind[0].length };
  const before = YEAR_BEFORE.exec(text.slice(Math.max(0, start - 32), start));
  return before ? { age, year: Number(before[1]), end: numberAt.end } : null;
}

function ageNow(
  text: string,
  { value: age, start, numberAt }: NumberMention,
  published: string | null,
): AgeInYear | null {
  if (published === null || !NOW_BEFORE.test(text.slice(Math.max(0, start - 8), start)))
    return null;
  if (MEASURE.test(text.slice(numberAt.end, numberAt.end + 16))) return null;
  return { age, year: Number(published.slice(0, 4)), end: numberAt.end };
}
