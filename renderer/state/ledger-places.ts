import type { ReadKind } from '#core/article/model';
import type { ReadBlock } from '#core/article/reading';
import type { Severity } from '#core/checks/style-book';
import type { Finding, Place } from '#core/checks/types';
import { SEVERITIES } from './findings';

/** Where a name stands, in words; everything else is text. */
export const KIND_WORDS: Partial<Record<ReadKind, string>> = {
  headline: 'headline',
  dek: 'dek',
  caption: 'caption',
  alt: 'alt text',
  crosshead: 'crosshead',
  pullquote: 'pull quote',
  bio: 'bio',
};
export const IN_TEXT = 'text';

/** "text 3, caption 1", the text first. */
export function kindWords(places: readonly Place[], kinds: ReadonlyMap<string, ReadKind>): string {
  const counts = new Map<string, number>([[IN_TEXT, 0]]);
  for (const { block } of places) {
    const word = KIND_WORDS[kinds.get(block) ?? 'paragraph'] ?? IN_TEXT;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const there = [...counts].filter(([, count]) => count > 0);
  if (there.length === 1 && there[0]?.[1] === 1) return there[0][0];
  return there.map(([word, count]) => `${word} ${count}`).join(', ');
}

/** The kind of each block, by id. */
export function kindsOf(blocks: readonly ReadBlock[]): ReadonlyMap<string, ReadKind> {
  return new Map(blocks.map(({ id, kind }) => [id, kind]));
}

/** The findings of some checks, by block, so that each row looks only at its own blocks. */
export type FoundIn = ReadonlyMap<string, readonly Finding[]>;

/** Sorts the findings of these checks by block. */
export function byBlock(findings: readonly Finding[], checks: ReadonlySet<string>): FoundIn {
  const map = new Map<string, Finding[]>();
  for (const one of findings) {
    if (!checks.has(one.check)) continue;
    const list = map.get(one.block);
    if (list) list.push(one);
    else map.set(one.block, [one]);
  }
  return map;
}

/** The findings that touch one of the places, in the order of the places, each once. */
export function findingsOn(found: FoundIn, places: readonly Place[]): readonly Finding[] {
  const on = new Set<Finding>();
  for (const { block, start, end } of places) {
    for (const one of found.get(block) ?? []) {
      if (one.start < end && start < one.end) on.add(one);
    }
  }
  return [...on];
}

/** The worst severity among findings; null without any. */
export function worst(findings: readonly Finding[]): Severity | null {
  return SEVERITIES.find((severity) => findings.some((one) => one.severity === severity)) ?? null;
}
