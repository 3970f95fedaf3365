import type { Engine } from '#core/checks/engine';
import { createEngine } from '#core/checks/engine';
import type { StyleBook } from '#core/checks/style-book';
import type { FromWorker, Held, ToWorker } from './check-protocol';
import { NOTHING_HELD, takeIn, toInput } from './check-protocol';

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
  let version = 0;
  let finished = 0;
  let running: Promise<void> | null = null;

  async function work(): Promise<void> {
    // Messages that are already waiting belong to the same run.
    await options.pause();
    while (finished !== version && book) {
      const mine = version;
      try {
        const result = await engine.runSliced(toInput(held), book, {
          pause: options.pause,
          shouldStop: () => version !== mine,
          onProgress: (done, total) =>
            options.post({ type: 'progress', version: mine, done, total }),
        });
        if (!result) continue;
        options.post({ type: 'result', version: mine, result });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        options.post({ type: 'trouble', version: mine, message });
      }
      finished = mine;
    }
  }

  return {
    receive(message) {
      version = message.version;
      if (message.type === 'book') book = message.book;
      else held = takeIn(held, message);
      running ??= work().finally(() => {
        running = null;
      });
    },
    async idle() {
      while (running) await running;
    },
  };
}
