import type { MetadataField, MetadataSource, Photo } from '../article/model';

/** What cameras write where a caption belongs. It says nothing. */
const CAMERA_FILLER =
  /^(?:olympus digital camera|sony dsc|samsung|minolta dsc|konica minolta digital camera|digital camera|camera|untitled|default|jpeg|img|picture|photo|screenshot)$/iu;

/** The parts of a file in the order in which they count (Metadata Working Group, when no digest proves otherwise). */
export const RANK: readonly MetadataSource[] = ['xmp', 'iim', 'exif'];

/**
 * A photo's metadata values for one field, trimmed, empty ones left out: what the desk says in the file's place, else
 * the first part of the file that says something.
 */
export function metaValues(photo: Photo | null, field: MetadataField): readonly string[] {
  const told = (texts: readonly string[] | undefined) =>
    (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
  const desk = told(photo?.says?.[field]);
  if (desk.length > 0) return desk;
  const value = photo?.metadata?.[field];
  const parts = RANK.map((source) => told(value?.[source])).filter((texts) => texts.length > 0);
  return parts.find((texts) => !saysNothing(field, texts)) ?? [];
}

/** A caption that a camera filled in by itself. */
export function saysNothing(field: MetadataField, texts: readonly string[]): boolean {
  return field === 'description' && texts.every((text) => CAMERA_FILLER.test(text.trim()));
}

/** The photo with the desk's values in the place of the file's for one field; null lets the file speak again. */
export function withDeskSays(
  photo: Photo,
  field: MetadataField,
  values: readonly string[] | null,
): Photo {
  const { [field]: _before, ...others } = photo.says ?? {};
  const says = values === null ? others : { ...others, [field]: values };
  return { ...photo, says: Object.keys(says).length > 0 ? says : undefined };
}

export interface MetaDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** null: the file gives no time. */
  readonly hour: number | null;
}

/** Reads a date of IIM ("20091013"), XMP ("2009-10-13T08:00") or EXIF ("2009:10:13 08:00:00"); null when it is none. */
export function metaDate(text: string): MetaDate | null {
  const match = /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?:[T ](\d\d))?/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1826 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { year, month, day, hour: match[4] === undefined ? null : Number(match[4]) };
}

/** Days from one calendar date to another, positive when the second is later. */
export function daysBetween(
  a: { readonly year: number; readonly month: number; readonly day: number },
  b: { readonly year: number; readonly month: number; readonly day: number },
): number {
  const at = (date: typeof a) => Date.UTC(date.year, date.month - 1, date.day);
  return Math.round((at(b) - at(a)) / 86_400_000);
}
