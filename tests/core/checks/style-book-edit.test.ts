import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStory } from '#core/checks/engine';
import { parseExample } from '#core/checks/example';
import type { WordRow } from '#core/checks/style-book';
import type { BookChange } from '#core/checks/style-book-edit';
import { bookId, changeBook, newBookText } from '#core/checks/style-book-edit';
import { parseStyleBook, wordId } from '#core/checks/style-book-parser';
import { resolveStyleBook } from '#core/checks/style-book-resolve';

const HOUSE = `# The Skarholm desk, since spring
id: skarholm
title: Skarholm
extends: ap # until we have our own
source: Skarholm desk
limits:
  headline: 60 # the phone
words:
  # Boats
  - find: ferry boat
    replace: ferry # never both
  - find: quayside
    class: review
`;

const row = (more: Partial<WordRow> = {}): WordRow => ({
  id: 'jetty-side',
  find: 'jetty side',
  replace: ['jetty'],
  class: 'amend',
  severity: 'warning',
  note: '',
  source: 'Skarholm desk',
  wholeWord: true,
  matchCase: false,
  ...more,
});

function change(text: string, ...changes: readonly BookChange[]): string {
  return changes.reduce((before, one) => {
    const after = changeBook(before, one);
    if (!after.ok) throw new Error(after.message);
    return after.value;
  }, text);
}

const parse = (text: string) => parseStyleBook(text, 'skarholm.yaml');

