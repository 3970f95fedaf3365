import { useEffect, useMemo } from 'react';
import { figureRows } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { ContactSheet } from './contact-sheet';
import { PhotoList } from './photo-list';
import { PhotoSide } from './photo-side';
import { PhotoStage } from './photo-stage';

/** The photo desk: all photos of the story, the chosen one with its printed texts, and what its file says. */
export function PhotoDesk() {
  const app = useApp();
  const story = useDesk((state) => state.story);
  const findings = useDesk((state) => state.check.findings);
  const chosen = useDesk((state) => state.figure);
  const rows = useMemo(() => (story ? figureRows(story, findings) : []), [story, findings]);
  useEffect(() => {
    void app.photos.loadCodes();
  }, [app]);
  const ref = useDesk((state) => state.ref);
  // The files and their contents, whatever else changes.
  const files = story?.photos.map(({ file, sha256 }) => `${file} ${sha256}`).join('\n') ?? '';
  useEffect(() => {
    if (ref !== null && files !== '') void app.photos.survey();
  }, [app, ref, files]);
  const sheet = useDesk((state) => state.sheet);
  const row = rows.find((one) => one.figure.id === chosen) ?? rows[0];
  if (!row) {
    return (
      <main className="photo-desk" aria-label="Photo desk">
        <div className="middle">
          <p className="middle-title">No photos in this story</p>
          <p className="middle-words">
            Add some here, or drop pictures on the sheet. Originals are never changed.
          </p>
          <div className="row">
            <Button look="solid" keys="Mod+Alt+P" onPress={() => app.commands.run('format.figure')}>
              Add photos…
            </Button>
            <Button onPress={() => app.commands.run('photo.add-folder')}>Add a folder…</Button>
            <Button look="quiet" keys="Mod+2" onPress={() => app.commands.run('view.galley')}>
              Back to the galley
            </Button>
          </div>
        </div>
      </main>
    );
  }
  if (sheet) return <ContactSheet rows={rows} />;
  return (
    <main className="photo-desk" aria-label="Photo desk">
      <PhotoList rows={rows} chosen={row.figure.id} />
      <PhotoStage key={row.figure.id} row={row} />
      <PhotoSide row={row} />
    </main>
  );
}
