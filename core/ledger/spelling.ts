import type { Place } from '../checks/types';
import { foldName } from './decisions';
import type { LedgerEntry, NameForm } from './name-ledger';

/** The spelling that holds for an entry, and whether somebody decided so. */
export interface RightSpelling {
  readonly text: string;
  readonly decided: boolean;
}

/**
 * The right spelling of an entry: the one marked so; of names that were joined, the one with the most mentions on its
 * side, the earliest of equals. Null where nothing was decided, or where the spellings do not contradict one another.
 */
export function rightSpelling(entry: LedgerEntry): RightSpelling | null {
  if (entry.right !== null) return { text: entry.right, decided: true };
  if (!entry.merged) return null;
  const full = entry.forms.filter(({ text }) => text.includes(' '));
  const candidates = full.length > 0 ? full : entry.forms;
  let best: { readonly text: string; readonly votes: number } | null = null;
  for (const { text } of candidates) {
    const votes = entry.forms.reduce(
      (sum, form) => sum + (contradicts(form.text, text) ? 0 : form.places.length),
      0,
    );
    if (best === null || votes > best.votes) best = { text, votes };
  }
  const clash = candidates.some(
    (one, at) =>
      candidates
        .slice(at + 1)
        .some((two) => contradicts(one.text, two.text) && contradicts(two.text, one.text)) ||
      entry.forms.some(
        (form) =>
          !form.text.includes(' ') && candidates.every(({ text }) => contradicts(form.text, text)),
      ),
  );
  return best && clash ? { text: best.text, decided: false } : null;
}

/** What joining two entries would come to: the spelling that holds, and the forms that become findings. */
export function previewMerge(
  a: LedgerEntry,
  b: LedgerEntry,
): { readonly right: string; readonly wrong: readonly NameForm[] } | null {
  const joined = { ...a, forms: [...a.forms, ...b.forms], right: a.right ?? b.right, merged: true };
  const right = rightSpelling(joined)?.text;
  return right === undefined ? null : { right, wrong: wrongForms(joined, right) };
}

/** The forms of an entry that another spelling being right makes wrong. */
export function wrongForms(entry: LedgerEntry, right: string): readonly NameForm[] {
  return entry.forms.filter(({ text }) => contradicts(text, right));
}

/** Every place of those forms, in the order of the forms. */
export function wrongPlaces(entry: LedgerEntry, right: string): readonly Place[] {
  return wrongForms(entry, right).flatMap(({ places }) => places);
}

/**
 * Is a form another spelling than the right one? Leaving words out is none, nor is an initial or capitals throughout:
 * "Lavrov", "S. Lavrov" and "LAVROV" agree with "Sergei Lavrov". Where a surname is right, only surnames are compared.
 */
export function contradicts(form: string, right: string): boolean {
  const words = foldName(form).split(' ');
  const target = foldName(right).split(' ');
  if (target.length === 1) return words.at(-1) !== target[0];
  if (words.length === 1) return words[0] !== target.at(-1);
  let at = 0;
  for (const word of words) {
    while (at < target.length && !agrees(word, target[at] ?? '')) at += 1;
    if (at === target.length) return true;
    at += 1;
  }
  return words.at(-1) !== target.at(-1);
}

function agrees(word: string, target: string): boolean {
  return word === target || (/^\p{L}\.$/u.test(word) && target.startsWith(word.charAt(0)));
}

/** A form as the right spelling has it: initials and words that agree stay, capitals throughout stay capitals. */
export function respell(form: string, right: string): string {
  const words = form.split(' ');
  const target = right.split(' ');
  const text = spelled(words, target);
  const isCapital = form === form.toUpperCase() && form !== form.toLowerCase();
  return isCapital ? text.toUpperCase() : text;
}

function spelled(words: readonly string[], target: readonly string[]): string {
  const surname = target.at(-1) ?? '';
  if (words.length === 1) return surname;
  if (target.length === 1) return [...words.slice(0, -1), surname].join(' ');
  if (words.length !== target.length) return target.join(' ');
  return words
    .map((word, at) => (agrees(foldName(word), foldName(target[at] ?? '')) ? word : target[at]))
    .join(' ');
}
