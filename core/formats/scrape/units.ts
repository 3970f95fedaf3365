import type { FigureBlock, RelatedItem, StoryPatch, TextBlock } from '../../article/model';
import type { SourceLine } from './lines';
import { fold } from './lines';

/** What a unit is, as far as the passes have found out. */
export type Role =
  | 'text'
  | 'headline'
  | 'dek'
  | 'byline'
  | 'paragraph'
  | 'crosshead'
  | 'quotation'
  | 'pullquote'
  | 'list-item'
  | 'bio'
  | 'figure'
  | 'file'
  | 'credit'
  | 'related'
  | 'loose'
  | 'gone';

/** A change to be listed; `undo` is written when the blocks have their ids. Without it the source text comes back. */
export interface Note {
  readonly check: string;
  readonly lines: readonly number[];
  readonly message: string;
  readonly text: string;
  readonly undo?: (place: Placed) => readonly StoryPatch[];
}

/** Where a note's unit ended up. */
export interface Placed {
  readonly block: TextBlock | FigureBlock | null;
  readonly before: string | null;
  readonly newId: () => string;
  readonly related: readonly RelatedItem[];
  /** The block another unit became. */
  readonly find: (unit: Unit) => TextBlock | FigureBlock | null;
}

/** A paragraph of the source on its way to becoming a block: one line, or several that belong together. */
export interface Unit {
  readonly lines: readonly SourceLine[];
  text: string;
  folded: string;
  role: Role;
  /** True when no blank line separates it from the unit before. */
  readonly tight: boolean;
  ordered?: boolean;
  depth?: number;
  /** Lines whose repetitions are meant. */
  verse?: boolean;
  /** Stood twice, one line below the other: pages print a picture's alt text and caption so. */
  doubled?: boolean;
  /** Copies of this line that were left out. */
  copies?: Unit[];
  caption?: string;
  credit?: string;
  /** Lines below that gave this figure its credit. */
  joined?: readonly Unit[];
  /** Name of the picture's file. */
  file?: string;
  readonly notes: Note[];
}

/** A unit over given lines. */
export function unit(lines: readonly SourceLine[], text: string, tight: boolean): Unit {
  return { lines, text, folded: fold(text), role: 'text', tight, notes: [] };
}

/** The source text of a unit, verbatim. */
export function rawOf(from: Unit): string {
  return from.lines.map((line) => line.raw).join('\n');
}

/** The unit's line numbers. */
export function linesOf(...units: readonly Unit[]): readonly number[] {
  return units
    .flatMap((from) => from.lines.map((line) => line.no))
    .sort((a, b) => a - b)
    .filter((no, at, all) => no !== all[at - 1]);
}

/** Takes a unit out of the article and lists it; undoing brings its source text back. */
export function remove(
  gone: Unit,
  check: string,
  message: string,
  others: readonly Unit[] = [],
): void {
  gone.role = 'gone';
  gone.notes.push({ check, lines: linesOf(gone, ...others), message, text: rawOf(gone) });
}

/** True while no pass has settled what the unit is. */
export function isOpen(candidate: Unit): boolean {
  return candidate.role === 'text';
}

/** Several sentences, or one long one: the story's own prose. */
export function isProse(text: string): boolean {
  return text.length >= 200 || (text.length >= 90 && /[.!?…]["”’»)]?$/.test(text));
}

/** Ends as sentences end. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;,]["”’»)\]]*$/.test(text);
}
