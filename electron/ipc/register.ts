import { ipcMain } from 'electron';
import type { MethodName } from '#core/ipc/contract';
import { METHODS } from '#core/ipc/contract';
import { answer } from './answer';
import type { Handlers } from './handler';

/** Registers a handler for every method of the contract. The only user of ipcMain. */
export function setupIpc(handlers: Handlers): void {
  for (const name of Object.keys(METHODS) as MethodName[]) {
    ipcMain.handle(name, (event, ...args: unknown[]) =>
      answer(handlers, name, event.senderFrame, args, { window: event.sender.id }),
    );
  }
}
