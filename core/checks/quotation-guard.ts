import type { Edit } from '../article/edit';
import type { Range } from './analysis';
import { insideRanges, readQuotes, touches } from './quotations';
import type { CheckStory, Fix } from './types';

const QUOTE_GLYPH = /^["“”„‟«»'‘’‚‛]$/u;

/** Takes `safe` from every fix that would change what stands inside a quotation. */
export function guardFixes(
  check: string,
  fixes: readonly Fix[],
  places: Pick<CheckStory, 'block' | 'analysis'>,
): readonly Fix[] {
  return fixes.map((fix) =>
    fix.safe &&
    (fix.edits.some((edit) => changesQuotation(check, edit, places)) ||
      rereadsOtherwise(fix, places))
      ? { ...fix, safe: false }
      : fix,
  );
}

/** Removing a whole copy or linking words changes no quotation, nor does `quote-mixed` turning one quote glyph into its own counterpart. */
function changesQuotation(
  check: string,
  edit: Edit,
  places: Pick<CheckStory, 'block' | 'analysis'>,
): boolean {
  if (edit.op !== 'replace') return false;
  const block = places.block(edit.block);
  if (!block) return false;
  const glyphOnly =
    check === 'quote-mixed' &&
    QUOTE_GLYPH.test(block.text.slice(edit.start, edit.end)) &&
    QUOTE_GLYPH.test(edit.text);
  if (glyphOnly) return false;
  return touches(insideRanges(places.analysis(block).quotes), edit.start, edit.end);
}

const ANY_GLYPH = /["“”„‟″«»'‘’‚‛`]/u;

/**
 * Would the fix, by turning marks, make other words the quotation? In `naïve"Go," she said` the marks read as a
 * quotation; as single ones, the first would be an apostrophe.
 */
function rereadsOtherwise(fix: Fix, places: Pick<CheckStory, 'block' | 'analysis'>): boolean {
  for (const id of new Set(fix.edits.map((edit) => edit.block))) {
    const block = places.block(id);
    const edits = fix.edits.filter((edit) => edit.op === 'replace' && edit.block === id);
    if (!block) continue;
    const turns = edits.some(
      (edit) =>
        edit.op === 'replace' && ANY_GLYPH.test(edit.text + block.text.slice(edit.start, edit.end)),
    );
    if (!turns) continue;
    const before = quoted(block.text, insideRanges(places.analysis(block).quotes));
    const text = withEdits(block.text, edits);
    if (before !== quoted(text, insideRanges(readQuotes(text)))) return true;
  }
  return false;
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.flatMap((edit) => (edit.op === 'replace' ? [edit] : []));
  return inOrder
    .toSorted((a, b) => b.start - a.start)
    .reduce((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), text);
}

/** The words inside, with their marks folded: which glyphs stand there does not count, which words does. */
function quoted(text: string, ranges: readonly Range[]): string {
  return ranges
    .map(({ start, end }) => text.slice(start, end).replace(/[^\p{L}\p{N}\s]+/gu, ''))
    .join('\n');
}
