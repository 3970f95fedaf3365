import type { StyleBook, WordRow } from '#core/checks/style-book';
import type { BookChange } from '#core/checks/style-book-edit';
import { changeBook } from '#core/checks/style-book-edit';
import type { Finding } from '#core/checks/types';
import type { StyleBookSource, TryOut } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import type { Context } from './context';
import { notify, say } from './context';

/** The book that the style book view shows. */
export interface StyleBookState {
  readonly source: StyleBookSource;
  /** Texts to go back to, and forward again; oldest first. */
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** The row or check that was asked for from elsewhere. */
  readonly at: { readonly tab: 'words' | 'checks'; readonly id: string } | null;
  /** The last row that was tried, and what came of it; null while it runs. */
  readonly trial: { readonly row: WordRow; readonly result: TryOut | null } | null;
}

export interface StyleBookActions {
  /** Shows a book; without an id the one of the open story, or of new stories. */
  readonly open: (id?: string) => Promise<void>;
  /** Shows what a finding rests on in the open story's book: its word row, or else its check. */
  readonly entry: (finding: Pick<Finding, 'check' | 'row'>) => Promise<void>;
  /** Reads the shown book and the list again, after somebody wrote. */
  readonly reload: () => Promise<void>;
  /** Makes changes as one step that undo takes back; true when they are in the file. */
  readonly change: (...changes: readonly BookChange[]) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly create: (title: string) => Promise<void>;
  readonly reveal: () => Promise<void>;
  readonly tryRow: (row: WordRow) => Promise<void>;
  readonly discardTrial: () => void;
  readonly show: (sample: TryOut['samples'][number]) => Promise<void>;
}

/** Where a row stands: the house's own, over an inherited one, inherited, or inherited and dropped. */
export type RowState = 'own' | 'over' | 'inherited' | 'dropped';

/** Every row of a book with where it stands: the house's first, each group in the order of its file. */
export function bookRows(
  source: Pick<StyleBookSource, 'says' | 'inherited' | 'book'>,
): readonly { readonly row: WordRow; readonly state: RowState }[] {
  const { says, inherited, book } = source;
  const parents = new Set(inherited.words.map(({ id }) => id));
  const own = new Set(says.words.map(({ id }) => id));
  const kept = new Set(book.words.map(({ id }) => id));
  const dropped = new Set(says.dropWords);
  return [
    ...says.words.map((row) => ({ row, state: stateOf(parents.has(row.id)) })),
    ...inherited.words
      .filter(({ id }) => !own.has(id) && (kept.has(id) || dropped.has(id)))
      .map((row) => ({
        row,
        state: dropped.has(row.id) ? ('dropped' as const) : ('inherited' as const),
      })),
  ];
}

function stateOf(over: boolean): RowState {
  return over ? 'over' : 'own';
}

/** Rows whose words, note or source hold what is searched; all for an empty search. */
export function rowFits(row: WordRow, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return true;
  const { find, replace, note, source } = row;
  return [find, ...replace, note, source].some((text) => text.toLowerCase().includes(wanted));
}

