import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/article/edit';
import type { Article } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { figureBlock, textBlock } from '#core/article/story';
import type { FindQuery } from '../../../renderer/editor/find';
import { findInStory, replaceEdits } from '../../../renderer/editor/find';

const article: Article = {
  blocks: [
    textBlock('h', 'headline', 'Ferry, ferries'),
    textBlock('p', 'paragraph', [
      { text: 'The fer' },
      { text: 'ry', marks: ['bold'] },
      { text: ' isn’t late. FERRY' },
    ]),
    figureBlock('f', 'x', 'A ferry leaves', 'Ana Ferry/AP', 'The ferry at sea'),
  ],
};
const blocks = readArticle(article);
const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeWord: false,
  regex: false,
  ...more,
});
const found = (asked: FindQuery) =>
  findInStory(blocks, asked).matches.map(({ block, start }) => `${block}@${start}`);

describe('find', () => {
  it('looks into every block, captions, credits and alt texts too', () => {
    expect(found(query('ferry'))).toEqual([
      'h@0',
      'p@4',
      'p@22',
      'f.caption@2',
      'f.credit@4',
      'f.alt@4',
    ]);
    expect(found(query('ferry', { matchCase: true }))).toEqual(['p@4', 'f.caption@2', 'f.alt@4']);
    expect(found(query('ferr', { wholeWord: true }))).toEqual([]);
    expect(found(query('Ferry', { wholeWord: true, matchCase: true }))).toEqual([
      'h@0',
      'f.credit@4',
    ]);
  });

  it('takes a straight quote for its curly forms, and signs for themselves', () => {
    expect(found(query("isn't"))).toEqual(['p@10']);
    expect(found(query('.'))).toEqual(['p@20']);
    expect(found(query('(', { regex: false }))).toEqual([]);
  });

  it('says what is wrong with an expression, and refuses one that could run for ever', () => {
    expect(findInStory(blocks, query('(', { regex: true }))).toEqual({
      matches: [],
      error: expect.stringMatching(/^Not a regular expression: /),
    });
    for (const risky of [
      '(a+)+$',
      '(\\w*)*',
      '(a|a)*b',
      '(?:x|.)+y',
      '((ab)*)+',
      '(a{2,})*',
      '([a-z]+\\s?)+$',
    ]) {
      expect(findInStory(blocks, query(risky, { regex: true })).error, risky).toMatch(/for ever/);
    }
    for (const fine of [
      '(fer)+',
      '(a|b)*',
      'fer(ry|ries)',
      '\\bf\\w+',
      '(?<n>fer)',
      '[(]+',
      '(ab){2}',
      'a\\(b+\\)+',
    ]) {
      expect(findInStory(blocks, query(fine, { regex: true })).error, fine).toBeNull();
    }
  });

  it('does not count empty matches', () => {
    expect(findInStory(blocks, query('x*', { regex: true })).matches).toEqual([]);
  });

  it('stops at a cap with a word about it', () => {
    const many = [{ id: 'm', kind: 'paragraph', text: 'a'.repeat(6_000), figure: null } as const];
    const { matches, error } = findInStory(many, query('a'));
    expect(matches).toHaveLength(5_000);
    expect(error).toMatch(/first 5,000/);
  });
});

describe('replace', () => {
  const replaced = (asked: FindQuery, replacement: string) =>
    readArticle(
      applyEdits(article, replaceEdits(findInStory(blocks, asked).matches, replacement, asked)),
    ).map(({ text }) => text);

  it('puts groups in, and takes signs literally without an expression', () => {
    const asked = query('(\\w+) (ferry)', { regex: true });
    expect(replaced(asked, '$2 $1 $& $$ $3 $12')).toEqual([
      'Ferry, ferries',
      'ferry The The ferry $ $3 The2 isn’t late. FERRY',
      'ferry A A ferry $ $3 A2 leaves',
      'Ferry Ana Ana Ferry $ $3 Ana2/AP',
      'ferry The The ferry $ $3 The2 at sea',
    ]);
    expect(replaced(query('(?<who>A)na', { regex: true }), '$<who>nna')[3]).toBe('Anna Ferry/AP');
    expect(replaced(query('ferry'), '$1')[2]).toBe('A $1 leaves');
  });

  it('does what String.replaceAll does', () => {
    const word = fc.constantFrom('a', 'ab', 'ba ', 'b', '.', '$&');
    fc.assert(
      fc.property(
        fc.array(word).map((parts) => parts.join('')),
        word,
        word,
        (text, from, to) => {
          const one: Article = { blocks: [textBlock('b', 'paragraph', text)] };
          const asked = query(from, { matchCase: true });
          const { matches } = findInStory(readArticle(one), asked);
          const after = applyEdits(one, replaceEdits(matches, to, asked));
          expect(readArticle(after)[0]?.text).toBe(text.replaceAll(from, () => to));
        },
      ),
    );
  });
});
