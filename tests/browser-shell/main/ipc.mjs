import { EventEmitter } from 'node:events';
import { createCodec } from '../codec.mjs';
import { windows } from './app.mjs';
import { answer } from './link.mjs';
import { loud } from './loud.mjs';

export const { encode, decode } = createCodec();
const handlers = new Map();

class IpcMain extends EventEmitter {
  handle = (channel, handler) => {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.set(channel, handler);
  };
  handleOnce = (channel, handler) => {
    this.handle(channel, (...args) => {
      handlers.delete(channel);
      return handler(...args);
    });
  };
  removeHandler = (channel) => {
    handlers.delete(channel);
  };
}

export const ipcMain = loud('ipcMain', new IpcMain());

function eventFor({ window, frame }) {
  const contents = windows.get(window)?.webContents;
  if (!contents) return null;
  const senderFrame = contents.frameFor(frame);
  return {
    type: 'frame',
    sender: contents,
    senderFrame,
    frameId: senderFrame.routingId,
    processId: senderFrame.processId,
    ports: [],
    reply: (channel, ...args) => contents.send(channel, ...args),
    preventDefault() {},
    defaultPrevented: false,
  };
}

answer('ipc.invoke', async (message) => {
  const event = eventFor(message);
  const handler = handlers.get(message.channel);
  if (!event) return { error: 'Error: the window is gone' };
  if (!handler) return { error: `Error: No handler registered for '${message.channel}'` };
  try {
    return { payload: encode(await handler(event, ...decode(message.payload))) };
  } catch (error) {
    // As Electron does: name and message travel, nothing else.
    return { error: String(error) };
  }
});

answer('ipc.send', (message) => {
  const event = eventFor(message);
  if (event) ipcMain.emit(message.channel, event, ...decode(message.payload));
});
