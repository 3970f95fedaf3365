import type { MetadataField, Photo, Story } from '../article/model';
import { isFigure } from '../article/model';
import { readingText } from '../article/reading';
import { parseCredit } from '../captions/credit';

/** What an exported photo says of itself: the story's words where it has some, else what its own file said. */
export type WrittenFields = { readonly [field in MetadataField]?: readonly string[] };

/** Fields of the file that go on saying what they said: rights belong to whoever made the photo. */
const KEPT: readonly MetadataField[] = [
  'copyrightNotice',
  'usageTerms',
  'instructions',
  'creatorJobTitle',
  'extendedDescription',
  'keywords',
  'dateCreated',
  'personShown',
  'digitalSourceType',
];

/**
 * The metadata to write into a photo's exported copy: caption, credit, alt text, headline and creators from the first
 * figure that shows it, rights and subject from its own file (XMP before IIM before EXIF). Empty values are left out.
 */
export function writtenFields(story: Story, photo: Photo): WrittenFields {
  const fields: { [field in MetadataField]?: readonly string[] } = {};
  const set = (field: MetadataField, values: readonly string[]) => {
    const told = values.map((value) => value.trim()).filter((value) => value !== '');
    if (told.length > 0) fields[field] = told;
  };
  for (const field of KEPT) {
    const value = photo.metadata?.[field];
    set(field, value?.xmp ?? value?.iim ?? value?.exif ?? []);
  }
  const headline = story.article.blocks.find((block) => block.kind === 'headline');
  if (headline && !isFigure(headline)) set('headline', [readingText(headline.spans)]);
  const figure = story.article.blocks.find(
    (block) => isFigure(block) && block.photo === photo.id && block.deleted === undefined,
  );
  if (!figure || !isFigure(figure)) return fields;
  set('description', [readingText(figure.caption.spans)]);
  set('altText', [figure.alt ?? '']);
  const line = readingText(figure.credit.spans).trim();
  set('creditLine', [line]);
  const credit = parseCredit(line);
  set(
    'creator',
    credit.creators.map((creator) => creator.name),
  );
  set('source', credit.agencies.slice(0, 1));
  return fields;
}
