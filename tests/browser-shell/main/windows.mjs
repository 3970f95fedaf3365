import { EventEmitter } from 'node:events';
import { app, lastWindowClosed, windows } from './app.mjs';
import { CONTENTS_EVENTS, WebContents } from './contents.mjs';
import { answer, note, tell } from './link.mjs';
import { loud, onlyEvents, preventable, unimplemented } from './loud.mjs';

const WINDOW_EVENTS = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'resize',
  'resized',
  'move',
  'moved',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'page-title-updated',
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
];
let lastId = 0;
let focused = null;

function insecure(preferences) {
  if (preferences.nodeIntegration) return 'nodeIntegration';
  if (preferences.sandbox === false) return 'sandbox: false';
  if (preferences.contextIsolation === false) return 'contextIsolation: false';
  if (preferences.webSecurity === false) return 'webSecurity: false';
  return null;
}

class Window extends EventEmitter {
  constructor(given = {}) {
    super();
    lastId += 1;
    const preferences = given.webPreferences ?? {};
    const danger = insecure(preferences);
    if (danger) unimplemented(`BrowserWindow with ${danger}`);
    if (preferences.partition || preferences.session) unimplemented('BrowserWindow with a session');
    this.id = lastId;
    this.bounds = {
      x: given.x ?? 0,
      y: given.y ?? 0,
      width: given.width ?? 800,
      height: given.height ?? 600,
    };
    this.minimum = [given.minWidth ?? 0, given.minHeight ?? 0];
    this.shown = given.show !== false;
    this.mode = 'normal';
    this.full = false;
    this.destroyed = false;
    this.windowTitle = given.title ?? app.getName();
    this.edited = false;
    this.represented = '';
    this.accessibleTitle = '';
    this.autoHideMenuBar = given.autoHideMenuBar ?? false;
    this.menuBarVisible = true;
    this.presented = false;
    this.webContents = loud(
      'webContents',
      onlyEvents('webContents', new WebContents(lastId, this), CONTENTS_EVENTS),
    );
  }

