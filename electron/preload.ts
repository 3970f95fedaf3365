/**
 * The only bridge between the window and the main process: it walks the contract and exposes nothing else. A name that
 * the contract does not list never reaches `ipcRenderer`.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { EVENTS, METHODS } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail } from '#core/util/result';

const methods: ReadonlySet<string> = new Set(Object.keys(METHODS));
const events: ReadonlySet<string> = new Set(EVENTS);

/** Calls a method of the contract; always resolves to a Result. */
function invoke(name: string, ...args: unknown[]): Promise<Result<unknown>> {
  if (!methods.has(name)) {
    return Promise.resolve(fail('denied', `There is no method called ${String(name)}`));
  }
  return ipcRenderer.invoke(name, ...args);
}

/** Listens to an event of the contract; returns the function that stops listening. */
function on(event: string, handler: (payload: unknown) => void): () => void {
  if (!events.has(event)) throw new Error(`There is no event called ${String(event)}`);
  // The handler gets the payload only: the event object would hand out the sender.
  const listener = (_event: unknown, payload: unknown) => handler(payload);
  ipcRenderer.on(event, listener);
  return () => {
    ipcRenderer.removeListener(event, listener);
  };
}

contextBridge.exposeInMainWorld('desk', { invoke, on });
