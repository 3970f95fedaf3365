import type { TextKind } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { checkInfo } from '#core/checks/all-checks';
import { hasWords } from '#core/checks/dismissals';
import { isUnknownWord } from '#core/checks/harper/checks';
import type { EditorCommand } from '../editor/api';
import type { App } from './app';
import type { Handler, Handlers } from './commands';
import type { LedgerPart } from './ledger';

/** Undo and the like move the selection, and the keyboard with it: out of a panel it must not go. */
function keepingFocus(run: () => void): void {
  const before = document.activeElement;
  run();
  if (before instanceof HTMLElement && before.closest('.inspector, .photo-desk')) {
    setTimeout(() => {
      if (before.isConnected) before.focus();
    }, 0);
  }
}

/** Moves the keyboard to what a panel begins with, once it is there; to the panel's tab when there is no such thing. */
export function focusFirst(selector: string): void {
  setTimeout(() => {
    const target =
      document.querySelector<HTMLElement>(selector) ??
      document.querySelector<HTMLElement>('.inspector .tab[data-selected]');
    target?.focus();
  }, 30);
}

const CHOSEN_PHOTO = '.photo-list [role="option"][aria-selected="true"]';
const FIRST_ROW = '.inspector .finding-row[tabindex="0"]';

/** What each command of the registry does. Commands with a platform role are the platform's own. */
export function commandHandlers(app: () => App): Handlers {
  const state = () => app().store.get();
  const editor = () => app().editor();
  const inGalley = () => state().view === 'galley' && state().story !== null;
  const inStory = () =>
    state().view !== 'queue' && state().view !== 'style-book' && state().story !== null;
  const inBook = () => state().view === 'style-book';
  const run = (command: EditorCommand, enabled?: () => boolean): Handler => ({
    run: () => keepingFocus(() => editor()?.run(command)),
    enabled: enabled ?? inGalley,
  });
  const kind = (text: TextKind, ordered?: boolean): Handler => ({
    run: () => editor()?.setKind(text, ordered === undefined ? {} : { ordered }),
    enabled: inGalley,
  });
  const ref = () => state().ref ?? '';
  const slug = () => state().story?.slug ?? '';
  const current = () => app().checks.current();
  const inPhotos = () => state().view === 'photos' && state().story !== null;
  const hasCurrent = () => (inGalley() || inPhotos()) && current() !== null;
  const hasWord = () => hasCurrent() && isUnknownWord({ check: current()?.check ?? '' });
  /** What is signed off is signed place by place. */
  const canDismissWidely = () =>
    hasCurrent() && checkInfo(current()?.check ?? '')?.keep === undefined;

  /** The figure of the photo desk, or in the galley the one that holds the caret. */
  const figure = () => {
    const { story, view, figure: chosen } = state();
    const figures = story?.article.blocks.filter(isFigure) ?? [];
    const caret = view === 'galley' ? editor()?.selection()?.block : undefined;
    const shown = figures.find((one) =>
      caret === undefined
        ? one.id === chosen
        : one.id === caret || one.caption.id === caret || one.credit.id === caret,
    );
    return (shown ?? (view === 'photos' ? figures[0] : undefined))?.id ?? null;
  };
  const hasFigure = () => figure() !== null;
  const ledger = (part: LedgerPart) => {
    if (state().ledger.part !== part) app().ledger.part(part);
    app().views.tab('names');
    focusFirst('.ledger-row[tabindex="0"]');
  };
  const inLedger = () => inGalley() && state().tab === 'names' && state().ledger.open !== null;

  return {
    'story.new': { run: () => app().library.create() },
    'story.import': { run: () => app().library.importChosen() },
    'story.import-clipboard': { run: () => app().library.importClipboard() },
    'story.save': { run: () => app().saveNow() },
    'story.rename': { run: () => app().views.dialog({ kind: 'rename', ref: ref(), slug: slug() }) },
    'story.duplicate': { run: () => app().library.duplicate(ref()) },
    'story.trash': { run: () => app().views.dialog({ kind: 'trash', ref: ref(), slug: slug() }) },
    'story.reveal': { run: () => app().library.reveal(ref()) },
    'story.export': { run: () => app().views.dialog({ kind: 'export' }) },
    'library.choose': {
      run: () =>
        app()
          .library.chooseLibrary()
          .then(() =>
            Promise.all([app().styleBook.reload(), app().always.load(), app().lexicon.load()]),
          ),
    },

    'edit.undo': {
      run: () => (inBook() ? app().styleBook.undo() : keepingFocus(() => editor()?.run('undo'))),
      enabled: () =>
        inBook() ? (state().styleBook?.past.length ?? 0) > 0 : inStory() && state().history.canUndo,
    },
    'edit.redo': {
      run: () => (inBook() ? app().styleBook.redo() : keepingFocus(() => editor()?.run('redo'))),
      enabled: () =>
        inBook()
          ? (state().styleBook?.future.length ?? 0) > 0
          : inStory() && state().history.canRedo,
    },
    'edit.find': { run: () => app().find.open() },
    'edit.find-next': { run: () => app().find.step(1) },
    'edit.find-previous': { run: () => app().find.step(-1) },
    'edit.move-up': run('move-up'),
    'edit.move-down': run('move-down'),
    'edit.delete-block': run('delete-block'),

    'format.bold': run('bold'),
    'format.italic': run('italic'),
    'format.link': {
      run: () => app().views.dialog({ kind: 'link' }),
      enabled: () => inGalley() && (editor()?.selection() ?? null) !== null,
    },
    'format.headline': kind('headline'),
    'format.dek': kind('dek'),
    'format.byline': kind('byline'),
    'format.paragraph': kind('paragraph'),
    'format.crosshead': kind('crosshead'),
    'format.quotation': kind('quotation'),
    'format.pullquote': kind('pullquote'),
    'format.bulleted': kind('list-item', false),
    'format.numbered': kind('list-item', true),
    'format.bio': kind('bio'),
    'format.figure': { run: () => app().photos.choose(), enabled: inStory },
    'photo.add-folder': { run: () => void app().photos.chooseFolder(), enabled: inStory },

    'check.next': {
      run: () => (inPhotos() ? app().photos.step(1) : app().checks.step(1)),
      enabled: inStory,
    },
    'check.previous': {
      run: () => (inPhotos() ? app().photos.step(-1) : app().checks.step(-1)),
      enabled: inStory,
    },
    'check.fix': {
      run: () => {
        const finding = current();
        const fix = finding?.fixes[0];
        if (finding && fix) app().checks.fix(finding, fix);
      },
      enabled: () => hasCurrent() && (current()?.fixes.length ?? 0) > 0,
    },
    'check.dismiss': {
      run: () => {
        const finding = current();
        if (finding) app().checks.dismiss([finding], 'once');
      },
      enabled: hasCurrent,
    },
    'check.dismiss-story': {
      run: () => {
        const finding = current();
        if (finding) app().checks.dismiss([finding], 'story');
      },
      enabled: canDismissWidely,
    },
    'check.lexicon-story': {
      run: () => {
        const finding = current();
        if (finding) app().checks.addToLexicon(finding, 'story');
      },
      enabled: hasWord,
    },
    'check.lexicon-library': {
      run: () => {
        const finding = current();
        if (finding) app().checks.addToLexicon(finding, 'library');
      },
      enabled: hasWord,
    },
    'check.dismiss-always': {
      run: () => {
        const finding = current();
        if (finding) app().checks.dismiss([finding], 'always');
      },
      enabled: () => canDismissWidely() && hasWords(current()),
    },
    'check.dismissals': { run: () => app().views.dialog({ kind: 'dismissals' }) },
    'check.fix-alike': {
      run: () => {
        const finding = current();
        if (finding) app().checks.fixAlike(app().checks.alike(finding));
      },
      enabled: () => hasCurrent() && (current()?.fixes.length ?? 0) > 0,
    },
    'check.explain': {
      run: () => {
        app().views.tab('findings');
        app().checks.explain();
      },
      enabled: hasCurrent,
    },
    'check.filter': {
      run: () => {
        app().views.tab('findings');
        app().store.set({ filterOpen: true });
      },
      enabled: inGalley,
    },
    'check.order': {
      run: () => {
        const order = state().settings.findingsOrder === 'check' ? 'reading' : 'check';
        const inPanel = document.activeElement?.closest('.inspector');
        app().views.settings({ findingsOrder: order });
        // The row that had the keyboard is made anew.
        if (inPanel) focusFirst(FIRST_ROW);
      },
    },
    'check.mark': { run: () => app().checks.mark(), enabled: inGalley },
    'check.fix-all': {
      run: () => app().views.dialog({ kind: 'fix-all' }),
      enabled: () =>
        inGalley() && state().check.findings.some((one) => one.fixes.some((fix) => fix.safe)),
    },

    'view.palette': { run: () => app().views.dialog({ kind: 'palette', query: '' }) },
    'view.queue': { run: () => app().store.set({ view: 'queue' }) },
    'view.galley': {
      run: () => {
        app().store.set({ view: 'galley', drawer: null });
        editor()?.focus();
      },
    },
    'view.findings': {
      run: () => {
        app().views.tab('findings');
        focusFirst(FIRST_ROW);
      },
    },
    'view.photos': { run: () => app().views.tab('photos') },
    'view.names': { run: () => ledger('names') },
    'view.numbers': { run: () => ledger('numbers') },
    'names.next': { run: () => app().ledger.step(1), enabled: inGalley },
    'names.previous': { run: () => app().ledger.step(-1), enabled: inGalley },
    'names.merge': {
      run: () => {
        const row = app().ledger.current();
        if (row) app().views.dialog({ kind: 'merge-name', row: row.id, name: row.title });
      },
      enabled: () => inLedger() && state().ledger.part === 'names',
    },
    'names.right': {
      run: () => {
        const row = app().ledger.current();
        const line = row?.lines.find(({ id }) => id === state().ledger.spot?.line) ?? row?.lines[0];
        if (row && line) app().ledger.markRight(line, row.entry);
      },
      enabled: inLedger,
    },
    'names.take-back': {
      run: () => {
        const row = app().ledger.current();
        if (row) app().ledger.takeBackLast(row);
      },
      enabled: inLedger,
    },
    'view.photo-desk': {
      run: () => {
        const there = document.querySelector<HTMLElement>(CHOSEN_PHOTO);
        app().store.set({ view: 'photos', sheet: false, drawer: null });
        if (there) there.focus();
        else focusFirst(`${CHOSEN_PHOTO}, .photo-list [role="option"]`);
      },
    },
    'photo.codes': { run: () => app().views.dialog({ kind: 'codes' }) },
    'view.contact-sheet': {
      run: () => {
        app().store.set({ view: 'photos', sheet: true, drawer: null });
        focusFirst('.contact-grid [role="option"]');
      },
    },
    'photo.approve': { run: () => app().photos.approve(figure()), enabled: hasFigure },
    'photo.acknowledge': { run: () => app().photos.acknowledge(figure()), enabled: hasFigure },
    'photo.house-credit': { run: () => app().photos.houseCredit(figure()), enabled: hasFigure },
    'photo.take-file': { run: () => app().photos.takeFile(figure()), enabled: hasFigure },
    'photo.keep-print': { run: () => app().photos.keepPrint(figure()), enabled: hasFigure },
    'photo.zoom': {
      run: () => app().store.set((now) => ({ actualPixels: !now.actualPixels })),
      enabled: () => inPhotos() && !state().sheet,
    },
    'photo.find-missing': {
      run: () => void app().photos.findMissing(),
      enabled: () =>
        state().story?.photos.some(({ file }) => file === null || state().lostFiles.has(file)) ??
        false,
    },
    'photo.replace': {
      run: () => void app().photos.replace(figure()),
      enabled: hasFigure,
    },
    'stylebook.entry': {
      run: () => {
        const finding = current();
        if (finding) {
          void app()
            .styleBook.entry(finding)
            .then(() => focusFirst('.book-list [aria-selected="true"]'));
        }
      },
      enabled: hasCurrent,
    },
    'stylebook.edit': {
      run: () => {
        app().store.set({ view: 'style-book', drawer: null });
        void app()
          .styleBook.open()
          .then(() => focusFirst('.book-search input'));
      },
    },
    'view.story': { run: () => app().views.tab('story') },
    'view.import-report': {
      run: () => app().views.tab('import'),
      enabled: () => state().story?.importReport !== null,
    },
    'view.toggle-list': { run: () => app().views.toggleList() },
    'view.toggle-inspector': { run: () => app().views.toggleInspector() },
    'view.zoom-in': { run: () => app().views.zoom(1) },
    'view.zoom-out': { run: () => app().views.zoom(-1) },
    'view.zoom-reset': { run: () => app().views.zoom(0) },
    'view.theme': { run: () => app().views.switchTheme() },
    'view.settings': { run: () => app().views.dialog({ kind: 'settings' }) },
    'help.shortcuts': { run: () => app().views.dialog({ kind: 'shortcuts' }) },
  };
}
