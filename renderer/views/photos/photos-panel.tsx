import { useMemo } from 'react';
import { FileTrigger } from 'react-aria-components';
import { readingText } from '#core/article/reading';
import { parseCredit } from '#core/captions/credit';
import type { FigureRow } from '../../state/photos';
import { figureRows, photoAddress } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { bytesWords, countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { AltText } from './alt-text';
import { creditChips } from './credit-chips';
import { FileSays } from './file-says';

/** All figures of the story: picture, caption, credit and its parts, alt text, and a light each. */
export function PhotosPanel() {
  const app = useApp();
  const story = useDesk((state) => state.story);
  const findings = useDesk((state) => state.check.findings);
  const rows = useMemo(() => (story ? figureRows(story, findings) : []), [story, findings]);
  return (
    <div className="photos">
      <div className="panel-tools">
        <span className="panel-words">
          {rows.length === 0 ? 'No photos yet' : countOf(rows.length, 'photo')}
        </span>
        <span className="pane-gap" />
        <Button small keys="Mod+Alt+P" onPress={() => app.commands.run('format.figure')}>
          Insert photo…
        </Button>
      </div>
      <div className="panel-scroll">
        {rows.length === 0 ? (
          <p className="quiet">
            Drop pictures on the sheet, or insert one. Originals are never changed.
          </p>
        ) : (
          rows.map((row) => <PhotoCard key={row.figure.id} row={row} />)
        )}
      </div>
    </div>
  );
}

function PhotoCard({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const { figure, photo, number } = row;
  const caption = readingText(figure.caption.spans);
  const credit = readingText(figure.credit.spans);
  const chips = useMemo(() => creditChips(parseCredit(credit)), [credit]);
  const jump = (block: string) =>
    app.editor()?.reveal({ block, start: 0, end: 0 }, { focus: true });
  return (
    <section className="photo" aria-label={`Photo ${number}`}>
      <header className="photo-head">
        <Picture row={row} />
        <div className="photo-facts">
          <h2 className="photo-title">
            Photo {number}
            {number === 1 ? <span className="photo-lead"> · lead</span> : null}
          </h2>
          <p className="note photo-file">{photo?.originalName || 'No file named'}</p>
          <p className="note">
            {photo?.width && photo.height ? `${photo.width} × ${photo.height}` : null}
            {photo?.bytes ? `, ${bytesWords(photo.bytes)}` : null}
          </p>
          <PhotoLight row={row} />
        </div>
      </header>
      {photo?.file ? null : <Missing row={row} />}
      <Text
        label="Caption"
        text={caption}
        empty="No caption"
        onEdit={() => jump(figure.caption.id)}
      />
      <Text label="Credit" text={credit} empty="No credit" onEdit={() => jump(figure.credit.id)}>
        {credit === '' ? null : (
          <dl className="credit-chips">
            {chips.map((chip) => (
              <div key={`${chip.name} ${chip.value}`} className={chip.sure ? '' : 'is-unsure'}>
                <dt>{chip.name}</dt>
                <dd>{chip.value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Text>
      <AltText key={figure.id} figure={figure} photo={photo} number={number} />
      <FileSays photo={photo} />
    </section>
  );
}

function Picture({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
  const { photo, figure, number } = row;
  return (
    <button
      type="button"
      className="photo-picture"
      aria-label={`${photo?.file ? '' : 'Missing: '}show photo ${number} in the story`}
      onClick={() => app.editor()?.reveal({ block: figure.id, start: 0, end: 0 })}
    >
      {photo?.file && ref ? (
        <img src={photoAddress(ref, photo.file, 480)} alt="" loading="lazy" decoding="async" />
      ) : (
        <span className="photo-none">Missing</span>
      )}
    </button>
  );
}

function PhotoLight({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const { findings, light } = row;
  const first = findings[0];
  if (!light || !first) {
    return (
      <p className="tally tally-clear">
        <SeverityMark severity="clear" /> clear
      </p>
    );
  }
  return (
    <Button
      small
      look="quiet"
      onPress={() => {
        app.views.tab('findings');
        app.checks.show(findings.find((one) => one.severity === light) ?? first);
      }}
    >
      <SeverityMark severity={light} /> {countOf(findings.length, 'finding')}
    </Button>
  );
}

function Missing({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const id = row.figure.photo;
  return (
    <div className="photo-missing">
      <p>The picture file has not arrived.</p>
      <div className="row">
        <Button small look="pencil" onPress={() => void app.photos.chooseFor(id)}>
          Choose file…
        </Button>
        <FileTrigger
          acceptedFileTypes={['image/*']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void app.photos.addFor(id, file);
          }}
        >
          <Button small>Add a copy…</Button>
        </FileTrigger>
      </div>
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly text: string;
  readonly empty: string;
  readonly onEdit: () => void;
  readonly children?: React.ReactNode;
}

function Text({ label, text, empty, onEdit, children }: TextProps) {
  return (
    <div className="photo-text">
      <div className="photo-text-head">
        <h3 className="label">{label}</h3>
        <Button
          small
          look="quiet"
          onPress={onEdit}
          aria-label={`Edit the ${label.toLowerCase()} in the story`}
        >
          Edit
        </Button>
      </div>
      {text === '' ? <p className="is-missing">{empty}</p> : <p className="photo-words">{text}</p>}
      {children}
    </div>
  );
}
