import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { answer, tell } from './link.mjs';
import { loud, unimplemented } from './loud.mjs';
import { BrowserWindow } from './windows.mjs';

const zoomBy = (step) => (window) =>
  window?.webContents.setZoomLevel(step === 0 ? 0 : window.webContents.getZoomLevel() + step);
const edit = (name) => (window) => window?.webContents[name]();

/** What a role does when its item is chosen, and its usual label. */
const ROLES = {
  undo: ['Undo', edit('undo')],
  redo: ['Redo', edit('redo')],
  cut: ['Cut', edit('cut')],
  copy: ['Copy', edit('copy')],
  paste: ['Paste', edit('paste')],
  pasteandmatchstyle: ['Paste and Match Style', edit('pasteAndMatchStyle')],
  delete: ['Delete', edit('delete')],
  selectall: ['Select All', edit('selectAll')],
  close: ['Close Window', (window) => window?.close()],
  minimize: ['Minimize', (window) => window?.minimize()],
  zoom: ['Zoom', (window) => window?.maximize()],
  quit: ['Quit', () => app.quit()],
  reload: ['Reload', (window) => window?.reload()],
  forcereload: ['Force Reload', (window) => window?.reload()],
  toggledevtools: ['Toggle Developer Tools', () => {}],
  resetzoom: ['Actual Size', zoomBy(0)],
  zoomin: ['Zoom In', zoomBy(0.5)],
  zoomout: ['Zoom Out', zoomBy(-0.5)],
  togglefullscreen: [
    'Toggle Full Screen',
    (window) => window?.setFullScreen(!window.isFullScreen()),
  ],
  about: ['About', () => app.showAboutPanel()],
  hide: ['Hide', () => {}],
  hideothers: ['Hide Others', () => {}],
  unhide: ['Show All', () => {}],
  services: ['Services', () => {}],
  front: ['Bring All to Front', () => {}],
  startspeaking: ['Start Speaking', () => {}],
  stopspeaking: ['Stop Speaking', () => {}],
  recentdocuments: ['Open Recent', () => {}],
  clearrecentdocuments: ['Clear Recent', () => {}],
  appmenu: ['', () => {}],
  filemenu: ['File', () => {}],
  editmenu: ['Edit', () => {}],
  viewmenu: ['View', () => {}],
  windowmenu: ['Window', () => {}],
  window: ['Window', () => {}],
  help: ['Help', () => {}],
};
/** Keys that Chromium acts on by itself. */
const NATIVE = new Set([
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'pasteandmatchstyle',
  'delete',
  'selectall',
]);

let commandId = 0;

class Item {
  constructor(given) {
    const role = given.role?.toLowerCase() ?? null;
    if (role && !(role in ROLES)) unimplemented(`menu role ${given.role}`);
    commandId += 1;
    this.commandId = commandId;
    this.id = given.id ?? '';
    this.role = given.role ?? null;
    this.label = given.label ?? (role ? ROLES[role][0] : '');
    this.sublabel = given.sublabel ?? '';
    this.toolTip = given.toolTip ?? '';
    this.icon = given.icon ?? null;
    this.type = given.type ?? (given.submenu ? 'submenu' : 'normal');
    this.accelerator = given.accelerator ?? null;
    this.registerAccelerator = given.registerAccelerator ?? true;
    this.acceleratorWorksWhenHidden = given.acceleratorWorksWhenHidden ?? true;
    this.visible = given.visible ?? true;
    this.checked = given.checked ?? false;
    this.userClick = given.click ?? null;
    this.menu = null;
    this.submenu = null;
    this.on = given.enabled ?? true;
    if (given.submenu) {
      this.submenu = Array.isArray(given.submenu) ? build(given.submenu) : given.submenu;
    }
  }

  get enabled() {
    return this.on;
  }

  set enabled(value) {
    this.on = value;
    publish();
  }

  click(event = {}, window = BrowserWindow.getFocusedWindow()) {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') {
      for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = false;
      this.checked = true;
    }
    if (this.role) ROLES[this.role.toLowerCase()][1](window);
    else this.userClick?.(this, window ?? undefined, event);
  }
}

class MenuList extends EventEmitter {
  items = [];

