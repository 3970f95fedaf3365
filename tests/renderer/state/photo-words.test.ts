import { describe, expect, it } from 'vitest';
import type { FigureBlock, Photo, Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { parseStory } from '#core/article/schema';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';
import { metaValues } from '#core/captions/metadata';
import { unfinishedCaption } from '#core/captions/templates';
import { writtenFields } from '#core/photos/written-fields';
import { comparisons, fileText, withPrintKept } from '../../../renderer/state/file-against-print';
import {
  recentUses,
  withArrived,
  withDraft,
  withFigures,
  withPartedAlt,
  withReplaced,
} from '../../../renderer/state/photos';

const photo: Photo = {
  ...missingPhoto('p', 'quay.jpg'),
  file: 'quay.jpg',
  sha256: 'a'.repeat(64),
  metadata: {
    description: { xmp: ['Ana Reis waves.'] },
    creator: { xmp: ['Carla Pinto'] },
    creditLine: { xmp: ['Reuters'] },
  },
};
const story = newStory({
  id: 's',
  slug: 's',
  photos: [photo],
  article: { blocks: [figureBlock('f', 'p', 'Ana Rees waves.', 'Rui Santos/AP')] },
});
const figureOf = (one: Story): FigureBlock => {
  const block = one.article.blocks.find(isFigure);
  if (!block) throw new Error('no figure');
  return block;
};
const photoOf = (one: Story): Photo => one.photos[0] ?? photo;

describe('the file against the print', () => {
  it('compares caption and credit, the creator put before the line that lacks it', () => {
    expect(comparisons(figureOf(story), photo)).toEqual([
      {
        field: 'description',
        printed: 'Ana Rees waves.',
        file: 'Ana Reis waves.',
        agree: false,
      },
      { field: 'creditLine', printed: 'Rui Santos/AP', file: 'Carla Pinto/Reuters', agree: false },
    ]);
    const whole = { ...photo, metadata: { creditLine: { iim: ['CARLA PINTO/Reuters'] } } };
    expect(fileText(whole, 'creditLine')).toBe('CARLA PINTO/Reuters');
  });

  it('is settled by keeping the print, which exported copies then carry', () => {
    const kept = withPrintKept(
      withPrintKept(story, figureOf(story), 'description'),
      figureOf(story),
      'creditLine',
    );
    expect(comparisons(figureOf(kept), photoOf(kept))).toEqual([]);
    expect(metaValues(photoOf(kept), 'creator')).toEqual(['Rui Santos']);
    expect(photoOf(kept).metadata).toBe(photo.metadata);
    expect(writtenFields(kept, photoOf(kept))).toMatchObject({
      description: ['Ana Rees waves.'],
      creator: ['Rui Santos'],
      creditLine: ['Rui Santos/AP'],
    });
  });
});

describe('a caption made from the file', () => {
  it('is a draft until it reads otherwise, also after it was saved and read again', () => {
    const drafted = withDraft(story, figureOf(story), 'Ana Reis in Porto.');
    const stored = parseStory(JSON.stringify(drafted), 'story.json');
    if (!stored.ok) throw new Error(stored.message);
    const [again] = stored.value.photos;
    expect(unfinishedCaption(again ?? null, 'Ana Reis in Porto.')).toBe('draft');
    expect(unfinishedCaption(again ?? null, 'Ana Reis waves in Porto.')).toBeNull();
    expect(unfinishedCaption(photo, 'Ana Reis {verb} in Porto.')).toBe('field');
  });
});

describe('an alt text that is too long', () => {
  it('goes on in the extended description, before what that says', () => {
    const said = { ...photo, says: { extendedDescription: ['The rope is blue.'] } };
    const long = 'A woman on a bridge raises her arm to a boat. Two men look on from the quay.';
    const before = newStory({
      id: 's',
      slug: 's',
      photos: [said],
      article: { blocks: [figureBlock('f', 'p', '', '', long)] },
    });
    const after = withPartedAlt(before, figureOf(before), 60);
    expect(figureOf(after).alt).toBe('A woman on a bridge raises her arm to a boat.');
    expect(metaValues(photoOf(after), 'extendedDescription')).toEqual([
      'Two men look on from the quay. The rope is blue.',
    ]);
    expect(withPartedAlt(after, figureOf(after), 60)).toBe(after);
  });
});

describe('files that come and go', () => {
  const approval = {
    by: 'Kim',
    at: '2026-03-01T10:00:00Z',
    sha256: 'a'.repeat(64),
    caption: 'x',
    credit: 'y',
  };

  it('a lost file found again keeps what people said of it; another picture does not', () => {
    const known = {
      ...photo,
      approval,
      says: { creator: ['Jo Lee'] },
      acknowledged: [{ by: 'Kim', at: approval.at, field: 'instructions' as const, text: 'Hold' }],
    };
    const held = { ...story, photos: [known] };
    const arrived = { ...missingPhoto('new', 'renamed.jpg'), file: 'renamed.jpg' };
    expect(photoOf(withArrived(held, 'p', arrived))).toMatchObject({
      id: 'p',
      file: 'renamed.jpg',
      approval,
      says: { creator: ['Jo Lee'] },
      acknowledged: known.acknowledged,
    });
    const other = photoOf(withReplaced(held, 'p', arrived));
    expect([other.approval, other.says, other.acknowledged]).toEqual([approval, undefined, []]);
  });

  it('a folder of photos becomes figures in their order, after a block', () => {
    const text = newStory({
      id: 's',
      slug: 's',
      article: {
        blocks: [textBlock('a', 'paragraph', 'One'), textBlock('b', 'paragraph', 'Two')],
      },
    });
    const ids = ['f1', 'f2', 'f3', 'f4'];
    const two = [missingPhoto('p1', '1.jpg'), missingPhoto('p2', '2.jpg')];
    const after = withFigures(text, two, 'a', () => ids.shift() ?? '');
    expect(after.article.blocks.map(({ id }) => id)).toEqual(['a', 'f1', 'f2', 'b']);
    expect(after.photos).toEqual(two);
    const last = withFigures(text, two, null, () => ids.shift() ?? '');
    expect(last.article.blocks.map(({ id }) => id)).toEqual(['a', 'b', 'f3', 'f4']);
  });
});

it('uses of the same photo are recent for so many days', () => {
  const day = 86_400_000;
  const use = (at: number) => ({
    hash: 'a'.repeat(64),
    ref: 'x.galley',
    slug: 'x',
    headline: '',
    at,
  });
  const uses = [use(100 * day), use(80 * day), { ...use(100 * day), hash: 'b'.repeat(64) }];
  expect(recentUses(uses, photo, 7, 101 * day)).toEqual([uses[0]]);
  expect(recentUses(uses, photo, 30, 101 * day)).toEqual([uses[0], uses[1]]);
  expect(recentUses(uses, missingPhoto('p', 'x'), 30, 101 * day)).toEqual([]);
});
