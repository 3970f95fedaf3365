import templates from '#assets/caption-templates.json';
import type { Photo } from '../article/model';
import { monthName, shortDate } from '../checks/dates';
import { metaDate, metaValues } from './metadata';

export interface CaptionTemplate {
  readonly title: string;
  /** Text with fields in braces: `{person}`, `{place}`, `{date}`, and any other as a stop for the writer. */
  readonly text: string;
}

/** The templates that ship. */
export const CAPTION_TEMPLATES: readonly CaptionTemplate[] = templates.templates;

/** Places as the metadata gives them, "City, Country": a caption prints the city. */
function placeOf(photo: Photo | null): string | null {
  const [place] = [...metaValues(photo, 'locationShown'), ...metaValues(photo, 'locationCreated')];
  return place?.split(',')[0]?.trim() || null;
}

/** The day the picture was taken, in the order of the story's language: "Oct. 13, 2009", "13 October 2009". */
function dateOf(photo: Photo | null, language: string): string | null {
  const [text] = metaValues(photo, 'dateCreated');
  const date = text === undefined ? null : metaDate(text);
  if (date === null) return null;
  if (language !== 'en-US') return `${date.day} ${monthName(date.month)} ${date.year}`;
  const [, month = ''] = shortDate(date.year, date.month, date.day).split(' ');
  return `${month} ${date.day}, ${date.year}`;
}

/** A template with what the photo's file knows; what it does not know stays a field in braces. */
export function filledTemplate(
  template: CaptionTemplate,
  photo: Photo | null,
  language: string,
): string {
  const people = [...metaValues(photo, 'personShown')];
  return template.text.replace(/\{(\w+)\}/gu, (field: string, name: string) => {
    if (name === 'person') return people.shift() ?? field;
    if (name === 'place') return placeOf(photo) ?? field;
    if (name === 'date') return dateOf(photo, language) ?? field;
    return field;
  });
}

/** A caption made of metadata alone: who is shown, where, when. null when the file names nobody. */
export function draftCaption(photo: Photo | null, language: string): string | null {
  const people = metaValues(photo, 'personShown');
  if (people.length === 0) return null;
  const last = people.at(-1) ?? '';
  const names = people.length === 1 ? last : `${people.slice(0, -1).join(', ')} and ${last}`;
  const place = placeOf(photo);
  const date = dateOf(photo, language);
  return `${names}${place ? ` in ${place}` : ''}${date ? ` on ${date}` : ''}.`;
}

/** The next field in braces from an offset on, going round; null when there is none left. UTF-16 code units. */
export function nextField(
  text: string,
  from: number,
): { readonly start: number; readonly end: number } | null {
  const fields = [...text.matchAll(/\{\w+\}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return fields.find(({ start }) => start >= from) ?? fields[0] ?? null;
}

/** Why a caption is not finished: it reads as it was made from the file's words, or a template's field stands open. */
export type Unfinished = 'draft' | 'field';

/** Whether a caption is still what the desk's tools made of it; null: somebody has edited it. */
export function unfinishedCaption(photo: Photo | null, caption: string): Unfinished | null {
  if (/\{\w+\}/u.test(caption)) return 'field';
  const draft = photo?.draft?.trim() ?? '';
  return draft !== '' && draft === caption.trim() ? 'draft' : null;
}
