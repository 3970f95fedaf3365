/* Runs in the page before any of its scripts; `tests/browser-shell/pages.mjs` puts the text together. */
// biome-ignore-all lint/correctness/noUnusedVariables: pages.mjs calls the function in the text it puts together.
function startShellPage(binding) {
  const { encode, decode } = createCodec();
  const say = (message) => binding(JSON.stringify(message));
  const listeners = new Map();
  const refuse = (name) => {
    void say({ kind: 'unimplemented', name });
    throw new Error(
      `${name} is not implemented in the browser shell (tests/browser-shell/page.js)`,
    );
  };
  const loud = (name, target) =>
    new Proxy(target, {
      get: (object, key) => {
        if (typeof key === 'symbol' || key in object) return object[key];
        // Module interop asks for these on any object.
        if (key === '__esModule' || key === 'default' || key === 'then') return undefined;
        return refuse(`${name}.${key}`);
      },
    });

  /** Copies a value from one side of the bridge to the other, as contextBridge does: functions stay callable. */
  function cross(value) {
    if (typeof value === 'function') {
      return (...args) => cross(attempt(() => value(...args.map(cross))));
    }
    if (typeof value === 'symbol') throw new TypeError('A symbol cannot cross the context bridge');
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise)
      return value.then(cross, (error) => Promise.reject(crossError(error)));
    if (value instanceof Error) return crossError(value);
    if (Array.isArray(value)) return value.map(cross);
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)]));
    }
    return structuredClone(value);
  }
  const crossError = (error) => new Error(error instanceof Error ? error.message : String(error));
  function attempt(action) {
    try {
      return action();
    } catch (error) {
      throw crossError(error);
    }
  }
  function freeze(value) {
    if (value === null || typeof value !== 'object') return value;
    for (const item of Object.values(value)) freeze(item);
    return Object.freeze(value);
  }

  const contextBridge = loud('contextBridge', {
    exposeInMainWorld(name, api) {
      if (name in globalThis) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      Object.defineProperty(globalThis, name, {
        value: freeze(cross(api)),
        enumerable: true,
        writable: false,
        configurable: false,
      });
    },
  });

  const add = (channel, listener, once) => {
    const list = listeners.get(channel) ?? [];
    listeners.set(channel, [...list, { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel, listener) => {
    const list = listeners.get(channel) ?? [];
    const at = list.findLastIndex((entry) => entry.listener === listener);
    if (at >= 0) listeners.set(channel, list.toSpliced(at, 1));
    return ipcRenderer;
  };
  const ipcRenderer = loud('ipcRenderer', {
    async invoke(channel, ...args) {
      const answer = JSON.parse(
        await say({ kind: 'invoke', channel: String(channel), payload: encode(args) }),
      );
      if (answer.error !== undefined) {
        throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
      }
      return decode(answer.payload);
    },
    send(channel, ...args) {
      void say({ kind: 'send', channel: String(channel), payload: encode(args) });
    },
    on: (channel, listener) => add(channel, listener, false),
    addListener: (channel, listener) => add(channel, listener, false),
    once: (channel, listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel) {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel) => listeners.get(channel)?.length ?? 0,
  });

  // A File made or dropped in a page has no path here; Electron says '' for files that have none.
  const webUtils = loud('webUtils', { getPathForFile: () => '' });
  const webFrame = loud('webFrame', {
    setVisualZoomLevelLimits() {},
    getZoomFactor: () => 1,
    getZoomLevel: () => 0,
  });

  const electron = loud('electron', { contextBridge, ipcRenderer, webFrame, webUtils });
  const requireInPreload = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`A sandboxed preload cannot require '${name}'`);
  };
  const processInPreload = loud('process', {
    platform: SHELL.platform,
    arch: SHELL.arch,
    versions: SHELL.versions,
    argv: SHELL.argv,
    env: {},
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
  });

  let accelerators = [];
  const press = (event) => {
    if (event.defaultPrevented || !event.isTrusted) return;
    const hit = accelerators.find(
      (item) =>
        (item.key === event.key.toLowerCase() || item.code === event.code) &&
        item.ctrl === event.ctrlKey &&
        item.meta === event.metaKey &&
        item.alt === event.altKey &&
        item.shift === event.shiftKey,
    );
    if (!hit) return;
    event.preventDefault();
    void say({ kind: 'accelerator', command: hit.command });
  };
  // A menu takes a key only when the page let it pass. Listening anew on every key puts this listener behind the page's.
  addEventListener(
    'keydown',
    () => {
      removeEventListener('keydown', press);
      addEventListener('keydown', press);
    },
    true,
  );

  Object.defineProperty(globalThis, SHELL.receiver, {
    enumerable: false,
    value(channel, payload) {
      const list = listeners.get(channel) ?? [];
      listeners.set(
        channel,
        list.filter((entry) => !entry.once),
      );
      for (const { listener } of list) {
        // Each listener gets its own clone, and one that throws does not keep the others from hearing.
        try {
          listener(Object.freeze({ sender: ipcRenderer, ports: [] }), ...decode(payload));
        } catch (error) {
          reportError(error);
        }
      }
    },
  });
  Object.defineProperty(globalThis, `${SHELL.receiver}Keys`, {
    enumerable: false,
    value(list) {
      accelerators = list;
    },
  });

  // Electron answers window.open at once, from the main process; here every answer is "no", told to the handler later.
  globalThis.open = (address = '') => {
    void say({
      kind: 'open',
      address: address === '' ? 'about:blank' : new URL(address, location.href).href,
    });
    return null;
  };

  void say({ kind: 'hello' }).then((text) => {
    accelerators = JSON.parse(text).accelerators;
  });
  runPreload(requireInPreload, processInPreload);
}
