import { describe, expect, it } from 'vitest';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';
import type { Finding } from '#core/checks/types';
import {
  figureRows,
  photoAddress,
  withAlt,
  withArrived,
  withPhotos,
} from '../../../renderer/state/photos';

const story = newStory({
  id: 's',
  slug: 's',
  article: {
    blocks: [
      textBlock('b', 'paragraph', 'Text'),
      figureBlock('f1', 'p1', 'One', 'Jo'),
      figureBlock('f2', 'p2', 'Two', 'Al', 'Alt'),
    ],
  },
  photos: [missingPhoto('p1', 'one.jpg')],
});
const finding = (block: string, severity: Finding['severity']) =>
  ({ block, severity, key: block + severity, check: 'x' }) as Finding;

describe('photos', () => {
  it('gives each figure its number, photo, findings and worst light', () => {
    const rows = figureRows(story, [
      finding('f1.caption', 'suggestion'),
      finding('f1', 'error'),
      finding('f2.alt', 'warning'),
      finding('b', 'error'),
    ]);
    expect(rows.map(({ number, light, findings }) => [number, light, findings.length])).toEqual([
      [1, 'error', 2],
      [2, 'warning', 1],
    ]);
    expect(rows[0]?.photo?.originalName).toBe('one.jpg');
    expect(rows[1]?.photo).toBeNull();
    expect(figureRows(story, [])[0]?.light).toBeNull();
  });

  it('shows findings in the order of the desk, what is missing where it would be', () => {
    const of = (block: string, check: string) =>
      ({ block, check, severity: 'error', key: check }) as Finding;
    const [row] = figureRows(story, [
      of('f1', 'alt-missing'),
      of('f1', 'credit-missing'),
      of('f1.credit', 'credit-case'),
      of('f1', 'meta-instructions'),
      of('f1.caption', 'caption-stop'),
    ]);
    expect(row?.findings.map(({ check }) => check)).toEqual([
      'meta-instructions',
      'caption-stop',
      'credit-missing',
      'credit-case',
      'alt-missing',
    ]);
  });

  it('puts an arrived picture where the missing one was', () => {
    const arrived = { ...missingPhoto('new', 'one.jpg'), file: 'one.jpg', width: 8 };
    const next = withArrived(story, 'p1', arrived);
    expect(next.photos).toEqual([{ ...arrived, id: 'p1' }]);
    expect(withArrived(story, 'p2', arrived).photos.map((photo) => photo.id)).toEqual(['p1', 'p2']);
  });

  it('adds photos once', () => {
    const added = withPhotos(story, [missingPhoto('p1', 'x'), missingPhoto('p9', 'y')]);
    expect(added.photos.map((photo) => photo.id)).toEqual(['p1', 'p9']);
  });

  it('sets alt text of one figure and leaves the other blocks as they are', () => {
    const next = withAlt(story, 'f1', '');
    expect(next.article.blocks[1]).toMatchObject({ alt: '' });
    expect(next.article.blocks[2]).toBe(story.article.blocks[2]);
    expect(next.article.blocks[0]).toBe(story.article.blocks[0]);
  });

  it('escapes names in addresses', () => {
    expect(photoAddress('a b.galley', '50% #1?.jpg')).toBe(
      '/photo/a%20b.galley/50%25%20%231%3F.jpg',
    );
  });
});
