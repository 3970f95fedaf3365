import type { MetadataField, Photo, Story } from '../article/model';
import { isFigure } from '../article/model';
import { readingText } from '../article/reading';
import { parseCredit } from '../captions/credit';
import { metaValues } from '../captions/metadata';

/** What an exported photo says of itself: the story's words where it has some, else what its own file said. */
export type WrittenFields = { readonly [field in MetadataField]?: readonly string[] };

/** Fields of the file that go on saying what they said: rights belong to whoever made the photo. */
const KEPT: readonly MetadataField[] = [
  'copyrightNotice',
  'usageTerms',
  'licensor',
  'instructions',
  'creatorJobTitle',
  'extendedDescription',
  'keywords',
  'dateCreated',
  'personShown',
  'locationShown',
  'locationCreated',
  'digitalSourceType',
];

/**
 * The metadata to write into a photo's exported copy: caption, credit, alt text, headline and creators as the first
 * figure that shows it prints them, rights and subject from its own file as the desk reads it. Where the story has no
 * words, the file's stay. Empty values are left out.
 */
export function writtenFields(story: Story, photo: Photo): WrittenFields {
  const fields: { [field in MetadataField]?: readonly string[] } = {};
  const set = (field: MetadataField, ...choices: readonly (readonly string[])[]) => {
    const told = choices
      .map((values) => values.map((value) => value.trim()).filter((value) => value !== ''))
      .find((values) => values.length > 0);
    if (told) fields[field] = told;
  };
  const file = (field: MetadataField) => metaValues(photo, field);
  for (const field of KEPT) set(field, file(field));
  const headline = story.article.blocks.find((block) => block.kind === 'headline');
  if (headline && !isFigure(headline)) set('headline', [readingText(headline.spans)]);
  const figure = story.article.blocks.find(
    (block) => isFigure(block) && block.photo === photo.id && block.deleted === undefined,
  );
  if (!figure || !isFigure(figure)) return fields;
  const line = readingText(figure.credit.spans).trim();
  const credit = parseCredit(line);
  set('description', [readingText(figure.caption.spans)], file('description'));
  // Decorative on purpose: the file's own alt text would say otherwise.
  set('altText', [figure.alt ?? ''], figure.alt === '' ? [] : file('altText'));
  set('creditLine', [line], file('creditLine'));
  set(
    'creator',
    credit.creators.map((creator) => creator.name),
    file('creator'),
  );
  set('source', credit.agencies.slice(0, 1), file('source'));
  return fields;
}
