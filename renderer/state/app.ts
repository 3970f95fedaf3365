import type { OpenStory } from '#core/ipc/contract';
import type { Desk } from '../desk';
import type { EditorApi, EditorEvents } from '../editor/api';
import type { AlwaysActions } from './always';
import { alwaysActions } from './always';
import type { AppState } from './app-state';
import { INITIAL, NO_CHECK, TABS } from './app-state';
import type { CheckActions } from './check-actions';
import { checkActions } from './check-actions';
import { createCheckRuns } from './check-runs';
import type { MakeChecker } from './checking';
import type { Commands } from './commands';
import { createCommands } from './commands';
import type { Context } from './context';
import { notify, say } from './context';
import { listen } from './events';
import type { FindActions } from './find-actions';
import { findActions } from './find-actions';
import { commandHandlers } from './handlers';
import { NO_LEDGER } from './ledger';
import type { LedgerActions } from './ledger-actions';
import { ledgerActions } from './ledger-actions';
import type { LexiconActions } from './lexicon';
import { lexiconActions } from './lexicon';
import type { LibraryActions } from './library-actions';
import { libraryActions } from './library-actions';
import { NOTHING_SEEN } from './panel';
import type { PhotoActions } from './photo-actions';
import { photoActions } from './photo-actions';
import { createSession } from './session';
import type { Store } from './store';
import { createStore } from './store';
import type { StyleBookActions } from './style-book';
import { styleBookActions } from './style-book';
import type { ViewActions } from './view-actions';
import { viewActions } from './view-actions';

/** Milliseconds that panels and checks stay behind the keys. */
const BEHIND = 90;
/** Milliseconds the pointer may be between an underlined word and its card. */
const HOVER_GRACE = 220;

/** The desk without its looks: everything a view may read or do. */
export interface App extends Context {
  readonly commands: Commands;
  readonly library: LibraryActions;
  readonly always: AlwaysActions;
  readonly lexicon: LexiconActions;
  readonly checks: CheckActions;
  readonly views: ViewActions;
  readonly photos: PhotoActions;
  readonly find: FindActions;
  readonly ledger: LedgerActions;
  readonly styleBook: StyleBookActions;
  readonly attach: (editor: EditorApi | null) => void;
  readonly events: EditorEvents;
  /** Keeps the hover card open (true) while the pointer is on it. */
  readonly holdHover: (hold: boolean) => void;
  readonly saveNow: () => Promise<void>;
  readonly boot: () => Promise<void>;
}

