import type { LexiconWord, Story } from '../article/model';
import { foldText } from './dismissals';
import type { StyleBook } from './style-book';

/** Longest word or phrase that can be added, in code units. */
export const LONGEST_WORD = 80;

const POSSESSIVE = /[’']s?$/u;

/** The word without a possessive’s mark, apostrophes curly: how lexicons keep and compare words. */
export function bareWord(word: string): string {
  return word.normalize('NFC').trim().replace(POSSESSIVE, '').replaceAll("'", '’');
}

/**
 * Tells whether a word is one of these. A word in small letters is also right with a capital or in capitals; one with
 * capitals is right as it stands and in capitals. Possessives count as the word itself.
 */
export function acceptedBy(words: readonly string[]): (word: string) => boolean {
  const exact = new Set(words.map(bareWord));
  const capitals = new Set([...exact].map((word) => word.toUpperCase()));
  return (given) => {
    const word = bareWord(given);
    if (exact.has(word)) return true;
    if (word === word.toUpperCase() && capitals.has(word)) return true;
    return exact.has(word.charAt(0).toLowerCase() + word.slice(1));
  };
}

/** The style book with these words added to its lexicon; the book itself when there are none. */
export function withLexicon(
  book: StyleBook,
  ...lists: readonly (readonly LexiconWord[])[]
): StyleBook {
  const words = lists.flatMap((list) => list.map(({ word }) => word));
  return words.length === 0
    ? book
    : { ...book, lexicon: [...new Set([...book.lexicon, ...words])] };
}

/** The story with a word added to its own lexicon; the story itself when the word is there already. */
export function addToStory(story: Story, entry: LexiconWord): Story {
  const words = story.lexicon ?? [];
  if (words.some(({ word }) => word === entry.word)) return story;
  return { ...story, lexicon: [...words, entry] };
}

/** The story without a word of its own lexicon. */
export function removeFromStory(story: Story, word: string): Story {
  return { ...story, lexicon: (story.lexicon ?? []).filter((one) => one.word !== word) };
}

/**
 * The form of found text to put into a lexicon: without possessive; in small letters where only a sentence’s start gave
 * it its capital, which is known when the story also has it small.
 */
export function lexiconForm(actual: string, texts: readonly string[]): string {
  const word = bareWord(actual.replace(/\s+/gu, ' '));
  const small = word.toLowerCase();
  if (word === small || word.slice(1) !== small.slice(1)) return word;
  const folded = foldText(small);
  const has = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(small)}(?![\\p{L}\\p{N}])`, 'u');
  return texts.some((text) => text.includes(small.slice(1)) && has.test(bareText(text, folded)))
    ? small
    : word;
}

/** Curly apostrophes as lexicons have them; only where the word holds one. */
function bareText(text: string, word: string): string {
  return word.includes("'") ? text.replaceAll("'", '’') : text;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

const HEAD =
  '# Words that are spelled right in every story of this library, one a line; behind tabs, who added it and when.';

/** The words of a lexicon’s file: one a line, then tab, who, tab, when. Empty lines and those that begin with # are skipped. */
export function readLexicon(text: string): readonly LexiconWord[] {
  const words = new Map<string, LexiconWord>();
  for (const line of text.replace(/^\ufeff/u, '').split(/\r?\n/u)) {
    if (line.trimStart().startsWith('#')) continue;
    const [word = '', by = '', at = ''] = line.split('\t').map((part) => part.trim());
    if (word !== '' && !words.has(word)) words.set(word, { word, by, at });
  }
  return [...words.values()];
}

/** The file’s text with a word added at its end; the text itself when the word is there. Other lines stay as they are. */
export function lexiconWith(text: string, entry: LexiconWord): string {
  if (readLexicon(text).some(({ word }) => word === entry.word)) return text;
  const line = [entry.word, entry.by, entry.at]
    .map((part) => part.replace(/[\t\r\n]+/gu, ' '))
    .join('\t');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' ? `${HEAD}${end}` : text.endsWith('\n') ? text : `${text}${end}`;
  return `${before}${line}${end}`;
}

/** The file’s text without the lines of a word. */
export function lexiconWithout(text: string, word: string): string {
  return text
    .split(/(?<=\n)/u)
    .filter((line) => line.trimStart().startsWith('#') || line.split('\t')[0]?.trim() !== word)
    .join('');
}
