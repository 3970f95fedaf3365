import type { MetadataField, MetadataSource, Photo } from '#core/article/model';
import { metaDate } from '#core/captions/metadata';
import { sourceTypeWords } from '#core/captions/source-type';

/** One value of a row and the parts of the file that give it. */
export interface Said {
  readonly text: string;
  /** As printed: "IPTC", "XMP", "EXIF"; "desk" for what was decided here. */
  readonly sources: readonly string[];
}

export interface SaysRow {
  readonly field: MetadataField;
  readonly label: string;
  readonly said: readonly Said[];
  /** The parts of the file disagree, and nobody has decided. */
  readonly differs: boolean;
}

type Told = Pick<Photo, 'metadata' | 'says'>;

const SOURCES: readonly (readonly [MetadataSource, string])[] = [
  ['iim', 'IPTC'],
  ['xmp', 'XMP'],
  ['exif', 'EXIF'],
];

/** Every field, in the words of the desk and the order in which it is asked for. */
export const FIELD_WORDS: Readonly<Record<MetadataField, string>> = {
  description: 'Caption',
  headline: 'Headline',
  creator: 'Creator',
  creatorJobTitle: 'Job title',
  creditLine: 'Credit line',
  source: 'Source',
  dateCreated: 'Taken',
  personShown: 'People',
  locationShown: 'Place shown',
  locationCreated: 'Taken in',
  altText: 'Alt text',
  extendedDescription: 'Extended description',
  copyrightNotice: 'Copyright',
  usageTerms: 'Terms',
  licensor: 'Licensor',
  instructions: 'Instructions',
  keywords: 'Keywords',
  digitalSourceType: 'Made by',
};

/** The rows that a photo's metadata fills, in reading order; instructions have a box of their own. */
export function saysRows(photo: Told): readonly SaysRow[] {
  return (Object.keys(FIELD_WORDS) as MetadataField[]).flatMap((field) => {
    if (field === 'instructions') return [];
    const values = said(photo, field);
    if (values.length === 0) return [];
    return [{ field, label: FIELD_WORDS[field], said: values, differs: differs(field, values) }];
  });
}

/** The instructions in the file, each different one once. */
export function instructions(photo: Told): readonly Said[] {
  return said(photo, 'instructions');
}

function said(photo: Told, field: MetadataField): readonly Said[] {
  const desk = photo.says?.[field];
  if (desk) return [{ text: printedAll(field, desk), sources: ['desk'] }];
  const found: { text: string; sources: string[] }[] = [];
  for (const [source, name] of SOURCES) {
    const values = (photo.metadata?.[field]?.[source] ?? []).filter((value) => value.trim() !== '');
    if (values.length === 0) continue;
    const text = printedAll(field, values);
    const same = found.find((one) => fold(one.text) === fold(text));
    if (same) same.sources.push(name);
    else found.push({ text, sources: [name] });
  }
  return found;
}

function fold(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** A day alone does not disagree with the same day and its hour. */
function differs(field: MetadataField, values: readonly Said[]): boolean {
  if (field !== 'dateCreated') return values.length > 1;
  const days = values.map(({ text }) => {
    const date = metaDate(text);
    return date ? `${date.year}-${date.month}-${date.day}` : text;
  });
  return new Set(days).size > 1;
}

/** The values of a field for people, on one line. */
export function printedAll(field: MetadataField, values: readonly string[]): string {
  return values.map((value) => printed(field, value)).join('; ');
}

function printed(field: MetadataField, value: string): string {
  if (field === 'dateCreated') return printedDate(value);
  if (field === 'digitalSourceType') return sourceTypeWords(value).words;
  return value.trim();
}

/** "2026:09:30 18:42:07+02:00" as "2026-09-30 18:42 +0200"; anything else as it stands. */
function printedDate(value: string): string {
  const match =
    /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/u.exec(
      value.trim(),
    );
  if (!match) return value.trim();
  const [, year, month, day, hour, minute, zone] = match;
  const time = hour === undefined ? '' : ` ${hour}:${minute}`;
  const offset = zone === undefined ? '' : ` ${zone === 'Z' ? '+0000' : zone.replace(':', '')}`;
  return `${year}-${month}-${day}${time}${offset}`;
}
