import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { figureBlock, newStory, textBlock } from '#core/article/story';
import { groupLists } from '#core/formats/export-lists';
import type { Inline } from '#core/formats/export-standing';
import {
  bylineNames,
  inlineTree,
  longDate,
  plainText,
  safeLink,
  standingBlocks,
} from '#core/formats/export-standing';
import { spans } from './arbitrary-story';

const standing = (...blocks: Block[]) =>
  standingBlocks(newStory({ id: 's', slug: 's', article: { blocks } }), 'f');

const texts = (...blocks: Block[]) =>
  standing(...blocks).map((item) => (item.kind === 'text' ? plainText(item.block) : 'figure'));

describe('the story as it stands', () => {
  it('prints the reading text of every block', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const text = readingText(given);
        expect(texts(textBlock('b', 'paragraph', given))).toEqual(text === '' ? [] : [text]);
      }),
    );
  });

  it('joins blocks whose break is a suggested deletion', () => {
    const first = { ...textBlock('a', 'paragraph', 'One '), endDeleted: 'c' };
    const second = { ...textBlock('b', 'paragraph', 'two '), endDeleted: 'c' };
    expect(texts(first, second, textBlock('c', 'crosshead', 'three'))).toEqual(['One two three']);
    expect(texts(first, figureBlock('f', 'p', '', ''))).toEqual(['One ', 'figure']);
    expect(texts(first)).toEqual(['One ']);
  });

  it('gives a joined block the kind of what is left', () => {
    const gone = {
      ...textBlock('a', 'crosshead', [{ text: 'Gone', deleted: 'c' }]),
      endDeleted: 'c',
    };
    expect(standing(gone, textBlock('b', 'paragraph', 'Stays'))).toMatchObject([
      { block: { kind: 'paragraph', spans: [{ text: 'Stays' }] } },
    ]);
  });

  it('leaves out deleted figures and keeps suggested ones', () => {
    const figure = figureBlock('f', 'p', 'C', '');
    expect(texts({ ...figure, deleted: 'c' })).toEqual([]);
    expect(texts({ ...figure, inserted: 'c' })).toEqual(['figure']);
  });
});

describe('inline tree', () => {
  const flat = (nodes: readonly Inline[]): string =>
    nodes.map((node) => (node.type === 'text' ? node.text : flat(node.children))).join('');

  it('keeps the text and never opens the same mark twice side by side', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const kept = given.filter((span) => span.deleted === undefined);
        const tree = inlineTree(kept);
        expect(flat(tree)).toBe(readingText(given));
        for (let at = 1; at < tree.length; at += 1) {
          const [left, right] = [tree[at - 1], tree[at]];
          if (left?.type === 'mark' && right?.type === 'mark') {
            expect(left.mark).not.toBe(right.mark);
          }
        }
      }),
    );
  });
});

describe('lists', () => {
  const item = (depth: number, ordered = false) => ({
    ...textBlock(`l${depth}`, 'list-item', `at ${depth}`),
    depth,
    ordered,
  });

  it('nest by depth and part where the numbering changes', () => {
    const groups = groupLists(standing(item(0), item(2), item(1), item(0, true)));
    expect(groups).toMatchObject([
      {
        list: {
          ordered: false,
          items: [{ lists: [{ items: [{ block: { depth: 2 } }, { block: { depth: 1 } }] }] }],
        },
      },
      { list: { ordered: true, items: [{ lists: [] }] } },
    ]);
  });
});

describe('links', () => {
  it('pass with a scheme that only leads somewhere, or none', () => {
    for (const href of [
      'https://a.example/x:y',
      'mailto:a@b.example',
      'tel:+1',
      '/a',
      '#b',
      'a?b:c',
    ])
      expect(safeLink(href)).toBe(href);
    for (const href of [
      'javascript:1',
      'JAVA\nSCRIPT:1',
      '\u0001javascript:1',
      'file:///x',
      'data:,',
      '',
    ])
      expect(safeLink(href)).toBeNull();
  });
});

describe('bylines and dates', () => {
  it('names the writers', () => {
    expect(bylineNames('By Ida Moran and Lev Osei')).toEqual(['Ida Moran', 'Lev Osei']);
    expect(bylineNames('BY A. Bo, Cy Di & Ed Fu')).toEqual(['A. Bo', 'Cy Di', 'Ed Fu']);
    expect(bylineNames('Staff and agencies')).toEqual(['Staff and agencies']);
    expect(bylineNames(' ')).toEqual([]);
  });

  it('writes a date in the language of the story', () => {
    expect(longDate('2031-05-06', 'en-US')).toBe('May 6, 2031');
    expect(longDate('2031-05-06', 'en-GB')).toBe('6 May 2031');
    expect(longDate('soon', 'en-US')).toBe('soon');
    expect(longDate('2031-05-06', 'not a language')).toBe('2031-05-06');
  });
});
