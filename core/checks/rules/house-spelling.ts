import type { WordRow } from '../style-book';
import type { BlockCheck } from '../types';
import { rowDraft, rowHits } from '../words/word-rows';

const row = (find: string, replace: string, more: Partial<WordRow> = {}): WordRow => ({
  id: find,
  find,
  replace: [replace],
  class: 'amend',
  severity: 'warning',
  note: '',
  source: 'House list',
  wholeWord: true,
  matchCase: false,
  ...more,
});

const book = {
  words: [
    row('web site', 'website'),
    row('grey', 'gray'),
    row('airplane', 'plane'),
    row('Internet', 'internet', { matchCase: true }),
    row('U.S.', 'US', { matchCase: true }),
    row('Grey’s Law', '', { class: 'correct', replace: [] }),
  ],
};

export const houseSpelling: BlockCheck = {
  id: 'house-spelling',
  title: 'Not the house spelling',
  section: 'House style and consistency',
  severity: 'warning',
  scope: 'block',
  kinds: ['headline', 'dek', 'paragraph', 'crosshead', 'list-item', 'caption', 'alt', 'bio'],
  why: 'The house has settled how these words are written. Its word list says so, row by row.',
  source: 'House style, word list',
  examples: {
    flags: [
      { text: 'The [[web site]] is down.', fixed: 'The website is down.', book },
      { text: '[[Web site]] owners met.', fixed: 'Website owners met.', book },
      { text: 'Skies stayed [[grey]]-blue.', fixed: 'Skies stayed gray-blue.', book },
      { text: 'They use the [[Internet]] daily.', fixed: 'They use the internet daily.', book },
      { text: 'She left the [[U.S.]]', fixed: 'She left the US.', book },
      { text: 'The [[U.S.]] dollar rose.', fixed: 'The US dollar rose.', book },
    ],
    passes: [
      { text: 'The website is down.', book },
      { text: 'Mr Grey met Ida Grey of Grey County.', book },
      { text: '“The web site is down,” she said.', book },
      { text: 'See https://example.org/web site and www.grey.example.org today.', book },
      { text: 'The Internet Archive kept a copy.', book },
      { text: 'Internet use rose.', book },
      { text: 'They quoted Grey’s Law.', book },
      { text: 'The greyhound ran.', book },
      { text: 'The web site is down.' },
    ],
  },
  run(block, analysis, book) {
    return rowHits(block, analysis, book)
      .filter((hit) => hit.entry.class === 'amend')
      .map((hit) =>
        rowDraft(block, hit, true, `The house writes ${hit.replacements.join(' or ')}.`),
      );
  },
};
