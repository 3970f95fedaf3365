import type { Engine } from '#core/checks/engine';
import { createEngine } from '#core/checks/engine';
import type { StyleBook } from '#core/checks/style-book';
import type { FromWorker, Held, ToWorker } from './check-protocol';
import { NOTHING_HELD, takeIn, toInput } from './check-protocol';
import { createNewestRun } from './newest-run';

export interface ServerOptions {
  readonly post: (message: FromWorker) => void;
  /** Waits until messages that came in meanwhile have been received. */
  readonly pause: () => Promise<void>;
  readonly engine?: Engine;
}

/** The worker's side of checking: takes messages, runs the newest version only, posts progress and results. */
export function createCheckServer(options: ServerOptions): {
  readonly receive: (message: ToWorker) => void;
  /** Settles when nothing is left to do. */
  readonly idle: () => Promise<void>;
} {
  const engine = options.engine ?? createEngine();
  let held: Held = NOTHING_HELD;
  let book: StyleBook | null = null;
  const run = createNewestRun({
    post: options.post,
    pause: options.pause,
    async read(version, stale) {
      if (!book) return null;
      return engine.runSliced(toInput(held), book, {
        pause: options.pause,
        shouldStop: stale,
        onProgress: (done, total) => options.post({ type: 'progress', version, done, total }),
      });
    },
  });

  return {
    receive(message) {
      if (message.type === 'book') book = message.book;
      else held = takeIn(held, message);
      run.want(message.version);
    },
    idle: run.idle,
  };
}