describe('changing a style book', () => {
  it('keeps comments and order, and changes only what was asked', () => {
    const text = change(
      HOUSE,
      { kind: 'set', group: 'limits', name: 'dek', value: 120 },
      { kind: 'set', group: 'checks', name: 'serial-comma', value: 'off' },
      { kind: 'word', row: row() },
    );
    for (const line of HOUSE.trim().split('\n')) expect(text).toContain(line);
    const { book, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(book.limits).toEqual({ headline: 60, dek: 120 });
    expect(book.checks).toEqual({ 'serial-comma': 'off' });
    expect(book.words.map(({ find }) => find)).toEqual(['ferry boat', 'quayside', 'jetty side']);
  });

  it('is undone by its opposite', () => {
    const made = change(HOUSE, { kind: 'drop-word', id: 'e-mail', drop: true });
    expect(parse(made).book.dropWords).toEqual(['e-mail']);
    expect(change(made, { kind: 'drop-word', id: 'e-mail', drop: false })).toBe(HOUSE);
    const set = change(HOUSE, { kind: 'set', group: 'options', name: 'dash', value: 'closed-em' });
    expect(change(set, { kind: 'set', group: 'options', name: 'dash', value: null })).toBe(HOUSE);
    const added = change(HOUSE, { kind: 'word', row: row() });
    expect(change(added, { kind: 'remove-word', id: 'jetty-side' })).toBe(HOUSE);
  });

  it('changes a row where it stands, with its comments', () => {
    const before = parse(HOUSE).book.words[0];
    if (!before) throw new Error('no row');
    const next = { ...before, find: 'ferryboat', severity: 'error' as const };
    const text = change(HOUSE, { kind: 'word', row: next });
    expect(text).toContain('# Boats');
    expect(text).toContain('# never both');
    expect(parse(text).book.words[0]).toEqual(next);
    expect(parse(text).book.words).toHaveLength(2);
  });

  it('gives every row back as it was written', () => {
    const words = fc
      .stringMatching(/^[\p{L}\p{N}'’"#:&.\-?!@%* ]{1,24}$/u)
      .map((text) => text.trim())
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    const rows = fc
      .record({
        find: words,
        replace: fc.uniqueArray(words, { maxLength: 3 }),
        class: fc.constantFrom('amend' as const, 'review' as const, 'correct' as const),
        severity: fc.constantFrom('error' as const, 'warning' as const, 'suggestion' as const),
        note: fc.string(),
        source: words,
        wholeWord: fc.boolean(),
        matchCase: fc.boolean(),
      })
      .filter(
        ({ find, replace, class: kind }) =>
          !replace.includes(find) && (kind !== 'amend' || replace.length > 0),
      )
      .map((one): WordRow => ({ ...one, id: wordId(one.find, one.matchCase) }))
      .filter(({ id }) => id !== 'ferry-boat' && id !== 'quayside');
    fc.assert(
      fc.property(rows, (one) => {
        const { book, problems } = parse(change(HOUSE, { kind: 'word', row: one }));
        expect(problems).toEqual([]);
        expect(book.words.at(-1)).toEqual(one);
      }),
    );
  });

  it('says so when the file is no YAML', () => {
    expect(changeBook('id: [', { kind: 'remove-word', id: 'x' })).toMatchObject({ ok: false });
  });

  it('begins a house book that is right as it stands', () => {
    const text = newBookText(bookId('Östra: Posten #1'), 'Östra: Posten #1', 'ap');
    const made = parse(text);
    expect(made).toMatchObject({ id: 'ostra-posten-1', extends: 'ap', problems: [] });
    expect(made.book.title).toBe('Östra: Posten #1');
  });
});

describe('a rule of Harper', () => {
  const set = (
    text: string,
    rule: string,
    value: 'on' | 'off' | null,
    block: 'dek' | null = null,
  ) => change(text, { kind: 'harper', rule, block, value });

  it('is set for the book and for a kind of block, beside what stands there', () => {
    const text = set(set(HOUSE, 'AnA', 'off'), 'Spaces', 'off', 'dek');
    for (const line of HOUSE.trim().split('\n')) expect(text).toContain(line);
    expect(parse(text).problems).toEqual([]);
    expect(parse(text).book.harper).toEqual({
      rules: { AnA: false },
      kinds: { dek: { Spaces: false } },
    });
    expect(parse(set(text, 'AnA', 'on')).book.harper.rules).toEqual({ AnA: true });
  });

  it('is undone by its opposite, and its groups go with it', () => {
    const one = set(HOUSE, 'AnA', 'off', 'dek');
    expect(set(one, 'AnA', null, 'dek')).toBe(set(HOUSE, 'AnA', null));
    expect(set(set(one, 'AnA', 'on'), 'AnA', null)).toBe(one);
    expect(set(one, 'AnA', null, 'dek')).not.toContain('harper');
  });
});

describe('a row in force', () => {
  const found = (words: readonly WordRow[], more = {}) => {
    const { story, book } = parseExample({ text: 'They met at the jetty side today.' });
    return checkStory(story, { ...book, words, ...more }).filter((one) => one.row !== undefined);
  };

  it('carries its id and its severity', () => {
    expect(found([row({ severity: 'error' })])).toMatchObject([
      { check: 'house-spelling', severity: 'error', row: 'jetty-side', actual: 'jetty side' },
    ]);
  });

  it('takes the check’s severity in this book when it has none of its own', () => {
    const checks = { 'house-spelling': 'suggestion' };
    expect(found([row()], { checks })).toMatchObject([{ severity: 'suggestion' }]);
  });

  it('finds nothing when the words are confirmed correct, and shields what they cover', () => {
    const shield = row({ id: 's', find: 'the jetty side', class: 'correct', replace: [] });
    expect(found([row(), shield])).toEqual([]);
  });

  it('is overridden by the house in class and severity', () => {
    const ap = parse('id: ap\nsource: AP\nwords:\n  - { find: jetty side, replace: jetty }\n');
    const own = row({ class: 'review', severity: 'error' });
    const house = parse(change('id: h\nextends: ap\n', { kind: 'word', row: own }));
    const { book } = resolveStyleBook('h', [house, ap]);
    expect(found(book.words)).toMatchObject([{ check: 'banned-word', severity: 'error' }]);
  });
});