  loadURL(url) {
    return this.webContents.loadURL(url);
  }
  reload() {
    this.webContents.reload();
  }
  close() {
    if (this.destroyed) return;
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    if (this.destroyed) return;
    tell('window.destroy', { id: this.id });
    gone(this);
  }
  isDestroyed() {
    return this.destroyed;
  }
  show() {
    const before = this.shown;
    this.shown = true;
    if (!before) this.emit('show');
    this.focus();
  }
  showInactive() {
    this.shown = true;
    this.emit('show');
  }
  hide() {
    this.shown = false;
    this.emit('hide');
  }
  isVisible() {
    return this.shown;
  }
  focus() {
    if (focused === this) return;
    focused?.blur();
    focused = this;
    tell('window.focus', { id: this.id });
    this.emit('focus');
    this.webContents.emit('focus');
    app.emit('browser-window-focus', preventable(), this);
  }
  blur() {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
    this.webContents.emit('blur');
    app.emit('browser-window-blur', preventable(), this);
  }
  isFocused() {
    return focused === this;
  }
  moveTop() {}
  minimize() {
    this.mode = 'minimized';
    this.emit('minimize');
  }
  restore() {
    this.mode = 'normal';
    this.emit('restore');
  }
  maximize() {
    this.mode = 'maximized';
    this.emit('maximize');
  }
  unmaximize() {
    this.mode = 'normal';
    this.emit('unmaximize');
  }
  isMinimized() {
    return this.mode === 'minimized';
  }
  isMaximized() {
    return this.mode === 'maximized';
  }
  isNormal() {
    return this.mode === 'normal' && !this.full;
  }
  setFullScreen(full) {
    this.full = full;
    this.emit(full ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen() {
    return this.full;
  }
  getBounds() {
    return { ...this.bounds };
  }
  getNormalBounds() {
    return { ...this.bounds };
  }
  getContentBounds() {
    return { ...this.bounds };
  }
  setBounds(bounds) {
    const before = this.bounds;
    this.bounds = { ...before, ...bounds };
    const { width, height, x, y } = this.bounds;
    if (width !== before.width || height !== before.height) {
      tell('window.size', { id: this.id, width, height });
      this.emit('resize');
      this.emit('resized');
    }
    if (x !== before.x || y !== before.y) {
      this.emit('move');
      this.emit('moved');
    }
  }
  getSize() {
    return [this.bounds.width, this.bounds.height];
  }
  getContentSize() {
    return this.getSize();
  }
  setSize(width, height) {
    this.setBounds({ width, height });
  }
  setContentSize(width, height) {
    this.setBounds({ width, height });
  }
  getPosition() {
    return [this.bounds.x, this.bounds.y];
  }
  setPosition(x, y) {
    this.setBounds({ x, y });
  }
  center() {}
  setMinimumSize(width, height) {
    this.minimum = [width, height];
  }
  getMinimumSize() {
    return this.minimum;
  }
  getTitle() {
    return this.windowTitle;
  }
  setTitle(title) {
    this.windowTitle = title;
  }
  get title() {
    return this.windowTitle;
  }
  set title(title) {
    this.windowTitle = title;
  }
  setRepresentedFilename(path) {
    this.represented = path;
  }
  getRepresentedFilename() {
    return this.represented;
  }
  setDocumentEdited(edited) {
    this.edited = edited;
  }
  isDocumentEdited() {
    return this.edited;
  }
  setMenu() {}
  removeMenu() {}
  setMenuBarVisibility(visible) {
    this.menuBarVisible = visible;
  }
  isMenuBarVisible() {
    return this.menuBarVisible;
  }
  setAutoHideMenuBar() {}
  setBackgroundColor() {}
  setTitleBarOverlay() {}
  setProgressBar() {}
  setIcon() {}
  flashFrame() {}
}

function gone(window) {
  if (window.destroyed) return;
  window.destroyed = true;
  window.webContents.destroyed = true;
  windows.delete(window.id);
  if (focused?.id === window.id) focused = null;
  window.webContents.emit('destroyed');
  window.emit('closed');
  if (windows.size === 0) lastWindowClosed();
}

function createWindow(given) {
  const window = loud(
    'BrowserWindow',
    onlyEvents('BrowserWindow', new Window(given), WINDOW_EVENTS),
  );
  // The emitter inside must hand out the guarded object, not itself.
  window.webContents.owner = window;
  windows.set(window.id, window);
  const preferences = given?.webPreferences ?? {};
  tell('window.create', {
    id: window.id,
    width: window.bounds.width,
    height: window.bounds.height,
    preload: preferences.preload ?? null,
    argv: preferences.additionalArguments ?? [],
    background: given?.backgroundColor ?? null,
  });
  if (window.shown) focused = window;
  app.emit('web-contents-created', preventable(), window.webContents);
  app.emit('browser-window-created', preventable(), window);
  return window;
}

const STATICS = {
  getAllWindows: () => [...windows.values()],
  getFocusedWindow: () => focused,
  fromWebContents: (contents) => windows.get(contents.id) ?? null,
  fromId: (id) => windows.get(id) ?? null,
};

export const BrowserWindow = new Proxy(function BrowserWindow() {}, {
  construct: (_target, [given]) => createWindow(given),
  get(_target, key) {
    if (typeof key === 'symbol' || key === 'prototype') return Window[key];
    if (key in STATICS) return STATICS[key];
    return key in Function.prototype ? undefined : unimplemented(`BrowserWindow.${key}`);
  },
});

export const webContents = loud('webContents', {
  getAllWebContents: () => [...windows.values()].map((window) => window.webContents),
  getFocusedWebContents: () => focused?.webContents ?? null,
  fromId: (id) => windows.get(id)?.webContents ?? null,
});

answer('window.event', ({ id, name, data }) => {
  const window = windows.get(id);
  if (!window) return;
  const contents = window.webContents;
  if (name === 'navigated') {
    contents.url = data.url;
    contents.emit('did-navigate', preventable(), data.url, 200, 'OK');
  } else if (name === 'title') {
    contents.title = data.title;
    const event = preventable();
    contents.emit('page-title-updated', event, data.title, true);
    window.emit('page-title-updated', event, data.title, true);
    if (!event.defaultPrevented) window.setTitle(data.title);
  } else if (name === 'dom-ready') {
    contents.emit('dom-ready', preventable());
  } else if (name === 'loaded') {
    contents.emit('did-finish-load');
    if (!window.presented) {
      window.presented = true;
      window.emit('ready-to-show');
    }
  } else if (name === 'failed') {
    contents.emit('did-fail-load', preventable(), -1, data.message, data.url, true);
  } else if (name === 'crashed') {
    const details = { reason: 'crashed', exitCode: 1 };
    contents.emit('render-process-gone', preventable(), details);
    app.emit('render-process-gone', preventable(), contents, details);
  } else if (name === 'closed') {
    // The user shut the page itself: too late to ask the app, so it hears only that the window is gone.
    gone(window);
  } else if (name === 'context-menu') {
    contents.emit('context-menu', preventable(), data);
  }
});

answer('window.open', ({ id, url }) => {
  const contents = windows.get(id)?.webContents;
  if (!contents?.openHandler) {
    note('outside', `window.open ${url}`);
    return;
  }
  const { action } = contents.openHandler({
    url,
    frameName: '',
    features: '',
    disposition: 'foreground-tab',
    referrer: { url: contents.url, policy: 'strict-origin-when-cross-origin' },
    postBody: null,
  });
  if (action === 'allow') unimplemented('a window opened by a page');
});
