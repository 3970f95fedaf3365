import { useMemo, useState } from 'react';
import type { Selection } from 'react-aria-components';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { approvalState } from '#core/captions/approval';
import type { SheetFilter, SheetOrder } from '../../state/contact-sheet';
import {
  SHEET_FILTERS,
  SHEET_ORDERS,
  sheetRows,
  textsOf,
  withBatch,
} from '../../state/contact-sheet';
import type { FigureRow } from '../../state/photos';
import { photoAddress } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/fields';
import { Light, titleOf } from './photo-list';

/** All photos at once: sorted, filtered, several chosen and given one credit or alt text in one step. */
export function ContactSheet({ rows }: { readonly rows: readonly FigureRow[] }) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
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
              <span className="contact-picture">
                {row.photo?.file && ref ? (
                  <img src={photoAddress(ref, row.photo.file, 480)} alt="" decoding="async" />
                ) : (
                  <span className="photo-none">Missing</span>
                )}
              </span>
              <span className="photo-title">{titleOf(row)}</span>
              <span className="contact-caption">{textsOf(row).caption || 'No caption'}</span>
              <span className="note contact-credit">{textsOf(row).credit || 'No credit'}</span>
              <Light row={row} />
            </ListBoxItem>
          )}
        </ListBox>
      </div>
      <Batch key={picked.map((row) => row.figure.id).join()} rows={picked} onOpen={open} />
    </main>
  );
}

function Batch({
  rows,
  onOpen,
}: {
  readonly rows: readonly FigureRow[];
  readonly onOpen: (figure: string) => void;
}) {
  const app = useApp();
  const [credit, setCredit] = useState('');
  const [alt, setAlt] = useState('');
  const figures = new Set(rows.map((row) => row.figure.id));
  const write = (texts: { readonly credit: string | null; readonly alt: string | null }) =>
    app.editor()?.change((story) => withBatch(story, figures, texts));
  const [only] = rows;
  const approved = rows.filter((row) => {
    const texts = textsOf(row);
    return approvalState(row.photo, texts.caption, texts.credit) === 'approved';
  }).length;
  return (
    <aside className="pane photo-side" aria-label="Chosen photos">
      <div className="photo-side-panel">
        <h2 className="label">
          {rows.length === 0 ? 'No photo chosen' : `${countOf(rows.length, 'photo')} chosen`}
        </h2>
        {rows.length === 0 || !only ? (
          <p className="quiet">
            Choose photos with Space, or all with Ctrl+A, to give them one credit or alt text.
          </p>
        ) : (
          <>
            <p className="note">
              {countOf(approved, 'caption')} of {rows.length} approved
            </p>
            <TextField
              label="Credit for all of them"
              value={credit}
              onChange={setCredit}
              placeholder={textsOf(only).credit}
            />
            <Button
              isDisabled={credit.trim() === ''}
              onPress={() => write({ credit: credit.trim(), alt: null })}
            >
              Write the credit
            </Button>
            <TextField
              label="Alt text for all of them"
              value={alt}
              onChange={setAlt}
              lines={3}
              placeholder={only.figure.alt ?? ''}
            />
            <Button
              isDisabled={alt.trim() === ''}
              onPress={() => write({ credit: null, alt: alt.trim() })}
            >
              Write the alt text
            </Button>
            <Button look="quiet" onPress={() => onOpen(only.figure.id)}>
              Open {titleOf(only)}
            </Button>
          </>
        )}
      </div>
    </aside>
  );
}
