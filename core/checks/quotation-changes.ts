import type { BlockId, ReadKind } from '../article/model';
import type { ReadBlock } from '../article/reading';
import { analyse } from './analysis';
import { perBlock } from './per-block';
import { insideRanges } from './quotations';

/** What stands inside one quotation. Offsets are UTF-16 code units in the block's reading text, marks left out. */
export interface Quoted {
  readonly block: BlockId;
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
  /** Without what the desk may turn: glyphs, spaces, dots and dashes, a stop or comma at an end. */
  readonly folded: string;
  readonly words: readonly string[];
}

export interface QuotationChange {
  /** The quotation as it stands. */
  readonly now: Quoted;
  /** What it was when the copy came in; null: no quotation of that copy is like it. */
  readonly before: Quoted | null;
}

/** Headlines and crossheads are the desk's own words; everything else came with the copy. */
const KINDS: ReadonlySet<ReadKind> = new Set([
  'paragraph',
  'list-item',
  'quotation',
  'pullquote',
  'caption',
  'bio',
] satisfies ReadKind[]);
/** A new quotation of fewer words is a word held up for inspection, or a title. */
const LEAST_NEW = 3;

/** The quotations of a block, outermost only; a block that is a quotation by its kind counts whole. */
export const quotedIn = perBlock((block): readonly Quoted[] => {
  if (!KINDS.has(block.kind) || block.text === '') return [];
  const ranges =
    block.kind === 'quotation'
      ? [{ start: 0, end: block.text.length }]
      : insideRanges(analyse(block).quotes);
  return ranges.map(({ start, end }) => {
    const text = block.text.slice(start, end);
    const folded = foldQuoted(text);
    return { block: block.id, start, end, text, folded, words: wordsOf(folded) };
  });
});

function foldQuoted(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„‟«»"‘’‚‛']+/gu, "'")
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, ' ')
    .replace(/ ?(?:\. ?\. ?\.|…) ?/gu, '…')
    .replace(/ ?(?:—|–|--) ?| - /gu, '—')
    .replace(/^[\s,.']+|[\s,.']+$/gu, '');
}

function wordsOf(folded: string): readonly string[] {
  return (
    folded.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu) ?? []
  );
}

/**
 * The quotations whose words are not those of the copy as it came in, in reading order. A quotation that was cut out
 * whole, split by an attribution or joined again is none: every word in it stands as it was spoken.
 */
export function quotationChanges(
  imported: readonly ReadBlock[],
  blocks: readonly ReadBlock[],
): readonly QuotationChange[] {
  // Sets, not counts: a pull quote, or a copy that an undone repair brings back, says nothing new.
  const strange = missingFrom(imported, blocks);
  if (strange.length === 0) return [];
  const { now, before } = withoutSplits(strange, missingFrom(blocks, imported));
  return pair(now, before);
}

/** The quotations of `blocks` that stand nowhere in `others`. */
function missingFrom(
  others: readonly ReadBlock[],
  blocks: readonly ReadBlock[],
): readonly Quoted[] {
  const known = new Set(others.flatMap(quotedIn).map(({ folded }) => folded));
  return blocks
    .flatMap(quotedIn)
    .filter(({ folded, words }) => words.length > 0 && !known.has(folded));
}

