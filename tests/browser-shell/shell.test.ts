import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BrowserShell, launchBrowserShell, launchChromium } from './shell.mjs';

interface Bridge {
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  readonly on: (channel: string, handler: (...args: unknown[]) => void) => () => void;
  readonly touch: () => void;
  readonly list: unknown;
}
interface FixtureWindow {
  readonly test: Bridge;
  readonly inlineRan?: boolean;
  readonly scriptRan?: string;
}

const fixtures = join(import.meta.dirname, 'fixtures');
let browser: Browser;
let folder: string;
let shell: BrowserShell;
let page: Page;

const launch = (extra: { readonly args?: readonly string[]; readonly name?: string } = {}) =>
  launchBrowserShell({
    browser,
    main: join(fixtures, 'main.mjs'),
    userData: join(folder, extra.name ?? 'data'),
    documents: join(folder, 'documents'),
    args: extra.args ?? [],
  });

const log = () =>
  shell.evaluate(
    () => (globalThis as unknown as { fixtureLog: readonly (readonly string[])[] }).fixtureLog,
  );

beforeAll(async () => {
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), 'shell-test-'));
  shell = await launch();
  page = await shell.firstWindow();
  await page.waitForLoadState('load');
});

afterAll(async () => {
  await shell?.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('messages', () => {
  test('arguments and answers are structured clones in both directions', async () => {
    const seen = await page.evaluate(async () => {
      const { test: bridge } = globalThis as unknown as FixtureWindow;
      const given = [
        new Date(86_400_000),
        new Map([['a', new Set([1])]]),
        undefined,
        new Uint8Array([1, 255]),
        new RangeError('far'),
        5n,
        { deep: [Number.NaN, -0] },
      ];
      const back = (await bridge.invoke('echo', ...given)) as typeof given;
      const [date, map, missing, bytes, error, big, deep] = back;
      return {
        kinds: await bridge.invoke('kinds', ...given),
        date: (date as Date).getTime(),
        set: (map as Map<string, Set<number>>).get('a')?.has(1),
        missing: missing === undefined,
        bytes: bytes instanceof Uint8Array ? [...bytes] : null,
        // The bridge keeps the message, not the kind, as Electron's does.
        error: error instanceof Error && error.message,
        big: String(big),
        zero: Object.is((deep as { deep: number[] }).deep[1], -0),
        fresh: deep !== given[6],
      };
    });
    expect(seen).toEqual({
      kinds: ['Date', 'Map', 'Undefined', 'Uint8Array', 'Error', 'BigInt', 'Object'].map(
        (kind) => `[object ${kind}]`,
      ),
      date: 86_400_000,
      set: true,
      missing: true,
      bytes: [1, 255],
      error: 'far',
      big: '5',
      zero: true,
      fresh: true,
    });
  });

  test('a function is refused on the way in and on the way out', async () => {
    const messages = await page.evaluate(async () => {
      const { test: bridge } = globalThis as unknown as FixtureWindow;
      const trouble = (error: Error) => error.message;
      return [
        await bridge.invoke('echo', () => 1).catch(trouble),
        await bridge.invoke('unclonable').catch(trouble),
      ];
    });
    expect(messages[0]).toContain('could not be cloned');
    expect(messages[1]).toContain('could not be cloned');
  });

  test('a thrown error arrives as Electron words it', async () => {
    const message = await page.evaluate(() =>
      (globalThis as unknown as FixtureWindow).test.invoke('fail').catch((e: Error) => e.message),
    );
    expect(message).toBe("Error invoking remote method 'fail': TypeError: no such luck");
  });

  test('events are clones, and a listener can leave', async () => {
    await page.evaluate(() => {
      const { test: bridge } = globalThis as unknown as FixtureWindow;
      const got: unknown[] = [];
      const leave = bridge.on('news', (item) => {
        got.push(item);
        if (got.length === 2) leave();
      });
      Object.assign(globalThis, { got });
    });
    for (let number = 0; number < 3; number += 1) {
      await shell.evaluate(
        ({ BrowserWindow }, at) =>
          BrowserWindow.getAllWindows()[0]?.webContents.send('news', {
            at: new Date(at),
            bytes: new Uint8Array([at]),
          }),
        number,
      );
    }
    await vi.waitFor(async () => {
      const got = await page.evaluate(() =>
        (globalThis as unknown as { got: { at: Date; bytes: Uint8Array }[] }).got.map(
          ({ at, bytes }) => [at instanceof Date, bytes instanceof Uint8Array && bytes[0]],
        ),
      );
      expect(got).toEqual([
        [true, 0],
        [true, 1],
      ]);
    });
  });

  test('main sees the app’s own address and frame', async () => {
    const sender = await page.evaluate(() =>
      (globalThis as unknown as FixtureWindow).test.invoke('sender'),
    );
    expect(sender).toEqual(['app://galley/', true, true]);
  });
});

describe('the bridge', () => {
  test('is frozen and hides what it is made of', async () => {
    const facts = await page.evaluate(() => {
      const names = Object.getOwnPropertyNames(globalThis);
      const { test: bridge } = globalThis as unknown as FixtureWindow;
      return {
        frozen: Object.isFrozen(bridge) && Object.isFrozen(bridge.list),
        leaked: names.filter((name) =>
          /^(?:require|module|process|electron|ipcRenderer|shell\w+Binding)$/u.test(name),
        ),
      };
    });
    expect(facts).toEqual({ frozen: true, leaked: [] });
  });
});

describe('loud failure', () => {
  test.each([
    ['a missing module', 'Tray', "new electron.Tray('icon.png')"],
    ['a missing method', 'app.getFileIcon', "electron.app.getFileIcon('/x')"],
    [
      'a missing event',
      "BrowserWindow.on('swipe')",
      "electron.BrowserWindow.getAllWindows()[0].on('swipe', () => {})",
    ],
    [
      'a missing web contents method',
      'webContents.printToPDF',
      'electron.BrowserWindow.getAllWindows()[0].webContents.printToPDF({})',
    ],
    ['a missing property set', 'app.badge =', 'electron.app.badge = 1'],
    [
      'an unsafe window',
      'BrowserWindow with nodeIntegration',
      'new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } })',
    ],
    [
      'a missing role',
      'menu role shareMenu',
      "electron.Menu.buildFromTemplate([{ role: 'shareMenu' }])",
    ],
  ])('%s names the call', async (_what, name, code) => {
    const run = new Function('electron', code) as (electron: unknown) => void;
    await expect(shell.evaluate(run)).rejects.toThrow(`${name} is not implemented`);
    expect(shell.notes('unimplemented').at(-1)?.text).toBe(name);
  });

  test('in the preload too', async () => {
    const message = await page.evaluate(() => {
      try {
        (globalThis as unknown as FixtureWindow).test.touch();
        return 'nothing happened';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toContain('ipcRenderer.sendSync is not implemented');
  });

  test('a dialog without an answer fails and is noted', async () => {
    const message = await page.evaluate(() =>
      (globalThis as unknown as FixtureWindow).test.invoke('choose').catch((e: Error) => e.message),
    );
    expect(message).toContain('laid no answer ready');
    expect(shell.notes('dialog')).toHaveLength(1);
  });
});

describe('the page', () => {
  test('obeys the content security policy of the protocol handler', async () => {
    const ran = await page.evaluate(() => {
      const { inlineRan, scriptRan } = globalThis as unknown as FixtureWindow;
      return { inlineRan, scriptRan };
    });
    expect(ran).toEqual({ inlineRan: undefined, scriptRan: 'loading' });
  });

  test('gets its own pictures by the app’s address; other requests go nowhere and are noted', async () => {
    expect(
      await page.evaluate(() => (document.getElementById('own') as HTMLImageElement).naturalWidth),
    ).toBe(3);
    expect(shell.notes('outside').map(({ text }) => text)).toEqual([
      'GET https://example.com/pixel.png',
    ]);
  });

  test('asks before it goes elsewhere or opens a window', async () => {
    await page.click('#out');
    await page.click('#pop');
    await page.evaluate(() => window.open('https://example.com/made'));
    await vi.waitFor(async () => {
      expect(await log()).toEqual([
        ['will-navigate', 'https://example.com/'],
        ['open', 'https://example.com/pop'],
        ['open', 'https://example.com/made'],
      ]);
    });
    expect(page.url()).toBe('https://galley.app.localhost/');
    await vi.waitFor(() => expect(shell.context.pages()).toHaveLength(1));
  });

  test('is granted what the app grants', async () => {
    const states = await page.evaluate(async () => {
      const names = ['clipboard-read', 'clipboard-write', 'geolocation'];
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      return Promise.all(names.map(state));
    });
    expect(states[1]).toBe('granted');
    expect([states[0], states[2]]).not.toContain('granted');
    expect(await shell.permission('clipboard-sanitized-write')).toBe(true);
    expect(await shell.permission('geolocation')).toBe(false);
  });
});

describe('dialogs, menus and the system', () => {
  beforeEach(() =>
    shell.evaluate(() => {
      (globalThis as unknown as { fixtureLog: unknown[] }).fixtureLog.length = 0;
    }),
  );

  test('a dialog takes the answer laid ready', async () => {
    await shell.dialogs.answerOpen(['/a.txt', '/b.txt']);
    const answer = await page.evaluate(() =>
      (globalThis as unknown as FixtureWindow).test.invoke('choose'),
    );
    expect(answer).toEqual({ canceled: false, filePaths: ['/a.txt', '/b.txt'] });
    expect((await shell.dialogs.shown()).at(-1)?.options.title).toBe('Choose a file');
  });

  test('a menu item runs by id and by its keys, unless it is greyed out', async () => {
    await shell.menus.click('go');
    await page.keyboard.press('ControlOrMeta+Shift+G');
    await vi.waitFor(async () => expect(await log()).toEqual([['go'], ['go']]));
    await expect(shell.menus.click('off')).rejects.toThrow('cannot be chosen');
    await expect(shell.menus.click('none')).rejects.toThrow('There is no menu item');
  });

  test('the page keeps a key for itself by preventing its default', async () => {
    await page.evaluate(() => {
      window.addEventListener('keydown', function keep(event) {
        if (event.code !== 'KeyG') return;
        event.preventDefault();
        window.removeEventListener('keydown', keep);
      });
    });
    await page.keyboard.press('ControlOrMeta+Shift+G');
    expect(await log()).toEqual([]);
  });

  test('trash moves the file aside', async () => {
    const path = join(folder, 'old.txt');
    await writeFile(path, 'x');
    await page.evaluate(
      (file) => (globalThis as unknown as FixtureWindow).test.invoke('trash', file),
      path,
    );
    expect(await readdir(join(folder, 'data/trash'))).toEqual(['old.txt']);
    expect(shell.notes('trash')[0]?.text).toBe(path);
  });

  test('the theme reaches the page', async () => {
    const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await shell.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
    });
    await vi.waitFor(async () => expect(await dark()).toBe(true));
    await shell.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'light';
    });
    await vi.waitFor(async () => expect(await dark()).toBe(false));
  });
});

describe('life', () => {
  test('a second instance hands its arguments over and ends', async () => {
    const second = await launch({ args: ['story.txt'] });
    expect(await second.exited).toBe(7);
    await vi.waitFor(async () =>
      expect(await log()).toContainEqual(['second-instance', 'story.txt']),
    );
  });

  test('closing the last window quits; a crash of main is told', async () => {
    await mkdir(join(folder, 'third'), { recursive: true });
    const third = await launch({ name: 'third' });
    await third.firstWindow();
    await third.evaluate(({ BrowserWindow }) => {
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
    });
    expect(await third.exited).toBe(0);

    const fourth = await launch({ name: 'fourth' });
    await fourth.firstWindow();
    await fourth.evaluate(() => {
      setImmediate(() => {
        throw new Error('out of ink');
      });
    });
    expect(await fourth.exited).toBe(1);
    expect(fourth.notes('crash')[0]?.text).toContain('out of ink');
    await expect(fourth.menus.click('go')).rejects.toThrow('out of ink');
  });

  test('an app that was not built is told so', async () => {
    await expect(
      launchBrowserShell({
        browser,
        dist: join(folder, 'nothing'),
        userData: folder,
        documents: folder,
      }),
    ).rejects.toThrow('npm run build');
  });
});
