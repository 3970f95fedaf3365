import type { BlockId, Story } from '#core/article/model';
import { isOn } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';

/** What a finished run tells. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** How many checks looked. */
  readonly checks?: number;
  readonly troubles?: readonly { readonly message: string }[];
}

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

/** The check worker as the desk sees it. */
export interface Checker {
  readonly setBook: (book: StyleBook) => void;
  /** `changed`: ids of blocks whose reading changed; null: anything may have. */
  readonly update: (story: Story, changed: readonly BlockId[] | null) => void;
  readonly dispose: () => void;
}

export type MakeChecker = (events: {
  readonly onResult: (result: CheckResult) => void;
  readonly onProgress: (progress: CheckProgress) => void;
}) => Checker;

/** Gathers changed blocks between two runs; null (anything) swallows the rest. */
export function mergeChanges(
  before: readonly BlockId[] | null | undefined,
  now: readonly BlockId[] | null,
): readonly BlockId[] | null {
  if (before === undefined) return now;
  if (before === null || now === null) return null;
  return [...new Set([...before, ...now])];
}

/** How many checks this book has switched on. */
export function activeChecks(book: StyleBook | null): number {
  return CHECKS.filter((check) => isOn(check, book ?? PLAIN_BOOK)).length;
}
