import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { options, tell } from './link.mjs';
import { loud, onlyEvents, preventable } from './loud.mjs';

const EVENTS = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'open-file',
  'open-url',
  'activate',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  'child-process-gone',
  'gpu-info-update',
  'accessibility-support-changed',
  'certificate-error',
  'select-client-certificate',
  'login',
  'session-created',
  'continue-activity',
];

const manifest = JSON.parse(readFileSync(join(options.root, 'package.json'), 'utf8'));
let name = manifest.productName ?? manifest.name;
let ready = false;
let quitting = false;
let lock = null;
let markReady;
const whenReady = new Promise((resolve) => {
  markReady = resolve;
});

const paths = {
  home: homedir(),
  appData: dirname(options.userData),
  userData: options.userData,
  sessionData: options.userData,
  temp: tmpdir(),
  exe: process.execPath,
  module: process.execPath,
  desktop: join(homedir(), 'Desktop'),
  documents: options.documents,
  downloads: options.downloads,
  logs: join(options.userData, 'logs'),
  crashDumps: join(options.userData, 'Crashpad'),
};

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** One process per data folder; the second leaves its arguments in the folder, which the first watches. */
function takeLock(additionalData) {
  const folder = join(options.userData, 'shell-lock');
  const owner = join(folder, 'pid');
  mkdirSync(folder, { recursive: true });
  const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0;
  if (pid !== 0 && pid !== process.pid && alive(pid)) {
    const letter = { argv: process.argv, cwd: process.cwd(), additionalData };
    const draft = join(folder, `${process.pid}.draft`);
    writeFileSync(draft, JSON.stringify(letter));
    renameSync(draft, join(folder, `${process.pid}.letter`));
    return false;
  }
  writeFileSync(owner, String(process.pid));
  const read = () => {
    for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.letter'))) {
      const letter = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      rmSync(join(folder, file));
      app.emit('second-instance', preventable(), letter.argv, letter.cwd, letter.additionalData);
    }
  };
  const watcher = watch(folder, read);
  watcher.unref();
  lock = { folder, watcher };
  return true;
}

function leave(code) {
  if (lock) {
    lock.watcher.close();
    rmSync(lock.folder, { recursive: true, force: true });
    lock = null;
  }
  app.emit('quit', preventable(), code);
  tell('quit', { code });
  process.exit(code);
}

/** Windows, in the order they were made; windows.mjs fills it. */
export const windows = new Map();

class App extends EventEmitter {
  isPackaged = false;
  userAgentFallback = '';
  applicationMenu = null;
  dock = undefined;
  commandLine = loud('app.commandLine', {
    appendSwitch() {},
    appendArgument() {},
    hasSwitch: () => false,
    getSwitchValue: () => '',
    removeSwitch() {},
  });

  get name() {
    return name;
  }

  set name(value) {
    name = value;
  }

  whenReady = () => whenReady;
  isReady = () => ready;
  getName = () => name;
  setName = (value) => {
    name = value;
  };
  getVersion = () => manifest.version;
  getAppPath = () => options.root;
  getLocale = () => options.locale;
  getLocaleCountryCode = () => options.locale.split('-')[1] ?? 'US';
  getSystemLocale = () => options.locale;
  getPreferredSystemLanguages = () => [options.locale];
  getPath = (key) => {
    if (!(key in paths)) throw new Error(`Failed to get '${key}' path`);
    return paths[key];
  };
  setPath = (key, value) => {
    if (!(key in paths)) throw new Error(`Failed to set '${key}' path`);
    paths[key] = value;
  };
  setAppLogsPath = () => {};
  requestSingleInstanceLock = (data) => takeLock(data);
  hasSingleInstanceLock = () => lock !== null;
  releaseSingleInstanceLock = () => {
    lock?.watcher.close();
    if (lock) rmSync(lock.folder, { recursive: true, force: true });
    lock = null;
  };
  enableSandbox = () => {};
  disableHardwareAcceleration = () => {};
  setAppUserModelId = () => {};
  setAboutPanelOptions = () => {};
  showAboutPanel = () => tell('note', { kind: 'about', text: name });
  addRecentDocument = (path) => tell('note', { kind: 'recent', text: path });
  clearRecentDocuments = () => {};
  setBadgeCount = () => true;
  isAccessibilitySupportEnabled = () => false;
  setAccessibilitySupportEnabled = () => {};
  focus = () => {};
  show = () => {};
  hide = () => {};
  relaunch = () => tell('note', { kind: 'relaunch', text: '' });

  quit = () => {
    const before = preventable();
    app.emit('before-quit', before);
    if (before.defaultPrevented) return;
    quitting = true;
    for (const window of [...windows.values()]) window.close();
    // A window that refuses to close stops the quitting.
    if (windows.size > 0) {
      quitting = false;
      return;
    }
    const will = preventable();
    app.emit('will-quit', will);
    if (will.defaultPrevented) quitting = false;
    else leave(0);
  };
  exit = (code = 0) => {
    for (const window of [...windows.values()]) window.destroy();
    leave(code);
  };
}

export const app = loud('app', onlyEvents('app', new App(), EVENTS));

/** Called by the last window on its way out. */
export function lastWindowClosed() {
  if (quitting) return;
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
  else app.quit();
}

/** Starts the app once its main module has been read. */
export function becomeReady() {
  app.emit('will-finish-launching');
  ready = true;
  markReady();
  app.emit('ready', preventable(), {});
}
