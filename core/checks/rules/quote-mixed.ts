import type { ReadBlock } from '../../article/reading';
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
      .filter((block) => !LEFT_OUT.has(block.kind) && /["'“”‘’]/u.test(block.text))
      .map((block) => ({ block, ...split(block, story) }));
    const straight = seen.reduce((sum, one) => sum + one.straight.length, 0);
    const curly = seen.reduce((sum, one) => sum + one.curly.length, 0);
    if (straight === 0 || curly === 0) return [];
    const choice = story.book.options['quotes'];
    const keepStraight = choice === 'straight';
    return seen.flatMap(({ block, ...marks }) => {
      const wrong = keepStraight ? marks.curly : marks.straight;
      return wrong.length === 0 ? [] : [report(block, wrong, keepStraight, story)];
    });
  },
};

function split(block: ReadBlock, story: CheckStory) {
  const straight: QuoteMark[] = [];
  const curly: QuoteMark[] = [];
  const code = CODE.test(block.text);
  for (const mark of story.analysis(block).quotes.marks) {
    if (CURLY.has(mark.glyph)) curly.push(mark);
    else if (STRAIGHT.has(mark.glyph) && mark.role !== 'prime' && !code) straight.push(mark);
  }
  return { straight, curly };
}

function report(
  block: ReadBlock,
  wrong: readonly QuoteMark[],
  keepStraight: boolean,
  story: CheckStory,
): Draft {
  const { quotations, strayClosers } = story.analysis(block).quotes;
  const balanced = strayClosers.length === 0 && quotations.every((quotation) => quotation.closed);
  const kind = keepStraight ? 'curly' : 'straight';
  const places = wrong.map((mark) => ({ block: block.id, start: mark.at, end: mark.at + 1 }));
  const [first = { block: block.id, start: 0, end: 0 }, ...related] = places;
  return {
    ...first,
    message: `The story has straight and curly quotes; ${wrong.length === 1 ? 'this one is' : `${wrong.length} here are`} ${kind}.`,
    fact: `${wrong.length} ${kind}`,
    related,
    fixes: [
      {
        title: keepStraight ? 'Make them straight' : 'Make them curly',
        edits: wrong.map((mark) => ({
          op: 'replace' as const,
          block: block.id,
          start: mark.at,
          end: mark.at + 1,
          text: counterpart(mark),
        })),
        safe: balanced,
      },
    ],
  };
}

/** The same mark in the other family of glyphs. */
function counterpart(mark: QuoteMark): string {
  if (CURLY.has(mark.glyph)) return mark.family === 'double' ? '"' : "'";
  if (mark.family === 'double') return mark.role === 'open' ? '“' : '”';
  return mark.role === 'open' ? '‘' : '’';
}
