import { applyEdits } from '#core/article/edit';
import type { Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import { parseCredit } from '#core/captions/credit';

import { formatCredit } from '#core/captions/format';
import { metaValues } from '#core/captions/metadata';
import { conflictsOf, openConflicts } from '#core/captions/metadata-repair';
import { restricts, rightsOrders } from '#core/captions/rights';
import { sourceType } from '#core/captions/source-type';
import type { CreditForm } from '#core/checks/style-book';
import type { FigureRow } from './photos';
import { leastReplacement, withAlt } from './photos';

export const SHEET_ORDERS = [
  { id: 'story', title: 'As in the story' },
  { id: 'trouble', title: 'Worst first' },
  { id: 'taken', title: 'By day taken' },
  { id: 'name', title: 'By file name' },
  { id: 'credit', title: 'By credit' },
] as const;
export type SheetOrder = (typeof SHEET_ORDERS)[number]['id'];

export const SHEET_FILTERS = [
  { id: 'all', title: 'All photos' },
  { id: 'trouble', title: 'With findings' },
  { id: 'errors', title: 'With errors' },
  { id: 'waiting', title: 'Not approved' },
  { id: 'orders', title: 'Orders to sign' },
  { id: 'conflicts', title: 'Parts of the file differ' },
  { id: 'made', title: 'AI-generated or composite' },
  { id: 'alt', title: 'Without alt text' },
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
  errors: (row) => row.light === 'error',
  waiting: (row) => {
    const { caption, credit } = textsOf(row);
    return approvalState(row.photo, caption, credit) !== 'approved';
  },
  orders: (row) =>
    rightsOrders(row.photo).some(
      ({ acknowledged, text }) => acknowledged === null && restricts(text),
    ),
  conflicts: (row) => openConflicts(conflictsOf(row.photo)).length > 0,
  made: (row) => sourceType(row.photo)?.made ?? false,
  alt: (row) => row.figure.alt === null,
  missing: (row) => !row.photo?.file,
};

/** The day and hour a photo was taken as digits that sort; photos that do not say come last. */
function takenAt(row: FigureRow): string {
  return metaValues(row.photo, 'dateCreated')[0]?.replaceAll(/\D/gu, '') ?? '9';
}

const ORDERS: Readonly<Record<SheetOrder, (a: FigureRow, b: FigureRow) => number>> = {
  story: () => 0,
  trouble: (a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length,
  taken: (a, b) => (takenAt(a) < takenAt(b) ? -1 : takenAt(a) > takenAt(b) ? 1 : 0),
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

/** What several figures are to get; null leaves that text alone. */
export interface Batch {
  /** One credit for all, or each one's own in the house's form. */
  readonly credit: string | { readonly form: CreditForm } | null;
  readonly alt: string | null;
}

/** One text that a batch changes. */
export interface BatchChange {
  readonly figure: string;
  readonly what: 'credit' | 'alt';
  readonly before: string;
  readonly after: string;
}

/** What a batch would change, in the order of the story; texts that read so already are left out. */
export function batchChanges(
  story: Story,
  figures: ReadonlySet<string>,
  { credit, alt }: Batch,
): readonly BatchChange[] {
  return story.article.blocks.flatMap((block): readonly BatchChange[] => {
    if (!isFigure(block) || !figures.has(block.id)) return [];
    const changes: BatchChange[] = [];
    const line = readingText(block.credit.spans);
    const written =
      credit === null || typeof credit === 'string'
        ? credit
        : line === ''
          ? null
          : formatCredit(parseCredit(line), credit.form);
    if (written !== null && written !== line) {
      changes.push({ figure: block.id, what: 'credit', before: line, after: written });
    }
    if (alt !== null && alt !== block.alt) {
      changes.push({ figure: block.id, what: 'alt', before: block.alt ?? '', after: alt });
    }
    return changes;
  });
}

/** The story with a batch written into it. */
export function withBatch(story: Story, figures: ReadonlySet<string>, batch: Batch): Story {
  const changes = batchChanges(story, figures, batch);
  const credits = changes.filter(({ what }) => what === 'credit');
  const edits = credits.map(({ figure, before, after }) => {
    const block = story.article.blocks.find((one) => one.id === figure);
    const id = block && isFigure(block) ? block.credit.id : figure;
    return leastReplacement(id, before, after);
  });
  const written = { ...story, article: applyEdits(story.article, edits) };
  return changes
    .filter(({ what }) => what === 'alt')
    .reduce((next, { figure, after }) => withAlt(next, figure, after), written);
}
