import type { BlockAnalysis } from './analysis';

/** A paragraph as near-duplicates see it. */
export interface Sketch {
  /** Folded words. */
  readonly words: readonly string[];
  /** The smallest hashes of its word pairs: alike paragraphs share at least one. */
  readonly hashes: readonly number[];
}

const SKETCH = 8;
/** A hash that this many paragraphs share says nothing. */
const COMMON = 12;
const cache = new WeakMap<BlockAnalysis, Sketch>();

/** The sketch of a block, computed once. */
export function sketchOf(analysis: BlockAnalysis): Sketch {
  const known = cache.get(analysis);
  if (known) return known;
  const words = analysis.tokens.map((token) => token.text.toLowerCase().replace(/’/gu, "'"));
  const hashes = new Set<number>();
  for (let at = 0; at + 1 < words.length; at += 1) {
    hashes.add(hashPair(words[at] ?? '', words[at + 1] ?? ''));
  }
  const smallest = [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
  const sketch = { words, hashes: smallest };
  cache.set(analysis, sketch);
  return sketch;
}

function hashPair(a: string, b: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < a.length; at += 1) value = Math.imul(value ^ a.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ 0x20, 0x01000193);
  for (let at = 0; at < b.length; at += 1) value = Math.imul(value ^ b.charCodeAt(at), 0x01000193);
  // One more round of mixing: neighbouring pairs must not get neighbouring hashes.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
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
