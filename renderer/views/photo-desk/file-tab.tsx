import { comparisons } from '../../state/file-against-print';
import type { FigureRow } from '../../state/photos';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { SaysRows } from '../photos/file-says';
import { saysRows } from '../photos/file-says-rows';
import { Orders } from './rights';

/** Everything the file says about itself, orders last; or why it says nothing. */
export function FileTab({
  row,
  onConflicts,
}: {
  readonly row: FigureRow;
  readonly onConflicts: () => void;
}) {
  const app = useApp();
  const { photo, figure } = row;
  if (!photo?.file) {
    return <p className="quiet">What the file says is read when the picture arrives.</p>;
  }
  if (photo.metadata === null) {
    return (
      <div className="stack">
        <p className="quiet">
          The file’s metadata was not read: it is damaged, took too long, or exiftool did not run
          when the photo came.
        </p>
        <div>
          <Button small onPress={() => void app.photos.reread(figure.id)}>
            Read the file again
          </Button>
        </div>
      </div>
    );
  }
  // What is compared with the print above need not stand here again.
  const compared = comparisons(figure, photo)
    .map(({ field }) => field)
    .filter((field) => field !== 'creditLine');
  const rows = saysRows(photo);
  const differs = rows.some((one) => one.differs);
  return (
    <>
      {rows.length === 0 ? (
        <p className="quiet">The file says nothing: no caption, no credit, no rights.</p>
      ) : (
        <section aria-label="Fields of the file">
          <div className="compared-head">
            <h3 className="label">File says</h3>
            {differs ? (
              <Button small look="quiet" onPress={onConflicts}>
                Parts differ, decide
              </Button>
            ) : null}
          </div>
          <SaysRows photo={photo} without={compared} />
        </section>
      )}
      <Orders row={row} openOnly />
    </>
  );
}
