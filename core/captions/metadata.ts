import type { MetadataField, Photo } from '../article/model';

/**
 * A photo's metadata values for one field, trimmed, empty ones left out. Where the parts of the file disagree, XMP
 * counts before IIM and IIM before EXIF (Metadata Working Group, when no digest proves otherwise).
 */
export function metaValues(photo: Photo | null, field: MetadataField): readonly string[] {
  const value = photo?.metadata?.[field];
  if (!value) return [];
  for (const source of ['xmp', 'iim', 'exif'] as const) {
    const values = (value[source] ?? []).map((text) => text.trim()).filter((text) => text !== '');
    if (values.length > 0) return values;
  }
  return [];
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
