import { describe, expect, it } from 'vitest';
import type { Photo } from '#core/article/model';
import { figureBlock, missingPhoto, newStory } from '#core/article/story';
import { approvalState, withApproval } from '#core/captions/approval';
import { metaValues, withDeskSays } from '#core/captions/metadata';
import { conflictsOf, openConflicts, repairedField } from '#core/captions/metadata-repair';
import { acknowledging, restricts, rightsOrders, unreadOrders } from '#core/captions/rights';

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
    // The other part of the file says it in other words: those count too.
    expect(rightsOrders(signed)[1]).toMatchObject({ text: 'Hold for Monday', acknowledged: null });
    expect(rightsOrders(signed)[0]?.acknowledged).toMatchObject({ by: 'Kim', at: AT });
    const changed = { ...signed, metadata: { instructions: { xmp: ['Hold until Tuesday'] } } };
    expect(rightsOrders(changed)[0]?.acknowledged).toBeNull();
  });

  it('are counted for the whole story', () => {
    const open = unreadOrders({ ...story, photos: [told] });
    expect(open.map(({ figure, number, order }) => [figure, number, order.text])).toEqual([
      ['f', 1, 'Hold until Monday'],
      ['f', 1, 'Hold for Monday'],
    ]);
    expect(unreadOrders(story)).toEqual([]);
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

  it('are settled by what the desk says, and open again when it takes that back', () => {
    const repaired = repairedField(torn, 'copyrightNotice');
    expect(repaired).toEqual(['© Skåne Bild']);
    expect(repairedField(torn, 'creator')).toBeNull();
    const whole = withDeskSays(torn, 'copyrightNotice', repaired);
    expect(whole.metadata).toBe(torn.metadata);
    expect(metaValues(whole, 'copyrightNotice')).toEqual(['© Skåne Bild']);
    expect(openConflicts(conflictsOf(whole)).map(({ field }) => field)).toEqual(['creator']);
    expect(withDeskSays(whole, 'copyrightNotice', null)).toEqual(torn);
  });

  it('say which part counts, also after another was chosen', () => {
    const chosen = withDeskSays(torn, 'creator', ['J. Lee']);
    const [conflict] = conflictsOf(chosen);
    expect(conflict?.settled).toEqual(['J. Lee']);
    expect(conflict?.values.map(({ source, counts }) => [source, counts])).toEqual([
      ['iim', false],
      ['xmp', false],
      ['exif', true],
    ]);
    expect(metaValues(chosen, 'creator')).toEqual(['J. Lee']);
  });
});
