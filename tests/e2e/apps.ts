import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type Browser, type Page } from '@playwright/test';
import {
  type BrowserShell,
  launchBrowserShell,
  type MenuEntry,
  type ShownDialog,
} from '../browser-shell/shell.mjs';

const root = join(import.meta.dirname, '../..');

export interface AppOptions {
  readonly folder: string;
  readonly userData: string;
  readonly documents: string;
  readonly theme: 'light' | 'dark';
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What journeys need of a running app, whichever shell it runs in. */
export interface App {
  readonly firstWindow: () => Promise<Page>;
  readonly evaluate: BrowserShell['evaluate'];
  readonly dialogs: BrowserShell['dialogs'];
  readonly menus: BrowserShell['menus'];
  readonly setSystemTheme: (theme: 'light' | 'dark') => Promise<void>;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly troubles: () => readonly string[];
  readonly outside: () => Promise<readonly { readonly kind: string; readonly text: string }[]>;
  readonly output: () => string;
}

const TROUBLES = new Set([
  'unimplemented',
  'outside',
  'dialog',
  'error-box',
  'page-error',
  'console-error',
  'crash',
  'rejection',
  'shell-error',
]);
const OUTSIDE = new Set(['trash', 'reveal', 'external', 'open-path', 'recent']);

/** Starts the built app in the browser shell. */
export async function launchInBrowser(options: AppOptions, browser: Browser | null): Promise<App> {
  const shell = await launchBrowserShell({
    dist: join(root, 'dist'),
    userData: options.userData,
    documents: options.documents,
    trash: join(options.folder, 'trash'),
    theme: options.theme,
    args: options.args,
    env: options.env,
    ...(browser ? { browser } : {}),
  });
  return {
    ...shell,
    close: async () => {
      const code = await shell.close();
      if (code !== 0) throw new Error(`Galley ended with ${code}\n${shell.output()}`);
    },
    troubles: () =>
      shell
        .notes()
        .filter(({ kind }) => TROUBLES.has(kind))
        .map(({ kind, text }) => `${kind}: ${text}`),
    outside: async () => shell.notes().filter(({ kind }) => OUTSIDE.has(kind)),
  };
}

/**
 * A small app around the built one: it moves the folders before the app reads them, which no command line option of
 * Electron can do on every system.
 */
async function writeEntry({ folder, userData, documents, theme }: AppOptions): Promise<string> {
  const entry = join(folder, 'entry');
  await mkdir(entry, { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly productName: string;
    readonly version: string;
  };
  const { name, productName, version } = manifest;
  await writeFile(
    join(entry, 'package.json'),
    JSON.stringify({ name, productName, version, type: 'module', main: 'main.js' }),
  );
  const main = pathToFileURL(join(root, 'dist/main.js')).href;
  await writeFile(
    join(entry, 'main.js'),
    `import { app, nativeTheme } from 'electron';
app.setPath('userData', ${JSON.stringify(userData)});
app.setPath('documents', ${JSON.stringify(documents)});
app.whenReady().then(() => { nativeTheme.themeSource = ${JSON.stringify(theme)}; });
await import(${JSON.stringify(main)});
`,
  );
  return entry;
}

interface Stubs {
  readonly ready: Record<'open' | 'save' | 'message', unknown[]>;
  readonly shown: ShownDialog[];
  readonly outside: { kind: string; text: string }[];
  readonly troubles: string[];
}

/** Runs inside Electron: dialogs answer from a queue, and nothing leaves the app's own windows. */
function installStubs({ dialog, shell }: typeof import('electron')): void {
  const stubs: Stubs = {
    ready: { open: [], save: [], message: [] },
    shown: [],
    outside: [],
    troubles: [],
  };
  Object.assign(globalThis, { deskStubs: stubs });
  const next = (kind: 'open' | 'save' | 'message', args: readonly unknown[]) => {
    const options = JSON.parse(JSON.stringify(args.at(-1) ?? {}));
    stubs.shown.push({ kind, options });
    if (stubs.ready[kind].length === 0) {
      stubs.troubles.push(`dialog: ${kind}: ${options.title ?? options.message ?? ''}`);
      throw new Error(`A ${kind} dialog was shown but the test laid no answer ready`);
    }
    return { value: stubs.ready[kind].shift(), options };
  };
  const put = (target: object, methods: object) => Object.assign(target, methods);
  put(dialog, {
    showOpenDialog: async (...args: unknown[]) => {
      const { value } = next('open', args);
      return { canceled: value === null, filePaths: value ?? [] };
    },
    showSaveDialog: async (...args: unknown[]) => {
      const { value } = next('save', args);
      return { canceled: value === null, filePath: value ?? '' };
    },
    showMessageBox: async (...args: unknown[]) => {
      const { value, options } = next('message', args);
      const response = typeof value === 'string' ? options.buttons.indexOf(value) : value;
      return { response, checkboxChecked: false };
    },
    showErrorBox: (title: string, content: string) => {
      stubs.troubles.push(`error-box: ${title}: ${content}`);
    },
  });
  put(shell, {
    openExternal: async (text: string) => stubs.outside.push({ kind: 'external', text }),
    showItemInFolder: (text: string) => stubs.outside.push({ kind: 'reveal', text }),
    trashItem: async (text: string) => {
      // The real trash would keep what every test run leaves behind.
      process.getBuiltinModule('node:fs').rmSync(text, { recursive: true });
      stubs.outside.push({ kind: 'trash', text });
    },
  });
}

/** Starts the built app in real Electron. */
export async function launchInElectron(options: AppOptions, program: string): Promise<App> {
  const entry = await writeEntry(options);
  const asRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: program,
    args: [...(asRoot ? ['--no-sandbox'] : []), entry, ...options.args],
    cwd: root,
    env: { ...(process.env as Record<string, string>), ...options.env },
    colorScheme: null,
  });
  const seen: string[] = [];
  const output: string[] = [];
  electron.process().stdout?.on('data', (chunk) => output.push(String(chunk)));
  electron.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  electron.context().on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (!['app:', 'data:', 'blob:', 'devtools:', 'file:'].includes(protocol)) {
      seen.push(`outside: ${request.method()} ${request.url()}`);
    }
  });
  electron.context().on('weberror', (error) => seen.push(`page-error: ${error.error().message}`));
  electron.context().on('console', (message) => {
    if (message.type() === 'error') seen.push(`console-error: ${message.text()}`);
  });
  await electron.evaluate(installStubs);
  let stubTroubles: readonly string[] = [];
  const evaluate = electron.evaluate.bind(electron) as BrowserShell['evaluate'];
  const queue = (kind: keyof Stubs['ready'], value: unknown) =>
    electron.evaluate(
      (_electronModule, [name, item]) => {
        (globalThis as unknown as { deskStubs: Stubs }).deskStubs.ready[name].push(item);
      },
      [kind, value] as const,
    );
  const stubs = () =>
    electron.evaluate(() => (globalThis as unknown as { deskStubs: Stubs }).deskStubs);
  const collect = async () => {
    stubTroubles = (await stubs().catch(() => null))?.troubles ?? stubTroubles;
  };

  return {
    firstWindow: () => electron.firstWindow(),
    evaluate,
    dialogs: {
      answerOpen: (paths) => queue('open', paths),
      answerSave: (path) => queue('save', path),
      answerMessage: (button) => queue('message', button),
      shown: async () => (await stubs()).shown,
    },
    menus: {
      template: () =>
        electron.evaluate(({ Menu }) => {
          const asData = (menu: Electron.Menu | null | undefined): MenuEntry[] =>
            (menu?.items ?? []).map((item) => ({
              id: item.id ?? '',
              label: item.label,
              type: item.type ?? 'normal',
              role: item.role ?? null,
              accelerator: item.accelerator ? String(item.accelerator) : null,
              enabled: item.enabled,
              visible: item.visible,
              checked: item.checked,
              ...(item.submenu ? { submenu: asData(item.submenu) } : {}),
            }));
          return asData(Menu.getApplicationMenu());
        }),
      click: (id) =>
        electron.evaluate(({ Menu, BrowserWindow }, wanted) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
          if (!item) throw new Error(`There is no menu item ${wanted}`);
          if (!item.enabled) throw new Error(`The menu item ${wanted} cannot be chosen now`);
          const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
          item.click(undefined, window, window?.webContents);
        }, id),
    },
    setSystemTheme: (theme) =>
      electron.evaluate(({ nativeTheme }, next) => {
        nativeTheme.themeSource = next;
      }, theme),
    close: async () => {
      await collect();
      const ended = new Promise((done) => electron.process().once('exit', done));
      await electron.evaluate(({ app }) => app.quit()).catch(() => {});
      await ended;
    },
    kill: async () => {
      await collect();
      const ended = new Promise((done) => electron.process().once('exit', done));
      electron.process().kill('SIGKILL');
      await ended;
    },
    troubles: () => [...seen, ...stubTroubles],
    outside: async () => (await stubs()).outside,
    output: () => output.join(''),
  };
}
