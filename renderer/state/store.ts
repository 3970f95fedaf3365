import { useSyncExternalStore } from 'react';

/** A small external store: one value, changed by patches, heard by subscribers. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (patch: Partial<T> | ((state: T) => Partial<T>)) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Creates a store. A patch that changes nothing wakes nobody. */
export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (patch) => {
      const part = typeof patch === 'function' ? patch(state) : patch;
      const keys = Object.keys(part) as (keyof T)[];
      if (keys.every((key) => Object.is(part[key], state[key]))) return;
      state = { ...state, ...part };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a part of a store; the selector must give the same object while nothing changed. */
export function useStore<T, Part>(store: Store<T>, select: (state: T) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
