import type { BlockId, Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import type { Finding, Fix, Place } from '#core/checks/types';

type Shift = (
  start: number,
  end: number,
) => { readonly start: number; readonly end: number } | null;

/**
 * Findings of an earlier state of a story, moved to where their words stand now. What the change touched is left out: a
 * new check will say what holds there. Two workers answer at different times, so one of them is often a state behind.
 */
export function carryOver(
  findings: readonly Finding[],
  from: Story,
  to: Story,
): readonly Finding[] {
  if (from === to || from.article === to.article) return findings;
  const before = textsOf(from);
  const now = textsOf(to);
  const shifts = new Map<BlockId, Shift>();
  const shiftOf = (block: BlockId): Shift => {
    const known = shifts.get(block);
    if (known) return known;
    const made = shiftBetween(before.get(block), now.get(block));
    shifts.set(block, made);
    return made;
  };
  return findings.flatMap((finding) => carry(finding, shiftOf));
}

function textsOf(story: Story): ReadonlyMap<BlockId, string> {
  return new Map(readArticle(story.article).map(({ id, text }) => [id, text]));
}

const WORD = /[\p{L}\p{N}]/u;

/** Moves a range over one change between two texts; null when the change touches it or makes its word longer. */
function shiftBetween(before: string | undefined, now: string | undefined): Shift {
  if (before === now) return (start, end) => ({ start, end });
  if (before === undefined || now === undefined) return () => null;
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const by = now.length - before.length;
  return (start, end) => {
    if (end < head || (end === head && !WORD.test(now.charAt(end)))) return { start, end };
    const from = before.length - tail;
    return start > from || (start === from && !WORD.test(now.charAt(start + by - 1)))
      ? { start: start + by, end: end + by }
      : null;
  };
}

function carry(finding: Finding, shiftOf: (block: BlockId) => Shift): readonly Finding[] {
  const place = shiftOf(finding.block)(finding.start, finding.end);
  if (!place) return [];
  if (place.start === finding.start && finding.fixes.length === 0 && finding.related.length === 0) {
    return [finding];
  }
  const fixes = finding.fixes.flatMap((fix) => carryFix(fix, shiftOf));
  const related = finding.related.flatMap((one): readonly Place[] => {
    const at = shiftOf(one.block)(one.start, one.end);
    return at ? [{ ...one, ...at }] : [];
  });
  return [{ ...finding, ...place, fixes, related }];
}

function carryFix(fix: Fix, shiftOf: (block: BlockId) => Shift): readonly Fix[] {
  const edits: Fix['edits'][number][] = [];
  for (const edit of fix.edits) {
    if (edit.op === 'remove-block') {
      edits.push(edit);
      continue;
    }
    const at = shiftOf(edit.block)(edit.start, edit.end);
    if (!at) return [];
    edits.push({ ...edit, ...at });
  }
  return [{ ...fix, edits }];
}
