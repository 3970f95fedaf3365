import type { MetadataField, MetadataSource, Photo } from '../article/model';
import { METADATA_FIELDS } from '../article/model';
import { misreadText } from '../checks/encoding';

/** One field that the parts of a file tell differently, or that was written in the wrong charset. */
export interface Conflict {
  readonly field: MetadataField;
  readonly values: readonly ConflictValue[];
}

export interface ConflictValue {
  readonly source: MetadataSource;
  readonly text: string;
  /** What it must have been, where its charset was misread; null when it is as it should be. */
  readonly repaired: string | null;
  /** The one that the checks go by: XMP before IIM before EXIF. */
  readonly counts: boolean;
}

const SOURCES: readonly MetadataSource[] = ['iim', 'xmp', 'exif'];
const RANK: readonly MetadataSource[] = ['xmp', 'iim', 'exif'];

/** The text with misread stretches put right; null when there are none, or when letters are lost for good. */
export function repairedCharset(text: string): string | null {
  const stretches = misreadText(text);
  if (stretches.length === 0) return null;
  let result = '';
  let at = 0;
  for (const { start, end, repaired } of stretches) {
    if (repaired === null) return null;
    result += text.slice(at, start) + repaired;
    at = end;
  }
  return result + text.slice(at);
}

/** The fields to look at: parts that disagree after folding space, and values with charset damage. */
export function conflictsOf(photo: Photo | null): readonly Conflict[] {
  return METADATA_FIELDS.flatMap((field) => {
    const value = photo?.metadata?.[field];
    if (!value) return [];
    const told = SOURCES.filter((source) => (value[source]?.length ?? 0) > 0);
    const first = RANK.find((source) => told.includes(source));
    const values = told.map((source): ConflictValue => {
      const text = (value[source] ?? []).join('; ');
      return { source, text, repaired: repairedCharset(text), counts: source === first };
    });
    const different = new Set(values.map(({ text }) => folded(field, text))).size > 1;
    return different || values.some(({ repaired }) => repaired !== null) ? [{ field, values }] : [];
  });
}

/** A day alone and the same day with its hour do not differ. */
function folded(field: MetadataField, text: string): string {
  const plain = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return field === 'dateCreated' ? plain.replaceAll(/\D/gu, '').slice(0, 8) : plain;
}

/** The photo with the charset of one field's values put right, in the story's copy of the metadata only. */
export function withRepairedField(photo: Photo, field: MetadataField): Photo {
  const value = photo.metadata?.[field];
  if (!photo.metadata || !value) return photo;
  const repaired = Object.fromEntries(
    Object.entries(value).map(([source, texts]) => [
      source,
      texts?.map((text: string) => repairedCharset(text) ?? text),
    ]),
  );
  return { ...photo, metadata: { ...photo.metadata, [field]: repaired } };
}
