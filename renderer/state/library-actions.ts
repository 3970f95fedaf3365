import type { ImportOutcome, OpenStory, StoryRef } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { INITIAL, NO_CHECK } from './app-state';
import type { Context } from './context';
import { notify, say } from './context';
import { tally } from './findings';
import type { Resolution } from './session';

export interface LibraryActions {
  readonly refresh: () => Promise<void>;
  readonly open: (ref: StoryRef) => Promise<boolean>;
  readonly close: () => Promise<void>;
  readonly create: () => Promise<void>;
  readonly importFiles: (files: readonly File[]) => Promise<void>;
  readonly importText: (text: string) => Promise<void>;
  readonly importChosen: () => Promise<void>;
  readonly importClipboard: () => Promise<void>;
  readonly rename: (ref: StoryRef, slug: string) => Promise<boolean>;
  readonly duplicate: (ref: StoryRef) => Promise<void>;
  readonly trash: (ref: StoryRef) => Promise<void>;
  readonly reveal: (ref: StoryRef) => Promise<void>;
  readonly chooseLibrary: () => Promise<void>;
  readonly resolve: (choice: Resolution) => Promise<void>;
  /** Closes a story whose folder is gone, without writing it again. */
  readonly abandon: () => Promise<void>;
}

/** Builds the actions on the library. `show` puts an opened story before the editor and the checks. */
export function libraryActions(ctx: Context, show: (opened: OpenStory) => void): LibraryActions {
  const { desk, store, session } = ctx;

  /** Reports a failed call; true when it went well. */
  function settle<T>(
    answer: Result<T>,
    retry?: () => unknown,
  ): answer is Extract<Result<T>, { ok: true }> {
    if (answer.ok) return true;
    if (answer.code === 'cancelled') return false;
    const action = retry && {
      title: 'Try again',
      run: () => {
        retry();
      },
    };
    notify(ctx, 'error', answer.message, action);
    return false;
  }

  async function refresh() {
    const answer = await desk.call('library.list');
    if (answer.ok) store.set({ stories: answer.value, listTrouble: null });
    else store.set({ listTrouble: answer.message });
  }

  async function leave(): Promise<boolean> {
    if (await session.flush()) return true;
    const state = session.state();
    if (state?.conflict) return false;
    notify(
      ctx,
      'error',
      `The last changes to ${store.get().story?.slug ?? 'this story'} are not saved yet, so it stays open. ${state?.failure?.message ?? ''}`,
      { title: 'Try again', run: () => void session.flush() },
    );
    return false;
  }

  async function open(ref: StoryRef): Promise<boolean> {
    const now = store.get();
    if (now.ref === ref && now.story) {
      store.set({ view: 'galley' });
      return true;
    }
    store.set({ opening: ref, openTrouble: null });
    if (!(await leave())) {
      store.set({ opening: null });
      return false;
    }
    const answer = await desk.call('library.open', ref);
    // A later click won: what it asked for is already on its way.
    if (store.get().opening !== ref) return false;
    store.set({ opening: null });
    if (!answer.ok) {
      store.set({ openTrouble: { ref, message: answer.message } });
      notify(ctx, 'error', answer.message, { title: 'Try again', run: () => void open(ref) });
      return false;
    }
    show(answer.value);
    return true;
  }

  function forget() {
    session.stop();
    store.set({
      ref: null,
      story: null,
      view: 'queue',
      check: NO_CHECK,
      current: null,
      hover: null,
      history: INITIAL.history,
    });
  }

  async function taken(outcome: ImportOutcome) {
    for (const one of outcome.refused) notify(ctx, 'error', one.message);
    await refresh();
    const first = outcome.imported[0];
    if (!first) return;
    const count = outcome.imported.length;
    const repairs = first.report.repairs.length;
    const after = repairs === 0 ? '' : ` with ${repairs} ${repairs === 1 ? 'repair' : 'repairs'}`;
    const text =
      count === 1
        ? `Imported “${first.headline || first.ref}”${after}.`
        : `Imported ${count} stories.`;
    notify(ctx, 'done', text);
    say(ctx, text);
    if (count === 1) await open(first.ref);
    else store.set({ view: 'queue' });
  }

  async function importFiles(files: readonly File[]) {
    if (files.length === 0) return;
    const data = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    const answer = await desk.call('importing.data', data);
    if (settle(answer)) await taken(answer.value);
  }

  async function importText(text: string) {
    if (text.trim() === '') {
      notify(ctx, 'error', 'The clipboard holds no text. Copy the story first, then try again.');
      return;
    }
    const bytes = new TextEncoder().encode(text);
    const answer = await desk.call('importing.data', [{ name: 'pasted text', bytes }]);
    if (settle(answer)) await taken(answer.value);
  }

  return {
    refresh,
    open,
    importFiles,
    importText,
    close: async () => {
      if (await leave()) forget();
    },
    create: async () => {
      if (!(await leave())) return;
      const answer = await desk.call('library.create', { slug: 'untitled' });
      if (!settle(answer)) return;
      show(answer.value);
      await refresh();
    },
    importChosen: async () => {
      const answer = await desk.call('importing.choose');
      if (settle(answer)) await taken(answer.value);
    },
    importClipboard: async () => {
      try {
        await importText(await navigator.clipboard.readText());
      } catch {
        notify(
          ctx,
          'error',
          'Galley may not read the clipboard here. Show the queue and paste the story into it instead.',
        );
      }
    },
    rename: async (ref, slug) => {
      const isOpen = store.get().ref === ref;
      if (isOpen && !(await leave())) return false;
      const answer = await desk.call('library.rename', ref, slug);
      if (!settle(answer)) return false;
      if (isOpen) show(answer.value);
      await refresh();
      return true;
    },
    duplicate: async (ref) => {
      if (store.get().ref === ref && !(await leave())) return;
      const answer = await desk.call('library.duplicate', ref);
      if (!settle(answer)) return;
      await refresh();
      notify(ctx, 'done', `Duplicated as ${answer.value.story.slug}.`);
    },
    trash: async (ref) => {
      if (store.get().ref === ref) {
        await session.flush();
      }
      const answer = await desk.call('library.trash', ref);
      if (!settle(answer)) return;
      if (store.get().ref === ref) forget();
      await refresh();
      notify(ctx, 'done', `${ref.replace(/\.galley$/u, '')} is in the trash.`);
    },
    reveal: async (ref) => {
      settle(await desk.call('library.reveal', ref));
    },
    chooseLibrary: async () => {
      if (!(await leave())) return;
      const answer = await desk.call('library.choose');
      if (!settle(answer)) return;
      const { info } = store.get();
      if (info && info.library === answer.value) return;
      if (info) store.set({ info: { ...info, library: answer.value } });
      forget();
      await refresh();
    },
    abandon: async () => {
      forget();
      await refresh();
    },
    resolve: async (choice) => {
      const shown = await session.resolve(choice);
      const failure = session.state()?.failure;
      if (failure) notify(ctx, 'error', failure.message);
      if (shown) show(shown);
      await refresh();
    },
  };
}

/** Remembers the counts of the open story for the queue. */
export function rememberTally({ store }: Pick<Context, 'store'>): void {
  const { ref, check, tallies } = store.get();
  if (!ref || check.checks === null) return;
  store.set({ tallies: new Map(tallies).set(ref, tally(check.findings)) });
}