  append(item) {
    this.insert(this.items.length, item);
  }
  insert(at, item) {
    item.menu = this;
    this.items.splice(at, 0, item);
    publish();
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup({ callback } = {}) {
    popped = this;
    this.emit('menu-will-show');
    tell('note', { kind: 'popup', text: JSON.stringify(asData(this)) });
    callback?.();
  }
  closePopup() {
    popped = null;
  }
}

let current = null;
let popped = null;

function build(template) {
  const menu = loud('Menu', new MenuList());
  for (const given of template) menu.append(given instanceof Item ? given : newItem(given));
  return menu;
}

const newItem = (given) => loud('MenuItem', new Item(given));

const STATICS = {
  buildFromTemplate: build,
  setApplicationMenu(menu) {
    current = menu;
    publish();
  },
  getApplicationMenu: () => current,
  sendActionToFirstResponder() {},
};

export const Menu = new Proxy(function Menu() {}, {
  construct: () => loud('Menu', new MenuList()),
  get(_target, key) {
    if (typeof key === 'symbol' || key === 'prototype') return MenuList[key];
    return key in STATICS ? STATICS[key] : unimplemented(`Menu.${key}`);
  },
});

export const MenuItem = new Proxy(function MenuItem() {}, {
  construct: (_target, [given]) => newItem(given),
  get: (_target, key) =>
    typeof key === 'symbol' || key === 'prototype' ? Item[key] : unimplemented(`MenuItem.${key}`),
});

/** A menu as plain data, for tests. */
function asData(menu) {
  return (menu?.items ?? []).map((item) => ({
    id: item.id,
    label: item.label,
    type: item.type,
    role: item.role,
    accelerator: item.accelerator,
    enabled: item.enabled,
    visible: item.visible,
    checked: item.checked,
    ...(item.submenu ? { submenu: asData(item.submenu) } : {}),
  }));
}

const mac = process.platform === 'darwin';
const KEYS = {
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  esc: 'escape',
  return: 'enter',
  plus: '+',
  space: ' ',
  del: 'delete',
};

/** Electron's accelerator as the parts of a keyboard event; throws on words it does not know. */
export function parseAccelerator(accelerator) {
  const parts = accelerator.replace(/\+\+$/u, '+Plus').split('+');
  const result = { ctrl: false, meta: false, alt: false, shift: false, key: '', code: '' };
  for (const part of parts) {
    const word = part.toLowerCase();
    if (word === 'cmdorctrl' || word === 'commandorcontrol') result[mac ? 'meta' : 'ctrl'] = true;
    else if (word === 'ctrl' || word === 'control') result.ctrl = true;
    else if (word === 'cmd' || word === 'command' || word === 'super' || word === 'meta') {
      result.meta = true;
    } else if (word === 'alt' || word === 'option') result.alt = true;
    else if (word === 'shift') result.shift = true;
    else if (result.key !== '') throw new Error(`Not an accelerator: ${accelerator}`);
    else result.key = KEYS[word] ?? word;
  }
  // Letters and digits by place too: with Alt or Shift held the key's own character changes.
  if (/^[a-z]$/u.test(result.key)) result.code = `Key${result.key.toUpperCase()}`;
  else if (/^[0-9]$/u.test(result.key)) result.code = `Digit${result.key}`;
  const punctuation = {
    '.': 'Period',
    ',': 'Comma',
    '\\': 'Backslash',
    '=': 'Equal',
    '-': 'Minus',
    '/': 'Slash',
  };
  if (punctuation[result.key]) result.code = punctuation[result.key];
  return result;
}

function keyed(menu) {
  return (menu?.items ?? []).flatMap((item) => [
    ...(item.accelerator &&
    item.registerAccelerator &&
    item.enabled &&
    (item.visible || item.acceleratorWorksWhenHidden) &&
    !NATIVE.has(item.role?.toLowerCase())
      ? [{ ...parseAccelerator(item.accelerator), command: item.commandId }]
      : []),
    ...(item.submenu ? keyed(item.submenu) : []),
  ]);
}

let published = false;

/** Tells the pages which keys the menu takes; once for many changes in a row. */
function publish() {
  if (published) return;
  published = true;
  queueMicrotask(() => {
    published = false;
    tell('accelerators', { list: keyed(current) });
  });
}

function byCommand(menu, command) {
  for (const item of menu?.items ?? []) {
    const found = item.commandId === command ? item : byCommand(item.submenu, command);
    if (found) return found;
  }
  return null;
}

answer('accelerator', ({ window, command }) => {
  const item = byCommand(current, command);
  if (item?.enabled) item.click({ triggeredByAccelerator: true }, BrowserWindow.fromId(window));
});
answer('menu.template', () => (current ? asData(current) : null));
answer('menu.click', ({ id }) => {
  const item = popped?.getMenuItemById(id) ?? current?.getMenuItemById(id);
  if (!item) throw new Error(`There is no menu item ${id}`);
  if (!item.enabled || !item.visible) throw new Error(`The menu item ${id} cannot be chosen now`);
  // The menu of the browser shell is no window of its own: with none focused, the last one is meant.
  item.click({}, BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().at(-1));
});
