import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#core/article/edit';
import { applyEdits, linkInSpans, mergeSpans, replaceInSpans } from '#core/article/edit';
import type { Article, Span } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { altId, originalText, readArticle, readBlock, readingText } from '#core/article/reading';
import { figureBlock, textBlock } from '#core/article/story';
import { anySpans, unitFormats } from './arbitrary-spans';

/** Spans with a range inside their reading text. */
const spansAndRange = anySpans.chain((spans) => {
  const length = readingText(spans).length;
  return fc
    .tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 5 }))
    .map(([a, b, text]) => ({ spans, start: Math.min(a, b), end: Math.max(a, b), text }));
});

/** Each code unit that is suggested to go, with its change: spans may merge, units may not change. */
const deletedUnits = (spans: readonly Span[]) =>
  spans
    .filter((span) => span.deleted !== undefined)
    .flatMap((span) => span.text.split('').map((unit) => `${span.deleted} ${unit}`));

describe('replacing in spans', () => {
  it('changes the reading text exactly as a string would change', () => {
    fc.assert(
      fc.property(spansAndRange, ({ spans, start, end, text }) => {
        const before = readingText(spans);
        const after = replaceInSpans(spans, start, end, text);
        expect(readingText(after)).toBe(before.slice(0, start) + text + before.slice(end));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the format of every unit outside the range, and gives the new ones their neighbour’s', () => {
    fc.assert(
      fc.property(spansAndRange, ({ spans, start, end, text }) => {
        const before = unitFormats(spans);
        const after = unitFormats(replaceInSpans(spans, start, end, text));
        expect(after.slice(0, start)).toEqual(before.slice(0, start));
        expect(after.slice(start + text.length)).toEqual(before.slice(end));
        const like = end > start ? before[start] : (before[start - 1] ?? before[0]);
        if (like === undefined) return;
        for (const format of after.slice(start, start + text.length)) expect(format).toBe(like);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every suggested deletion, in order', () => {
    fc.assert(
      fc.property(spansAndRange, ({ spans, start, end, text }) => {
        expect(deletedUnits(replaceInSpans(spans, start, end, text))).toEqual(deletedUnits(spans));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves no empty span and no two neighbours of one format', () => {
    fc.assert(
      fc.property(spansAndRange, ({ spans, start, end, text }) => {
        const after = replaceInSpans(spans, start, end, text);
        expect(mergeSpans(after)).toEqual(after);
        expect(after.every((span) => span.text !== '')).toBe(true);
      }),
    );
  });

  it('gives back the spans when a range is replaced by itself inside one span', () => {
    const spans: Span[] = [{ text: 'one two', marks: ['bold'] }, { text: ' three' }];
    expect(replaceInSpans(spans, 4, 7, 'two')).toEqual(spans);
  });

  it('refuses a range outside the text', () => {
    const spans: Span[] = [{ text: 'abc' }, { text: 'def', deleted: 'd' }];
    for (const [start, end] of [
      [-1, 1],
      [2, 1],
      [0, 4],
      [4, 4],
    ] as const) {
      expect(() => replaceInSpans(spans, start, end, 'x')).toThrow(RangeError);
    }
  });
});

describe('linking in spans', () => {
  it('links the words asked for and nothing else, whatever marks they have', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(), fc.nat(), (spans, a, b) => {
        const text = readingText(spans);
        const [start = 0, end = 0] = [a, b].map((n) => n % (text.length + 1)).sort((x, y) => x - y);
        const linked = linkInSpans(
          linkInSpans(spans, 0, text.length, null),
          start,
          end,
          'https://a.b',
        );
        expect(readingText(linked)).toBe(text);
        expect(originalText(linked)).toBe(originalText(spans));
        const { links = [] } = readBlock(textBlock('b', 'paragraph', linked))[0] ?? {};
        expect(links).toEqual(start === end ? [] : [{ start, end, address: 'https://a.b' }]);
      }),
    );
  });
});

describe('merging spans', () => {
  it('changes neither reading: as it stands and original', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(readingText(mergeSpans(spans))).toBe(readingText(spans));
        expect(originalText(mergeSpans(spans))).toBe(originalText(spans));
        expect(unitFormats(mergeSpans(spans))).toEqual(unitFormats(spans));
      }),
    );
  });
});

/** Edits of one text that do not overlap, in any order of listing. */
const spansAndEdits = anySpans.chain((spans) => {
  const length = readingText(spans).length;
  return fc
    .tuple(
      fc.array(fc.nat(length), { maxLength: 8 }),
      fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([points, texts, backwards]) => {
      const cuts = points.sort((a, b) => a - b);
      const edits: Extract<Edit, { op: 'replace' }>[] = [];
      for (let at = 0; at + 1 < cuts.length; at += 2) {
        const [start = 0, end = 0] = cuts.slice(at, at + 2);
        const previous = edits.at(-1);
        if (previous && previous.end === start) continue;
        edits.push({ op: 'replace', block: 'b', start, end, text: texts[at / 2] ?? '' });
      }
      return { spans, edits: backwards ? edits.toReversed() : edits };
    });
});

describe('applying edits', () => {
  const article = (spans: readonly Span[]): Article => ({
    blocks: [textBlock('a', 'headline', 'Untouched'), textBlock('b', 'paragraph', spans)],
  });

  it('equals doing them one by one from the end', () => {
    fc.assert(
      fc.property(spansAndEdits, ({ spans, edits }) => {
        const oneByOne = edits
          .toSorted((a, b) => b.start - a.start)
          .reduce((done, edit) => applyEdits(done, [edit]), article(spans));
        const together = applyEdits(article(spans), edits);
        expect(readArticle(together)).toEqual(readArticle(oneByOne));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the identical object for every block it does not change', () => {
    const before: Article = {
      blocks: [
        textBlock('a', 'headline', 'One'),
        figureBlock('f', 'p', 'Two', 'Three', 'Four'),
        textBlock('b', 'paragraph', 'Five'),
      ],
    };
    const edit: Edit = { op: 'replace', block: 'b', start: 0, end: 4, text: '5' };
    const after = applyEdits(before, [edit]);
    expect(after.blocks[0]).toBe(before.blocks[0]);
    expect(after.blocks[1]).toBe(before.blocks[1]);
    expect(after.blocks[2]).not.toBe(before.blocks[2]);
  });

  it('puts two insertions at one place in the order they are listed', () => {
    const insert = (text: string): Edit => ({
      op: 'replace',
      block: 'b',
      start: 1,
      end: 1,
      text,
    });
    const after = applyEdits(article([{ text: 'ab' }]), [insert('X'), insert('Y')]);
    expect(readArticle(after)[1]?.text).toBe('aXYb');
  });

  it('reaches captions, credits and alt texts', () => {
    const before: Article = { blocks: [figureBlock('f', 'p', 'Dog', 'Kim', 'A dog')] };
    const after = applyEdits(before, [
      { op: 'replace', block: 'f.caption', start: 0, end: 3, text: 'Cat' },
      { op: 'replace', block: 'f.credit', start: 3, end: 3, text: ' Ash' },
      { op: 'replace', block: altId('f'), start: 2, end: 5, text: 'cat' },
    ]);
    expect(readArticle(after).map((block) => block.text)).toEqual(['Cat', 'Kim Ash', 'A cat']);
  });

  it('writes a first alt text', () => {
    const before: Article = { blocks: [figureBlock('f', 'p', 'Dog', '')] };
    const after = applyEdits(before, [
      { op: 'replace', block: altId('f'), start: 0, end: 0, text: 'A dog' },
    ]);
    const [block] = after.blocks;
    expect(block && isFigure(block) ? block.alt : null).toBe('A dog');
  });

  it('removes blocks, and edits of a removed block do nothing', () => {
    const after = applyEdits(article([{ text: 'ab' }]), [
      { op: 'remove-block', block: 'b' },
      { op: 'replace', block: 'b', start: 0, end: 1, text: 'x' },
      { op: 'replace', block: 'nowhere', start: 0, end: 1, text: 'x' },
    ]);
    expect(after.blocks.map((block) => block.id)).toEqual(['a']);
  });
});
