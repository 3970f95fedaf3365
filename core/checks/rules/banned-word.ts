import type { WordRow } from '../style-book';
import type { BlockCheck } from '../types';
import { rowDraft, rowHits } from '../words/word-rows';

const row = (find: string, replace: readonly string[], note = ''): WordRow => ({
  id: find,
  find,
  replace,
  class: 'review',
  severity: 'suggestion',
  note,
  source: 'House list',
  wholeWord: true,
  matchCase: false,
});

const book = {
  words: [
    row('utilize', ['use']),
    row('senior citizen', ['older adult', 'pensioner']),
    row('first annual', [], 'An event is annual once it has been held twice.'),
  ],
};

export const bannedWord: BlockCheck = {
  id: 'banned-word',
  title: 'A word to think about',
  section: 'House style and consistency',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['headline', 'dek', 'paragraph', 'crosshead', 'list-item', 'caption', 'alt', 'bio'],
  why: 'The house asks its writers to weigh these words. Its word list says why, row by row.',
  source: 'House style, word list',
  examples: {
    flags: [
      { text: 'They [[utilize]] boats.', fixed: 'They use boats.', book },
      {
        text: 'One [[senior citizen]] waved.',
        fixed: 'One older adult waved.',
        book,
      },
      { text: 'The [[first annual]] fair opened.', book },
    ],
    passes: [
      { text: 'They use boats.', book },
      { text: '“We utilize boats,” she said.', book },
      { text: 'Write to utilize@example.org for more.', book },
      { text: 'The Utilize Fund paid.', book },
    ],
  },
  run(block, analysis, book) {
    return rowHits(block, analysis, book)
      .filter((hit) => hit.entry.class === 'review')
      .map((hit) => rowDraft(block, hit, false, `The house asks you to weigh “${hit.text}”.`));
  },
};
