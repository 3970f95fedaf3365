import type { Decision, DecisionKind } from '#core/article/model';
import { decide, decisionFor, takeBack } from '#core/ledger/decisions';
import type { LedgerEntry } from '#core/ledger/name-ledger';
import type { Context } from './context';
import { say } from './context';
import type { LedgerLine, LedgerPart, LedgerRow } from './ledger';
import { decisionWords, rowOf, shownRows } from './ledger';
import { nameRows } from './name-rows';
import { numberRows } from './number-rows';
import { countOf } from './words';

export interface LedgerActions {
  readonly part: (part: LedgerPart) => void;
  readonly filter: (filter: string) => void;
  readonly showAll: () => void;
  /** Opens a row, or (null) closes the open one. */
  readonly open: (row: string | null) => void;
  /** Shows the next (1) or previous (-1) place of a line in the sheet; the keyboard stays where it is. */
  readonly walk: (line: LedgerLine, by: 1 | -1) => void;
  /** The same for the line that was walked last, or else the first of the open row. */
  readonly step: (by: 1 | -1) => void;
  /** Marks the places of the walked line anew after the story changed; forgets the line when it is gone. */
  readonly repaint: (rows: readonly LedgerRow[]) => void;
  /** Two names are one person: opens that person. */
  readonly merge: (own: string, other: string) => void;
  readonly apart: (own: string, other: string) => void;
  /** A spelling or a figure is the right one. Other spellings of the entry are no longer. */
  readonly markRight: (line: LedgerLine, entry: LedgerEntry | null) => void;
  readonly takeBack: (decision: Decision) => void;
  /** Takes back the last decision that speaks of a row. */
  readonly takeBackLast: (row: LedgerRow) => void;
  /** The open row as the panel shows it. */
  readonly current: () => LedgerRow | null;
}

/** Builds the actions on the ledger of names and numbers. */
export function ledgerActions(ctx: Context): LedgerActions {
  const { store, editor } = ctx;
  const state = () => store.get().ledger;
  const set = (patch: Partial<ReturnType<typeof state>>) =>
    store.set({ ledger: { ...state(), ...patch } });

  function rows(): readonly LedgerRow[] {
    const { story, check, ledger } = store.get();
    if (!story) return [];
    const read = ledger.part === 'names' ? nameRows : numberRows;
    return read(story, check.findings);
  }

  const current = () => rows().find(({ id }) => id === state().open) ?? null;

  /** The find bar has the marks of the sheet while it is open. */
  function paint(line: LedgerLine | undefined, at: number) {
    if (store.get().find.open) return;
    editor()?.showMatches(line?.places ?? [], at);
  }

  function walk(line: LedgerLine, by: 1 | -1) {
    const { spot } = state();
    const count = line.places.length;
    if (count === 0) return;
    const from = spot?.line === line.id ? spot.at : by === 1 ? -1 : 0;
    const at = (from + by + count) % count;
    set({ spot: { line: line.id, at } });
    const place = line.places[at];
    if (place) editor()?.reveal(place, { focus: false });
    paint(line, at);
    say(ctx, `${line.text}, place ${at + 1} of ${count}.`);
  }

  /** Changes the story, then opens the row that holds the name. */
  function record(kind: DecisionKind, words: readonly string[], rivals: readonly string[] = []) {
    const { settings, info } = store.get();
    const by = settings.user || info?.user || '';
    const decision = decisionFor(kind, words, by, new Date().toISOString());
    editor()?.change((story) => decide(story, decision, rivals));
    settle(words[0] ?? '');
    say(ctx, `${decisionWords(decision)}.`);
  }

  /** The panel shows the story as it is now, not a moment later: the keyboard is in it. */
  function settle(name: string) {
    const story = editor()?.story();
    if (story) store.set({ story });
    if (state().part === 'numbers') return;
    const row = rowOf(rows(), name);
    if (row) set({ open: row.id });
  }

  function back(decision: Decision) {
    editor()?.change((story) => takeBack(story, decision));
    settle(decision.words[0] ?? '');
    say(ctx, `Taken back: ${decisionWords(decision)}.`);
  }

  return {
    part: (part) => {
      set({ part, open: null, spot: null, filter: '' });
      paint(undefined, -1);
    },
    filter: (filter) => set({ filter }),
    showAll: () => set({ all: true }),
    open: (open) => {
      set({ open, spot: null });
      paint(undefined, -1);
    },
    walk,
    step: (by) => {
      const { spot } = state();
      const row = current() ?? shownRows(rows(), state())[0];
      const line = row?.lines.find(({ id }) => id === spot?.line) ?? row?.lines[0];
      if (!row || !line) {
        say(ctx, 'Nothing to show.');
        return;
      }
      store.set({ tab: 'names' });
      if (state().open !== row.id) set({ open: row.id, spot: null });
      walk(line, by);
    },
    repaint: (shown) => {
      const { spot, open } = state();
      if (!spot) return;
      const line = shown.find(({ id }) => id === open)?.lines.find(({ id }) => id === spot.line);
      const at = line ? Math.min(spot.at, line.places.length - 1) : -1;
      if (!line || at < 0) set({ spot: null });
      else if (at !== spot.at) set({ spot: { ...spot, at } });
      paint(line, at);
    },
    merge: (own, other) => record('same', [own, other]),
    apart: (own, other) => record('apart', [own, other]),
    markRight: (line, entry) => {
      if (entry)
        record(
          'spelling',
          [line.text],
          entry.forms.map(({ text }) => text),
        );
      else if (typeof line.counts === 'string') record('figure', [line.text, line.counts]);
      else if (line.kind !== 'number') say(ctx, 'Merge the two first, then mark one as right.');
      else say(ctx, 'Only a count of something named can be marked as right.');
    },
    takeBack: back,
    takeBackLast: (row) => {
      const last = row.decisions.at(-1);
      if (last) back(last);
      else say(ctx, `No decision about ${row.title}.`);
    },
    current,
  };
}

/** "2 places become findings". */
export function becomeFindings(count: number): string {
  return `${countOf(count, 'place')} ${count === 1 ? 'becomes a finding' : 'become findings'}`;
}
