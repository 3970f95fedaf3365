import type { Edit } from '../article/edit';
import type { Finding } from './types';

/**
 * The edits of "fix all safe": the first safe fix of each finding, whole or not at all, none touching another.
 * Where two findings want the same place, the one that comes first in the list wins.
 */
export function safeFixes(findings: readonly Finding[]): readonly Edit[] {
  const taken: Edit[] = [];
  const byBlock = new Map<string, Edit[]>();
  for (const found of findings) {
    const fix = found.fixes.find((candidate) => candidate.safe);
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
