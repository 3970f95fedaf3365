import { EventEmitter } from 'node:events';
import { note } from './link.mjs';

/** Throws, and notes for the test, that the stand-in lacks something. */
export function unimplemented(name) {
  note('unimplemented', name);
  throw new Error(
    `${name} is not implemented in the browser shell. Add it in tests/browser-shell/main/ if Galley needs it.`,
  );
}

// Asked of any object by promises, module interop, inspection and test runners: not a use of the API.
const HARMLESS = new Set([
  'then',
  'toJSON',
  'constructor',
  '__esModule',
  'default',
  'prototype',
  'inspect',
  'nodeType',
  'domain',
  'toString',
  'valueOf',
  'hasOwnProperty',
]);

/** The object, except that reading or writing a property it does not have throws. */
export function loud(name, target) {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object) return Reflect.get(object, key, receiver);
      if (HARMLESS.has(key) || key.startsWith('_')) return undefined;
      return unimplemented(`${name}.${key}`);
    },
    set(object, key, value, receiver) {
      if (typeof key !== 'symbol' && !(key in object) && !key.startsWith('_')) {
        unimplemented(`${name}.${key} =`);
      }
      return Reflect.set(object, key, value, receiver);
    },
  });
}

/** A class or module nobody may touch. */
export function absent(name) {
  // Not an arrow function: only these can be called with `new`, which must reach our own message.
  function refuse() {
    return unimplemented(name);
  }
  return new Proxy(refuse, {
    get: (_target, key) =>
      typeof key === 'symbol' || HARMLESS.has(key) ? undefined : unimplemented(`${name}.${key}`),
    construct: refuse,
    apply: refuse,
  });
}

/** Makes an emitter refuse events that the shell never sends, so that nobody waits for them in vain. */
export function onlyEvents(name, emitter, events) {
  const known = new Set([...events, 'newListener', 'removeListener', 'error']);
  const guard = (method) =>
    function add(event, listener) {
      if (typeof event === 'string' && !known.has(event)) unimplemented(`${name}.on('${event}')`);
      EventEmitter.prototype[method].call(this, event, listener);
      return this;
    };
  for (const method of ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']) {
    Object.defineProperty(emitter, method, { value: guard(method), writable: true });
  }
  return emitter;
}

/** An event with preventDefault, as Electron passes first to every listener. */
export function preventable(fields = {}) {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
