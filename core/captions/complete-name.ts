/** Names that may stand for the word before the caret; offsets of that word, UTF-16 code units. */
export interface NameCompletion {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

/** Letters that must be there before a name is offered: with one, every name of the story would be. */
const LEAST = 2;
const MOST = 4;

/**
 * The full names that the word at the caret may begin: by their first or any later part, in the order given. null when
 * the word is short, small, or a whole name already.
 */
export function completeName(
  text: string,
  caret: number,
  names: readonly string[],
): NameCompletion | null {
  const word = /(?<![\p{L}\p{M}'’-])\p{Lu}[\p{L}\p{M}'’-]*$/u.exec(text.slice(0, caret));
  if (!word || word[0].length < LEAST || /^[\p{L}\p{M}]/u.test(text.slice(caret))) return null;
  const typed = fold(word[0]);
  const fits = names.filter((name) => name.split(' ').some((part) => fold(part).startsWith(typed)));
  // "Ana Re": the first name stands before it already, and is replaced with the whole.
  const [given = ''] = /(?:\p{Lu}[\p{L}\p{M}.'’-]* )+$/u.exec(text.slice(0, word.index)) ?? [];
  const ahead = fits.find((name) => name.startsWith(given) && given !== '');
  const start = ahead === undefined ? word.index : word.index - given.length;
  const offered = [
    ...new Set(ahead === undefined ? fits : fits.filter((name) => name.startsWith(given))),
  ]
    .filter((name) => name !== text.slice(start, caret))
    .slice(0, MOST);
  return offered.length === 0 ? null : { start, end: caret, names: offered };
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
