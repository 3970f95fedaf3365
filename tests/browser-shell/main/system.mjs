import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { answer, ask, note, options, tell } from './link.mjs';
import { loud, onlyEvents } from './loud.mjs';

// nativeTheme

let systemDark = options.theme === 'dark';
let source = 'system';

class NativeTheme extends EventEmitter {
  get themeSource() {
    return source;
  }

  set themeSource(value) {
    if (!['system', 'light', 'dark'].includes(value)) {
      throw new TypeError(`themeSource cannot be ${value}`);
    }
    if (value === source) return;
    source = value;
    tell('theme', { source });
    this.emit('updated');
  }

  get shouldUseDarkColors() {
    return source === 'system' ? systemDark : source === 'dark';
  }

  shouldUseHighContrastColors = false;
  shouldUseInvertedColorScheme = false;
  shouldUseDarkColorsForSystemIntegratedUI = false;
  prefersReducedTransparency = false;
  inForcedColorsMode = false;
}

export const nativeTheme = loud(
  'nativeTheme',
  onlyEvents('nativeTheme', new NativeTheme(), ['updated']),
);

answer('system-theme', ({ theme }) => {
  systemDark = theme === 'dark';
  if (source === 'system') nativeTheme.emit('updated');
});

// shell: recorded; what moves files really moves them, into a folder of the test's own.

async function trashItem(path) {
  if (!existsSync(path)) throw new Error(`Failed to move item to trash: ${path}`);
  mkdirSync(options.trash, { recursive: true });
  let target = join(options.trash, basename(path));
  for (let number = 2; existsSync(target); number += 1) {
    target = join(options.trash, `${number} ${basename(path)}`);
  }
  await rename(path, target);
  note('trash', path);
}

export const shell = loud('shell', {
  trashItem,
  showItemInFolder(path) {
    note('reveal', path);
    if (options.visible) void ask('system.open', { kind: 'reveal', target: path });
  },
  async openExternal(address) {
    note('external', address);
    if (options.visible) await ask('system.open', { kind: 'external', target: address });
  },
  async openPath(path) {
    note('open-path', path);
    if (options.visible) await ask('system.open', { kind: 'external', target: path });
    return '';
  },
  beep() {},
});

// screen

const { width, height } = options.screen;
const display = {
  id: 1,
  label: 'Browser shell',
  bounds: { x: 0, y: 0, width, height },
  workArea: { x: 0, y: 0, width, height },
  size: { width, height },
  workAreaSize: { width, height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
};
class Screen extends EventEmitter {
  getAllDisplays = () => [display];
  getPrimaryDisplay = () => display;
  getDisplayMatching = () => display;
  getDisplayNearestPoint = () => display;
  getCursorScreenPoint = () => ({ x: 0, y: 0 });
}
export const screen = loud(
  'screen',
  onlyEvents('screen', new Screen(), [
    'display-added',
    'display-removed',
    'display-metrics-changed',
  ]),
);

// clipboard: the app's own, so that tests neither read nor spoil the machine's.

let held = { text: '', html: '', rtf: '' };
export const clipboard = loud('clipboard', {
  readText: () => held.text,
  readHTML: () => held.html,
  readRTF: () => held.rtf,
  writeText(text) {
    held = { text, html: '', rtf: '' };
  },
  write(data) {
    held = { text: data.text ?? '', html: data.html ?? '', rtf: data.rtf ?? '' };
  },
  availableFormats: () =>
    [held.text && 'text/plain', held.html && 'text/html', held.rtf && 'text/rtf'].filter(Boolean),
  clear() {
    held = { text: '', html: '', rtf: '' };
  },
});

// nativeImage: windows get icons, nothing reads them.

const picture = (bytes) =>
  loud('NativeImage', {
    isEmpty: () => bytes === null,
    toPNG: () => Buffer.from(bytes ?? []),
    resize: () => picture(bytes),
    setTemplateImage() {},
  });
export const nativeImage = loud('nativeImage', {
  createFromPath: (path) => picture(existsSync(path) ? readFileSync(path) : null),
  createFromBuffer: (bytes) => picture(bytes),
  createEmpty: () => picture(null),
});
