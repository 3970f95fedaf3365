import type { Edit } from '../article/edit';
import { applyEdits } from '../article/edit';
import type { Story } from '../article/model';
import type { Finding, Fix } from './types';

/**
 * The edits of "fix all safe": the first safe fix of each finding, whole or not at all, none touching another.
 * Where two findings want the same place, the one that comes first in the list wins.
 */
export function safeFixes(findings: readonly Finding[]): readonly Edit[] {
  return chooseFixes(findings, (found) => found.fixes.find((candidate) => candidate.safe));
}

/** The edits of the first fix of each finding, whole or not at all, none touching another: findings fixed together. */
export function firstFixes(findings: readonly Finding[]): readonly Edit[] {
  return chooseFixes(findings, (found) => found.fixes[0]);
}

function chooseFixes(
  findings: readonly Finding[],
  choose: (found: Finding) => Fix | undefined,
): readonly Edit[] {
  const taken: Edit[] = [];
  const byBlock = new Map<string, Edit[]>();
  for (const found of findings) {
    const fix = choose(found);
    if (!fix) continue;
    const free = fix.edits.every((edit) =>
      (byBlock.get(edit.block) ?? []).every((other) => !collide(edit, other)),
    );
    if (!free) continue;
    for (const edit of fix.edits) {
      taken.push(edit);
      byBlock.set(edit.block, [...(byBlock.get(edit.block) ?? []), edit]);
    }
  }
  return taken;
}

/** Edits of one block collide when their ranges overlap or touch, or when the block goes. */
function collide(a: Edit, b: Edit): boolean {
  if (a.block !== b.block) return false;
  if (a.op === 'remove-block' || b.op === 'remove-block') return true;
  return a.start <= b.end && b.start <= a.end;
}

/** Rounds of "fix all": a fix that makes room for another is rare, one that does so nine times is a fault. */
const ROUNDS = 9;

/**
 * Makes every safe fix until none is left: fixes that want the same place follow one another. `check` gives the
 * findings of a story. Answers the story itself when there was nothing to fix, and how many edits were made.
 */
export function fixAllSafe(
  story: Story,
  check: (story: Story) => readonly Finding[],
): { readonly story: Story; readonly edits: number } {
  let current = story;
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = safeFixes(check(current));
    if (edits.length === 0) break;
    current = { ...current, article: applyEdits(current.article, edits) };
    count += edits.length;
  }
  return { story: current, edits: count };
}
