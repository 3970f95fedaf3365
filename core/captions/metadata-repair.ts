import type { MetadataField, MetadataSource, Photo } from '../article/model';
import { METADATA_FIELDS } from '../article/model';
import { charsetRepair } from './charset';
import { metaValues, RANK, saysNothing } from './metadata';

/** One field that the parts of a file tell differently, or that was written in the wrong charset. */
export interface Conflict {
  readonly field: MetadataField;
  /** Parts of the file that say something, in the order IIM, XMP, EXIF. */
  readonly values: readonly ConflictValue[];
  /** What the desk has decided to say instead; null: the part that counts speaks for the file. */
  readonly settled: readonly string[] | null;
}

export interface ConflictValue {
  readonly source: MetadataSource;
  readonly texts: readonly string[];
  /** What the texts were before their letters were damaged; null when they are whole. */
  readonly repaired: Repaired | null;
  /** Letters are gone for good: only another part, or a person, knows them. */
  readonly lost: boolean;
  /** Filled in by the camera itself: it says nothing. */
  readonly filler: boolean;
  /** The one that the story goes by. */
  readonly counts: boolean;
}

/** Texts with their letters put right, and what had happened to them, for people. */
export interface Repaired {
  readonly how: string;
  readonly texts: readonly string[];
}

export const SOURCES: readonly MetadataSource[] = ['iim', 'xmp', 'exif'];

/** The fields to look at: parts that disagree after folding space, values with charset damage, and what is settled. */
export function conflictsOf(photo: Photo | null): readonly Conflict[] {
  return METADATA_FIELDS.flatMap((field) => {
    const value = photo?.metadata?.[field];
    if (!value) return [];
    const told = SOURCES.filter((source) => (value[source]?.length ?? 0) > 0);
    const settled = photo?.says?.[field] ?? null;
    const means = told.filter((source) => !saysNothing(field, value[source] ?? []));
    const first = RANK.find((source) => means.includes(source));
    const values = told.map((source): ConflictValue => {
      const texts = value[source] ?? [];
      return {
        source,
        texts,
        repaired: repairOf(texts),
        filler: !means.includes(source),
        lost: texts.some((text) => text.includes('\ufffd')),
        counts: settled === null ? source === first : same(field, texts, settled),
      };
    });
    const meant = values.filter(({ filler }) => !filler);
    const different = new Set(meant.map(({ texts }) => folded(field, texts))).size > 1;
    const damaged = values.some(({ repaired, lost }) => repaired !== null || lost);
    return different || damaged ? [{ field, values, settled }] : [];
  });
}

/** Conflicts on which nobody has decided. */
export function openConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  return conflicts.filter(({ settled }) => settled === null);
}

/** The values that the story goes by with their letters put right; null when they are whole. */
export function repairedField(photo: Photo | null, field: MetadataField): readonly string[] | null {
  return repairOf(metaValues(photo, field))?.texts ?? null;
}

function repairOf(texts: readonly string[]): Repaired | null {
  const each = texts.map(charsetRepair);
  const first = each.find((one) => one !== null);
  if (!first) return null;
  return { how: first.how, texts: texts.map((text, at) => each[at]?.text ?? text) };
}

function same(field: MetadataField, a: readonly string[], b: readonly string[]): boolean {
  return folded(field, a) === folded(field, b);
}

/** A day alone and the same day with its hour do not differ. */
function folded(field: MetadataField, texts: readonly string[]): string {
  const plain = texts.join('; ').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return field === 'dateCreated' ? plain.replaceAll(/\D/gu, '').slice(0, 8) : plain;
}
