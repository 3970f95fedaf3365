import { describe, expect, it } from 'vitest';
import { readArticle } from '#core/article/reading';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';
import type { Finding } from '#core/checks/types';
import { sheetRows, textsOf, withBatch } from '../../../renderer/state/contact-sheet';
import { figureRows } from '../../../renderer/state/photos';

const story = newStory({
  id: 's',
  slug: 's',
  article: {
    blocks: [
      textBlock('b', 'paragraph', 'Text'),
      figureBlock('f1', 'p1', 'One', 'Jo Lee/AP'),
      figureBlock('f2', 'p2', 'Two', 'Al Roe/AP', 'A quay'),
      figureBlock('f3', 'p3', 'Three', 'Jo Lee/AP'),
    ],
  },
  photos: [
    { ...missingPhoto('p1', 'b10.jpg'), file: 'b10.jpg' },
    missingPhoto('p2', 'b9.jpg'),
    { ...missingPhoto('p3', 'a.jpg'), file: 'a.jpg' },
  ],
});
const finding = (block: string, severity: Finding['severity']) =>
  ({ block, severity, key: block + severity }) as Finding;
const rows = figureRows(story, [finding('f3', 'warning'), finding('f2.caption', 'error')]);
const ids = (...given: Parameters<typeof sheetRows>) =>
  sheetRows(...given).map((row) => row.figure.id);

describe('the contact sheet', () => {
  it('sorts by place, trouble, file name and credit', () => {
    expect(ids(rows, 'all', 'story')).toEqual(['f1', 'f2', 'f3']);
    expect(ids(rows, 'all', 'trouble')).toEqual(['f2', 'f3', 'f1']);
    expect(ids(rows, 'all', 'name')).toEqual(['f3', 'f2', 'f1']);
    expect(ids(rows, 'all', 'credit')).toEqual(['f2', 'f1', 'f3']);
  });

  it('filters by trouble, approval and missing files', () => {
    expect(ids(rows, 'trouble', 'story')).toEqual(['f2', 'f3']);
    expect(ids(rows, 'missing', 'story')).toEqual(['f2']);
    expect(ids(rows, 'waiting', 'story')).toHaveLength(3);
  });

  it('writes one credit or alt text under the chosen photos and nothing else', () => {
    const after = withBatch(story, new Set(['f1', 'f2']), { credit: 'Kim Poe/AP', alt: null });
    expect(figureRows(after, []).map((row) => textsOf(row).credit)).toEqual([
      'Kim Poe/AP',
      'Kim Poe/AP',
      'Jo Lee/AP',
    ]);
    const alts = withBatch(story, new Set(['f1']), { credit: null, alt: 'A pier' });
    expect(readArticle(alts.article).filter(({ kind }) => kind === 'alt')).toMatchObject([
      { id: 'f1.alt', text: 'A pier' },
      { id: 'f2.alt', text: 'A quay' },
    ]);
  });
});
