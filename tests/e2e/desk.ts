import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import type { AnswerOf, ArgsOf, MethodName } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { launchChromium, type MenuEntry, type ShownDialog } from '../browser-shell/shell.mjs';
import { type App, launchInBrowser, launchInElectron } from './apps';

/** Options of the Playwright projects. */
export interface DeskOptions {
  /** Electron's program; null: the browser shell. */
  readonly electronProgram: string | null;
}

/** What a journey may set with `test.use({ launch: { … } })`. */
export interface LaunchOptions {
  /** The system's theme. */
  readonly theme?: 'light' | 'dark';
  /** Words after the program's name, such as files to open. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Runs before the app starts, to lay files into its folders. */
  readonly prepare?: (folders: Folders) => Promise<void>;
}

export interface Folders {
  /** The journey's own folder; everything else is inside. */
  readonly folder: string;
  readonly userData: string;
  readonly documents: string;
  /** The library, `<documents>/Galley`. */
  readonly library: string;
}

/** A running Galley with folders of its own, in the browser shell or in Electron. */
export interface Desk extends Folders {
  /** The window's page; another one after `restart`. */
  readonly page: Page;
  readonly shell: 'browser' | 'electron';
  readonly dialogs: App['dialogs'];
  readonly menus: App['menus'];
  /** Runs code in the main process, with the `electron` module; it sees nothing from around it. */
  readonly evaluate: App['evaluate'];
  /** Chooses the native menu's item of a command, once it can be chosen. */
  readonly run: (command: string) => Promise<void>;
  /** Calls a method of the contract through the real bridge. */
  readonly call: <Name extends MethodName>(
    name: Name,
    ...args: ArgsOf<Name>
  ) => Promise<Result<AnswerOf<Name>>>;
  /** Writes a file into the journey's folder; gives its path. */
  readonly file: (name: string, data: string | Uint8Array) => Promise<string>;
  /** Copies a file or folder (such as a sample) into the journey's folder; gives its path. */
  readonly copy: (from: string, name?: string) => Promise<string>;
  /** What the file manager or a second start does: opens files in the running app. */
  readonly openOutside: (...paths: readonly string[]) => Promise<void>;
  readonly setSystemTheme: (theme: 'light' | 'dark') => Promise<void>;
  /** Quits and starts again with the same folders. */
  readonly restart: (options?: { readonly args?: readonly string[] }) => Promise<void>;
  /** Quits as the user would. */
  readonly close: () => Promise<void>;
  /** Ends the app at once, as a power cut does; `restart` brings it back. */
  readonly kill: () => Promise<void>;
  /** Everything that went wrong so far: a journey that ends with any fails. */
  readonly troubles: () => readonly string[];
  /** Troubles that match are part of this journey. */
  readonly expectTrouble: (pattern: RegExp) => void;
  /** What left for elsewhere and was recorded: addresses opened, files shown, things trashed. */
  readonly outside: () => Promise<readonly { readonly kind: string; readonly text: string }[]>;
}

interface WindowDesk {
  readonly desk: { readonly invoke: (name: string, ...args: readonly unknown[]) => unknown };
}

async function createFolders(): Promise<Folders> {
  // Real paths: the app compares them with those it resolves itself.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-')));
  const documents = join(folder, 'Documents');
  const folders = {
    folder,
    userData: join(folder, 'data'),
    documents,
    library: join(documents, 'Galley'),
  };
  await mkdir(folders.userData);
  await mkdir(documents);
  return folders;
}

async function ready(page: Page): Promise<Page> {
  await page.waitForLoadState('load');
  return page;
}

interface DeskFixtures extends DeskOptions {
  readonly launch: LaunchOptions;
  readonly desk: Desk;
}

export const test = base.extend<DeskFixtures, { readonly shared: Browser | null }>({
  electronProgram: [null, { option: true }],
  launch: [{}, { option: true }],

  // Chromium starts once a worker; every app gets a context of its own in it.
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here.
    async ({}, use, worker) => {
      if (worker.project.name === 'electron') {
        await use(null);
        return;
      }
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  desk: async ({ electronProgram, shared, launch }, use, info) => {
    const folders = await createFolders();
    await launch.prepare?.(folders);
    const expected: RegExp[] = [];
    const past: string[] = [];
    const start = (args: readonly string[]) => {
      const options = { ...folders, theme: launch.theme ?? 'light', args, env: launch.env ?? {} };
      return electronProgram === null
        ? launchInBrowser(options, shared)
        : launchInElectron(options, electronProgram);
    };
    let app: App | null = await start(launch.args ?? []);
    let page = await ready(await app.firstWindow());
    const running = () => {
      if (!app) throw new Error('The app is not running');
      return app;
    };
    const end = async (how: 'close' | 'kill') => {
      const ending = running();
      try {
        await ending[how]();
      } finally {
        past.push(...ending.troubles());
        app = null;
      }
    };
    const troubles = () =>
      [...past, ...(app?.troubles() ?? [])].filter(
        (text) => !expected.some((pattern) => pattern.test(text)),
      );

    const desk: Desk = {
      ...folders,
      get page() {
        return page;
      },
      shell: electronProgram === null ? 'browser' : 'electron',
      get dialogs() {
        return running().dialogs;
      },
      get menus() {
        return running().menus;
      },
      evaluate: (run, argument) => running().evaluate(run, argument),
      async run(command) {
        const item = async () => find(await running().menus.template(), command)?.enabled;
        await expect.poll(item, `${command} can be chosen`).toBe(true);
        await running().menus.click(command);
      },
      call: (name, ...args) =>
        page.evaluate(
          ([method, given]) =>
            (globalThis as unknown as WindowDesk).desk.invoke(method, ...given) as never,
          [name, args as readonly unknown[]] as const,
        ),
      async file(name, data) {
        const path = join(folders.folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, data);
        return path;
      },
      async copy(from, name = basename(from)) {
        const path = join(folders.folder, name);
        await cp(from, path, { recursive: true });
        return path;
      },
      openOutside: (...paths) =>
        running().evaluate(
          ({ app: electronApp }, words) => {
            electronApp.emit('second-instance', {}, ['galley', '.', ...words], '/');
          },
          [...paths],
        ),
      setSystemTheme: (theme) => running().setSystemTheme(theme),
      async restart(options) {
        if (app) await end('close');
        app = await start(options?.args ?? []);
        page = await ready(await app.firstWindow());
      },
      close: () => end('close'),
      kill: () => end('kill'),
      troubles,
      expectTrouble: (pattern) => {
        expected.push(pattern);
      },
      outside: () => running().outside(),
    };

    await use(desk);

    if (info.status !== info.expectedStatus && app && !page.isClosed()) {
      await info.attach('window', { body: await page.screenshot(), contentType: 'image/png' });
    }
    const output = app?.output() ?? '';
    if (app) await end('close');
    if (info.status !== info.expectedStatus) {
      await info.attach('main process', { body: output, contentType: 'text/plain' });
    }
    await rm(folders.folder, { recursive: true, force: true, maxRetries: 5 });
    expect(troubles(), 'nothing went wrong on the side').toEqual([]);
  },
});

/** An item of a menu by its id, wherever it is. */
export function find(menu: readonly MenuEntry[] | null, id: string): MenuEntry | null {
  for (const item of menu ?? []) {
    const found = item.id === id ? item : find(item.submenu ?? null, id);
    if (found) return found;
  }
  return null;
}

export type { ShownDialog };
export { expect };
