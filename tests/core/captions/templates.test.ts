import { describe, expect, it } from 'vitest';
import type { Photo } from '#core/article/model';
import { missingPhoto } from '#core/article/story';
import {
  CAPTION_TEMPLATES,
  draftCaption,
  filledTemplate,
  nextField,
} from '#core/captions/templates';

const photo: Photo = {
  ...missingPhoto('p', 'quay.jpg'),
  metadata: {
    personShown: { xmp: ['Ana Reis', 'Jo Lee'] },
    locationShown: { xmp: ['Porto, Portugal'] },
    dateCreated: { exif: ['2026:03:01 09:00:00'] },
  },
};
const bare = missingPhoto('p', 'quay.jpg');

describe('caption templates', () => {
  it('take what the file knows and leave the rest for the writer', () => {
    const two = { title: '', text: '{person}, left, {verb} {person} in {place} on {date}.' };
    expect(filledTemplate(two, photo, 'en-US')).toBe(
      'Ana Reis, left, {verb} Jo Lee in Porto on March 1, 2026.',
    );
    expect(filledTemplate(two, bare, 'en-US')).toBe(two.text);
    expect(filledTemplate(two, null, 'en-US')).toBe(two.text);
  });

  it('ship with fields that can be filled', () => {
    for (const { text } of CAPTION_TEMPLATES) expect(nextField(text, 0)).not.toBeNull();
  });

  it('have stops that Tab walks round', () => {
    const text = '{person} {verb} in {place}';
    expect(nextField(text, 0)).toEqual({ start: 0, end: 8 });
    expect(nextField(text, 8)).toEqual({ start: 9, end: 15 });
    expect(nextField(text, 26)).toEqual({ start: 0, end: 8 });
    expect(nextField('Ana waves.', 0)).toBeNull();
  });
});

describe('a caption drafted from metadata', () => {
  it('says who, where and when, as far as the file knows', () => {
    expect(draftCaption(photo, 'en-US')).toBe('Ana Reis and Jo Lee in Porto on March 1, 2026.');
    expect(draftCaption(photo, 'en-GB')).toBe('Ana Reis and Jo Lee in Porto on 1 March 2026.');
    const one = { ...photo, metadata: { personShown: { iim: ['Ana Reis'] } } };
    expect(draftCaption(one, 'en-US')).toBe('Ana Reis.');
    expect(draftCaption(bare, 'en-US')).toBeNull();
  });
});
