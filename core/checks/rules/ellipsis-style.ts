import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import type { Draft, StoryCheck } from '../types';

type Form = 'dots' | 'spaced-dots' | 'glyph';
const ELLIPSIS =
  /…|(?<!\.)\.\.\.(?!\.)|(?<![.\p{L}] ?)\. \. \.(?! ?\.)|(?<=\p{L} )\. \. \.(?! ?\.)/gu;
const PRINTED: Readonly<Record<Form, string>> = { dots: '...', 'spaced-dots': '. . .', glyph: '…' };
const LEFT_OUT = new Set(['alt', 'credit', 'byline']);

interface Place {
  readonly block: ReadBlock;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

export const ellipsisStyle: StoryCheck = {
  id: 'ellipsis-style',
  title: 'Ellipses mixed',
  section: 'Quotes and punctuation',
  severity: 'suggestion',
  scope: 'story',
  why: 'A story sets its ellipses in one way. What an ellipsis leaves out is never touched.',
  source: 'House style, ellipsis',
  examples: {
    flags: [
      {
        text: 'He waited ... and waited ... and left[[…]] slowly.',
        fixed: 'He waited ... and waited ... and left... slowly.',
      },
      {
        text: 'He waited[[…]] and left.',
        book: { options: { ellipsis: 'dots' } },
        fixed: 'He waited... and left.',
      },
      { text: 'He waited… and waited… then [[. . .]] left.' },
    ],
    passes: [
      { text: 'He waited ... and left ... slowly.' },
      { text: 'He waited… and left.' },
      { text: 'He waited… and left ... slowly.', book: { options: { ellipsis: 'either' } } },
    ],
  },
  run(story) {
    const choice = story.book.options['ellipsis'];
    if (choice === 'either') return [];
    const places = story.blocks.flatMap((block) => (LEFT_OUT.has(block.kind) ? [] : find(block)));
    const wanted = isForm(choice) ? choice : mostUsed(places);
    return places
      .filter((place) => place.form !== wanted)
      .map((place) => report(place, wanted, choice));
  },
};

function isForm(value: unknown): value is Form {
  return value === 'dots' || value === 'spaced-dots' || value === 'glyph';
}

const find = perBlock((block): readonly Place[] => {
  if (!/…|\. ?\. ?\./u.test(block.text)) return [];
  return [...block.text.matchAll(ELLIPSIS)].map((match) => ({
    block,
    start: match.index,
    end: match.index + match[0].length,
    form: match[0] === '…' ? 'glyph' : match[0] === '...' ? 'dots' : 'spaced-dots',
  }));
});

/** The commonest form; among equals the one used first. */
function mostUsed(places: readonly Place[]): Form {
  const counts = new Map<Form, number>();
  for (const { form } of places) counts.set(form, (counts.get(form) ?? 0) + 1);
  let best: Form = 'dots';
  let most = 0;
  for (const [form, count] of counts) {
    if (count > most) {
      best = form;
      most = count;
    }
  }
  return best;
}

function report({ block, start, end, form }: Place, wanted: Form, choice: unknown): Draft {
  const text = PRINTED[wanted];
  return {
    block: block.id,
    start,
    end,
    message: isForm(choice)
      ? 'The house sets its ellipses another way.'
      : 'The story sets its other ellipses another way.',
    fact: `${PRINTED[form]} → ${text}`,
    fixes: [
      { title: text, edits: [{ op: 'replace', block: block.id, start, end, text }], safe: true },
    ],
  };
}
