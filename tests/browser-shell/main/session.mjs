import { EventEmitter } from 'node:events';
import { windows } from './app.mjs';
import { answer } from './link.mjs';
import { loud, onlyEvents, preventable, unimplemented } from './loud.mjs';

/** What the app has asked of its session. */
export const rules = {
  permissionCheck: null,
  permissionRequest: null,
  devicePermission: null,
  beforeRequest: null,
  headersReceived: null,
};

/** Runs a webRequest listener; `{}` when there is none. */
export function listen(listener, details) {
  if (!listener) return Promise.resolve({});
  return new Promise((resolve) => {
    listener(details, (verdict) => resolve(verdict ?? {}));
  });
}

/** `filter` narrows by address patterns, which the shell does not read: better loud than wrong. */
function rule(name) {
  return (...args) => {
    const listener = args.at(-1);
    const filter = args.length > 1 ? args[0] : null;
    const urls = filter?.urls ?? ['*://*/*'];
    if (filter && !urls.some((url) => url === '<all_urls>' || url === '*://*/*')) {
      unimplemented(`webRequest filter ${JSON.stringify(urls)}`);
    }
    rules[name] = listener;
  };
}

const webRequest = loud('session.webRequest', {
  onBeforeRequest: rule('beforeRequest'),
  onHeadersReceived: rule('headersReceived'),
});

class Session extends EventEmitter {
  webRequest = webRequest;
  setPermissionCheckHandler = (handler) => {
    rules.permissionCheck = handler;
  };
  setPermissionRequestHandler = (handler) => {
    rules.permissionRequest = handler;
  };
  setDevicePermissionHandler = (handler) => {
    rules.devicePermission = handler;
  };
  setDisplayMediaRequestHandler = () => {};
  setUSBProtectedClassesHandler = () => {};
  setBluetoothPairingHandler = () => {};
  setCertificateVerifyProc = () => {};
  setSpellCheckerEnabled = () => {};
  setSpellCheckerLanguages = () => {};
  setSpellCheckerDictionaryDownloadURL = () => {};
  isSpellCheckerEnabled = () => false;
  availableSpellCheckerLanguages = [];
  setPreloads = () => unimplemented('session.setPreloads');
  setProxy = async () => {};
  enableNetworkEmulation = () => {};
  disableNetworkEmulation = () => {};
  clearCache = async () => {};
  clearStorageData = async () => {};
  clearHostResolverCache = async () => {};
  closeAllConnections = async () => {};
  flushStorageData = () => {};
  isPersistent = () => true;
  getUserAgent = () => '';
  get protocol() {
    return unimplemented('session.protocol');
  }
}

export const defaultSession = loud(
  'session',
  onlyEvents('session', new Session(), ['will-download', 'preconnect', 'select-usb-device']),
);
export const session = loud('session', {
  defaultSession,
  fromPartition: () => unimplemented('session.fromPartition'),
  fromPath: () => unimplemented('session.fromPath'),
});

/** Whether the app grants a permission; without a handler Electron grants everything. */
export function permitted(permission, origin, window) {
  const contents = windows.get(window)?.webContents ?? null;
  if (!rules.permissionCheck) return true;
  return Boolean(rules.permissionCheck(contents, permission, origin, { isMainFrame: true }));
}

answer('permissions', ({ permissions, origin, window }) =>
  permissions.filter((permission) => permitted(permission, origin, window)),
);

answer('download', ({ window, url, name }) => {
  const event = preventable();
  const item = loud('DownloadItem', {
    getURL: () => url,
    getFilename: () => name,
    cancel() {},
    setSavePath: () => unimplemented('DownloadItem.setSavePath'),
  });
  defaultSession.emit('will-download', event, item, windows.get(window)?.webContents);
  if (!event.defaultPrevented) unimplemented(`download of ${url}`);
});
