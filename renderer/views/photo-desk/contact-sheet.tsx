import { useMemo, useState } from 'react';
import type { Selection } from 'react-aria-components';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { approvalState } from '#core/captions/approval';
import type { Batch, SheetFilter, SheetOrder } from '../../state/contact-sheet';
import {
  batchChanges,
  SHEET_FILTERS,
  SHEET_ORDERS,
  sheetRows,
  textsOf,
  withBatch,
} from '../../state/contact-sheet';
import type { FigureRow } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { Select, Switch, TextField } from '../../ui/fields';
import { MadeBy } from './made-by';
import { Light, sizeOf, takenOn, titleOf, UsedElsewhere } from './photo-list';
import { Thumb } from './thumb';

/** All photos at once: sorted, filtered, several chosen and given one credit or alt text in one step. */
export function ContactSheet({ rows }: { readonly rows: readonly FigureRow[] }) {
  const app = useApp();
  const [order, setOrder] = useState<SheetOrder>('story');
  const [filter, setFilter] = useState<SheetFilter>('all');
  const [chosen, setChosen] = useState<Selection>(new Set());
  const shown = useMemo(() => sheetRows(rows, filter, order), [rows, filter, order]);
  const picked = shown.filter((row) => chosen === 'all' || chosen.has(row.figure.id));

  function open(figure: string) {
    app.store.set({ figure, sheet: false });
  }

  return (
    <main className="photo-desk contact" aria-label="Contact sheet">
      <div className="contact-main">
        <header className="contact-head">
          <h1 className="pane-title">Contact sheet</h1>
          <span className="pane-count">
            {shown.length === rows.length
              ? countOf(rows.length, 'photo')
              : `${shown.length} of ${countOf(rows.length, 'photo')}`}
          </span>
          <span className="pane-gap" />
          <Select label="Show" value={filter} options={SHEET_FILTERS} onChange={setFilter} />
          <Select label="Order" value={order} options={SHEET_ORDERS} onChange={setOrder} />
          <Button keys="Mod+7" onPress={() => app.store.set({ sheet: false })}>
            One photo
          </Button>
        </header>
        <ListBox
          className="contact-grid"
          aria-label="Photos of the story"
          layout="grid"
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={setChosen}
          items={shown.map((row) => ({ id: row.figure.id, row }))}
          renderEmptyState={() => <p className="quiet">No photo is like that.</p>}
        >
          {({ id, row }) => (
            <ListBoxItem id={id} className="contact-item" textValue={titleOf(row)}>
              <Thumb row={row} large />
              <span className="photo-title">{titleOf(row)}</span>
              <span className="contact-caption">{textsOf(row).caption || 'No caption'}</span>
              <span className="note contact-credit">{textsOf(row).credit || 'No credit'}</span>
              <span className="note">{[sizeOf(row), takenOn(row)].filter(Boolean).join(', ')}</span>
              <Light row={row} />
              <MadeBy photo={row.photo} />
              <UsedElsewhere row={row} />
            </ListBoxItem>
          )}
        </ListBox>
      </div>
      <BatchPanel key={picked.map((row) => row.figure.id).join()} rows={picked} onOpen={open} />
    </main>
  );
}

function BatchPanel({
  rows,
  onOpen,
}: {
  readonly rows: readonly FigureRow[];
  readonly onOpen: (figure: string) => void;
}) {
  const app = useApp();
  const form = useDesk((state) => state.book?.creditForm ?? null);
  const [credit, setCredit] = useState('');
  const [alt, setAlt] = useState('');
  const [house, setHouse] = useState(false);
  const [only] = rows;
  const approved = rows.filter((row) => {
    const texts = textsOf(row);
    return approvalState(row.photo, texts.caption, texts.credit) === 'approved';
  }).length;
  const batch: Batch = {
    credit: credit.trim() !== '' ? credit.trim() : house && form !== null ? { form } : null,
    alt: alt.trim() === '' ? null : alt.trim(),
  };
  const write = () => {
    const figures = new Set(rows.map((row) => row.figure.id));
    app.editor()?.change((story) => withBatch(story, figures, batch));
    setCredit('');
    setAlt('');
    setHouse(false);
  };
  return (
    <aside className="pane photo-side" aria-label="Chosen photos">
      <div className="photo-side-panel">
        <div className="compared-head">
          <h2 className="label">
            {rows.length === 0 ? 'No photo chosen' : `${countOf(rows.length, 'photo')} chosen`}
          </h2>
          {only ? <span className="note">{approved} approved</span> : null}
        </div>
        {only ? (
          <>
            <section className="contact-batch" aria-label="Write under all of them">
              <TextField
                label="Credit for all of them"
                value={credit}
                onChange={setCredit}
                placeholder={textsOf(only).credit}
              />
              <Switch
                label="Each credit in house form"
                on={house && credit.trim() === ''}
                onChange={setHouse}
              />
              <TextField
                label="Alt text for all of them"
                value={alt}
                onChange={setAlt}
                lines={2}
                placeholder={only.figure.alt ?? ''}
              />
              <Preview rows={rows} batch={batch} onWrite={write} />
            </section>
            <div className="row">
              <Button onPress={() => onOpen(only.figure.id)}>Open {titleOf(only)}</Button>
            </div>
          </>
        ) : (
          <p className="quiet">
            Space chooses a photo, Ctrl+A all of them. Then one credit or alt text goes under each,
            in one step that undo takes back.
          </p>
        )}
      </div>
    </aside>
  );
}

const SHOWN = 6;

/** What the batch changes, before it is written. */
function Preview({
  rows,
  batch,
  onWrite,
}: {
  readonly rows: readonly FigureRow[];
  readonly batch: Batch;
  readonly onWrite: () => void;
}) {
  const story = useDesk((state) => state.story);
  const changes = story
    ? batchChanges(story, new Set(rows.map((row) => row.figure.id)), batch)
    : [];
  const numbers = new Map(rows.map((row) => [row.figure.id, row.number]));
  const asked = batch.credit !== null || batch.alt !== null;
  return (
    <>
      {asked && changes.length === 0 ? (
        <p className="note">All of them read like that already.</p>
      ) : null}
      <ul className="contact-preview" aria-label="What changes">
        {changes.slice(0, SHOWN).map(({ figure, what, before, after }) => (
          <li key={`${figure} ${what}`}>
            <span className="note">
              Photo {numbers.get(figure)}, {what === 'alt' ? 'alt text' : 'credit'}
            </span>
            {before === '' ? null : <del>{before}</del>}
            <ins>{after}</ins>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? (
        <p className="note">and {countOf(changes.length - SHOWN, 'more text')}</p>
      ) : null}
      <div>
        <Button look="solid" isDisabled={changes.length === 0} onPress={onWrite}>
          {changes.length === 0 ? 'Write' : `Write ${countOf(changes.length, 'text')}`}
        </Button>
      </div>
    </>
  );
}
