import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { isUnknownWord } from '#core/checks/harper/checks';
import type { Finding } from '#core/checks/types';
import { rowWords } from '../../state/findings';
import type { Fold, Part } from '../../state/panel';
import { foldOf } from '../../state/panel';
import { useApp, useDesk } from '../../state/use-app';
import { checkTitle } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { FindingRow } from './finding-row';
import { useRowFocus } from './row-focus';

/** More rows than this in one part wait behind "show all". */
const AT_ONCE = { check: 12, reading: 80 } as const;

/**
 * The rows of the findings, one open at a time. Arrow keys move, Enter opens and fixes (all that are folded together),
 * Shift+Enter fixes only the place shown, Left and Right walk the places of a row, K keeps, Backspace dismisses,
 * E explains, F filters; L adds an unknown word to the story's lexicon, Shift+L to the library's.
 */
export function FindingsList({ parts }: { readonly parts: readonly Part[] }) {
  const app = useApp();
  const current = useDesk((state) => state.current);
  const story = useDesk((state) => state.story);
  const [menu, setMenu] = useState(false);
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const expect = useRowFocus(list, current);
  const openFold = foldOf(parts, current);

  const open = (finding: Finding) => {
    setMenu(false);
    app.checks.show(finding.key === current ? null : finding);
  };

  /** Keys that act on the open card; true when the key was one. */
  function act(event: KeyboardEvent<HTMLElement>, finding: Finding, onRow: boolean): boolean {
    const { checks } = app;
    const alike = checks.alike(finding);
    const [fix] = finding.fixes;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'Enter' && onRow) {
      if (!fix) return false;
      expect();
      if (event.shiftKey || alike.length === 1) checks.fix(finding, fix);
      else checks.fixAlike(alike);
    } else if (key === 'k' && !event.shiftKey) {
      expect();
      checks.dismiss(alike, 'once');
    } else if (key === 'Backspace') {
      expect();
      setMenu(true);
    } else if (key === 'l' && isUnknownWord(finding)) {
      expect();
      checks.addToLexicon(finding, event.shiftKey ? 'library' : 'story');
    } else if (key === 'e') {
      checks.explain();
    } else if ((key === 'ArrowRight' || key === 'ArrowLeft') && alike.length > 1) {
      const by = key === 'ArrowRight' ? 1 : -1;
      const next = alike[(alike.indexOf(finding) + by + alike.length) % alike.length];
      if (next) checks.show(next);
    } else return false;
    return true;
  }

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
    if (event.key.toLowerCase() === 'f' && !event.shiftKey) {
      event.preventDefault();
      app.store.set({ filterOpen: true });
      return;
    }
    const finding = app.checks.current();
    if (!finding || !target.closest('.finding.is-open')) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      app.checks.show(null);
      rows[row]?.focus();
    } else if (act(event, finding, onRow)) event.preventDefault();
  }

  const tabStop = openFold ?? parts[0]?.folds[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the rows inside, caught in one place
    <div className="findings-list" ref={list} onKeyDown={onKeyDown}>
      {parts.map((part) => {
        const { id, check, folds } = part;
        const headed = check !== null && folds.length > 1;
        const most = check === null ? AT_ONCE.reading : AT_ONCE.check;
        const shown = all.has(id) ? folds : folds.slice(0, most);
        const rows =
          openFold && folds.includes(openFold) && !shown.includes(openFold)
            ? [...shown, openFold]
            : shown;
        const name = check === null ? 'In reading order' : checkTitle(check);
        return (
          <section key={id} className="finding-group" aria-label={name}>
            {headed ? (
              <h2 className="group-head">
                <SeverityMark severity={part.severity} />
                <span>{name}</span>
                <span className="group-count">{part.count}</span>
              </h2>
            ) : null}
            {rows.map((fold: Fold) => (
              <FindingRow
                key={fold.id}
                fold={fold}
                words={story && headed ? rowWords(story, fold.head) : ''}
                sub={headed}
                current={fold === openFold ? current : null}
                tabStop={fold === tabStop}
                menu={menu}
                onMenu={setMenu}
                onOpen={open}
              />
            ))}
            {rows.length < folds.length ? (
              <div className="group-more">
                <Button look="quiet" small onPress={() => setAll(new Set(all).add(id))}>
                  Show all {folds.length}
                </Button>
              </div>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
