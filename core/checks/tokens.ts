import type { Token } from './analysis';

const LETTER = 1;
const DIGIT = 2;
const INSIDE = 3;
const BETWEEN_DIGITS = 4;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
const NUMBER = /\p{N}/u;

/** What the first 128 characters are to a word; most copy is made of them alone. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if (NUMBER.test(character)) return DIGIT;
  if (WORD_CHARACTER.test(character) || MARK.test(character)) return LETTER;
  if (/['’‑-]/u.test(character)) return INSIDE;
  return /[.,:]/u.test(character) ? BETWEEN_DIGITS : 0;
}

/**
 * Words and numbers in order: "didn’t", "co-op", "1,200.5" and "3:30" are one token each; marks are none. A loop over
 * characters: every check waits for it, and an expression with Unicode classes takes five times as long.
 */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    if (!isWordAt(text, at)) {
      at += widthAt(text, at);
      continue;
    }
    const start = at;
    at += widthAt(text, at);
    while (at < length) {
      const kind = kindAt(text, at);
      if (kind === 0) break;
      if (kind === INSIDE && !isWordAt(text, at + 1)) break;
      if (kind === BETWEEN_DIGITS && (at + 1 >= length || kindAt(text, at + 1) !== DIGIT)) break;
      at += widthAt(text, at);
    }
    found.push({ text: text.slice(start, at), start, end: at });
  }
  return found;
}

/** Number of words in a text: tokens with at least one letter or digit. */
export function countWords(text: string): number {
  return tokens(text).length;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII[code] ?? 0) : kindOf(characterAt(text, at));
}

/** A letter or digit: a combining mark goes on with a word but begins none. */
function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] === LETTER || ASCII[code] === DIGIT;
  return WORD_CHARACTER.test(characterAt(text, at));
}

function characterAt(text: string, at: number): string {
  return text.slice(at, at + widthAt(text, at));
}

/** Two code units for a character outside the basic plane, one for any other. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
