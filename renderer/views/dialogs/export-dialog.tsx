import { useEffect, useMemo, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { UnreadOrder } from '#core/captions/rights';
import { unreadOrders } from '#core/captions/rights';
import type { Exported, Preview } from '#core/ipc/contract';
import type { PhotoProfileId } from '#core/photos/export-profiles';
import { PHOTO_PROFILES } from '#core/photos/export-profiles';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Select, Switch } from '../../ui/fields';
import { SeverityMark } from '../../ui/severity-mark';

type Shown =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly preview: Preview }
  | { readonly state: 'failed'; readonly message: string };

/** Choose a format, see what will be written and which errors are still open, then write. */
export function ExportDialog() {
  const app = useApp();
  const formats = useDesk((state) => state.formats);
  const [format, setFormat] = useState(formats[0]?.id ?? '');
  const [written, setWritten] = useState<Exported | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const { exportPhotos: profile, exportStrip: strip } = useDesk((state) => state.settings);
  const hasPhotos = useDesk((state) => state.story?.photos.some((photo) => photo.file) ?? false);
  const shown = usePreview(format, profile);
  const story = useDesk((state) => state.story);
  const unread = useMemo(() => (story ? unreadOrders(story) : []), [story]);
  const close = () => app.views.dialog(null);

  async function write() {
    const { ref } = app.store.get();
    const story = app.editor()?.story();
    if (!ref || !story) return;
    setWriting(true);
    setTrouble(null);
    const answer = await app.desk.call('exporting.write', ref, story, format, {
      profile,
      strip,
    });
    setWriting(false);
    if (!answer.ok) {
      if (answer.code !== 'cancelled') setTrouble(answer.message);
    } else if (answer.value.paths.length > 0) setWritten(answer.value);
  }

  if (written) {
    return (
      <Dialog
        // A dialog of its own, so that the focus moves to its button.
        key="written"
        title="Exported"
        onClose={close}
        footer={
          <>
            <Button look="quiet" onPress={() => setWritten(null)}>
              Another format
            </Button>
            <span className="pane-gap" />
            <Button look="solid" onPress={close} autoFocus>
              Done
            </Button>
          </>
        }
      >
        <p className="dialog-words tally-clear">
          <SeverityMark severity="clear" /> {countOf(written.paths.length, 'file')} written
        </p>
        <ul className="paths">
          {written.paths.map((path) => (
            <li key={path}>{path}</li>
          ))}
        </ul>
        {written.warnings.map((warning) => (
          <p key={warning} className="dialog-words">
            <SeverityMark severity="warning" /> {warning}
          </p>
        ))}
      </Dialog>
    );
  }

  return (
    <Dialog
      title="Export"
      size="large"
      onClose={close}
      footer={
        <>
          {trouble ? (
            <span className="is-trouble" role="alert">
              {trouble}
            </span>
          ) : null}
          <span className="pane-gap" />
          <Button onPress={close}>Cancel</Button>
          <Button
            look="solid"
            isDisabled={writing || shown.state !== 'ready' || unread.length > 0}
            onPress={() => void write()}
          >
            {writing ? 'Writing…' : 'Write files…'}
          </Button>
        </>
      }
    >
      <div className="export">
        <div className="export-side">
          <RadioGroup className="formats" value={format} onChange={setFormat}>
            <Label className="label">Format</Label>
            {formats.map((one) => (
              <Radio key={one.id} value={one.id} className="format" autoFocus={one.id === format}>
                <span className="format-title">{one.title}</span>
                <span className="note">.{one.extension}</span>
              </Radio>
            ))}
          </RadioGroup>
          {hasPhotos ? (
            <section className="export-photos" aria-label="Photos">
              <Select
                label="Photos"
                value={profile}
                options={PHOTO_PROFILES}
                onChange={(exportPhotos) => app.views.settings({ exportPhotos })}
              />
              <Switch
                label="Take private data out"
                note="Place, camera, owner, inner previews."
                on={strip}
                onChange={(exportStrip) => app.views.settings({ exportStrip })}
              />
            </section>
          ) : null}
          <UnreadOrders orders={unread} />
          <OpenErrors />
        </div>
        <Files shown={shown} />
      </div>
    </Dialog>
  );
}

function usePreview(format: string, profile: PhotoProfileId): Shown {
  const app = useApp();
  const [shown, setShown] = useState<Shown>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    const { ref } = app.store.get();
    const story = app.editor()?.story();
    if (!ref || !story || format === '') return;
    setShown({ state: 'loading' });
    void app.desk
      .call('exporting.preview', ref, story, format, { profile, strip: true })
      .then((answer) => {
        if (!current) return;
        setShown(
          answer.ok
            ? { state: 'ready', preview: answer.value }
            : { state: 'failed', message: answer.message },
        );
      });
    return () => {
      current = false;
    };
  }, [app, format, profile]);
  return shown;
}

/** Orders of senders that nobody has signed yet: the story is not written before somebody has. */
function UnreadOrders({ orders }: { readonly orders: readonly UnreadOrder[] }) {
  const app = useApp();
  const name = useDesk((state) => state.settings.user || state.info?.user || 'you');
  if (orders.length === 0) return null;
  return (
    <section className="file-says-orders" aria-label="Instructions to acknowledge">
      <h3>Read before this goes out</h3>
      {orders.map(({ figure, number, order }) => (
        <div key={`${figure} ${order.text}`} className="unread-order">
          <p>
            Photo {number}: “<bdi>{order.text}</bdi>”
          </p>
          <Button small onPress={() => app.photos.acknowledge(figure, order)}>
            Acknowledge as {name}
          </Button>
        </div>
      ))}
    </section>
  );
}

function OpenErrors() {
  const app = useApp();
  const errors = useDesk((state) => state.check.findings).filter(
    // Orders to acknowledge have a box of their own.
    (finding) => finding.severity === 'error' && finding.check !== 'meta-instructions',
  );
  if (errors.length === 0) {
    return (
      <p className="export-clear tally-clear">
        <SeverityMark severity="clear" /> No errors are open
      </p>
    );
  }
  return (
    <section className="export-errors" aria-label="Open errors">
      <h3>
        <SeverityMark severity="error" /> {countOf(errors.length, 'error')} still open
      </h3>
      <ul>
        {errors.slice(0, 6).map((finding) => (
          <li key={finding.key}>{finding.message}</li>
        ))}
      </ul>
      {errors.length > 6 ? <p className="note">and {errors.length - 6} more</p> : null}
      <Button
        small
        onPress={() => {
          app.views.dialog(null);
          app.views.tab('findings');
          app.checks.show(errors[0] ?? null);
        }}
      >
        Show them
      </Button>
    </section>
  );
}

function Files({ shown }: { readonly shown: Shown }) {
  const [at, setAt] = useState(0);
  if (shown.state === 'loading')
    return <div className="export-text quiet">Setting the preview…</div>;
  if (shown.state === 'failed')
    return <div className="export-text is-trouble">{shown.message}</div>;
  const { files } = shown.preview;
  const file = files[at] ?? files[0];
  return (
    <div className="export-preview">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of file names, not a form */}
      <div className="export-files" role="group" aria-label="Files">
        {files.map((one, index) => (
          <Button
            key={one.path}
            small
            look={one === file ? 'pencil' : 'quiet'}
            onPress={() => setAt(index)}
          >
            {one.path}
          </Button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
      <section className="export-text" tabIndex={0} aria-label="Preview">
        {file?.text ??
          'A copy of the picture, with the story’s caption, credit and alt text written into it.'}
      </section>
    </div>
  );
}
