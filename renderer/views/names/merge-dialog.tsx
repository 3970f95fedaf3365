import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import type { LedgerEntry } from '#core/ledger/name-ledger';
import { previewMerge } from '#core/ledger/spelling';
import { mergeChoices } from '../../state/ledger';
import { becomeFindings } from '../../state/ledger-actions';
import { nameRows } from '../../state/name-rows';
import { useApp, useDesk } from '../../state/use-app';

/** Whom a name is one with: everyone else of the story, with what becomes a finding. */
export function MergeDialog({ row: id, name }: { readonly row: string; readonly name: string }) {
  const app = useApp();
  const story = useDesk((state) => state.story);
  const findings = useDesk((state) => state.check.findings);
  const [query, setQuery] = useState('');
  const rows = useMemo(() => (story ? nameRows(story, findings) : []), [story, findings]);
  const own = rows.find((one) => one.id === id)?.entry ?? undefined;
  const choices = useMemo(() => mergeChoices(rows, id, query), [rows, id, query]);

  function choose(entry: LedgerEntry | undefined) {
    if (!entry) return;
    app.views.dialog(null);
    // After the dialog has given the focus back.
    setTimeout(() => {
      app.ledger.merge(name, entry.full);
      setTimeout(
        () => document.querySelector<HTMLElement>('.ledger-entry.is-open .ledger-row')?.focus(),
        30,
      );
    }, 0);
  }

  return (
    <ModalOverlay
      className="scrim scrim-top"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) app.views.dialog(null);
      }}
    >
      <Modal className="modal modal-palette">
        <Dialog className="palette">
          <Heading slot="title" className="merge-title">
            {name} is the same person as
          </Heading>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField className="palette-field" aria-label="Name" autoFocus>
              <Search aria-hidden="true" />
              <Input
                className="palette-input"
                placeholder="Type a name"
                onKeyDown={(event) => {
                  // Before the list has an active row: whoever types fast means the first one.
                  if (event.key !== 'Enter') return;
                  if (event.currentTarget.getAttribute('aria-activedescendant')) return;
                  event.preventDefault();
                  choose(choices[0]);
                }}
              />
            </TextField>
            <ListBox
              className="palette-list"
              aria-label="Names"
              items={choices}
              selectionMode="none"
              onAction={(key) => choose(choices.find((one) => one.id === key))}
              renderEmptyState={() => <p className="quiet">Nobody else of that name.</p>}
            >
              {(entry) => (
                <ListBoxItem
                  id={entry.id}
                  textValue={entry.full}
                  className="palette-item merge-item"
                >
                  <span className="palette-words is-story">{entry.full}</span>
                  <span className="palette-side">{own ? comesTo(own, entry) : ''}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function comesTo(own: LedgerEntry, other: LedgerEntry): string {
  const preview = previewMerge(own, other);
  if (!preview || preview.wrong.length === 0) return 'spellings agree';
  const count = preview.wrong.flatMap(({ places }) => places).length;
  return `${preview.wrong[0]?.text ?? ''}: ${becomeFindings(count)}`;
}
