import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import type { CheckStory, Draft, StoryCheck } from '../types';

const BORN = /\bborn\b[^.;]{0,40}?\b((?:1[89]|20)\d\d)\b/iu;
/** "30 in 2009", "in 2009, aged 30", "died in 2009 at 30". */
const IN_YEAR =
  /\b(?:(\d{1,3}) in ((?:1[89]|20)\d\d)|in ((?:1[89]|20)\d\d),? (?:aged|at (?:the age of |age )?) ?(\d{1,3}))\b/iu;
const NOW =
  /\b(?:is|turns|now|aged) (\d{1,3})\b(?! (?:percent|per cent|years (?!old)|days|weeks|months|miles|feet|metres|meters))/iu;
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
      {
        text: 'Ana Reis, [[born in 1960, is 30]] and a mayor.',
        dates: { published: '2009-10-13' },
      },
    ],
    passes: [
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
  return story.analysis(block).sentences.flatMap((sentence) => {
    const text = block.text.slice(sentence.start, sentence.end);
    const born = BORN.exec(text);
    if (!born || THEN.test(text)) return [];
    const rest = text.slice(born.index + born[0].length);
    const dated = IN_YEAR.exec(rest);
    const published = story.dates.published;
    const now = !dated && published !== null ? NOW.exec(rest) : null;
    const match = dated ?? now;
    if (!match) return [];
    const age = Number(dated ? (dated[1] ?? dated[4]) : match[1]);
    const year = Number(dated ? (dated[2] ?? dated[3]) : published?.slice(0, 4));
    const expected = year - Number(born[1]);
    if (age === expected || age === expected - 1 || expected < 0 || expected > 120) return [];
    const start = sentence.start + born.index;
    return [
      {
        block: block.id,
        start,
        end: start + born[0].length + match.index + match[0].length,
        message: `Somebody born in ${born[1]} is ${expected - 1} or ${expected} in ${year}, not ${age}.`,
        fact: `${born[1]} + ${age} ≠ ${year}`,
      },
    ];
  });
}
