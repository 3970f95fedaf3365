import { headNumbers } from '../../ledger/head-numbers';
import { namesOf } from '../names';
import { perBlock } from '../per-block';
import type { Draft, StoryCheck } from '../types';

const HEADS = new Set(['headline', 'dek']);
const BODY = new Set(['paragraph', 'list-item', 'crosshead', 'quotation', 'pullquote']);
/** Too little text to tell what is missing. */
const LEAST_WORDS = 60;
export const headlineNotInBody: StoryCheck = {
  id: 'headline-not-in-body',
  title: 'Headline says what the story does not',
  section: 'Names, titles, attribution',
  severity: 'warning',
  scope: 'story',
  why: 'A name or number in a headline comes from the story. One that the text never gives is often a slip.',
  source: 'Galley',
  examples: {
    flags: [
      { text: `headline: Fire at pier kills [[12]]\n${body('The fire killed 11 people')}` },
      { text: `headline: [[Ana Reis]] opens pier\n${body('Dana Oyelaran opened the pier')}` },
      {
        text: `headline: Pier opens\ndek: It cost [[$12 million]]\n${body('The pier cost $21 million')}`,
      },
    ],
    passes: [
      { text: `headline: Fire at pier kills 12\n${body('The fire killed twelve people')}` },
      { text: `headline: Pier to cost 5 million\n${body('The pier costs 4.94 million')}` },
      { text: `headline: 7 ways to build a pier\n${body('The pier was built')}` },
      { text: `headline: Ana Reis opens pier\n${body('Mayor A. Reis opened the pier')}` },
      { text: `headline: Bill Brandvold opens pier\n${body('William Brandvold opened it')}` },
      { text: `headline: Fire kills 12\n${body('The fire killed 7 men and 5 women')}` },
      { text: 'headline: Fire at pier kills 12\nThe pier is shut.' },
    ],
  },
  run(story) {
    const heads = story.blocks.filter(
      (block) => HEADS.has(block.kind) && (/\d/u.test(block.text) || namesOf(block).length > 0),
    );
    if (heads.length === 0) return [];
    const blocks = story.blocks.filter((block) => BODY.has(block.kind));
    let words = 0;
    for (const block of blocks) words += wordCount(block);
    if (words < LEAST_WORDS) return [];
    const said = (word: string) => blocks.some((block) => block.text.includes(word));
    const drafts: Draft[] = [];
    for (const head of heads) {
      for (const { sure, given, surname, name, title, start, end } of namesOf(head)) {
        if (!sure || given.length === 0 || title !== '' || said(surname)) continue;
        // "The Ana Reis Pier Project": a person is two or three words.
        if (name.split(' ').length > 3 || said(given[0] ?? '')) continue;
        drafts.push({
          block: head.id,
          start,
          end,
          message: `The headline names ${name}; the text does not.`,
          fact: 'not in the text',
        });
      }
    }
    for (const { block, number, given } of headNumbers(story)) {
      if (given) continue;
      const { start, end } = number;
      drafts.push({
        block: block.id,
        start,
        end,
        message: `The text does not give ${block.text.slice(start, end)}.`,
        fact: 'not in the text',
      });
    }
    return drafts;
  },
};

const wordCount = perBlock((block) => block.text.split(' ').length);

/** Sixty words and more of a story that begins so. */
function body(first: string): string {
  return `${first} in Esbjerg on Monday, police said. ${'The town has waited for word from the council, which meets again next week to hear what went wrong. '.repeat(3)}Nobody knows more so far.`;
}
