import { describe, expect, it } from 'vitest';
import type { WordRow } from '#core/checks/style-book';
import { parseStyleBook } from '#core/checks/style-book-parser';
import { resolveStyleBook } from '#core/checks/style-book-resolve';
import { bookRows, rowFits } from '../../../renderer/state/style-book';

const BASE = parseStyleBook(
  'id: base\nsource: Base\nwords:\n  - { find: web site, replace: website }\n  - { find: e-mail, replace: email }\n  - { find: grey, replace: gray }\n',
  'base.yaml',
);
const HOUSE = parseStyleBook(
  'id: house\nextends: base\nsource: House\nwords:\n  - { find: grey, replace: slate, note: the sea }\n  - { find: quay side, replace: quayside }\ndropWords: [e-mail]\n',
  'house.yaml',
);

describe('the rows of a house book', () => {
  const { book } = resolveStyleBook('house', [HOUSE, BASE]);
  const { book: inherited } = resolveStyleBook('base', [BASE]);
  const rows = bookRows({ says: HOUSE.book, inherited, book });

  it('say where each stands', () => {
    expect(rows.map(({ row, state }) => [row.find, row.replace[0], state])).toEqual([
      ['grey', 'slate', 'over'],
      ['quay side', 'quayside', 'own'],
      ['web site', 'website', 'inherited'],
      ['e-mail', 'email', 'dropped'],
    ]);
  });

  it('are found by words, replacement, note and source', () => {
    const found = (query: string) =>
      rows.filter(({ row }: { readonly row: WordRow }) => rowFits(row, query)).length;
    expect([found(' SLATE'), found('the sea'), found('base'), found(''), found('zebra')]).toEqual([
      1, 1, 2, 4, 0,
    ]);
  });
});
