import type { EngineResult } from '#core/checks/engine';
import type { FromWorker } from './check-protocol';

export interface NewestRunOptions {
  readonly post: (message: FromWorker) => void;
  /** Waits until messages that came in meanwhile have been received. */
  readonly pause: () => Promise<void>;
  /** Reads the story as it is held now; null when it stopped because it had become stale, or cannot begin yet. */
  readonly read: (version: number, stale: () => boolean) => Promise<EngineResult | null>;
}

export interface NewestRun {
  /** A message brought this version. */
  readonly want: (version: number) => void;
  /** Settles when nothing is left to do. */
  readonly idle: () => Promise<void>;
}

/** A worker's loop: reads the newest version only, and posts its result or what went wrong. */
export function createNewestRun({ post, pause, read }: NewestRunOptions): NewestRun {
  let version = 0;
  let finished = 0;
  let running: Promise<void> | null = null;

  async function work(): Promise<void> {
    // Messages that are already waiting belong to the same run.
    await pause();
    while (finished !== version) {
      const mine = version;
      const stale = () => version !== mine;
      try {
        const result = await read(mine, stale);
        if (result) post({ type: 'result', version: mine, result });
        else if (stale()) continue;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        post({ type: 'trouble', version: mine, message });
      }
      finished = mine;
    }
    // In the same turn as the last look at the version: a message that comes later starts a new run.
    running = null;
  }

  return {
    want(next) {
      version = next;
      running ??= work();
    },
    async idle() {
      while (running) await running;
    },
  };
}
