import type { Token } from './analysis';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[’'‑-](?=[\p{L}\p{N}])|[.,:](?=\p{N}))*/gu;

/** Words and numbers in order: "didn’t", "co-op", "1,200.5" and "3:30" are one token each; marks are none. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Number of words in a text: tokens with at least one letter or digit. */
export function countWords(text: string): number {
  return tokens(text).length;
}
