import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import type { QuoteMark } from '../quotations';
import type { CheckStory, Draft, StoryCheck } from '../types';

const STRAIGHT = new Set(['"', "'"]);
const CURLY = new Set(['“', '”', '‘', '’']);
/** Kinds that come from other fields of a page and keep their own glyphs. */
const LEFT_OUT = new Set(['alt', 'credit']);
const CODE = /[=(]["'][^"']*["']|["']\s*[;{}\]]|<\/?\w+|=>|::|\\["']/u;

export const quoteMixed: StoryCheck = {
  id: 'quote-mixed',
  title: 'Straight and curly quotes mixed',
  section: 'Quotes and punctuation',
  severity: 'warning',
  scope: 'story',
  why: 'Straight and curly marks side by side show that copy was pasted from two places. A story uses one kind.',
  source: 'Galley',
  examples: {
    flags: [
      { text: '“Go,[["]] he said.', fixed: '“Go,” he said.' },
      {
        text: '“Go,” he said. “Stay,” she said.\n[["]]Go," they said.',
        fixed: '“Go,” they said.',
      },
      { text: "“Go,” he said. It didn[[']]t help.", fixed: '“Go,” he said. It didn’t help.' },
      {
        text: '"Go," he said. "Stay," she said. [[“]]Go,” they said.',
        book: { options: { quotes: 'straight' } },
        fixed: '"Go," he said. "Stay," she said. "Go," they said.',
      },
    ],
    passes: [
      { text: '“Go,” he said. It didn’t help.' },
      { text: '"Go," he said. It didn\'t help.' },
      { text: '“Go,” he said. He is 6\'2" tall and the board is 12" wide.' },
      { text: '“Go,” he said.\nType class="wide" into the first line.' },
    ],
  },
  run(story) {
    const seen = story.blocks
      .filter((block) => !LEFT_OUT.has(block.kind) && hasQuotes(block))
      .map((block) => ({ block, ...split(block, story) }));
    const straight = seen.reduce((sum, one) => sum + one.straight.length, 0);
    const curly = seen.reduce((sum, one) => sum + one.curly.length, 0);
    if (straight === 0 || curly === 0) return [];
    const choice = story.book.options['quotes'];
    const keepStraight = choice === 'straight';
    const wrong = seen
      .map(({ block, ...marks }) => ({ block, marks: keepStraight ? marks.curly : marks.straight }))
      .filter((one) => one.marks.length > 0);
    return wrong.length === 0 ? [] : [report(wrong, keepStraight, story)];
  },
};

const hasQuotes = perBlock((block) => /["'“”‘’]/u.test(block.text));
const isCode = perBlock((block) => CODE.test(block.text));

interface Wrong {
  readonly block: ReadBlock;
  readonly marks: readonly QuoteMark[];
}

function split(block: ReadBlock, story: CheckStory) {
  const straight: QuoteMark[] = [];
  const curly: QuoteMark[] = [];
  const code = isCode(block);
  for (const mark of story.analysis(block).quotes.marks) {
    if (CURLY.has(mark.glyph)) curly.push(mark);
    else if (STRAIGHT.has(mark.glyph) && mark.role !== 'prime' && !code) straight.push(mark);
  }
  return { straight, curly };
}

/** One finding for the story, at the first wrong mark. Only blocks whose quotations balance are changed safely. */
function report(wrong: readonly Wrong[], keepStraight: boolean, story: CheckStory): Draft {
  const kind = keepStraight ? 'curly' : 'straight';
  const places = wrong.flatMap(({ block, marks }) =>
    marks.map((mark) => ({ block: block.id, start: mark.at, end: mark.at + mark.glyph.length })),
  );
  const [first = { block: '', start: 0, end: 0 }, ...related] = places;
  const balanced = wrong.filter(({ block }) => isBalanced(block, story));
  const changed = balanced.length > 0 ? balanced : wrong;
  return {
    ...first,
    message: `The story has straight and curly quotes; ${places.length === 1 ? 'this one is' : `${places.length} are`} ${kind}.`,
    fact: `${places.length} ${kind}`,
    related,
    fixes: [
      {
        title: keepStraight ? 'Make them straight' : 'Make them curly',
        edits: changed.flatMap(({ block, marks }) =>
          marks.map((mark) => ({
            op: 'replace' as const,
            block: block.id,
            start: mark.at,
            end: mark.at + mark.glyph.length,
            text: counterpart(mark),
          })),
        ),
        safe: balanced.length > 0,
      },
    ],
  };
}

function isBalanced(block: ReadBlock, story: CheckStory): boolean {
  const { quotations, strayClosers } = story.analysis(block).quotes;
  return strayClosers.length === 0 && quotations.every((quotation) => quotation.closed);
}

/** The same mark in the other family of glyphs. */
function counterpart(mark: QuoteMark): string {
  if (CURLY.has(mark.glyph)) return mark.family === 'double' ? '"' : "'";
  if (mark.family === 'double') return mark.role === 'open' ? '“' : '”';
  return mark.role === 'open' ? '‘' : '’';
}
