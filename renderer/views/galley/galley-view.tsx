import { useCallback, useMemo } from 'react';
import type { EditorApi, EditorOptions } from '../../editor/api';
import { GalleyEditor } from '../../editor/index';
import { photoAddress } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { FindBar } from './find-bar';

/** The sheet, and the find bar over it. Stays mounted while the queue is shown, so that nothing is lost. */
export function GalleyView({ hidden }: { readonly hidden: boolean }) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
  const smartQuotes = useDesk((state) => state.settings.smartQuotes);
  const smartDashes = useDesk((state) => state.settings.smartDashes);
  const opening = useDesk((state) => state.opening !== null);
  const onReady = useCallback((api: EditorApi) => app.attach(api), [app]);
  const options = useMemo<EditorOptions>(
    () => ({
      smartQuotes,
      smartDashes,
      photoAddress: (id) => {
        const story = app.editor()?.story() ?? app.store.get().story;
        const file = story?.photos.find((photo) => photo.id === id)?.file;
        return ref && file ? photoAddress(ref, file, 2400) : null;
      },
    }),
    [smartQuotes, smartDashes, ref, app],
  );
  return (
    <main className="galley" hidden={hidden} aria-label="Galley" aria-busy={opening}>
      <FindBar />
      <div className="desk-top">
        <GalleyEditor events={app.events} options={options} onReady={onReady} />
      </div>
    </main>
  );
}
