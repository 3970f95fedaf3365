import type { ReadKind } from '../article/model';

export type Severity = 'error' | 'warning' | 'suggestion';

/** How a house prints credits; see captions/format.ts. */
export type CreditForm = 'ap' | 'reuters' | 'getty' | 'guardian' | 'npr';

/** A word-list row: one expression, what the house does about it, and the source that says so. */
export interface WordRow {
  readonly id: string;
  readonly find: string;
  readonly replace: readonly string[];
  readonly class: 'amend' | 'review' | 'correct';
  readonly severity: Severity;
  readonly note: string;
  readonly source: string;
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
}

/** The severity of a row that gives none: its check's own, so that the book's setting of the check counts. */
export function usualSeverity(rowClass: WordRow['class']): Severity {
  return rowClass === 'amend' ? 'warning' : 'suggestion';
}

/** Harper's rules by name, on or off; a kind of block may have its own word. What is not named is Galley's choice. */
export interface HarperSettings {
  readonly rules: { readonly [rule: string]: boolean };
  readonly kinds: { readonly [kind in ReadKind]?: { readonly [rule: string]: boolean } };
}

export const NO_HARPER_SETTINGS: HarperSettings = { rules: {}, kinds: {} };

/** A house's style, resolved: the book with everything it extends already merged. Data only, so it crosses IPC. */
export interface StyleBook {
  readonly id: string;
  readonly title: string;
  /** BCP 47, decides American, British … */
  readonly language: string;
  /** Check id → off, or another severity. Absent: the check's own default. */
  readonly checks: { readonly [check: string]: 'off' | Severity };
  /** Longest allowed text in characters, by kind. */
  readonly limits: { readonly [kind in ReadKind]?: number };
  readonly creditForm: CreditForm;
  /** Named choices that checks read: `serial-comma: never`, `captionStop: always`, `dash: spaced-em`. */
  readonly options: { readonly [name: string]: string | number | boolean };
  readonly words: readonly WordRow[];
  /** Spellings that are never a finding. */
  readonly lexicon: readonly string[];
  readonly harper: HarperSettings;
}

/** The book a story has when nothing else is known: AP-like defaults, no word list. */
export const PLAIN_BOOK: StyleBook = {
  id: 'plain',
  title: 'Plain',
  language: 'en-US',
  checks: {},
  limits: { headline: 100, dek: 200, caption: 300, alt: 250 },
  creditForm: 'npr',
  options: {},
  words: [],
  lexicon: [],
  harper: NO_HARPER_SETTINGS,
};
