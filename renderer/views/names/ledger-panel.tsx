import { useEffect, useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { LedgerPart } from '../../state/ledger';
import { shownRows } from '../../state/ledger';
import { nameRows } from '../../state/name-rows';
import { numberRows } from '../../state/number-rows';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { Decisions } from './decisions';
import { LedgerList } from './ledger-list';

/** So many rows need no filter to be looked over. */
const FEW = 6;

/** The ledger: who the story names and in which spellings, and which of its numbers belong together. */
export function LedgerPanel() {
  const app = useApp();
  const story = useDesk((state) => state.story);
  const findings = useDesk((state) => state.check.findings);
  const { part, filter, all } = useDesk((state) => state.ledger);
  const names = useMemo(() => (story ? nameRows(story, findings) : []), [story, findings]);
  const numbers = useMemo(() => (story ? numberRows(story, findings) : []), [story, findings]);
  const rows = part === 'names' ? names : numbers;
  const shown = useMemo(() => shownRows(rows, { filter, all }), [rows, filter, all]);
  const hidden = filter === '' ? rows.length - shown.length : 0;
  // Places move when the story changes.
  useEffect(() => app.ledger.repaint(rows), [app, rows]);
  // Another panel: the marks of a name are no longer wanted.
  useEffect(() => () => app.ledger.open(null), [app]);
  const sure = names.filter(({ isUnsure }) => !isUnsure).length;
  const decisions = story?.decisions ?? [];
  return (
    <div className="ledger">
      <div className="panel-tools">
        <ToggleButtonGroup
          className="ledger-parts"
          aria-label="What the ledger shows"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[part]}
          onSelectionChange={(keys) => {
            const [key] = keys;
            if (key !== undefined && key !== part) app.ledger.part(key as LedgerPart);
          }}
        >
          <ToggleButton id="names" className="chip">
            Names <span className="chip-count">{sure}</span>
          </ToggleButton>
          <ToggleButton id="numbers" className="chip">
            Numbers <span className="chip-count">{numbers.length}</span>
          </ToggleButton>
        </ToggleButtonGroup>
        <span className="pane-gap" />
        {rows.length > FEW || filter !== '' ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field inside
          <div
            className="ledger-filter"
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              document.querySelector<HTMLElement>('.ledger-row[tabindex="0"]')?.focus();
            }}
          >
            <TextField
              label={part === 'names' ? 'Filter names' : 'Filter numbers'}
              hideLabel
              type="search"
              placeholder="Filter (F)"
              value={filter}
              onChange={app.ledger.filter}
            />
          </div>
        ) : null}
      </div>
      <div className="panel-scroll">
        {shown.length > 0 ? (
          <LedgerList rows={shown} />
        ) : (
          <Nothing part={part} filter={filter} hidden={hidden} />
        )}
        {hidden > 0 ? (
          <div className="group-more">
            <Button small look="quiet" onPress={() => app.ledger.showAll()}>
              Show {countOf(hidden, 'name')} that may be no person’s
            </Button>
          </div>
        ) : null}
      </div>
      {decisions.length > 0 ? (
        <Decisions decisions={decisions} names={names} numbers={numbers} />
      ) : null}
    </div>
  );
}

function Nothing({
  part,
  filter,
  hidden,
}: {
  readonly part: LedgerPart;
  readonly filter: string;
  readonly hidden: number;
}) {
  if (filter !== '') return <p className="quiet">Nothing matches “{filter}”.</p>;
  if (part === 'numbers') {
    return (
      <p className="quiet">No numbers yet. Totals, shares and counts of the story gather here.</p>
    );
  }
  if (hidden > 0) return <p className="quiet">Nobody is named for certain.</p>;
  return <p className="quiet">Nobody is named yet. People gather here with every spelling.</p>;
}
