import { describe, expect, it } from 'vitest';
import { readArticle } from '#core/article/reading';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';
import type { Finding } from '#core/checks/types';
import { batchChanges, sheetRows, textsOf, withBatch } from '../../../renderer/state/contact-sheet';
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
  ({ block, severity, key: block + severity, check: 'x' }) as Finding;
const rows = figureRows(story, [finding('f3', 'warning'), finding('f2.caption', 'error')]);
const ids = (...given: Parameters<typeof sheetRows>) =>
  sheetRows(...given).map((row) => row.figure.id);

describe('the contact sheet', () => {
  it('sorts by the day taken, photos that do not say last', () => {
    const dated = (id: string, value: string) => ({
      ...missingPhoto(id, `${id}.jpg`),
      metadata: { dateCreated: { xmp: [value] } },
    });
    const photos = [
      dated('p1', '2026:03:01 11:00:00'),
      missingPhoto('p2', 'x.jpg'),
      dated('p3', '2026-03-01T09:30'),
    ];
    expect(ids(figureRows({ ...story, photos }, []), 'all', 'taken')).toEqual(['f3', 'f1', 'f2']);
  });

  it('filters by what the file says: orders, parts that differ, how it was made', () => {
    const photos = [
      {
        ...missingPhoto('p1', 'a.jpg'),
        metadata: { instructions: { iim: ['Hold until Monday'] } },
      },
      {
        ...missingPhoto('p2', 'b.jpg'),
        metadata: { creator: { iim: ['Jo Lee'], xmp: ['Al Roe'] } },
      },
      {
        ...missingPhoto('p3', 'c.jpg'),
        metadata: { digitalSourceType: { xmp: ['…/digitalsourcetype/trainedAlgorithmicMedia'] } },
      },
    ];
    const told = figureRows({ ...story, photos }, [finding('f1', 'error')]);
    expect(ids(told, 'orders', 'story')).toEqual(['f1']);
    expect(ids(told, 'conflicts', 'story')).toEqual(['f2']);
    expect(ids(told, 'made', 'story')).toEqual(['f3']);
    expect(ids(told, 'errors', 'story')).toEqual(['f1']);
    expect(ids(told, 'alt', 'story')).toEqual(['f1', 'f3']);
  });

  it('shows what a batch changes before it is written', () => {
    const all = new Set(['f1', 'f2', 'f3']);
    expect(batchChanges(story, all, { credit: 'Jo Lee/AP', alt: 'A quay' })).toEqual([
      { figure: 'f1', what: 'alt', before: '', after: 'A quay' },
      { figure: 'f2', what: 'credit', before: 'Al Roe/AP', after: 'Jo Lee/AP' },
      { figure: 'f3', what: 'alt', before: '', after: 'A quay' },
    ]);
    const house = batchChanges(story, all, { credit: { form: 'ap' }, alt: null });
    expect(house.map(({ after }) => after)).toEqual([
      '(AP Photo/Jo Lee)',
      '(AP Photo/Al Roe)',
      '(AP Photo/Jo Lee)',
    ]);
  });

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
