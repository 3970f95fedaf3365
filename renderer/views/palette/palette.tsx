import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useApp, useDesk } from '../../state/use-app';
import { Keys } from '../../ui/keys';
import type { Entry } from './entries';
import { paletteSections } from './entries';

/** One field for everything: words of the story, places in it, commands, other stories. */
export function Palette({ query: first }: { readonly query: string }) {
  const app = useApp();
  const [query, setQuery] = useState(first);
  const asked = useDeferredValue(query);
  const story = useDesk((state) => state.story);
  const stories = useDesk((state) => state.stories);
  const sections = useMemo(
    () => paletteSections(asked, story, stories ?? [], app.commands.enabled),
    [asked, story, stories, app],
  );

  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The field keeps the focus, so the list must be reachable by itself to be scrolled by keyboard.
    box.current?.querySelector('.palette-list')?.setAttribute('tabindex', '0');
  });

  function choose(id: string) {
    const entry = sections.flatMap((section) => section.entries).find((one) => one.id === id);
    close(entry);
  }

  /** Return before the list has an active row: whoever types fast means the first one. */
  function chooseFirst() {
    const now = paletteSections(query, story, stories ?? [], app.commands.enabled);
    const first = now.find((section) => section.entries.length > 0)?.entries[0];
    if (first) close(first);
  }

  function close(entry: Entry | undefined) {
    app.views.dialog(null);
    if (!entry) return;
    // After the dialog has given the focus back, so that the command finds the text's selection again.
    setTimeout(() => act(entry), 0);
  }

  function act(entry: Entry) {
    if (entry.kind === 'command') app.commands.run(entry.id.replace('command ', ''));
    else if (entry.kind === 'story') void app.library.open(entry.ref);
    else {
      app.store.set({ view: 'galley' });
      app.editor()?.reveal(entry.place, { focus: true });
    }
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
      <Modal className="modal modal-palette" ref={box}>
        <Dialog className="palette" aria-label="Find in story, jump, run a command">
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField className="palette-field" aria-label="Search" autoFocus>
              <Search aria-hidden="true" />
              <Input
                className="palette-input"
                role="combobox"
                aria-expanded="true"
                onKeyDown={(event) => {
                  const settled = event.currentTarget.getAttribute('aria-activedescendant');
                  if (event.key === 'Enter' && (!settled || asked !== query)) {
                    event.preventDefault();
                    chooseFirst();
                  }
                }}
                placeholder={
                  story ? 'Find in story, jump, run a command' : 'Open a story, run a command'
                }
              />
            </TextField>
            <ListBox
              className="palette-list"
              aria-label="Results"
              items={sections}
              selectionMode="none"
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => <p className="quiet">Nothing matches “{asked}”.</p>}
            >
              {(section) => (
                <ListBoxSection id={section.title}>
                  <Header className="palette-head">{section.title}</Header>
                  <Collection items={section.entries}>
                    {(entry) => (
                      <ListBoxItem id={entry.id} textValue={entry.title} className="palette-item">
                        <Words entry={entry} />
                        <span className="palette-side">{entry.side}</span>
                        {entry.kind === 'command' && entry.keys ? <Keys keys={entry.keys} /> : null}
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Words({ entry }: { readonly entry: Entry }) {
  if (entry.kind === 'match') {
    return (
      <span className="palette-words is-story">
        {entry.before}
        <mark>{entry.found}</mark>
        {entry.after}
      </span>
    );
  }
  return (
    <span className={`palette-words${entry.kind === 'block' ? ' is-story' : ''}`}>
      {entry.title}
    </span>
  );
}
