import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { Command, MenuName } from '#core/commands/registry';
import { COMMANDS } from '#core/commands/registry';
import { showKeys } from '../../state/keys';
import { useApp, usePlatform } from '../../state/use-app';
import { Dialog } from '../../ui/dialog';
import { Keys } from '../../ui/keys';

/** Keys that work inside the findings list only, and so are no commands. */
const IN_FINDINGS: readonly { readonly title: string; readonly keys: string }[] = [
  { title: 'Next or previous row', keys: 'Down' },
  { title: 'Open the row, then apply its first fix', keys: 'Enter' },
  { title: 'Of several alike, fix only the one shown', keys: 'Shift+Enter' },
  { title: 'Walk the places of several alike', keys: 'Right' },
  { title: 'Explain with examples', keys: 'E' },
  { title: 'Filter', keys: 'F' },
  { title: 'Keep as it is', keys: 'K' },
  { title: 'Dismiss…', keys: 'Backspace' },
  { title: 'Close the card', keys: 'Escape' },
];

/** Every command with its keys, grouped by menu. */
export function ShortcutsDialog() {
  const app = useApp();
  const platform = usePlatform();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const fits = (title: string, keys: string | undefined) =>
    `${title} ${keys === undefined ? '' : showKeys(keys, platform)}`
      .toLocaleLowerCase()
      .includes(wanted);
  const groups = new Map<MenuName, Command[]>();
  for (const command of COMMANDS) {
    if (command.keys === undefined || !fits(command.title, command.keys)) continue;
    groups.set(command.menu, [...(groups.get(command.menu) ?? []), command]);
  }
  const local = IN_FINDINGS.filter(({ title, keys }) => fits(title, keys));
  return (
    <Dialog title="Keyboard shortcuts" size="large" onClose={() => app.views.dialog(null)}>
      <SearchField
        className="shortcut-search"
        aria-label="Search shortcuts"
        value={query}
        onChange={setQuery}
        autoFocus
      >
        <Input className="input" placeholder="Search by name or key" />
      </SearchField>
      <div className="shortcuts">
        {[...groups].map(([menu, commands]) => (
          <Group key={menu} title={menu} rows={commands} />
        ))}
        {local.length > 0 ? <Group title="In the findings list" rows={local} /> : null}
        {groups.size === 0 && local.length === 0 ? (
          <p className="quiet">No shortcut matches “{query}”.</p>
        ) : null}
      </div>
    </Dialog>
  );
}

interface Row {
  readonly title: string;
  readonly keys?: string;
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const platform = usePlatform();
  return (
    <section className="shortcut-group" aria-label={title}>
      <h3 className="settings-head">{title}</h3>
      <dl>
        {rows.map(({ title: name, keys = '' }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Keys keys={keys} />
              <span className="unseen">{showKeys(keys, platform)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
