import type { ReadBlock } from '../../article/reading';
import { weekdayName, weekdayOf } from '../dates';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import type { CheckStory, Draft, StoryCheck } from '../types';

const DAY = /(?<![\p{L}\p{N}’'-])(today|yesterday|tomorrow|tonight)(?![\p{L}\p{N}’'-])/giu;
const KINDS = new Set(['paragraph', 'caption', 'dek', 'bio']);
/** Something happened: only then "today" is a day and not the present age. */
const EVENT =
  /\b(?:said|told|met|held|won|lost|began|left|went|came|took|gave|found|spoke|(?!(?:sp|n|f|s|ind|proc|exc|succ|br|bl|w|gr|h)eed\b|embed\b|shred\b|hundred\b|sacred\b)\p{Ll}{3,}ed)\b/u;
const PRESENT =
  /\b(?:still|than|until|even|is|are|am|has|have|can|do|does|we|our|you|your|I|exists?|remains?|world|generations?|most|many)\b/u;

export const relativeDay: StoryCheck = {
  id: 'relative-day',
  title: 'Day without a name',
  section: 'Numbers, dates, money',
  severity: 'warning',
  scope: 'story',
  why: 'A story is read on other days than it was written. Name the day, except in a quotation.',
  source: 'AP Stylebook, today, tonight',
  examples: {
    flags: [
      {
        text: 'The mayor opened the pier in Esbjerg [[today]].',
        dates: { published: '2009-10-13' },
        fixed: 'The mayor opened the pier in Esbjerg Tuesday.',
      },
      { text: 'The mayor, who opened the pier [[yesterday]], was ill.' },
    ],
    passes: [
      { text: 'The mayor opened the pier in Esbjerg on Tuesday.' },
      { text: '“I opened the pier today,” the mayor said.' },
      { text: 'In today’s world piers are built of steel.' },
      { text: 'Piers built a century ago are still in use today.' },
      { text: 'It is the town of tomorrow.' },
      { text: 'They won the Bright Tomorrow Prize. Come and get informed today!' },
    ],
  },
  run(story) {
    return story.blocks.flatMap((block) =>
      KINDS.has(block.kind) && speaksOfDay(block) ? check(block, story) : [],
    );
  },
};

const speaksOfDay = perBlock((block) => /today|yesterday|tomorrow|tonight/iu.test(block.text));

function check(block: ReadBlock, story: CheckStory): readonly Draft[] {
  const { text, id } = block;
  const drafts: Draft[] = [];
  for (const match of text.matchAll(DAY)) {
    const start = match.index;
    const end = start + match[0].length;
    const analysis = story.analysis(block);
    if (within(analysis.quotations, start, end)) continue;
    const sentence = analysis.sentences.find((one) => one.start <= start && end <= one.end);
    if (!sentence) continue;
    const before = text.slice(sentence.start, start);
    const word = match[0].toLowerCase();
    // "Bright Tomorrow Prize": part of a name. "Join us today!": a call, not a date.
    if (match[0] !== word && before.trim() !== '') continue;
    if (text.charAt(end) === '!') continue;
    if (/\b(?:of|for|than|until|like|and|or|by) $/iu.test(before)) continue;
    if (
      word === 'today' &&
      (!EVENT.test(before) || PRESENT.test(text.slice(sentence.start, sentence.end)))
    )
      continue;
    if (word !== 'today' && !EVENT.test(text.slice(sentence.start, sentence.end))) continue;
    const day = dayName(word, story);
    drafts.push({
      block: id,
      start,
      end,
      message:
        day === null
          ? 'Which day this was depends on when it is read.'
          : `When the story came out this was ${day}.`,
      fact: day === null ? 'which day?' : `${word} → ${day}`,
      fixes:
        day === null
          ? []
          : [
              {
                title: day,
                edits: [{ op: 'replace', block: id, start, end, text: day }],
                safe: false,
              },
            ],
    });
  }
  return drafts;
}

function dayName(word: string, story: CheckStory): string | null {
  const { published } = story.dates;
  if (published === null) return null;
  const [year = 0, month = 1, day = 1] = published.slice(0, 10).split('-').map(Number);
  const shift = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0;
  const name = weekdayName((weekdayOf(year, month, day) + shift + 7) % 7);
  return word === 'tonight' ? `${name} night` : name;
}
