import { applyEdits } from '#core/article/edit';
import type { Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import type { FigureRow } from './photos';
import { leastReplacement, withAlt } from './photos';

export const SHEET_ORDERS = [
  { id: 'story', title: 'As in the story' },
  { id: 'trouble', title: 'Worst first' },
  { id: 'name', title: 'By file name' },
  { id: 'credit', title: 'By credit' },
] as const;
export type SheetOrder = (typeof SHEET_ORDERS)[number]['id'];

export const SHEET_FILTERS = [
  { id: 'all', title: 'All photos' },
  { id: 'trouble', title: 'With findings' },
  { id: 'waiting', title: 'Not approved' },
  { id: 'missing', title: 'Without a file' },
] as const;
export type SheetFilter = (typeof SHEET_FILTERS)[number]['id'];

const RANK = { error: 0, warning: 1, suggestion: 2 } as const;
const rank = (row: FigureRow) => (row.light ? RANK[row.light] : 3);
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The printed texts of a row. */
export function textsOf({ figure }: FigureRow): {
  readonly caption: string;
  readonly credit: string;
} {
  return {
    caption: readingText(figure.caption.spans),
    credit: readingText(figure.credit.spans),
  };
}

const FILTERS: Readonly<Record<SheetFilter, (row: FigureRow) => boolean>> = {
  all: () => true,
  trouble: (row) => row.findings.length > 0,
  waiting: (row) => {
    const { caption, credit } = textsOf(row);
    return approvalState(row.photo, caption, credit) !== 'approved';
  },
  missing: (row) => !row.photo?.file,
};

const ORDERS: Readonly<Record<SheetOrder, (a: FigureRow, b: FigureRow) => number>> = {
  story: () => 0,
  trouble: (a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length,
  name: (a, b) => byName.compare(a.photo?.originalName ?? '', b.photo?.originalName ?? ''),
  credit: (a, b) => byName.compare(textsOf(a).credit, textsOf(b).credit),
};

/** The photos of a contact sheet, filtered and in order; photos that are alike stay as in the story. */
export function sheetRows(
  rows: readonly FigureRow[],
  filter: SheetFilter,
  order: SheetOrder,
): readonly FigureRow[] {
  return rows
    .filter(FILTERS[filter])
    .toSorted((a, b) => ORDERS[order](a, b) || a.number - b.number);
}

/** Writes a credit or an alt text under several figures; null leaves that text alone. */
export function withBatch(
  story: Story,
  figures: ReadonlySet<string>,
  texts: { readonly credit: string | null; readonly alt: string | null },
): Story {
  let next = story;
  const { credit, alt } = texts;
  if (credit !== null) {
    const edits = story.article.blocks.flatMap((block) => {
      if (!isFigure(block) || !figures.has(block.id)) return [];
      const before = readingText(block.credit.spans);
      return before === credit ? [] : [leastReplacement(block.credit.id, before, credit)];
    });
    next = { ...next, article: applyEdits(next.article, edits) };
  }
  if (alt !== null) for (const figure of figures) next = withAlt(next, figure, alt);
  return next;
}
