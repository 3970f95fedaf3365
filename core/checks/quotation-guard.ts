import type { Edit } from '../article/edit';
import { insideRanges, touches } from './quotations';
import type { CheckStory, Fix } from './types';

const QUOTE_GLYPH = /^["“”„‟«»'‘’‚‛]$/u;

/** Takes `safe` from every fix that would change what stands inside a quotation. */
export function guardFixes(
  check: string,
  fixes: readonly Fix[],
  places: Pick<CheckStory, 'block' | 'analysis'>,
): readonly Fix[] {
  return fixes.map((fix) =>
    fix.safe && fix.edits.some((edit) => changesQuotation(check, edit, places))
      ? { ...fix, safe: false }
      : fix,
  );
}

/** Removing a whole copy changes no quotation, nor does `quote-mixed` turning one quote glyph into its own counterpart. */
function changesQuotation(
  check: string,
  edit: Edit,
  places: Pick<CheckStory, 'block' | 'analysis'>,
): boolean {
  if (edit.op === 'remove-block') return false;
  const block = places.block(edit.block);
  if (!block) return false;
  const glyphOnly =
    check === 'quote-mixed' &&
    QUOTE_GLYPH.test(block.text.slice(edit.start, edit.end)) &&
    QUOTE_GLYPH.test(edit.text);
  if (glyphOnly) return false;
  return touches(insideRanges(places.analysis(block).quotes), edit.start, edit.end);
}
