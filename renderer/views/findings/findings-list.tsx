import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { Finding } from '#core/checks/types';
import type { Group } from '../../state/findings';
import { rowWords } from '../../state/findings';
import { useApp, useDesk } from '../../state/use-app';
import { checkTitle } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { FindingCard } from './finding-card';
import { useRowFocus } from './row-focus';

/** More rows than this in one group wait behind "show all". */
const AT_ONCE = 12;

/** The findings, grouped by check, one open at a time. Arrow keys move, Enter fixes, K keeps, Backspace dismisses. */
export function FindingsList({ groups }: { readonly groups: readonly Group[] }) {
  const app = useApp();
  const current = useDesk((state) => state.current);
  const story = useDesk((state) => state.story);
  const [menu, setMenu] = useState(false);
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const expect = useRowFocus(list, current);

  const open = (finding: Finding) => {
    setMenu(false);
    app.checks.show(finding.key === current ? null : finding);
  };

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || !list.current) return;
    const rows = [...list.current.querySelectorAll<HTMLElement>('.finding-row')];
    const onRow = target.classList.contains('finding-row');
    const row = rows.indexOf(
      onRow ? target : (target.closest('.finding')?.querySelector('.finding-row') as HTMLElement),
    );
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(rows.length - 1, row + 1),
      ArrowUp: Math.max(0, row - 1),
      Home: 0,
      End: rows.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      rows[to]?.focus();
      return;
    }
    const finding = app.checks.current();
    if (!finding || !target.closest('.finding.is-open')) return;
    if (event.key === 'Enter' && onRow) {
      const fix = finding.fixes[0];
      if (!fix) return;
      event.preventDefault();
      expect();
      app.checks.fix(finding, fix);
    } else if (event.key.toLowerCase() === 'k' && !event.shiftKey) {
      event.preventDefault();
      expect();
      app.checks.dismiss(finding, 'once');
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      expect();
      setMenu(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      app.checks.show(null);
      rows[row]?.focus();
    }
  }

  const first = groups[0]?.findings[0]?.key;
  const tabStop = current ?? first;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the rows inside, caught in one place
    <div className="findings-list" ref={list} onKeyDown={onKeyDown}>
      {groups.map((group) => {
        const id = `${group.check} ${group.severity}`;
        const single = group.findings.length === 1;
        const shown = all.has(id) ? group.findings : group.findings.slice(0, AT_ONCE);
        const open_ = group.findings.find((finding) => finding.key === current);
        const rows = open_ && !shown.includes(open_) ? [...shown, open_] : shown;
        return (
          <section key={id} className="finding-group" aria-label={checkTitle(group.check)}>
            {single ? null : (
              <h2 className="group-head">
                <SeverityMark severity={group.severity} />
                <span>{checkTitle(group.check)}</span>
                <span className="group-count">{group.findings.length}</span>
              </h2>
            )}
            {rows.map((finding) => (
              <Row
                key={finding.key}
                finding={finding}
                words={story && !single ? rowWords(story, finding) : ''}
                single={single}
                open={finding.key === current}
                tabStop={finding.key === tabStop}
                menu={menu}
                onMenu={setMenu}
                onOpen={open}
              />
            ))}
            {rows.length < group.findings.length ? (
              <div className="group-more">
                <Button look="quiet" small onPress={() => setAll(new Set(all).add(id))}>
                  Show all {group.findings.length}
                </Button>
              </div>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly finding: Finding;
  readonly words: string;
  readonly single: boolean;
  readonly open: boolean;
  readonly tabStop: boolean;
  readonly menu: boolean;
  readonly onMenu: (open: boolean) => void;
  readonly onOpen: (finding: Finding) => void;
}

function Row({ finding, words, single, open, tabStop, menu, onMenu, onOpen }: RowProps) {
  return (
    <div className={`finding${open ? ' is-open' : ''}`}>
      <button
        type="button"
        className={`finding-row${single ? '' : ' is-sub'}`}
        aria-expanded={open}
        tabIndex={tabStop ? 0 : -1}
        data-key={finding.key}
        onClick={() => onOpen(finding)}
      >
        {single ? (
          <>
            <SeverityMark severity={finding.severity} />
            <span className="unseen">{finding.severity}: </span>
            <span className="finding-title">{checkTitle(finding.check)}</span>
          </>
        ) : (
          <>
            <ChevronRight className="finding-turn" aria-hidden="true" />
            <span className="unseen">{finding.severity}: </span>
            <span className="finding-words">{words}</span>
          </>
        )}
        <span className="finding-fact">{finding.fact}</span>
      </button>
      {open ? <FindingCard finding={finding} keyed menuOpen={menu} onMenu={onMenu} /> : null}
    </div>
  );
}
