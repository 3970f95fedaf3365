import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { ALL_CHECKS } from '#core/checks/all-checks';
import { isOn, severityOf } from '#core/checks/engine';
import type { Severity, StyleBook } from '#core/checks/style-book';
import type { CheckBase } from '#core/checks/types';
import type { StyleBookSource } from '#core/ipc/contract';
import { checkSetting } from '../../state/style-book';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/fields';
import { Explanation } from '../findings/explanation';

const WORDS: Readonly<Record<Severity | 'off', string>> = {
  off: 'Off',
  error: 'Error',
  warning: 'Warning',
  suggestion: 'Suggestion',
};
const SORTED = ALL_CHECKS.toSorted(
  (a, b) => a.section.localeCompare(b.section) || a.title.localeCompare(b.title),
);

/** The checks: on, off and how loud in this book, with why each is there. */
export function CheckSettings({ source }: { readonly source: StyleBookSource }) {
  const at = useDesk((state) => state.styleBook?.at ?? null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(at?.tab === 'checks' ? at.id : null);
  const wanted = query.trim().toLowerCase();
  const fits = SORTED.filter(({ title, section, why, id }) =>
    [title, section, why, id].some((text) => text.toLowerCase().includes(wanted)),
  );
  const check = ALL_CHECKS.find(({ id }) => id === chosen) ?? null;
  return (
    <div className="book-part">
      <section className="pane book-pane" aria-label="Checks">
        <div className="book-search">
          <TextField
            label="Search the checks"
            hideLabel
            type="search"
            value={query}
            onChange={setQuery}
            placeholder={`Search ${ALL_CHECKS.length} checks`}
          />
        </div>
        <ListBox
          className="book-list"
          aria-label="Checks"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={check ? [check.id] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setChosen(String(key));
          }}
          items={fits.map((one) => ({ id: one.id, one, source }))}
          renderEmptyState={() => <p className="note book-none">No check is about “{query}”.</p>}
        >
          {({ id, one }) => (
            <ListBoxItem id={id} className="book-row" textValue={one.title}>
              <span className="book-row-words">{one.title}</span>
              <span className="book-row-fact">{inWords(one, source.book)}</span>
              <span className="book-row-state">
                {source.own && checkSetting(source.says, id) !== undefined ? 'House' : ''}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </section>
      <section className="book-detail" aria-label="Check">
        {check ? (
          <CheckDetail check={check} source={source} />
        ) : (
          <div className="middle">
            <p className="middle-title">Choose a check</p>
            <p className="middle-words">It says why it is there, who says so, and what it flags.</p>
          </div>
        )}
      </section>
    </div>
  );
}

function CheckDetail({
  check,
  source,
}: {
  readonly check: CheckBase;
  readonly source: StyleBookSource;
}) {
  const app = useApp();
  const setting = source.own ? checkSetting(source.says, check.id) : undefined;
  const parent = `As in ${source.inherited.title}: ${inWords(check, source.inherited).toLowerCase()}`;
  const set = (value: string | null) =>
    void app.styleBook.change({ kind: 'set', group: 'checks', name: check.id, value });
  return (
    <div className="book-form">
      <p className="book-read">{check.title}</p>
      <p className="dialog-words">{check.why}</p>
      <p className="note">Source: {check.source}</p>
      {source.own ? (
        <div className="book-setting">
          <Select
            label="In this book"
            value={setting ?? 'parent'}
            options={[
              { id: 'parent', title: parent },
              ...(['off', 'error', 'warning', 'suggestion'] as const).map((id) => ({
                id,
                title: WORDS[id],
              })),
            ]}
            onChange={(id) => set(id === 'parent' ? null : id)}
          />
          {setting === undefined ? null : (
            <Button look="quiet" onPress={() => set(null)}>
              Back to {source.inherited.title}
            </Button>
          )}
        </div>
      ) : (
        <p>{inWords(check, source.book)}</p>
      )}
      <Explanation check={check.id} />
    </div>
  );
}

function inWords(check: CheckBase, book: StyleBook): string {
  return WORDS[isOn(check, book) ? severityOf(check, book) : 'off'];
}
