/** A paragraph as near-duplicates see it: the smallest hashes of its word pairs. Alike paragraphs share at least one. */
export interface Sketch {
  readonly hashes: readonly number[];
  /** How many words it has. */
  readonly length: number;
}

const SKETCH = 8;
/** A hash that this many paragraphs share says nothing. */
const COMMON = 12;

/** The sketch of a text, in one pass over its code units and without a copy of any word. */
export function sketchOf(text: string): Sketch {
  const smallest: number[] = [];
  let last = 0;
  let word = 0x811c9dc5;
  let inWord = false;
  let length = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    const letter = isLetter(code);
    if (letter) {
      // ASCII capitals fold to small letters.
      word = Math.imul(word ^ (code >= 0x41 && code <= 0x5a ? code + 32 : code), 0x01000193);
      inWord = true;
    } else if (inWord) {
      length += 1;
      if (length > 1) keepSmallest(smallest, mix(last, word));
      last = word;
      word = 0x811c9dc5;
      inWord = false;
    }
  }
  return { hashes: smallest, length };
}

/** Letters and figures; everything beyond Latin-1 but general punctuation counts as a letter. */
function isLetter(code: number): boolean {
  if (code < 0x80) {
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39)
    );
  }
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f);
}

function mix(a: number, b: number): number {
  let value = Math.imul(a, 0x85ebca6b) ^ b;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

function keepSmallest(list: number[], hash: number): void {
  if (list.length === SKETCH && hash >= (list[SKETCH - 1] ?? 0)) return;
  if (list.includes(hash)) return;
  let at = list.length;
  while (at > 0 && (list[at - 1] ?? 0) > hash) at -= 1;
  list.splice(at, 0, hash);
  if (list.length > SKETCH) list.pop();
}

/** Folded words of a text, for comparing. */
export function foldedWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/’/gu, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

/** Pairs of positions whose sketches share a hash, first before second. Grows with the number of paragraphs, not its square. */
export function candidatePairs(
  sketches: readonly Sketch[],
): readonly (readonly [number, number])[] {
  const byHash = new Map<number, number[]>();
  const pairs: (readonly [number, number])[] = [];
  const seen = new Set<number>();
  sketches.forEach((sketch, index) => {
    for (const hash of sketch.hashes) {
      const others = byHash.get(hash);
      if (!others) {
        byHash.set(hash, [index]);
        continue;
      }
      if (others.length < COMMON) {
        for (const other of others) {
          const key = other * sketches.length + index;
          if (!seen.has(key)) {
            seen.add(key);
            pairs.push([other, index]);
          }
        }
        others.push(index);
      }
    }
  });
  return pairs;
}

/**
 * Share of words two texts have in common in the same order, 0 to 1 (twice the longest common subsequence over both
 * lengths). Gives up below `least` and answers 0, so that unlike texts cost little.
 */
export function wordSimilarity(a: readonly string[], b: readonly string[], least: number): number {
  const total = a.length + b.length;
  if (total === 0) return 1;
  const budget = Math.floor(total * (1 - least) + 1e-9);
  if (Math.abs(a.length - b.length) > budget) return 0;
  const distance = editDistance(a, b, budget);
  return distance === null ? 0 : (total - distance) / total;
}

/** Myers' greedy difference: insertions and deletions from a to b; null when there are more than `most`. */
function editDistance(a: readonly string[], b: readonly string[], most: number): number | null {
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let distance = 0; distance <= most; distance += 1) {
    for (let line = -distance; line <= distance; line += 2) {
      const down = furthest[middle + line + 1] ?? 0;
      const right = (furthest[middle + line - 1] ?? 0) + 1;
      const fromAbove = line === -distance || (line !== distance && right <= down);
      let x = fromAbove ? down : right;
      while (x < a.length && x - line < b.length && a[x] === b[x - line]) x += 1;
      furthest[middle + line] = x;
      if (x >= a.length && x - line >= b.length) return distance;
    }
  }
  return null;
}

/** Words of each text that the other does not have, as multisets. */
export function wordsApart(
  a: readonly string[],
  b: readonly string[],
): readonly [readonly string[], readonly string[]] {
  return [missingFrom(a, b), missingFrom(b, a)];
}

function missingFrom(words: readonly string[], other: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}
