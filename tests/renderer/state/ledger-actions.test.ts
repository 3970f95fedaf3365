import { beforeEach, describe, expect, it } from 'vitest';
import type { Story } from '#core/article/model';
import { parseExample } from '#core/checks/example';
import type { Place } from '#core/checks/types';
import type { EditorApi } from '../../../renderer/editor/api';
import type { AppState } from '../../../renderer/state/app-state';
import { INITIAL } from '../../../renderer/state/app-state';
import type { Context } from '../../../renderer/state/context';
import type { LedgerRow } from '../../../renderer/state/ledger';
import type { LedgerActions } from '../../../renderer/state/ledger-actions';
import { ledgerActions } from '../../../renderer/state/ledger-actions';
import { nameRows } from '../../../renderer/state/name-rows';
import type { Store } from '../../../renderer/state/store';
import { createStore } from '../../../renderer/state/store';
import { fakeDesk } from './fake-desk';

const TEXT = 'Mayor Ana Reis opened the pier. Reis left. Reis ran.\nAnna Reis came back.';

let store: Store<AppState>;
let story: Story;
let revealed: Place[];
let marked: (readonly [number, number])[];
let ledger: LedgerActions;

beforeEach(() => {
  story = parseExample({ text: TEXT }).story;
  store = createStore<AppState>({
    ...INITIAL,
    story,
    settings: { ...INITIAL.settings, user: 'Jo Lee' },
  });
  revealed = [];
  marked = [];
  const editor = {
    story: () => story,
    change: (next: (story: Story) => Story) => {
      story = next(story);
    },
    reveal: (place: Place, options?: { readonly focus?: boolean }) => {
      expect(options?.focus).toBe(false);
      revealed.push(place);
    },
    showMatches: (places: readonly Place[], at: number) => marked.push([places.length, at]),
  } as unknown as EditorApi;
  const ctx = { desk: fakeDesk(), store, editor: () => editor } as unknown as Context;
  ledger = ledgerActions(ctx);
});

const rows = () => nameRows(story, []);
const row = (title: string): LedgerRow => {
  const found = rows().find((one) => one.title === title);
  if (!found) throw new Error(`No row ${title}`);
  return found;
};
const line = (title: string, text: string) => {
  const found = row(title).lines.find((one) => one.text === text);
  if (!found) throw new Error(`No line ${text}`);
  return found;
};

describe('the ledger’s actions', () => {
  it('walk the places of a form round and back, without taking the keyboard', () => {
    ledger.open(row('Ana Reis').id);
    const reis = line('Ana Reis', 'Reis');
    for (const by of [1, 1, 1, -1] as const) ledger.walk(reis, by);
    const [first, second] = reis.places;
    expect(revealed).toEqual([first, second, first, second]);
    expect(marked.slice(1)).toEqual([
      [2, 0],
      [2, 1],
      [2, 0],
      [2, 1],
    ]);
    expect(store.get().spoken).toBe('Reis, place 2 of 2.');
    ledger.open(null);
    expect(marked.at(-1)).toEqual([0, -1]);
  });

  it('step without an open row begins with the first person', () => {
    ledger.step(1);
    expect(store.get().ledger.open).toBe(row('Ana Reis').id);
    expect(store.get().tab).toBe('names');
    expect(revealed).toEqual(line('Ana Reis', 'Ana Reis').places);
  });

  it('leave the marks of an open find bar alone', () => {
    store.set({ find: { ...INITIAL.find, open: true } });
    ledger.walk(line('Ana Reis', 'Reis'), 1);
    expect(revealed).toHaveLength(1);
    expect(marked).toEqual([]);
  });

  it('follow the places when the story changes, and forget a form that is gone', () => {
    ledger.open(row('Ana Reis').id);
    const reis = line('Ana Reis', 'Reis');
    ledger.walk(reis, 1);
    ledger.walk(reis, 1);
    story = parseExample({ text: 'Mayor Ana Reis opened the pier. Reis left.' }).story;
    ledger.repaint(rows());
    expect(store.get().ledger.spot).toEqual({ line: reis.id, at: 0 });
    story = parseExample({ text: 'Mayor Ana Reis opened the pier.' }).story;
    ledger.repaint(rows());
    expect(store.get().ledger.spot).toBeNull();
    expect(marked.at(-1)).toEqual([0, -1]);
  });

  it('merge, mark as right and take back, each with who decided it', () => {
    ledger.merge('Ana Reis', 'Anna Reis');
    expect(rows().map(({ title }) => title)).toEqual(['Ana Reis']);
    expect(store.get().ledger.open).toBe(row('Ana Reis').id);
    expect(store.get().story).toBe(story);
    ledger.markRight(line('Ana Reis', 'Anna Reis'), row('Ana Reis').entry);
    expect(story.decisions?.map(({ kind, words, by }) => [kind, words, by])).toEqual([
      ['same', ['Ana Reis', 'Anna Reis'], 'Jo Lee'],
      ['spelling', ['Anna Reis'], 'Jo Lee'],
    ]);
    // The other spelling takes the place of the first, as only one can be right.
    ledger.markRight(line('Anna Reis', 'Ana Reis'), row('Anna Reis').entry);
    expect(story.decisions?.map(({ words }) => words)).toEqual([
      ['Ana Reis', 'Anna Reis'],
      ['Ana Reis'],
    ]);
    ledger.takeBackLast(row('Ana Reis'));
    ledger.takeBackLast(row('Ana Reis'));
    expect(story.decisions).toEqual([]);
    ledger.takeBackLast(row('Ana Reis'));
    expect(store.get().spoken).toBe('No decision about Ana Reis.');
  });

  it('keep two apart, and say why a lone word cannot be right', () => {
    ledger.apart('Ana Reis', 'Anna Reis');
    expect(row('Ana Reis').lines.map(({ kind }) => kind)).not.toContain('near');
    ledger.markRight(line('Ana Reis', 'Reis'), null);
    expect(story.decisions).toHaveLength(1);
    expect(store.get().spoken).toContain('Merge the two first');
  });
});
