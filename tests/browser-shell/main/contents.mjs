import { EventEmitter } from 'node:events';
import { encode } from './ipc.mjs';
import { ask, tell } from './link.mjs';
import { loud } from './loud.mjs';
import { defaultSession } from './session.mjs';

export const CONTENTS_EVENTS = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'did-navigate',
  'did-navigate-in-page',
  'did-start-navigation',
  'did-frame-navigate',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
  'did-create-window',
  'page-title-updated',
  'render-process-gone',
  'unresponsive',
  'responsive',
  'console-message',
  'preload-error',
  'before-input-event',
  'context-menu',
  'zoom-changed',
  'destroyed',
  'focus',
  'blur',
  'devtools-opened',
  'devtools-closed',
  'select-bluetooth-device',
];

function frameOf(contents, { id, url, parent }) {
  return loud('WebFrameMain', {
    url,
    origin:
      new URL(url).origin === 'null' ? url.split('/').slice(0, 3).join('/') : new URL(url).origin,
    parent,
    top: parent ?? null,
    name: '',
    routingId: id,
    frameTreeNodeId: id,
    processId: 1,
    osProcessId: process.pid,
    detached: false,
    isDestroyed: () => false,
    send: (channel, ...args) => contents.send(channel, ...args),
  });
}

export class WebContents extends EventEmitter {
  constructor(id, owner) {
    super();
    this.id = id;
    this.owner = owner;
    this.session = defaultSession;
    this.hostWebContents = null;
    this.devToolsWebContents = null;
    this.url = '';
    this.title = '';
    this.loading = false;
    this.destroyed = false;
    this.zoom = 1;
    this.openHandler = null;
    this.top = null;
    this.userAgent = '';
    this.audioMuted = false;
    this.ignoreMenuShortcuts = false;
  }

  get mainFrame() {
    if (this.top?.url !== this.url) {
      this.top = frameOf(this, { id: 1, url: this.url || 'about:blank', parent: null });
    }
    return this.top;
  }

  get zoomFactor() {
    return this.zoom;
  }

  set zoomFactor(factor) {
    this.setZoomFactor(factor);
  }

  /** The frame a message came from: the main frame itself, or a description of a frame inside it. */
  frameFor({ url, main }) {
    return main && url === this.url
      ? this.mainFrame
      : frameOf(this, { id: main ? 1 : 2, url, parent: main ? null : this.mainFrame });
  }

  send(channel, ...args) {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    tell('window.send', { id: this.id, channel, payload: encode(args) });
  }

  async loadURL(url) {
    this.loading = true;
    this.emit('did-start-loading');
    try {
      await ask('window.load', { id: this.id, url });
    } finally {
      this.loading = false;
      this.emit('did-stop-loading');
    }
  }

  getURL() {
    return this.url;
  }
  getTitle() {
    return this.title;
  }
  getType() {
    return 'window';
  }
  isDestroyed() {
    return this.destroyed;
  }
  isLoading() {
    return this.loading;
  }
  isLoadingMainFrame() {
    return this.loading;
  }
  isCrashed() {
    return false;
  }
  isFocused() {
    return this.owner.isFocused();
  }
  isDevToolsOpened() {
    return false;
  }
  openDevTools() {}
  closeDevTools() {}
  toggleDevTools() {}
  focus() {
    this.owner.focus();
  }
  reload() {
    tell('window.reload', { id: this.id });
  }
  reloadIgnoringCache() {
    this.reload();
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  setIgnoreMenuShortcuts(ignore) {
    this.ignoreMenuShortcuts = ignore;
  }
  setBackgroundThrottling() {}
  setWebRTCIPHandlingPolicy() {}
  setVisualZoomLevelLimits() {
    return Promise.resolve();
  }
  setZoomFactor(factor) {
    this.zoom = factor;
    tell('window.zoom', { id: this.id, factor });
  }
  getZoomFactor() {
    return this.zoom;
  }
  // Electron's scale: a level is a factor of 1.2.
  setZoomLevel(level) {
    this.setZoomFactor(1.2 ** level);
  }
  getZoomLevel() {
    return Math.log(this.zoom) / Math.log(1.2);
  }
  executeJavaScript(code) {
    return ask('window.evaluate', { id: this.id, code });
  }
  getOSProcessId() {
    return process.pid;
  }
  close() {
    this.owner.close();
  }
  replaceMisspelling() {}
  /** Keys of the editing commands; the page does the rest. */
  press(key) {
    tell('window.press', { id: this.id, key });
  }
  undo() {
    this.press('ControlOrMeta+Z');
  }
  redo() {
    this.press('ControlOrMeta+Shift+Z');
  }
  cut() {
    this.press('ControlOrMeta+X');
  }
  copy() {
    this.press('ControlOrMeta+C');
  }
  paste() {
    this.press('ControlOrMeta+V');
  }
  pasteAndMatchStyle() {
    this.press('ControlOrMeta+Shift+V');
  }
  selectAll() {
    this.press('ControlOrMeta+A');
  }
  delete() {
    this.press('Delete');
  }
}
