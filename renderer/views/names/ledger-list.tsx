import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Fragment, useEffect, useRef } from 'react';
import type { LedgerLine, LedgerRow } from '../../state/ledger';
import { canKeepApart } from '../../state/ledger';
import { useApp, useDesk } from '../../state/use-app';
import { SeverityMark } from '../../ui/severity-mark';
import { LedgerCard } from './ledger-card';

/**
 * The rows of the ledger, one open at a time. Arrow keys move; Enter opens a row and walks the places of a line, as do
 * Right and Left; M merges, S keeps apart, R marks as right, U takes back, F filters, Escape closes.
 */
export function LedgerList({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const app = useApp();
  const open = useDesk((state) => state.ledger.open);
  const list = useRef<HTMLDivElement>(null);
  /** Text of the line that takes the keyboard once the rows are drawn anew; '' is the row itself. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || !list.current) return;
    const inRow = list.current.querySelector('.ledger-entry.is-open');
    const line = [...(inRow?.querySelectorAll<HTMLElement>('.ledger-line') ?? [])].find(
      (one) => one.dataset['text'] === wanted.current,
    );
    (line ?? inRow?.querySelector<HTMLElement>('.ledger-row'))?.focus();
    wanted.current = null;
  });

  function merge(row: LedgerRow, line: LedgerLine | undefined) {
    if (line?.offer) {
      wanted.current = line.offer.own;
      app.ledger.merge(line.offer.own, line.offer.other);
    } else if (row.entry) {
      const name = line?.kind === 'form' ? line.text : row.title;
      app.views.dialog({ kind: 'merge-name', row: row.id, name });
    }
  }

  function apart(row: LedgerRow, line: LedgerLine | undefined) {
    if (line?.offer) {
      wanted.current = line.offer.own;
      app.ledger.apart(line.offer.own, line.offer.other);
    } else if (line && canKeepApart(row, line)) {
      wanted.current = '';
      app.ledger.apart(row.title, line.text);
    }
  }

  function right(row: LedgerRow, line: LedgerLine | undefined) {
    const marked = line?.kind === 'near' || line?.kind === 'title' ? undefined : line;
    const chosen = marked ?? row.lines[0];
    if (!chosen) return;
    wanted.current = line ? chosen.text : '';
    app.ledger.markRight(chosen, row.entry);
  }

  const acts = (row: LedgerRow, line: LedgerLine | undefined): Record<string, () => void> => ({
    m: () => merge(row, line),
    s: () => apart(row, line),
    r: () => right(row, line),
    u: () => {
      wanted.current = line?.text ?? '';
      app.ledger.takeBackLast(row);
    },
  });

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !list.current) return;
    const target = event.target as HTMLElement;
    const stops = [...list.current.querySelectorAll<HTMLElement>('.ledger-row, .ledger-line')];
    const at = stops.indexOf(target);
    const row = rows.find(
      ({ id }) => id === target.closest<HTMLElement>('.ledger-entry')?.dataset['id'],
    );
    const line = row?.lines.find(({ id }) => id === target.dataset['line']);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(stops.length - 1, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: stops.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      stops[to]?.focus();
      return;
    }
    if (event.key === 'f' || event.key === '/') {
      const field = list.current
        .closest('.ledger')
        ?.querySelector<HTMLElement>('.ledger-filter input');
      if (!field) return;
      event.preventDefault();
      field.focus();
      return;
    }
    if (!row || !stops.includes(target)) return;
    const act = acts(row, line)[event.key];
    if (act && (line || row.id === open)) act();
    else if (event.key === 'Escape' && open !== null) {
      app.ledger.open(null);
      target.closest('.ledger-entry')?.querySelector<HTMLElement>('.ledger-row')?.focus();
    } else if (event.key === 'ArrowRight' && line) app.ledger.walk(line, 1);
    else if (event.key === 'ArrowLeft' && line) app.ledger.walk(line, -1);
    else if (event.key === 'ArrowRight' && row.id !== open) app.ledger.open(row.id);
    else if (event.key === 'ArrowLeft' && row.id === open) app.ledger.open(null);
    else return;
    event.preventDefault();
  }

  const tabStop = rows.find(({ id }) => id === open) ?? rows[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the rows inside, caught in one place
    <div className="ledger-list" ref={list} onKeyDown={onKeyDown}>
      {rows.map((row, at) => {
        const isOpen = row.id === open;
        const headed = row.section !== '' && row.section !== rows[at - 1]?.section;
        return (
          <Fragment key={row.id}>
            {headed ? <h2 className="menu-head ledger-head">{row.section}</h2> : null}
            <div className={`ledger-entry${isOpen ? ' is-open' : ''}`} data-id={row.id}>
              <button
                type="button"
                className="ledger-row"
                aria-expanded={isOpen}
                tabIndex={row === tabStop ? 0 : -1}
                onClick={() => app.ledger.open(isOpen ? null : row.id)}
              >
                <ChevronRight className="finding-turn" aria-hidden="true" />
                <span className="ledger-words">
                  <span className="ledger-name">{row.title}</span>
                  {row.note === '' ? null : <span className="note">{row.note}</span>}
                </span>
                {row.light ? (
                  <>
                    <SeverityMark severity={row.light} />
                    <span className="unseen">{row.light}</span>
                  </>
                ) : null}
                <span className="ledger-fact">{row.fact}</span>
              </button>
              {isOpen ? (
                <LedgerCard
                  row={row}
                  onMerge={(line) => merge(row, line)}
                  onApart={(line) => apart(row, line)}
                  onRight={(line) => right(row, line)}
                  onTakeBack={() => {
                    wanted.current = '';
                    app.ledger.takeBackLast(row);
                  }}
                />
              ) : null}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}
