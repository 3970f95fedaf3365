import type { Dismissal, Story } from '#core/article/model';
import { isOn } from '#core/checks/engine';
import { HARPER_CHECKS } from '#core/checks/harper/checks';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';

/** What a finished run tells. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly dismissed: readonly Finding[];
  readonly troubles: readonly { readonly check: string; readonly message: string }[];
}

/** The check worker as the desk sees it: the same interface as workers/checker.ts. */
export interface Checker {
  readonly setBook: (book: StyleBook) => void;
  /** What is dismissed in every story, beside the story's own dismissals. */
  readonly setAlways: (dismissals: readonly Dismissal[]) => void;
  readonly update: (story: Story) => void;
  readonly dispose: () => void;
}

export type MakeChecker = (events: {
  readonly onResult: (result: CheckResult, story: Story) => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly onTrouble: (message: string) => void;
}) => Checker;

/** How many of Galley's own checks this book has switched on. */
export function activeChecks(book: StyleBook | null): number {
  return CHECKS.filter((check) => isOn(check, book ?? PLAIN_BOOK)).length;
}

/** How many of Harper's checks this book has switched on. */
export function harperChecks(book: StyleBook | null): number {
  return HARPER_CHECKS.filter((check) => isOn(check, book ?? PLAIN_BOOK)).length;
}