/** Builds the desk around a client of the contract and makers of the two check workers: ours, and spelling's. */
export function createApp(
  desk: Desk,
  makeChecker: MakeChecker | null,
  makeSpeller: MakeChecker | null = null,
): App {
  const store: Store<AppState> = createStore(INITIAL);
  let editor: EditorApi | null = null;
  let bookCalls = 0;
  let behind: ReturnType<typeof setTimeout> | null = null;
  let leaving: ReturnType<typeof setTimeout> | null = null;
  const session = createSession(desk, (state) => store.set({ session: state }));
  const ctx: Context = { desk, store, session, editor: () => editor };
  const runs = createCheckRuns(ctx, makeChecker, makeSpeller);

  function catchUp() {
    behind = null;
    const story = editor?.story() ?? null;
    if (!story || !store.get().ref) return;
    store.set({ story });
    app.find.refresh(story);
    runs.update(story);
  }

  /** Checks the open story as it stands, after what silences findings has changed. */
  function checkAgain() {
    const story = store.get().story && (editor?.story() ?? store.get().story);
    if (story) runs.update(story);
  }

  async function loadBook(id: string) {
    bookCalls += 1;
    const mine = bookCalls;
    const answer = await desk.call('stylebooks.load', id);
    // A later call won: another story, another book, or the book was written again.
    if (mine !== bookCalls) return;
    if (!answer.ok) {
      notify(ctx, 'error', answer.message);
      return;
    }
    const known = store.get().book;
    const same = JSON.stringify(known) === JSON.stringify(answer.value.book);
    // The same object while nothing changed: the checks remember every block by it.
    const book = same && known ? known : answer.value.book;
    const told = new Set(store.get().bookProblems.map((problem) => JSON.stringify(problem)));
    store.set({ book, bookProblems: answer.value.problems });
    for (const problem of answer.value.problems) {
      if (told.has(JSON.stringify(problem))) continue;
      const place = `${problem.file}, line ${problem.line}, column ${problem.column}`;
      notify(ctx, 'error', `${place}: ${problem.message} The last good version stays in force.`);
    }
    if (book !== known) runs.setBook(book);
  }

  function show(opened: OpenStory) {
    if (behind !== null) clearTimeout(behind);
    behind = null;
    runs.reset();
    session.start(opened);
    store.set({
      ref: opened.ref,
      story: opened.story,
      view: 'galley',
      figure: null,
      check: NO_CHECK,
      seen: NOTHING_SEEN,
      filter: { ...store.get().filter, since: 'all' },
      current: null,
      hover: null,
      openTrouble: null,
      drawer: null,
      find: { ...store.get().find, open: false, result: INITIAL.find.result, at: -1 },
      ledger: { ...NO_LEDGER, part: store.get().ledger.part },
      history: INITIAL.history,
    });
    editor?.load(opened.story);
    // What had the keyboard may be gone with the queue; then the text takes it.
    setTimeout(() => {
      if (document.activeElement === document.body) editor?.focus();
    }, 0);
    void desk.call('window.title', `${opened.story.slug} – Galley`);
    // The book of the story before serves at once; when its file says something else by now, the checks run again.
    const before = store.get().book;
    const ready = before?.id === opened.story.styleBook;
    if (ready) runs.update(opened.story);
    void loadBook(opened.story.styleBook).then(() => {
      const again = !ready || store.get().book !== before;
      if (again && store.get().ref === opened.ref) {
        runs.update(editor?.story() ?? opened.story);
      }
    });
  }

  const events: EditorEvents = {
    onChange: (story) => {
      if (!store.get().ref) return;
      session.edited(story);
      behind ??= setTimeout(catchUp, BEHIND);
      const book = store.get().story?.styleBook;
      if (book !== undefined && book !== story.styleBook) void loadBook(story.styleBook);
    },
    onSelection: (selection) => runs.caretAt(selection),
    onFinding: (key, rect) => {
      if (leaving !== null) clearTimeout(leaving);
      leaving = null;
      if (key !== null && rect) store.set({ hover: { key, rect } });
      else leaving = setTimeout(() => store.set({ hover: null }), HOVER_GRACE);
    },
    onHistory: (history) => store.set({ history }),
    onPictures: (files) => void app.photos.add(files),
  };

  const always = alwaysActions(ctx, (dismissals) => {
    runs.setAlways(dismissals);
    checkAgain();
  });

  const lexicon = lexiconActions(ctx, (words) => {
    runs.setLexicon(words);
    checkAgain();
  });

  const app: App = {
    ...ctx,
    commands: createCommands(
      commandHandlers(() => app),
      () => store.get().story !== null,
    ),
    library: libraryActions(ctx, show),
    always,
    lexicon,
    checks: checkActions(ctx, always, lexicon),
    views: viewActions(ctx),
    photos: photoActions(ctx),
    find: findActions(ctx),
    ledger: ledgerActions(ctx),
    styleBook: styleBookActions(
      ctx,
      async () => {
        // The store's story is a moment behind the editor's.
        const story = store.get().story && (editor?.story() ?? store.get().story);
        if (!story) return;
        await loadBook(story.styleBook);
        runs.update(editor?.story() ?? story);
      },
      (ref) => app.library.open(ref),
    ),
    events,
    attach: (next) => {
      editor = next;
      const { story } = store.get();
      if (next && story) {
        next.load(story);
        next.showFindings(store.get().check.findings, store.get().current);
      }
    },
    holdHover: (hold) => {
      if (leaving !== null) clearTimeout(leaving);
      leaving = hold ? null : setTimeout(() => store.set({ hover: null }), HOVER_GRACE);
    },
    saveNow: async () => {
      if (await session.flush()) say(ctx, 'Saved.');
    },
    boot: async () => {
      listen(app);
      runs.start();
      const [info, settings, formats, books] = await Promise.all([
        desk.call('app.info'),
        desk.call('settings.get'),
        desk.call('exporting.formats'),
        desk.call('stylebooks.list'),
        app.library.refresh(),
        always.load(),
        lexicon.load(),
      ]);
      if (settings.ok) {
        const tab = TABS.find((one) => one === settings.value.inspectorTab) ?? 'findings';
        store.set({ settings: settings.value, tab });
      }
      for (const answer of [info, settings, formats, books]) {
        if (!answer.ok) notify(ctx, 'error', answer.message);
      }
      store.set({
        booted: true,
        info: info.ok ? info.value : null,
        formats: formats.ok ? formats.value : [],
        books: books.ok ? books.value : [],
      });
      // Harper takes on the usual book's English and rules while no story is open yet.
      if (makeSpeller && settings.ok && store.get().ref === null) {
        void loadBook(settings.value.styleBook);
      }
    },
  };
  return app;
}
