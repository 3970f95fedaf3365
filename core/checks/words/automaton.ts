/** A literal found in a text. Offsets are UTF-16 code units. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly entry: T;
}

/** What is looked for: folded for the search; the caller decides about case. */
export interface Literal {
  readonly find: string;
  readonly wholeWord: boolean;
}

/**
 * Finds all of many literals in one pass: a trie that is walked from each place where a literal can start, so that the
 * cost of a search depends on the text, hardly on the number of literals.
 */
export interface Automaton<T extends Literal> {
  /** Hits from left to right, the longest at each place, none overlapping. Case and quote glyphs are folded. */
  readonly search: (text: string) => readonly Hit<T>[];
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  /** The literals that end here. */
  readonly entries: T[];
}

const SPACE = 0x20;

/** Builds the automaton of a list of literals. Of two that fold to the same text, both are kept; the first wins. */
export function buildAutomaton<T extends Literal>(literals: readonly T[]): Automaton<T> {
  const words = node<T>();
  const parts = node<T>();
  for (const literal of literals) {
    const find = foldText(literal.find.trim().replace(/\s+/gu, ' '));
    if (find === '') continue;
    let at = startsWithWord(find) && literal.wholeWord ? words : parts;
    for (let index = 0; index < find.length; index += 1) {
      const unit = find.charCodeAt(index);
      let following = at.next.get(unit);
      if (!following) {
        following = node<T>();
        at.next.set(unit, following);
      }
      at = following;
    }
    at.entries.push(literal);
  }
  return { search: (text) => search(text, words, parts) };
}

function node<T>(): Node<T> {
  return { next: new Map(), entries: [] };
}

function search<T extends Literal>(
  text: string,
  words: Node<T>,
  parts: Node<T>,
): readonly Hit<T>[] {
  const folded = foldText(text);
  const hits: Hit<T>[] = [];
  let at = 0;
  let afterWord = false;
  while (at < folded.length) {
    const unit = folded.charCodeAt(at);
    const inWord = isWordUnit(unit, folded, at);
    let hit = inWord && !afterWord ? longest(folded, at, words) : null;
    if (parts.next.has(unit)) {
      const other = longest(folded, at, parts);
      if (other && (!hit || other.end > hit.end)) hit = other;
    }
    if (hit) {
      hits.push(hit);
      at = hit.end;
      afterWord = isWordUnit(folded.charCodeAt(at - 1), folded, at - 1);
    } else {
      afterWord = inWord;
      at += 1;
    }
  }
  return hits;
}

function longest<T extends Literal>(folded: string, start: number, root: Node<T>): Hit<T> | null {
  let best: Hit<T> | null = null;
  let at = start;
  let current = root;
  for (;;) {
    const unit = folded.charCodeAt(at);
    const following = current.next.get(unit);
    if (!following) return best;
    at += 1;
    // One space of a literal stands for any run of them in the text.
    if (unit === SPACE) while (folded.charCodeAt(at) === SPACE) at += 1;
    current = following;
    for (const entry of current.entries) {
      if (!entry.wholeWord || endsWord(folded, at)) {
        best = { start, end: at, entry };
        break;
      }
    }
  }
}

function endsWord(folded: string, end: number): boolean {
  const before = isWordUnit(folded.charCodeAt(end - 1), folded, end - 1);
  return !before || end >= folded.length || !isWordUnit(folded.charCodeAt(end), folded, end);
}

function startsWithWord(folded: string): boolean {
  return isWordUnit(folded.charCodeAt(0), folded, 0);
}

const WORD = /[\p{L}\p{M}\p{N}_]/u;

function isWordUnit(unit: number, text: string, at: number): boolean {
  if (unit < 0x80) {
    return (
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      unit === 0x5f
    );
  }
  // Half of a letter outside the first plane counts as part of a word.
  if (unit >= 0xd800 && unit <= 0xdfff) return true;
  return WORD.test(text.charAt(at));
}

const FOLDED: { readonly [glyph: string]: string } = {
  '\n': ' ',
  '\t': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2018': "'",
  '\u2019': "'",
  '\u2010': '-',
  '\u2011': '-',
};

/** Small letters, straight apostrophes, plain hyphens and spaces; as long as the text, unit by unit. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  const even = lower.length === text.length ? lower : unitByUnit(text);
  return even.replace(
    /[\n\t\u00a0\u202f\u2010\u2011\u2018\u2019]/gu,
    (glyph) => FOLDED[glyph] ?? glyph,
  );
}

/** Letters whose small form is longer ("İ") stay as they are, so that offsets hold. */
function unitByUnit(text: string): string {
  let folded = '';
  for (const glyph of text) {
    const lower = glyph.toLowerCase();
    folded += lower.length === glyph.length ? lower : glyph;
  }
  return folded;
}
