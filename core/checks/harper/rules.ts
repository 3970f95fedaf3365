import data from '#assets/lexicons/harper-rules.json';
import type { ReadKind } from '../../article/model';
import type { StyleBook } from '../style-book';
import { SPELLING_RULE } from './checks';

const list = (words: string) => words.split(' ').filter((word) => word !== '');

/** Harper's rules by name, in its own groups. */
export const HARPER_GROUPS: readonly {
  readonly title: string;
  readonly rules: readonly string[];
}[] = data.groups.map(({ title, rules }) => ({ title, rules: list(rules) }));

export const HARPER_RULES: ReadonlySet<string> = new Set(
  HARPER_GROUPS.flatMap(({ rules }) => rules),
);

const OFF: ReadonlySet<string> = new Set(list(data.off));
/** Rules of style alone, the check `wordiness`, which ships switched off. */
const WORDY = list(data.wordy);

/** Is a rule on where no style book says otherwise? */
export function shipsOn(rule: string): boolean {
  return HARPER_RULES.has(rule) && !OFF.has(rule);
}

/** Is a rule of Harper on in this book, for this kind of block? The kind's word goes before the book's, and that before ours. */
export function ruleOn(book: StyleBook, kind: ReadKind, rule: string): boolean {
  return book.harper.kinds[kind]?.[rule] ?? book.harper.rules[rule] ?? shipsOn(rule);
}

/** The rules that Harper has to run for this book: those that are on for any kind. */
export function rulesOn(book: StyleBook): ReadonlySet<string> {
  const { rules, kinds } = book.harper;
  const on = new Set([...HARPER_RULES].filter((rule) => rules[rule] ?? shipsOn(rule)));
  for (const settings of Object.values(kinds)) {
    for (const [rule, setting] of Object.entries(settings ?? {})) if (setting) on.add(rule);
  }
  if (book.checks['spelling'] === 'off') on.delete(SPELLING_RULE);
  if ((book.checks['wordiness'] ?? 'off') === 'off') for (const rule of WORDY) on.delete(rule);
  return on;
}
