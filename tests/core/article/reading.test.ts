import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/article/edit';
import { altId, originalText, readArticle, readBlock, readingText } from '#core/article/reading';
import { figureBlock, textBlock } from '#core/article/story';
import { anySpans } from './arbitrary-spans';

describe('the two readings', () => {
  it('agree where nothing is suggested', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const plain = spans.map(({ text }) => ({ text }));
        expect(readingText(plain)).toBe(originalText(plain));
        expect(readingText(plain)).toBe(plain.map((span) => span.text).join(''));
      }),
    );
  });

  it('as it stands equals accepting every change, original equals rejecting every change', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const accepted = spans.flatMap(({ text, deleted }) => (deleted ? [] : [{ text }]));
        const rejected = spans.flatMap(({ text, inserted }) => (inserted ? [] : [{ text }]));
        expect(readingText(spans)).toBe(originalText(accepted));
        expect(originalText(spans)).toBe(readingText(rejected));
      }),
    );
  });

  it('leave out of both what one person inserted and another deleted', () => {
    const spans = [{ text: 'a' }, { text: 'b', inserted: 'i', deleted: 'd' }, { text: 'c' }];
    expect(readingText(spans)).toBe('ac');
    expect(originalText(spans)).toBe('ac');
  });
});

describe('reading the article', () => {
  const figure = figureBlock('f', 'p', 'Caption', 'Credit', 'Alt');

  it('gives captions, credits and alt texts in their place', () => {
    const blocks = [
      textBlock('h', 'headline', 'Head'),
      figure,
      textBlock('p', 'paragraph', 'Text'),
    ];
    expect(readArticle({ blocks })).toEqual([
      { id: 'h', kind: 'headline', text: 'Head', figure: null },
      { id: 'f.caption', kind: 'caption', text: 'Caption', figure: 'f' },
      { id: 'f.credit', kind: 'credit', text: 'Credit', figure: 'f' },
      { id: altId('f'), kind: 'alt', text: 'Alt', figure: 'f' },
      { id: 'p', kind: 'paragraph', text: 'Text', figure: null },
    ]);
  });

  it('tells an alt text that nobody has written from an empty one', () => {
    const kinds = (alt: string | null) =>
      readBlock(figureBlock('f', 'p', '', '', alt)).map((block) => block.kind);
    expect(kinds(null)).toEqual(['caption', 'credit']);
    expect(kinds('')).toEqual(['caption', 'credit', 'alt']);
  });

  it('leaves out a figure that is suggested to go, and keeps one suggested to come', () => {
    expect(readBlock({ ...figure, deleted: 'd' })).toEqual([]);
    expect(readBlock({ ...figure, inserted: 'i' })).toHaveLength(3);
  });

  it('gives identical objects for unchanged blocks, new ones for changed', () => {
    const article = {
      blocks: [textBlock('a', 'paragraph', 'One'), textBlock('b', 'paragraph', 'Two')],
    };
    const first = readArticle(article);
    expect(readArticle({ blocks: [...article.blocks] })[0]).toBe(first[0]);
    const edit = { op: 'replace', block: 'b', start: 0, end: 3, text: '2' } as const;
    const second = readArticle(applyEdits(article, [edit]));
    expect(second[0]).toBe(first[0]);
    expect(second[1]).not.toBe(first[1]);
    expect(second[1]?.text).toBe('2');
  });
});
