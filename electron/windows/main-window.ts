import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { PAGE } from '../security/content-policy';
import type { WindowMethods } from '../services/index';
import { readJson, writeJson } from '../services/json-file';
import type { RememberedBounds } from './bounds';
import { displaysKey, MIN_HEIGHT, MIN_WIDTH, rememberedBounds, visibleBounds } from './bounds';
import type { Menus } from './menus';

export interface Windows {
  /** Shows the window, making it when there is none. */
  readonly show: () => Promise<BrowserWindow>;
  readonly current: () => BrowserWindow | null;
  readonly handlers: Handlers<WindowMethods>;
  /** The menus follow the commands a window can run. */
  readonly attachMenus: (menus: Menus) => void;
}

/** Milliseconds the page has for its last save before we ask. */
const FLUSH_LIMIT = 5000;
/** Chrome and sheet of the two themes, so that a new window does not flash. */
const BACKGROUND = { light: '#f3f1ec', dark: '#1c1d20' };

/** The desk's window: remembered place, and no closing before the page has saved. */
export function createWindows(paths: {
  readonly userData: string;
  readonly preload: string;
}): Windows {
  const stored = join(paths.userData, 'windows.json');
  let window: BrowserWindow | null = null;
  let menus: Menus | undefined;
  let quitting = false;
  /** Called when the page of the closing window has saved. */
  let flushed: (() => void) | null = null;

  app.on('before-quit', () => {
    quitting = true;
  });

  const displays = () => screen.getAllDisplays().map(({ workArea }) => workArea);

  const load = async (): Promise<RememberedBounds> => {
    const parsed = rememberedBounds.safeParse(await readJson(stored).catch(() => null));
    return parsed.success ? parsed.data : {};
  };
  const remember = async (target: BrowserWindow) => {
    const bounds = target.getNormalBounds();
    const all = { ...(await load()), [displaysKey(displays())]: bounds };
    // Losing the window's place is no reason to keep it open.
    await writeJson(stored, all).catch(() => undefined);
  };

  /** Resolves to true when the window may go. */
  const settle = async (target: BrowserWindow): Promise<boolean> => {
    if (target.webContents.isDestroyed() || target.webContents.isCrashed()) return true;
    const done = new Promise<true>((resolve) => {
      flushed = () => resolve(true);
    });
    target.webContents.send('window.flush', null);
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), FLUSH_LIMIT);
      });
      const saved = await Promise.race([done, late]);
      clearTimeout(timer);
      if (saved) return true;
      const { response } = await dialog.showMessageBox(target, {
        type: 'warning',
        message: 'The last changes are not saved yet',
        detail: 'Wait for the save to finish, or close the window and lose them.',
        buttons: ['Wait', 'Keep open', 'Close anyway'],
        defaultId: 0,
        cancelId: 1,
      });
      if (response === 1) return false;
      if (response === 2) return true;
    }
  };

  const close = async (target: BrowserWindow) => {
    const may = await settle(target);
    flushed = null;
    if (!may) {
      quitting = false;
      return;
    }
    await remember(target);
    target.destroy();
    if (quitting) app.quit();
  };

  const create = async (): Promise<BrowserWindow> => {
    const bounds = visibleBounds((await load())[displaysKey(displays())], displays());
    const created = new BrowserWindow({
      ...(bounds ?? { width: 1440, height: 900 }),
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      show: false,
      title: 'Galley',
      backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
      webPreferences: {
        preload: paths.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        // Chromium would fetch dictionaries from the network.
        spellcheck: false,
      },
    });
    window = created;
    let closing = false;
    created.on('close', (event) => {
      event.preventDefault();
      if (closing) return;
      closing = true;
      void close(created).finally(() => {
        closing = false;
      });
    });
    created.on('closed', () => {
      if (window === created) window = null;
    });
    // The handshake above has saved; the page's own question would stop the close without a word.
    created.webContents.on('will-prevent-unload', (event) => event.preventDefault());
    created.once('ready-to-show', () => created.show());
    await created.loadURL(PAGE);
    return created;
  };

  return {
    async show() {
      if (!window) return create();
      if (window.isMinimized()) window.restore();
      window.focus();
      return window;
    },
    current: () => window,
    attachMenus(given) {
      menus = given;
    },
    handlers: {
      'window.flushed': () => {
        flushed?.();
        return ok(null);
      },
      'window.title': ([title]) => {
        window?.setTitle(title === '' ? 'Galley' : title);
        return ok(null);
      },
      'window.commands': ([ids]) => {
        menus?.enable(new Set(ids));
        return ok(null);
      },
    },
  };
}
