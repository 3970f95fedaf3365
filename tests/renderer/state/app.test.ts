// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Story } from '#core/article/model';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import { DEFAULT_SETTINGS } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { EditorApi } from '../../../renderer/editor/api';
import { createApp } from '../../../renderer/state/app';
import type { MakeChecker } from '../../../renderer/state/checking';
import { aStory, fakeDesk, saved } from './fake-desk';

const REF = 'pump-house.galley';

function fakeEditor(): EditorApi & { now: Story } {
  const editor = {
    now: aStory(),
    load: vi.fn((story: Story) => {
      editor.now = story;
    }),
    story: () => editor.now,
    applyEdits: vi.fn(),
    change: vi.fn((next: (story: Story) => Story) => {
      editor.now = next(editor.now);
    }),
    showFindings: vi.fn(),
    reveal: vi.fn(),
    focus: vi.fn(),
    run: vi.fn(),
    setKind: vi.fn(),
    insertFigure: vi.fn(),
    selection: () => null,
    setLink: vi.fn(),
    showMatches: vi.fn(),
  };
  return editor;
}

function finding(key: string, start: number): Finding {
  return {
    key,
    block: 'b2',
    start,
    end: start + 3,
    message: `message ${key}`,
    fact: '',
    check: 'check',
    severity: 'error',
    kind: 'paragraph',
    actual: 'abc',
    why: '',
    fixes: [{ title: 'Fix', safe: true, edits: [] }],
    related: [],
  };
}

async function setUp() {
  const desk = fakeDesk({
    'app.info': () =>
      ok({ version: '1', platform: 'linux', shell: 'browser', library: '/lib', user: 'jo' }),
    'settings.get': () => ok({ ...DEFAULT_SETTINGS, inspectorTab: 'photos' }),
    'settings.set': (patch) => ok({ ...DEFAULT_SETTINGS, ...(patch as object) }),
    'library.list': () => ok([]),
    'library.open': (ref) => ok({ ref, story: aStory(), revision: 'r0' }),
    'library.save': () => saved('r1'),
    'exporting.formats': () => ok([]),
    'dismissals.list': () => ok([]),
    'lexicon.list': () => ok([]),
    'stylebooks.list': () => ok([{ id: 'ap', title: 'AP' }]),
    'stylebooks.load': () => ok({ book: PLAIN_BOOK, problems: [] }),
    'window.title': () => ok(null),
    'window.commands': () => ok(null),
    'window.flushed': () => ok(null),
    'library.trash': () => ok(null),
  });
  let events: Parameters<MakeChecker>[0] | null = null;
  const checker = { setBook: vi.fn(), setAlways: vi.fn(), update: vi.fn(), dispose: vi.fn() };
  const app = createApp(desk, (given) => {
    events = given;
    return checker;
  });
  const editor = fakeEditor();
  app.attach(editor);
  await app.boot();
  const result = (findings: readonly Finding[]) =>
    events?.onResult({ findings, dismissed: [], troubles: [] }, editor.now);
  return { desk, app, editor, checker, result };
}

