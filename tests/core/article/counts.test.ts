import { describe, expect, it } from 'vitest';
import { countsOf, countWords } from '#core/article/counts';
import type { ReadKind } from '#core/article/model';
import type { ReadBlock } from '#core/article/reading';

const block = (kind: ReadKind, text: string): ReadBlock => ({ id: text, kind, text, figure: null });

describe('counts', () => {
  it.each([
    ['', 0],
    ['   \u00a0 ', 0],
    ['One two\nthree', 3],
    ['well-known, isn’t it?', 3],
    ['go—or stay – now', 4],
    ['$3.5 & 20% …', 2],
    ['“Yes,” he said.', 3],
    ['12:30 p.m.', 2],
    ['東京 tower', 3],
    ['👩‍🚒 —', 0],
  ])('counts the words of %j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('counts the body, not furniture and pictures, and reads 238 words a minute', () => {
    const blocks = [
      block('headline', 'Not this'),
      block('paragraph', 'word '.repeat(238).trim()),
      block('caption', 'Nor this one'),
    ];
    expect(countsOf(blocks)).toEqual({ words: 238, characters: 238 * 5 - 1, minutes: 1 });
    expect(countsOf(blocks, new Set(['caption'])).words).toBe(3);
  });

  it('counts characters as a reader sees them', () => {
    expect(countsOf([block('paragraph', '👩‍🚒e\u0301a')]).characters).toBe(3);
    expect(countsOf([block('paragraph', '“né”')]).characters).toBe(4);
  });
});
