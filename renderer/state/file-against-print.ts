import type { FigureBlock, MetadataField, Photo, Story } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { creditsAgree } from '#core/captions/agree';
import { withPhoto } from '#core/captions/approval';
import { parseCredit } from '#core/captions/credit';
import { metaValues, withDeskSays } from '#core/captions/metadata';

/** The texts that a photo's file and the print both have. */
export type ComparedField = Extract<MetadataField, 'description' | 'creditLine' | 'altText'>;

export interface Comparison {
  readonly field: ComparedField;
  readonly printed: string;
  readonly file: string;
  /** They say the same in other words. */
  readonly agree: boolean;
}

/** What is printed with a figure for a field. */
export function printedText(figure: FigureBlock, field: ComparedField): string {
  if (field === 'altText') return figure.alt ?? '';
  return readingText(field === 'description' ? figure.caption.spans : figure.credit.spans);
}

/** The file's words for a field, as they would be printed. */
export function fileText(photo: Photo | null, field: ComparedField): string {
  if (field !== 'creditLine') return metaValues(photo, field).join(' ');
  const creator = metaValues(photo, 'creator').join(', ');
  const line = metaValues(photo, 'creditLine').join(', ');
  // Agencies write the creator into the line, or leave it to its own field.
  if (line.toLowerCase().includes(creator.toLowerCase())) return line;
  return [creator, line].filter((part) => part !== '').join('/');
}

const FIELDS: readonly ComparedField[] = ['description', 'creditLine', 'altText'];

/** The fields in which the file has other words than the print. */
export function comparisons(figure: FigureBlock, photo: Photo | null): readonly Comparison[] {
  return FIELDS.map((field) => {
    const [printed, file] = [printedText(figure, field), fileText(photo, field)];
    const agree = field === 'creditLine' && printed !== '' && creditsAgree(printed, file);
    return { field, printed, file, agree };
  }).filter(({ printed, file }) => file !== '' && file !== printed);
}

/** Lets the desk say in the file's place what is printed, so that the two do not differ any more. */
export function withPrintKept(story: Story, figure: FigureBlock, field: ComparedField): Story {
  const printed = printedText(figure, field);
  return withPhoto(story, figure.photo, (photo) => {
    const said = withDeskSays(photo, field, [printed]);
    if (field !== 'creditLine') return said;
    const credit = parseCredit(printed);
    const creators = credit.creators.map(({ name }) => name);
    const named = creators.length === 0 ? said : withDeskSays(said, 'creator', creators);
    const [agency] = credit.agencies;
    return agency === undefined ? named : withDeskSays(named, 'source', [agency]);
  });
}