describe('desk', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts with the remembered settings', async () => {
    const { app } = await setUp();
    expect(app.store.get()).toMatchObject({ booted: true, tab: 'photos', stories: [] });
    expect(app.commands.enabled('story.save')).toBe(false);
    expect(app.commands.enabled('story.new')).toBe(true);
  });

  it('opens a story in the editor, loads its book, checks it and names the window', async () => {
    const { app, desk, editor, checker } = await setUp();
    expect(await app.library.open(REF)).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(editor.load).toHaveBeenCalledOnce();
    expect(checker.setBook).toHaveBeenCalledWith(PLAIN_BOOK);
    expect(checker.update).toHaveBeenCalledOnce();
    expect(desk.named('window.title')).toEqual([['pump-house – Galley']]);
    expect(app.commands.enabled('story.save')).toBe(true);
  });

  it('says which story cannot be opened and offers to try again', async () => {
    const { app, desk } = await setUp();
    desk.next('library.open', fail('too-new', 'b.galley was written by a newer Galley.'));
    expect(await app.library.open('b.galley')).toBe(false);
    const notice = app.store.get().notices[0];
    expect(notice).toMatchObject({
      tone: 'error',
      text: 'b.galley was written by a newer Galley.',
    });
    expect(notice?.action?.title).toBe('Try again');
  });

  it('saves typing, and answers a flush only when all is on disk', async () => {
    const { app, desk, editor } = await setUp();
    await app.library.open(REF);
    editor.now = aStory('Typed.');
    app.events.onChange(editor.now, null);
    expect(app.store.get().session?.save).toBe('waiting');
    desk.emit('window.flush', null);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.named('library.save')).toEqual([[REF, editor.now, 'r0']]);
    expect(desk.named('window.flushed')).toHaveLength(1);
  });

  it('does not let the window close over a conflict', async () => {
    const { app, desk, editor } = await setUp();
    await app.library.open(REF);
    desk.next('library.save', fail('conflict', 'changed'));
    editor.now = aStory('Typed.');
    app.events.onChange(editor.now, null);
    desk.emit('window.flush', null);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.named('window.flushed')).toHaveLength(0);
    expect(app.store.get().session?.conflict).toBe('changed');
  });

  it('keeps the panels a moment behind the keys and checks once per rest', async () => {
    const { app, editor, checker } = await setUp();
    await app.library.open(REF);
    await vi.advanceTimersByTimeAsync(0);
    checker.update.mockClear();
    for (const text of ['a', 'ab', 'abc']) {
      editor.now = aStory(text);
      app.events.onChange(editor.now, ['b2']);
    }
    expect(app.store.get().story).not.toBe(editor.now);
    await vi.advanceTimersByTimeAsync(200);
    expect(app.store.get().story).toBe(editor.now);
    expect(checker.update).toHaveBeenCalledExactlyOnceWith(editor.now);
  });

  it('opens the next finding after a fix or a dismissal, and stores the dismissal in the story', async () => {
    const { app, editor, result } = await setUp();
    await app.library.open(REF);
    const findings = [finding('1', 0), finding('2', 5), finding('3', 9)];
    result(findings);
    app.checks.step(1);
    expect(app.store.get().current).toBe('1');
    expect(editor.reveal).toHaveBeenLastCalledWith(
      { block: 'b2', start: 0, end: 3 },
      { focus: false },
    );
    const first = app.checks.current();
    if (!first?.fixes[0]) throw new Error('no finding is open');
    app.checks.fix(first, first.fixes[0]);
    expect(app.store.get().current).toBe('2');
    expect(app.store.get().check.findings.map((one) => one.key)).toEqual(['2', '3']);
    app.commands.run('check.dismiss');
    expect(editor.now.dismissals).toMatchObject([{ key: '2', scope: 'once', by: 'jo' }]);
    expect(app.store.get().current).toBe('3');
    const [dismissal] = editor.now.dismissals;
    if (!dismissal) throw new Error('nothing was dismissed');
    app.checks.restore(dismissal);
    expect(editor.now.dismissals).toEqual([]);
  });

  it('checks the next story with the same book at once, and again only when the book was changed', async () => {
    const { app, desk, checker } = await setUp();
    const same = { ...PLAIN_BOOK, id: 'ap' };
    desk.next('stylebooks.load', ok({ book: same, problems: [] }));
    await app.library.open(REF);
    await vi.advanceTimersByTimeAsync(0);
    checker.update.mockClear();
    checker.setBook.mockClear();

    let arrive: (answer: Result<unknown>) => void = () => {};
    desk.next(
      'stylebooks.load',
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    await app.library.open('other.galley');
    expect(checker.update).toHaveBeenCalledOnce();
    arrive(ok({ book: structuredClone(same), problems: [] }));
    await vi.advanceTimersByTimeAsync(0);
    expect(checker.setBook).not.toHaveBeenCalled();
    expect(checker.update).toHaveBeenCalledOnce();

    const changed = { ...same, limits: { headline: 40 } };
    desk.next('stylebooks.load', ok({ book: changed, problems: [] }));
    await app.library.open(REF);
    await vi.advanceTimersByTimeAsync(0);
    expect(checker.setBook).toHaveBeenCalledExactlyOnceWith(changed);
    expect(checker.update).toHaveBeenCalledTimes(3);
  });

  it('dismisses in every story through the library, and brings back what could not be written', async () => {
    const { app, desk, editor, checker, result } = await setUp();
    await app.library.open(REF);
    await vi.advanceTimersByTimeAsync(0);
    result([finding('1', 0), finding('2', 5)]);
    app.checks.step(1);
    checker.update.mockClear();
    const kept = { key: 'k', scope: 'always', check: 'c' };
    desk.next('dismissals.add', ok([kept]));
    app.commands.run('check.dismiss-always');
    expect(app.store.get().check.findings.map((one) => one.key)).toEqual(['2']);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.named('dismissals.add')).toMatchObject([[[{ scope: 'always', by: 'jo' }]]]);
    expect(editor.now.dismissals).toEqual([]);
    expect(checker.setAlways).toHaveBeenLastCalledWith([kept]);
    expect(checker.update).toHaveBeenCalledOnce();
    const undo = app.store.get().notices.find((one) => one.action?.title === 'Undo');
    desk.next('dismissals.remove', ok([]));
    undo?.action?.run();
    await vi.advanceTimersByTimeAsync(0);
    expect(checker.setAlways).toHaveBeenLastCalledWith([]);

    desk.next('dismissals.add', fail('io', 'The disk is full: dismissals.json was not written.'));
    app.checks.step(1);
    app.commands.run('check.dismiss-always');
    await vi.advanceTimersByTimeAsync(0);
    expect(app.store.get().notices.at(-1)).toMatchObject({ tone: 'error', text: /disk is full/u });
    expect(checker.update).toHaveBeenCalledTimes(3);
  });

  it('follows the menu and other windows', async () => {
    const { app, desk, editor } = await setUp();
    desk.emit('story.show', { ref: REF });
    await vi.advanceTimersByTimeAsync(0);
    expect(app.store.get().ref).toBe(REF);
    desk.emit('command.run', { id: 'format.bold' });
    expect(editor.run).toHaveBeenCalledWith('bold');
    desk.emit('settings.changed', { ...DEFAULT_SETTINGS, zoom: 150 });
    expect(app.store.get().settings.zoom).toBe(150);
    desk.emit('task.progress', { task: 't', label: 'Importing', done: 1, total: 3 });
    expect(app.store.get().tasks).toHaveLength(1);
    desk.emit('task.progress', { task: 't', label: 'Importing', done: 3, total: 3 });
    expect(app.store.get().tasks).toHaveLength(0);
  });

  it('tells the native menu which commands can run, and only when that changes', async () => {
    const { app, desk } = await setUp();
    await vi.advanceTimersByTimeAsync(500);
    const before = desk.named('window.commands').length;
    app.store.set({ spoken: 'x' });
    await vi.advanceTimersByTimeAsync(500);
    expect(desk.named('window.commands')).toHaveLength(before);
    await app.library.open(REF);
    await vi.advanceTimersByTimeAsync(500);
    const [ids] = desk.named('window.commands').at(-1) ?? [];
    expect(ids).toContain('story.export');
  });

  it('closes a story that goes to the trash', async () => {
    const { app } = await setUp();
    await app.library.open(REF);
    await app.library.trash(REF);
    expect(app.store.get()).toMatchObject({ ref: null, story: null, view: 'queue' });
  });
});
