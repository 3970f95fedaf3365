import { ListBox, ListBoxItem } from 'react-aria-components';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import type { FigureRow } from '../../state/photos';
import { photoAddress } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';

/** The photos in reading order, each with its light; arrows walk them. */
export function PhotoList({
  rows,
  chosen,
}: {
  readonly rows: readonly FigureRow[];
  readonly chosen: string;
}) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
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
            <span className="photo-thumb">
              {row.photo?.file && ref ? (
                <img src={photoAddress(ref, row.photo.file, 480)} alt="" decoding="async" />
              ) : (
                <span className="photo-none">Missing</span>
              )}
            </span>
            <span className="photo-item-words">
              <span className="photo-title">{titleOf(row)}</span>
              <span className="note photo-file">{row.photo?.originalName || 'No file named'}</span>
              <span className="note">
                {row.photo?.width && row.photo.height
                  ? `${row.photo.width} × ${row.photo.height}`
                  : 'No picture yet'}
              </span>
              <Light row={row} />
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

/** The photo's verdict: counts by severity, or clear, or approved. */
export function Light({ row }: { readonly row: FigureRow }) {
  const { figure, photo, findings } = row;
  const state = approvalState(
    photo,
    readingText(figure.caption.spans),
    readingText(figure.credit.spans),
  );
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
