import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '#core/checks/rules/index';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { STYLE_OPTIONS } from '#core/checks/style-book-options';
import { parseStyleBook } from '#core/checks/style-book-parser';
import { resolveStyleBook } from '#core/checks/style-book-resolve';

const book = (text: string) => parseStyleBook(text, `${/id: (\S+)/.exec(text)?.[1] ?? 'x'}.yaml`);

const BASE = book(`
id: base
title: Base
language: en-GB
checks: { hed-length: error, alt-long: off }
limits: { headline: 80, alt: 200 }
options: { serialComma: never, captionStop: always }
source: x
words:
  - { find: web site, replace: website }
  - { find: grey, replace: gray }
  - { find: e-mail, replace: email }
lexicon: { add: [quay, wharf] }
`);

describe('resolving style books', () => {
  it('merges a house book over what it extends', () => {
    const house = book(`
id: house
extends: base
checks: { hed-length: off }
limits: { headline: 60 }
options: { captionStop: never }
source: y
words:
  - { find: Web Site, replace: site }
  - { id: grey, find: grey, class: correct }
dropWords: [e-mail]
lexicon: { add: [jetty], remove: [quay] }
`);
    const { book: resolved, problems } = resolveStyleBook('house', [house, BASE]);
    expect(problems).toEqual([]);
    expect(resolved).toMatchObject({
      id: 'house',
      title: 'Base',
      language: 'en-GB',
      checks: { 'hed-length': 'off', 'alt-long': 'off' },
      limits: { headline: 60, alt: 200, dek: PLAIN_BOOK.limits.dek },
      options: { serialComma: 'never', captionStop: 'never' },
      lexicon: ['wharf', 'jetty'],
    });
    expect(resolved.words.map((row) => [row.find, row.class, row.source])).toEqual([
      ['Web Site', 'amend', 'y'],
      ['grey', 'correct', 'y'],
    ]);
  });

  it('merges Harper’s rules one by one, for the book and for each kind', () => {
    const parent = book(`
id: parent
harper:
  rules: { AnA: off, DotInitialisms: on }
  kinds: { dek: { CommaFixes: off }, headline: { AnA: on } }
`);
    const house = book(`
id: house
extends: parent
harper:
  rules: { AnA: on }
  kinds: { dek: { Spaces: off } }
`);
    expect(resolveStyleBook('house', [house, parent]).book.harper).toEqual({
      rules: { AnA: true, DotInitialisms: true },
      kinds: { dek: { CommaFixes: false, Spaces: false }, headline: { AnA: true } },
    });
  });

  it('goes through several generations', () => {
    const middle = book('id: middle\nextends: base\nlimits: { alt: 150 }');
    const last = book('id: last\ntitle: Last\nextends: middle\nlimits: { headline: 50 }');
    const { book: resolved } = resolveStyleBook('last', [last, middle, BASE]);
    expect(resolved).toMatchObject({ title: 'Last', limits: { headline: 50, alt: 150 } });
    expect(resolved.words).toHaveLength(3);
  });

  it('reports a circle, a missing parent and an unknown id, and still gives a book', () => {
    const a = book('id: a\nextends: b\nlimits: { alt: 1 }');
    const b = book('id: b\nextends: a\nlimits: { dek: 2 }');
    const circle = resolveStyleBook('a', [a, b]);
    expect(circle.problems).toEqual([
      { file: 'b.yaml', line: 2, column: 10, message: 'The books extend one another: a → b → a' },
    ]);
    expect(circle.book.limits).toMatchObject({ alt: 1, dek: 2 });
    const orphan = resolveStyleBook('a', [a]);
    expect(orphan.problems[0]?.message).toBe(
      'a extends b, but there is no style book with this id',
    );
    expect(orphan.book.limits.alt).toBe(1);
    const none = resolveStyleBook('z', [a]);
    expect(none.problems[0]?.message).toBe('There is no style book with the id z');
    expect(none.book).toEqual(PLAIN_BOOK);
  });

  it('hands on the problems of every file in the chain', () => {
    const wrong = book('id: base\ncolour: red');
    const house = book('id: house\nextends: base');
    expect(resolveStyleBook('house', [house, wrong]).problems).toMatchObject([
      { file: 'base.yaml', line: 2, column: 1 },
    ]);
  });
});

describe('the books that ship', () => {
  const folder = new URL('../../../assets/stylebooks/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const shipped = files.map((file) =>
    parseStyleBook(readFileSync(new URL(file, folder), 'utf8'), file),
  );
  const leastRows: { readonly [id: string]: number } = { ap: 60, guardian: 60, chicago: 40 };

  it('are the three houses', () => {
    expect(shipped.map((parsed) => parsed.id).sort()).toEqual(Object.keys(leastRows).sort());
  });

  for (const parsed of shipped) {
    it(`${parsed.id} has no mistake, every row a source, and every option a choice`, () => {
      expect(parsed.problems).toEqual([]);
      expect(`${parsed.id}.yaml`).toBe(parsed.file);
      const { words, options } = parsed.book;
      expect(words.length).toBeGreaterThanOrEqual(leastRows[parsed.id] ?? 0);
      for (const row of words) expect(row.source).toMatch(/\w{3}/);
      const required = Object.keys(STYLE_OPTIONS).filter((name) => name !== 'archiveLabel');
      expect(Object.keys(options)).toEqual(expect.arrayContaining(required));
    });

    it(`${parsed.id} never changes a word into one that it would change again`, () => {
      const finds = new Set(
        parsed.book.words.map((row) => (row.matchCase ? row.find : row.find.toLowerCase())),
      );
      for (const row of parsed.book.words) {
        for (const word of row.replace) {
          expect(finds.has(word), word).toBe(false);
        }
      }
    });
  }

  it('switch only checks that exist or are in the catalogue', () => {
    const known = new Set(CHECKS.map((check) => check.id));
    for (const parsed of shipped) {
      for (const id of Object.keys(parsed.book.checks)) {
        // Not every check of the catalogue is written yet; a finished one must be named rightly.
        expect(known.has(id) || /^[a-z]+(-[a-z]+)+$/.test(id)).toBe(true);
      }
    }
  });
});
