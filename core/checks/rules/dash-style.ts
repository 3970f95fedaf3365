import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import type { Draft, StoryCheck } from '../types';

type Form = 'spaced-em' | 'closed-em' | 'spaced-en' | 'hyphens';
const PRINTED: Readonly<Record<Form, string>> = {
  'spaced-em': ' — ',
  'closed-em': '—',
  'spaced-en': ' – ',
  hyphens: ' -- ',
};
/** A dash between two words; with figures on both sides it is a range. */
const DASH = /[ \u00a0\u2009]?(—|–|--)[ \u00a0\u2009]?/gu;
const BEFORE = /[\p{L}\p{N}.,!?”’"')\]%]/u;
const AFTER = /[\p{L}\p{N}“‘"'([$€£]/u;
const KINDS = new Set([
  'paragraph',
  'dek',
  'list-item',
  'bio',
  'quotation',
  'pullquote',
  'caption',
]);

interface Place {
  readonly block: ReadBlock;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

export const dashStyle: StoryCheck = {
  id: 'dash-style',
  title: 'Dashes mixed',
  section: 'Quotes and punctuation',
  severity: 'suggestion',
  scope: 'story',
  why: 'A story sets its dashes in one way: with spaces or without, long or short.',
  source: 'House style, dash',
  examples: {
    flags: [
      {
        text: 'The pier — a ruin — opened. The dock[[—]]a new one — closed.',
        fixed: 'The pier — a ruin — opened. The dock — a new one — closed.',
      },
      {
        text: 'The pier[[ – ]]a ruin.',
        book: { options: { dash: 'spaced-em' } },
        fixed: 'The pier — a ruin.',
      },
    ],
    passes: [
      { text: 'The pier — a ruin — opened.' },
      { text: 'The pier—a ruin—opened 2009–2012, pages 5–7.' },
      { text: 'The New York–London flight — a late one — left.' },
      { text: '— Ana Reis\nThe pier—a ruin—opened.' },
    ],
  },
  run(story) {
    const places = story.blocks.flatMap((block) => (KINDS.has(block.kind) ? find(block) : []));
    const choice = story.book.options['dash'];
    const wanted = isForm(choice) ? choice : mostUsed(places);
    return places
      .filter((place) => place.form !== wanted)
      .map((place) => report(place, wanted, isForm(choice)));
  },
};

function isForm(value: unknown): value is Form {
  return value === 'spaced-em' || value === 'closed-em' || value === 'spaced-en';
}

const find = perBlock((block): readonly Place[] => {
  if (!/[—–]|--/u.test(block.text)) return [];
  return [...block.text.matchAll(DASH)].flatMap((match): readonly Place[] => {
    const [whole, dash = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    const left = !whole.startsWith(dash);
    const right = !whole.endsWith(dash);
    const spaced = left && right;
    if (!BEFORE.test(block.text.charAt(start - 1)) || !AFTER.test(block.text.charAt(end)))
      return [];
    // An en dash without spaces joins ("2009–2012", "New York–London"); a space on one side only is left to the editor.
    if (dash === '–' && !spaced) return [];
    if (left !== right) return [];
    if (/\d$/u.test(block.text.slice(0, start)) && /^[$€£]?\d/u.test(block.text.slice(end)))
      return [];
    const form =
      dash === '--' ? 'hyphens' : dash === '–' ? 'spaced-en' : spaced ? 'spaced-em' : 'closed-em';
    return [{ block, start, end, form }];
  });
});

/** The commonest form but double hyphens; among equals the one used first. */
function mostUsed(places: readonly Place[]): Form {
  const counts = new Map<Form, number>();
  for (const { form } of places) counts.set(form, (counts.get(form) ?? 0) + 1);
  let best: Form = 'spaced-em';
  let most = 0;
  for (const [form, count] of counts) {
    if (form !== 'hyphens' && count > most) {
      best = form;
      most = count;
    }
  }
  return most === 0 ? 'hyphens' : best;
}

function report({ block, start, end, form }: Place, wanted: Form, house: boolean): Draft {
  const text = PRINTED[wanted];
  const spaces = /^\s.*\s$/u.test(text) ? 'with spaces' : 'without spaces';
  return {
    block: block.id,
    start,
    end,
    message: house
      ? 'The house sets its dashes another way.'
      : 'The story sets its other dashes another way.',
    fact: `“${PRINTED[form]}” → “${text}”`,
    fixes: [
      {
        title: `${text.trim()} ${spaces}`,
        edits: [{ op: 'replace', block: block.id, start, end, text }],
        safe: true,
      },
    ],
  };
}
