import { useRef } from 'react';
import { DEFAULT_SETTINGS } from '#core/ipc/contract';
import { useApp, useDesk } from '../../state/use-app';
import { Splitter } from '../../ui/splitter';
import { Dialogs } from '../dialogs/dialogs';
import { HoverCard } from '../findings/hover-card';
import { GalleyView } from '../galley/galley-view';
import { PhotoDesk } from '../photo-desk/photo-desk';
import { QueuePane } from '../queue/queue-pane';
import { QueueView } from '../queue/queue-view';
import { StyleBookView } from '../style-book/style-book-view';
import { Bar } from './bar';
import { DropVeil } from './drop-veil';
import { Inspector } from './inspector';
import { Notices } from './notices';
import { Rail } from './rail';
import { StatusLine } from './status-line';
import { useShellEvents } from './use-shell-events';
import { useShellStyle } from './use-shell-style';

/** The window: bar, rail, queue, sheet, inspector, status line. */
export function Shell() {
  const app = useApp();
  const shell = useRef<HTMLDivElement>(null);
  useShellEvents(app);
  useShellStyle(app, shell);
  const booted = useDesk((state) => state.booted);
  const settings = useDesk((state) => state.settings);
  const room = useDesk((state) => state.room);
  const drawer = useDesk((state) => state.drawer);
  const view = useDesk((state) => state.view);
  const has = useDesk((state) => state.ref !== null);
  const galley = view === 'galley' && has;
  const photos = view === 'photos' && has;
  const book = view === 'style-book';
  const list = galley && (room === 'wide' ? settings.listOpen : drawer === 'list');
  const inspector = galley && (room === 'narrow' ? drawer === 'inspector' : settings.inspectorOpen);
  const scale = 100 / settings.zoom;
  return (
    <div className="shell" ref={shell} data-room={room} data-drawer={drawer ?? 'none'}>
      <Bar />
      <div className="middle-row">
        <Rail />
        {list ? (
          <QueuePane
            edge={
              room === 'wide' ? (
                <Splitter
                  label="Width of the queue"
                  controls="list-pane"
                  pane="left"
                  width={settings.listWidth}
                  least={200}
                  most={480}
                  usual={DEFAULT_SETTINGS.listWidth}
                  scale={scale}
                  onChange={(listWidth) => app.views.settings({ listWidth })}
                />
              ) : null
            }
          />
        ) : null}
        {drawer && galley ? (
          <button
            type="button"
            className="drawer-shade"
            aria-label="Close the pane"
            onClick={() => app.store.set({ drawer: null })}
          />
        ) : null}
        <GalleyView hidden={!galley} />
        {photos ? <PhotoDesk /> : null}
        {book ? <StyleBookView /> : null}
        {galley || photos || book ? null : (
          <main className="queue" aria-label="Queue">
            {booted ? <QueueView /> : <div className="middle quiet">Reading the queue…</div>}
          </main>
        )}
        {inspector ? (
          <Inspector
            edge={
              room === 'narrow' ? null : (
                <Splitter
                  label="Width of the inspector"
                  controls="inspector"
                  pane="right"
                  width={settings.inspectorWidth}
                  least={300}
                  most={640}
                  usual={DEFAULT_SETTINGS.inspectorWidth}
                  scale={scale}
                  onChange={(inspectorWidth) => app.views.settings({ inspectorWidth })}
                />
              )
            }
          />
        ) : null}
      </div>
      <StatusLine />
      <Notices />
      <HoverCard />
      <Dialogs />
      <DropVeil />
      <Spoken />
    </div>
  );
}

function Spoken() {
  const spoken = useDesk((state) => state.spoken);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {spoken}
    </div>
  );
}
