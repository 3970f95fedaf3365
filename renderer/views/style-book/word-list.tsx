import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { WordRow } from '#core/checks/style-book';
import type { StyleBookSource } from '#core/ipc/contract';
import type { RowState } from '../../state/style-book';
import { bookRows, rowFits } from '../../state/style-book';
import { useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { WordForm } from './word-form';

/** Rows shown at once; the search finds the rest. */
const MOST = 400;
const NEW = ' new';

const STATE_WORDS: Readonly<Record<RowState, string>> = {
  own: 'House',
  over: 'House, over the parent',
  inherited: '',
  dropped: 'Not used',
};

/** The word list: search and rows at the left, the chosen row at the right. */
export function WordList({ source }: { readonly source: StyleBookSource }) {
  const trial = useDesk((state) => state.styleBook?.trial ?? null);
  const at = useDesk((state) => state.styleBook?.at ?? null);
  const rows = useMemo(() => bookRows(source), [source]);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(() => {
    if (!trial) return at?.tab === 'words' ? at.id : null;
    return rows.some(({ row }) => row.id === trial.row.id) ? trial.row.id : NEW;
  });
  const fits = rows.filter(({ row }) => rowFits(row, query));
  const shown = rows.find(({ row }) => row.id === chosen) ?? null;
  return (
    <div className="book-part">
      <section className="pane book-pane" aria-label="Word list">
        <div className="book-search">
          <TextField
            label="Search the word list"
            hideLabel
            type="search"
            value={query}
            onChange={setQuery}
            placeholder={`Search ${countOf(rows.length, 'row')}`}
          />
          {source.own ? <Button onPress={() => setChosen(NEW)}>Add a row</Button> : null}
        </div>
        <ListBox
          className="book-list"
          aria-label="Rows"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={shown ? [shown.row.id] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setChosen(String(key));
          }}
          items={fits.slice(0, MOST).map((one) => ({ id: one.row.id, ...one }))}
          renderEmptyState={() => <p className="note book-none">No row holds “{query}”.</p>}
        >
          {({ id, row, state }) => (
            <ListBoxItem id={id} className={`book-row is-${state}`} textValue={row.find}>
              <span className="book-row-words">{row.find}</span>
              <span className="book-row-fact">{factOf(row)}</span>
              <span className="book-row-state">{source.own ? STATE_WORDS[state] : ''}</span>
            </ListBoxItem>
          )}
        </ListBox>
        {fits.length > MOST ? (
          <p className="note book-none">
            {countOf(fits.length - MOST, 'more row')}: search to narrow them.
          </p>
        ) : null}
      </section>
      <section className="book-detail" aria-label="Row">
        {shown || chosen === NEW ? (
          <WordForm
            key={`${source.id} ${shown?.row.id ?? NEW} ${JSON.stringify(shown)}`}
            source={source}
            given={shown}
            onDone={setChosen}
          />
        ) : (
          <div className="middle">
            <p className="middle-title">
              {source.own ? 'Choose a row, or add one' : 'Choose a row'}
            </p>
            <p className="middle-words">
              A row says what the house does about some words: amend them, have them reviewed, or
              confirm that they are right.
            </p>
          </div>
        )}
      </section>
    </div>
  );
}

function factOf(row: WordRow): string {
  if (row.class === 'correct') return 'is right';
  return row.replace.length > 0 ? `→ ${row.replace.join(' / ')}` : 'review';
}
