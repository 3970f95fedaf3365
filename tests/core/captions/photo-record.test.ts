import { describe, expect, it } from 'vitest';
import type { Photo } from '#core/article/model';
import { figureBlock, missingPhoto, newStory } from '#core/article/story';
import { approvalState, withApproval } from '#core/captions/approval';
import { conflictsOf, repairedCharset, withRepairedField } from '#core/captions/metadata-repair';
import { acknowledging, restricts, rightsOrders } from '#core/captions/rights';

const AT = '2026-03-01T10:00:00Z';
const photo: Photo = { ...missingPhoto('p', 'quay.jpg'), sha256: 'a'.repeat(64) };
const story = newStory({
  id: 's',
  slug: 's',
  photos: [photo],
  article: { blocks: [figureBlock('f', 'p', 'The quay.', 'Jo Lee/AP')] },
});

describe('the approval of a caption', () => {
  const approved = withApproval(story, 'p', { by: 'Kim', at: AT }, 'The quay.', 'Jo Lee/AP');
  const [one = photo] = approved.photos;

  it('holds for these words and this picture', () => {
    expect(approvalState(one, 'The quay.', 'Jo Lee/AP')).toBe('approved');
    expect(approvalState(photo, 'The quay.', 'Jo Lee/AP')).toBe('none');
    expect(approvalState(null, '', '')).toBe('none');
  });

  it('is void after another picture or other words', () => {
    const other = { ...one, sha256: 'b'.repeat(64) };
    expect(approvalState(other, 'The quay.', 'Jo Lee/AP')).toBe('photo-changed');
    expect(approvalState(one, 'The pier.', 'Jo Lee/AP')).toBe('text-changed');
    expect(approvalState(one, 'The quay.', 'Al Roe/AP')).toBe('text-changed');
  });

  it('can be taken back, and a photo that is not there changes nothing', () => {
    const back = withApproval(approved, 'p', null, '', '').photos[0] ?? photo;
    expect(approvalState(back, 'The quay.', 'Jo Lee/AP')).toBe('none');
    expect(withApproval(story, 'other', null, '', '')).toBe(story);
  });
});

describe('orders of the sender', () => {
  const told: Photo = {
    ...photo,
    metadata: {
      instructions: { iim: ['Hold for Monday'], xmp: ['Hold until Monday'] },
      usageTerms: { xmp: ['Editorial use only'] },
    },
  };

  it('are open until these very words are signed', () => {
    const [first] = rightsOrders(told);
    if (!first) throw new Error('no order');
    expect(first).toMatchObject({ text: 'Hold until Monday', acknowledged: null });
    const signed = acknowledging(told, first, 'Kim', AT);
    expect(rightsOrders(signed)[0]?.acknowledged).toMatchObject({ by: 'Kim', at: AT });
    const changed = { ...signed, metadata: { instructions: { xmp: ['Hold until Tuesday'] } } };
    expect(rightsOrders(changed)[0]?.acknowledged).toBeNull();
  });

  it('restrict only when they say more than every picture says', () => {
    expect(restricts('Hold until Monday')).toBe(true);
    expect(restricts('Editorial use only. No archives.')).toBe(false);
  });
});

describe('conflicts inside a file', () => {
  const torn: Photo = {
    ...photo,
    metadata: {
      creator: { iim: ['Jo Lee'], xmp: ['Jo  Lee'], exif: ['J. Lee'] },
      source: { iim: ['AP'], xmp: ['AP'] },
      dateCreated: { iim: ['20260301'], exif: ['2026:03:01 09:00:00'] },
      copyrightNotice: { iim: ['Â© SkÃ¥ne Bild'] },
    },
  };

  it('are the fields whose parts differ, and those with damaged letters', () => {
    expect(conflictsOf(torn).map(({ field }) => field)).toEqual(['creator', 'copyrightNotice']);
    const values = conflictsOf(torn)[0]?.values ?? [];
    expect(values.map(({ source, counts }) => [source, counts])).toEqual([
      ['iim', false],
      ['xmp', true],
      ['exif', false],
    ]);
  });

  it('are repaired in the story’s copy of the metadata', () => {
    expect(repairedCharset('Â© SkÃ¥ne Bild')).toBe('© Skåne Bild');
    expect(repairedCharset('© Skåne Bild')).toBeNull();
    const whole = withRepairedField(torn, 'copyrightNotice');
    expect(whole.metadata?.copyrightNotice?.iim).toEqual(['© Skåne Bild']);
    expect(conflictsOf(whole).map(({ field }) => field)).toEqual(['creator']);
    expect(withRepairedField(torn, 'headline')).toBe(torn);
  });
});
