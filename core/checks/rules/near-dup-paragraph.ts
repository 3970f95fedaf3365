import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import { foldRepeat, isData } from '../repeats';
import type { Sketch } from '../similarity';
import { candidatePairs, foldedWords, sketchOf, wordSimilarity, wordsApart } from '../similarity';
import type { Draft, StoryCheck } from '../types';

const LEAST = 0.9;
/** Fewer words are alike by chance. */
const SHORTEST = 18;
const KINDS = new Set(['paragraph', 'quotation', 'list-item', 'dek', 'bio']);
/** An entry of a live blog or a timetable. */
const TIMED = /^\W*(?:updated?\b|at\s)?\W*\d{1,2}(?:[:.]\d{2}|\s?[ap]\.?m\b)/iu;

export const nearDupParagraph: StoryCheck = {
  id: 'near-dup-paragraph',
  title: 'Paragraph nearly twice',
  section: 'Structure and duplication',
  severity: 'warning',
  scope: 'story',
  why: 'Two paragraphs with nine in ten words the same are most often two versions of one, and only one of them is meant.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: `The harbour authority approved the new pier on Monday after a debate of more than six hours that ended at midnight.
          Work starts in spring.
          [[The harbour authority has approved the new pier on Monday after a debate of more than six hours that ended at midnight.]]`,
      },
    ],
    passes: [
      {
        text: `The harbour authority approved the new pier on Monday after a debate of more than six hours that ended at midnight.
          The school board, which had met in the same room on Sunday, rejected a new roof for the gymnasium without any debate.`,
      },
      {
        text: `10:05 The polls are open and the lines are short at all of the stations we have visited so far.
          11:05 The polls are open and the lines are long at all of the stations we have visited so far.`,
      },
      {
        text: `list-item: District 4: the Greens won 3 seats, the Labour party won 5 seats, and one seat stays empty until the recount.
          list-item: District 5: the Greens won 4 seats, the Labour party won 2 seats, and one seat stays empty until the recount.`,
      },
      {
        text: `The harbour authority approved the new pier on Monday after a debate of more than six hours that ended at midnight.
          The harbour authority approved the new pier on Monday after a debate of more than six hours that ended at midnight.`,
      },
    ],
  },
  run(story) {
    const blocks = story.blocks.filter((block) => KINDS.has(block.kind) && block.text.length > 50);
    const sketches = blocks.map(sketch);
    const drafts: Draft[] = [];
    const reported = new Set<number>();
    for (const [first, second] of candidatePairs(sketches)) {
      const [one, two] = [blocks[first], blocks[second]];
      if (reported.has(second) || !one || !two || tooUnlike(sketches[first], sketches[second]))
        continue;
      const likeness = likenessOf(one, two);
      if (likeness < LEAST || excused(one, two)) continue;
      reported.add(second);
      drafts.push({
        block: two.id,
        start: 0,
        end: two.text.length,
        message: 'This paragraph is nearly the same as an earlier one.',
        fact: `${Math.round(likeness * 100)}% the same words`,
        related: [{ block: one.id, start: 0, end: one.text.length }],
      });
    }
    return drafts;
  },
};

const sketch = perBlock((block) => sketchOf(block.text));
const words = perBlock((block) => foldedWords(block.text));

const compared = perBlock((_block) => new WeakMap<ReadBlock, number>());

/** Remembered for as long as both paragraphs stay as they are: at each keystroke all but one pair are known. */
function likenessOf(one: ReadBlock, two: ReadBlock): number {
  const known = compared(one);
  let likeness = known.get(two);
  if (likeness === undefined) {
    likeness = wordSimilarity(words(one), words(two), LEAST);
    known.set(two, likeness);
  }
  return likeness;
}

/** Too short, or too different in length, to be alike at all. */
function tooUnlike(a: Sketch | undefined, b: Sketch | undefined): boolean {
  if (!a || !b) return true;
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  return short < SHORTEST || (long - short) / (long + short) > 1 - LEAST + 0.02;
}

/** Exact repeats belong to dup-paragraph; timed entries and rows of a table that differ in figures or names are meant. */
function excused(one: ReadBlock, two: ReadBlock): boolean {
  if (TIMED.test(one.text) || TIMED.test(two.text)) return true;
  if (isData(one.text) && isData(two.text)) return true;
  if (foldRepeat(one.text) === foldRepeat(two.text)) return true;
  const cased = (block: ReadBlock) => block.text.split(/[^\p{L}\p{N}’'-]+/u).filter(Boolean);
  const [mine, other] = wordsApart(cased(one), cased(two));
  const isValue = (word: string) => /^[\p{Lu}\p{N}]/u.test(word);
  return mine.length > 0 && other.length > 0 && [...mine, ...other].every(isValue);
}
