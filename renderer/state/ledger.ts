import type { Decision } from '#core/article/model';
import type { Severity } from '#core/checks/style-book';
import type { Finding, Place } from '#core/checks/types';
import { foldName } from '#core/ledger/decisions';
import type { LedgerEntry } from '#core/ledger/name-ledger';
import type { Offer } from '#core/ledger/offers';

export type LedgerPart = 'names' | 'numbers';

/** What the ledger panel shows. */
export interface LedgerState {
  readonly part: LedgerPart;
  readonly filter: string;
  /** Names that may be no person's are shown too. */
  readonly all: boolean;
  /** Id of the row that is open. */
  readonly open: string | null;
  /** The line whose places are walked, and which one is shown. */
  readonly spot: { readonly line: string; readonly at: number } | null;
}

export const NO_LEDGER: LedgerState = {
  part: 'names',
  filter: '',
  all: false,
  open: null,
  spot: null,
};

/** A line of an open row: a form, a title, a number, or a name a letter away. */
export interface LedgerLine {
  readonly id: string;
  readonly kind: 'form' | 'title' | 'number' | 'near';
  readonly text: string;
  readonly note: string;
  readonly places: readonly Place[];
  readonly mark: 'right' | 'wrong' | null;
  /** near only: what it is near to. */
  readonly offer?: Offer;
  /** number only: what a figure marked as right is right of. */
  readonly counts?: string | null;
}

/** A person, or numbers that belong together. */
export interface LedgerRow {
  readonly id: string;
  readonly title: string;
  /** One line under the title; empty where there is nothing to say. */
  readonly note: string;
  /** Short, on the right: how many places, or the sum. */
  readonly fact: string;
  /** The worst finding on it; clear: checked against something and right; null: nothing to compare. */
  readonly light: Severity | 'clear' | null;
  readonly section: string;
  readonly lines: readonly LedgerLine[];
  /** Decisions that speak of it. */
  readonly decisions: readonly Decision[];
  /** The findings that speak of it. */
  readonly findings: readonly Finding[];
  /** A person, for joining; null for numbers. */
  readonly entry: LedgerEntry | null;
  /** Named only by its shape: behind "Show all". */
  readonly isUnsure: boolean;
}

/** May a line's name be kept apart from its row's? A surname alone only where a decision joined it. */
export function canKeepApart(row: LedgerRow, line: LedgerLine): boolean {
  if (!row.entry || line.kind !== 'form' || line.text === row.title) return false;
  return line.text.includes(' ') || row.entry.merged;
}

/** The rows that hold the filter's words, in a name, a title or a number; unsure ones only when asked for. */
export function shownRows(
  rows: readonly LedgerRow[],
  { filter, all }: Pick<LedgerState, 'filter' | 'all'>,
): readonly LedgerRow[] {
  const wanted = plain(filter);
  return rows.filter(({ title, note, lines, isUnsure }) => {
    if (wanted === '') return all || !isUnsure;
    return [title, note, ...lines.map(({ text }) => text)].some((text) =>
      plain(text).includes(wanted),
    );
  });
}

/** Whom a name may be one with: everyone else of whom a form holds the words typed. */
export function mergeChoices(
  rows: readonly LedgerRow[],
  id: string,
  query: string,
): readonly LedgerEntry[] {
  const own = new Set(foldName(rows.find((row) => row.id === id)?.title ?? '').split(' '));
  const wanted = plain(query);
  /** Names that share a word with this one come first. */
  const likeness = ({ full }: LedgerEntry) =>
    foldName(full)
      .split(' ')
      .filter((word) => own.has(word)).length;
  return rows
    .flatMap(({ entry }) => (entry && entry.id !== id ? [entry] : []))
    .filter(({ forms }) => forms.some(({ text }) => plain(text).includes(wanted)))
    .sort((a, b) => likeness(b) - likeness(a));
}

/** Small letters without accents: "Jose" finds José. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** The row that now holds a name, after something was decided. */
export function rowOf(rows: readonly LedgerRow[], name: string): LedgerRow | undefined {
  const wanted = foldName(name);
  return rows.find(({ lines }) =>
    lines.some(({ kind, text }) => kind === 'form' && foldName(text) === wanted),
  );
}

/** A decision in words: "Ana Reis and Anna Reis are one". */
export function decisionWords({ kind, words }: Decision): string {
  const [a = '', b = ''] = words;
  switch (kind) {
    case 'same':
      return `${a} and ${b} are one`;
    case 'apart':
      return `${a} and ${b} are two`;
    case 'spelling':
    case 'figure':
      return `${a} is right`;
  }
}

/** Does a decision still speak of the story? */
export function stillSpeaks(rows: readonly LedgerRow[], decision: Decision): boolean {
  return rows.some(({ decisions }) => decisions.includes(decision));
}
