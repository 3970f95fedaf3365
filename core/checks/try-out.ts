import type { Story } from '../article/model';
import { createEngine } from './engine';
import { readForChecks } from './engine-input';
import { CHECKS } from './rules/index';
import type { StyleBook, WordRow } from './style-book';
import { mergeRows } from './style-book-resolve';
import type { Finding, Place } from './types';

/** A place that a row would speak at, or fall silent at, with the words around it. */
export interface TryOutPlace extends Place {
  readonly before: string;
  readonly actual: string;
  readonly after: string;
  /** First replacement; null when the row offers none. */
  readonly replacement: string | null;
  /** The row would take a finding away here. */
  readonly silenced: boolean;
}

const AROUND = 60;
const WORD_CHECKS = CHECKS.filter(({ id }) => id === 'house-spelling' || id === 'banned-word');

/** The book with one row put into its word list, as if it were in the file. */
export function withRow(book: StyleBook, row: WordRow): StyleBook {
  return { ...book, words: mergeRows(book.words, [row], new Set()) };
}

/** A function that says where a row would speak in a story, in reading order. Build once, use for many stories. */
export function tryOut(book: StyleBook, row: WordRow): (story: Story) => readonly TryOutPlace[] {
  const next = withRow(book, row);
  return (story) => {
    const engine = createEngine(WORD_CHECKS);
    const input = { ...readForChecks(story), dismissals: [] };
    const after = engine.run(input, next).findings;
    const texts = new Map(input.blocks.map(({ id, text }) => [id, text]));
    const still = new Set(after.map(placeKey));
    const gone = engine.run(input, book).findings.filter((one) => !still.has(placeKey(one)));
    const place = (finding: Finding, silenced: boolean): TryOutPlace => {
      const { block, start, end, actual, fixes } = finding;
      const text = texts.get(block) ?? '';
      const edit = fixes[0]?.edits[0];
      return {
        block,
        start,
        end,
        actual,
        before: wordsBefore(text, start),
        after: wordsAfter(text, end),
        replacement: !silenced && edit?.op === 'replace' ? edit.text : null,
        silenced,
      };
    };
    return [
      ...after.filter((one) => one.row === row.id).map((one) => place(one, false)),
      ...gone.map((one) => place(one, true)),
    ];
  };
}

/** Whole words only, so that no sample begins or ends in the middle of one. */
function wordsBefore(text: string, at: number): string {
  if (at <= AROUND) return text.slice(0, at);
  return `…${text.slice(at - AROUND, at).replace(/^\S*\s*/u, '')}`;
}

function wordsAfter(text: string, at: number): string {
  if (text.length - at <= AROUND) return text.slice(at);
  return `${text.slice(at, at + AROUND).replace(/\s*\S*$/u, '')}…`;
}

function placeKey({ block, start, end }: Place): string {
  return `${block}|${start}|${end}`;
}