/** Builds the actions of the style book view. `inForce` puts the open story's book before the checks again. */
export function styleBookActions(
  ctx: Context,
  inForce: () => Promise<void>,
  openStory: (ref: string) => Promise<boolean>,
): StyleBookActions {
  const { desk, store } = ctx;
  const now = () => store.get().styleBook;
  const set = (patch: Partial<StyleBookState>) =>
    store.set(({ styleBook }) => ({ styleBook: styleBook && { ...styleBook, ...patch } }));

  function told<T>(answer: Result<T>): answer is Extract<Result<T>, { ok: true }> {
    if (!answer.ok) notify(ctx, 'error', answer.message);
    return answer.ok;
  }

  const begin = (source: StyleBookSource) =>
    store.set({ styleBook: { source, past: [], future: [], at: null, trial: null } });

  async function list() {
    const books = await desk.call('stylebooks.list');
    if (books.ok) store.set({ books: books.value });
  }

  async function write(text: string, steps: Pick<StyleBookState, 'past' | 'future'>) {
    const state = now();
    if (!state) return false;
    const { id, text: before } = state.source;
    const answer = await desk.call('stylebooks.write', id, text, before);
    if (!told(answer)) {
      if (answer.code === 'conflict') await reload();
      return false;
    }
    set({ source: answer.value, ...steps });
    return true;
  }

  async function reload() {
    await list();
    const state = now();
    if (state) {
      const answer = await desk.call('stylebooks.open', state.source.id);
      // What another program wrote is not ours to undo.
      if (answer.ok && now()?.source.id === answer.value.id) {
        const same = answer.value.text === now()?.source.text;
        set({ source: answer.value, ...(same ? {} : { past: [], future: [] }) });
      }
    }
    await inForce();
  }

  async function open(given?: string) {
    const { story, settings } = store.get();
    const id = given ?? now()?.source.id ?? story?.styleBook ?? settings.styleBook;
    const answer = await desk.call('stylebooks.open', id);
    const shown = answer.ok ? answer : await desk.call('stylebooks.open', 'ap');
    if (!told(shown)) return;
    if (now()?.source.id !== shown.value.id) begin(shown.value);
    else set({ source: shown.value });
  }

  return {
    reload,
    open,
    async entry({ check, row }) {
      await open(store.get().story?.styleBook);
      set({
        at: row === undefined ? { tab: 'checks', id: check } : { tab: 'words', id: row },
        trial: null,
      });
      store.set({ view: 'style-book', drawer: null });
    },
    async change(...changes) {
      const state = now();
      if (!state) return false;
      let text = state.source.text;
      for (const change of changes) {
        const next = changeBook(text, change);
        if (!told(next)) return false;
        text = next.value;
      }
      if (text === state.source.text) return true;
      return write(text, { past: [...state.past, state.source.text], future: [] });
    },
    async undo() {
      const state = now();
      const text = state?.past.at(-1);
      if (!state || text === undefined) return;
      const future = [...state.future, state.source.text];
      if (await write(text, { past: state.past.slice(0, -1), future })) say(ctx, 'Undone.');
    },
    async redo() {
      const state = now();
      const text = state?.future.at(-1);
      if (!state || text === undefined) return;
      const past = [...state.past, state.source.text];
      if (await write(text, { past, future: state.future.slice(0, -1) })) say(ctx, 'Done again.');
    },
    async create(title) {
      const state = now();
      if (!state) return;
      const answer = await desk.call('stylebooks.create', title, state.source.id);
      if (!told(answer)) return;
      begin(answer.value);
      await list();
    },
    async reveal() {
      const state = now();
      if (state) told(await desk.call('stylebooks.reveal', state.source.id));
    },
    async tryRow(row) {
      const state = now();
      if (!state) return;
      const trial = { row, result: null };
      set({ trial });
      const answer = await desk.call('stylebooks.try', state.source.id, row);
      // Another row is being tried by now, or this one was put away.
      if (now()?.trial !== trial) return;
      set({ trial: told(answer) ? { row, result: answer.value } : null });
      if (answer.ok) say(ctx, `${answer.value.found} places in ${answer.value.stories} stories.`);
    },
    discardTrial: () => set({ trial: null }),
    async show(sample) {
      if (await openStory(sample.ref)) {
        store.set({ view: 'galley' });
        const { block, start, end } = sample;
        // The sheet takes its place on the screen first.
        setTimeout(() => ctx.editor()?.reveal({ block, start, end }, { focus: true }), 60);
      }
    },
  };
}

/** The choice a book makes for a check: its setting, or undefined where it says nothing. */
export function checkSetting(book: Pick<StyleBook, 'checks'>, id: string) {
  return Object.hasOwn(book.checks, id) ? book.checks[id] : undefined;
}
