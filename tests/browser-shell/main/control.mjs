import { runInThisContext } from 'node:vm';
import * as electron from './electron.mjs';
import { answer, tell } from './link.mjs';
import { permitted } from './session.mjs';

/** Lets tests work in the main process, as Playwright's `ElectronApplication.evaluate` does. */
export function start() {
  answer('evaluate', async ({ source, argument }) => {
    const run = runInThisContext(`(${source})`);
    return run(electron, argument);
  });
  answer('permission', ({ permission, origin, window }) => permitted(permission, origin, window));

  process.on('uncaughtException', (error) => {
    console.error(error);
    tell('note', { kind: 'crash', text: error.stack ?? String(error) });
    process.exit(1);
  });
  process.on('unhandledRejection', (reason) => {
    // Electron's main process warns and goes on; a test wants to know.
    console.error('Unhandled rejection:', reason);
    tell('note', {
      kind: 'rejection',
      text: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    });
  });
}
