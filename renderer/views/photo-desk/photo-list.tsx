import { Copy } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import { metaDate, metaValues } from '#core/captions/metadata';
import type { FigureRow } from '../../state/photos';
import { recentUses } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { ago, dayWords } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { MadeBy } from './made-by';
import { Thumb } from './thumb';

/** The photos in reading order, each with its light; arrows walk them. */
export function PhotoList({
  rows,
  chosen,
}: {
  readonly rows: readonly FigureRow[];
  readonly chosen: string;
}) {
  const app = useApp();
  return (
    <section className="pane photo-pane" aria-label="Photos">
      <header className="pane-head">
        <h1 className="pane-title">Photos</h1>
        <span className="pane-gap" />
        <Button small look="quiet" onPress={() => app.commands.run('view.contact-sheet')}>
          All {rows.length}
        </Button>
      </header>
      <ListBox
        className="photo-list"
        aria-label="Photos of the story"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) app.store.set({ figure: String(key) });
        }}
        items={rows.map((row) => ({ id: row.figure.id, row }))}
      >
        {({ id, row }) => (
          <ListBoxItem id={id} className="photo-item" textValue={titleOf(row)}>
            <Thumb row={row} />
            <span className="photo-item-words">
              <span className="photo-title">{titleOf(row)}</span>
              <span className="note photo-file">{row.photo?.originalName || 'No file named'}</span>
              <span className="note">{sizeOf(row)}</span>
              <span className="note">{takenOn(row)}</span>
              <Light row={row} />
              <MadeBy photo={row.photo} />
              <UsedElsewhere row={row} />
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </section>
  );
}

/** "Photo 1 · lead". */
export function titleOf(row: FigureRow): string {
  return `Photo ${row.number}${row.number === 1 ? ' · lead' : ''}`;
}

/** "2400 × 1600". */
export function sizeOf({ photo }: FigureRow): string {
  if (!photo?.file) return 'No picture yet';
  return photo.width && photo.height ? `${photo.width} × ${photo.height}` : 'Size unknown';
}

/** The day it was taken, "Mar 1, 2026"; null when the file does not say. */
export function takenOn({ photo }: FigureRow): string | null {
  const date = metaDate(metaValues(photo, 'dateCreated')[0] ?? '');
  return date ? dayWords(new Date(date.year, date.month - 1, date.day).getTime()) : null;
}

/** The same picture was in another story a short while ago. */
export function UsedElsewhere({ row }: { readonly row: FigureRow }) {
  const days = useDesk((state) => state.settings.reuseDays);
  const all = useDesk((state) => state.photoUses);
  const [last] = recentUses(all, row.photo, days, Date.now());
  if (!last) return null;
  return (
    <span className="made-by" title={last.headline || last.slug}>
      <Copy aria-hidden="true" />
      Used {ago(last.at, Date.now())}
    </span>
  );
}

/** The photo's verdict: counts by severity, or clear, or approved. */
export function Light({ row }: { readonly row: FigureRow }) {
  const { figure, photo, findings } = row;
  const state = approvalState(
    photo,
    readingText(figure.caption.spans),
    readingText(figure.credit.spans),
  );
  if (state === 'photo-changed') {
    return (
      <span className="photo-lights tally-warning">
        <SeverityMark severity="warning" /> Photo changed
      </span>
    );
  }
  if (findings.length === 0) {
    return (
      <span className="tally tally-clear">
        <SeverityMark severity="clear" /> {state === 'approved' ? 'Approved' : 'Clear'}
      </span>
    );
  }
  const counts = (['error', 'warning', 'suggestion'] as const)
    .map((severity) => ({
      severity,
      count: findings.filter((one) => one.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <span className="photo-lights">
      {counts.map(({ severity, count }) => (
        <span key={severity} className={`tally-${severity}`}>
          <SeverityMark severity={severity} /> {count}
        </span>
      ))}
    </span>
  );
}