function bump(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

interface Sides {
  readonly now: readonly Quoted[];
  readonly before: readonly Quoted[];
}

/** Takes out what was only split in two and more, or joined, without touching a word. */
function withoutSplits(now: readonly Quoted[], before: readonly Quoted[]): Sides {
  const split = joints(before, now);
  const joined = joints(now, before);
  const same = new Set([...split, ...joined]);
  return {
    now: now.filter((one) => !same.has(one)),
    before: before.filter((one) => !same.has(one)),
  };
}

/** Each whole whose words are those of neighbouring parts, one after another, with these parts. */
function joints(wholes: readonly Quoted[], parts: readonly Quoted[]): readonly Quoted[] {
  const found: Quoted[] = [];
  const used = new Set<Quoted>();
  for (const whole of wholes) {
    const wanted = whole.words.join(' ');
    for (const [from, first] of parts.entries()) {
      if (used.has(first) || !wanted.startsWith(`${first.words.join(' ')} `)) continue;
      let text = '';
      const run: Quoted[] = [];
      for (const part of parts.slice(from)) {
        if (used.has(part)) break;
        run.push(part);
        text = text === '' ? part.words.join(' ') : `${text} ${part.words.join(' ')}`;
        if (text === wanted || !wanted.startsWith(`${text} `)) break;
      }
      if (text !== wanted) continue;
      for (const part of run) used.add(part);
      found.push(whole, ...run);
      break;
    }
  }
  return found;
}

function pair(now: readonly Quoted[], before: readonly Quoted[]): readonly QuotationChange[] {
  const left = new Set(before);
  const inBlock = (list: Iterable<Quoted>, block: BlockId) =>
    [...list].filter((one) => one.block === block);
  const ofSameBlock = (one: Quoted): Quoted | null => {
    const [mine, theirs] = [inBlock(now, one.block), inBlock(before, one.block)];
    const at = mine.length === theirs.length ? mine.indexOf(one) : -1;
    return theirs[at] ?? null;
  };
  const changes: QuotationChange[] = [];
  for (const one of now) {
    const there = ofSameBlock(one);
    const match = there && left.has(there) ? there : likest(one, left);
    if (match) {
      left.delete(match);
      changes.push({ now: one, before: match });
    } else if (one.words.length >= LEAST_NEW && !isTitle(one)) {
      changes.push({ now: one, before: null });
    }
  }
  return changes;
}

/** The quotation that shares at least half of its words, or all of a shorter one's; the first of equals. */
function likest(one: Quoted, others: Iterable<Quoted>): Quoted | null {
  let best: Quoted | null = null;
  let most = 0;
  for (const other of others) {
    const shared = sharedWords(one.words, other.words);
    const shorter = Math.min(one.words.length, other.words.length);
    const dice = (2 * shared) / (one.words.length + other.words.length);
    const score = shorter >= LEAST_NEW ? Math.max(dice, (shared / shorter) * 0.6) : dice;
    if (score >= 0.5 && score > most) [best, most] = [other, score];
  }
  return best;
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) bump(counts, word, 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return shared;
}

/** “The Merry Widow”: a title that the desk put into marks, not somebody's words. */
function isTitle({ words }: Quoted): boolean {
  const long = words.filter((word) => word.length > 3);
  return long.length > 0 && long.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

export interface ChangedWords {
  readonly before: string;
  readonly now: string;
  /** Where the changed words stand, with a word on each side where words were only taken out. */
  readonly start: number;
  readonly end: number;
}

/** The words that differ, from the first to the last, each as printed; the places are in the block of `now`. */
export function changedWords({ now, before }: QuotationChange): ChangedWords {
  const old = before?.text ?? '';
  const [a, b] = [pieces(old), pieces(now.text)];
  let head = 0;
  while (head < a.length && head < b.length && a[head]?.word === b[head]?.word) head += 1;
  let tail = 0;
  while (
    tail < Math.min(a.length, b.length) - head &&
    a[a.length - 1 - tail]?.word === b[b.length - 1 - tail]?.word
  ) {
    tail += 1;
  }
  const [was, is] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const around = is.length > 0 ? is : b.slice(Math.max(0, head - 1), head + 1);
  return {
    before: old.slice(was[0]?.start ?? 0, was.at(-1)?.end ?? 0),
    now: now.text.slice(is[0]?.start ?? 0, is.at(-1)?.end ?? 0),
    start: now.start + (around[0]?.start ?? 0),
    end: now.start + (around.at(-1)?.end ?? now.text.length),
  };
}

/** Words with the marks that cling to them; two are the same when their folded forms are. */
function pieces(text: string) {
  return [...text.matchAll(/\S+/gu)].map(({ 0: piece, index }) => ({
    word: foldQuoted(piece),
    start: index,
    end: index + piece.length,
  }));
}
