import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';
import type { Finding } from '#core/checks/types';
import { carryOver } from '../../../renderer/state/carry-over';

function storyOf(...texts: string[]): Story {
  const blocks = texts.map((text, index) => textBlock(`b${index + 1}`, 'paragraph', text));
  return newStory({ id: 's', slug: 's', article: { blocks } });
}

function finding(block: string, text: string, words: string): Finding {
  const start = text.indexOf(words);
  const end = start + words.length;
  return {
    key: words,
    block,
    start,
    end,
    message: 'm',
    fact: 'f',
    check: 'spelling',
    severity: 'warning',
    kind: 'paragraph',
    actual: words,
    why: '',
    fixes: [{ title: 'x', safe: false, edits: [{ op: 'replace', block, start, end, text: 'x' }] }],
    related: [],
  };
}

const TEXT = 'One two three four.';

describe('findings of an earlier state', () => {
  test.each([
    ['words before it', 'Zero one. One two three four.', 'three', 'three'],
    ['words behind it', 'One two three and four.', 'three', 'three'],
    ['an emoji before it', 'One 😀two three four.', 'two', 'two'],
    ['its own words', 'One two tree four.', 'three', null],
    ['a letter more at its end', 'One two threes four.', 'three', null],
    ['a letter more at its beginning', 'One two ethree four.', 'three', null],
    ['nothing', TEXT, 'three', 'three'],
  ])('after a change of %s', (_what, now, words, found) => {
    const [moved] = carryOver([finding('b1', TEXT, words)], storyOf(TEXT), storyOf(now));
    expect(moved ? now.slice(moved.start, moved.end) : null).toBe(found);
    const [edit] = moved?.fixes[0]?.edits ?? [];
    if (moved) expect(edit).toMatchObject({ start: moved.start, end: moved.end });
  });

  test('other blocks do not matter; a block that is gone takes its findings along', () => {
    const found = finding('b1', TEXT, 'three');
    const after = storyOf(TEXT, 'More.');
    expect(carryOver([found], storyOf(TEXT, 'Less.'), after)).toMatchObject([found]);
    expect(carryOver([found], storyOf(TEXT), storyOf())).toEqual([]);
  });

  test('places of the whole story stay', () => {
    const whole = { ...finding('b1', TEXT, 'three'), block: '', start: 0, end: 0, fixes: [] };
    expect(carryOver([whole], storyOf(TEXT), storyOf('Other.'))).toEqual([whole]);
  });

  test('what is moved always reads as it did', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(12), fc.nat(12), (before, now, from, length) => {
        const start = Math.min(from, before.length);
        const end = Math.min(start + length, before.length);
        const found = {
          ...finding('b1', before, ''),
          start,
          end,
          actual: before.slice(start, end),
        };
        for (const moved of carryOver([found], storyOf(before), storyOf(now))) {
          expect(now.slice(moved.start, moved.end)).toBe(moved.actual);
        }
      }),
    );
  });
});
