import { Dialect, LocalLinter } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import { adaptLinter } from '#core/checks/harper/adapt';
import type { ToWorker } from './check-protocol';
import { createHarperServer } from './harper-server';

/** The thread of spelling and grammar: sets Harper up at once and wires the server to the messages of the window. */
const server = createHarperServer({
  post: (message) => self.postMessage(message),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  async load() {
    const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.American });
    await linter.setup();
    return adaptLinter(linter);
  },
});

self.addEventListener('message', (event: MessageEvent<ToWorker>) => server.receive(event.data));
