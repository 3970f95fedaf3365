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
    const harper = adaptLinter(linter);
    // Its rules are made and its dictionary is searched for the first time here, not over the first story.
    await harper.lint('The fery could of sunk, and and that is is all.');
    return harper;
  },
});

self.addEventListener('message', (event: MessageEvent<ToWorker>) => server.receive(event.data));
