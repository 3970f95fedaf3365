import type { BlockId, Dismissal, Story } from '#core/article/model';
import type { EngineInput, EngineResult } from '#core/checks/engine';
import { readForChecks } from '#core/checks/engine';
import type { StyleBook } from '#core/checks/style-book';
import type { FromWorker, Sent, ToWorker } from './check-protocol';
import { diff, NOTHING_SENT } from './check-protocol';

/** The part of a Worker that the checker uses. */
export interface CheckPort {
  readonly postMessage: (message: ToWorker) => void;
  readonly listen: (
    receive: (message: FromWorker) => void,
    fail: (message: string) => void,
  ) => void;
  readonly close: () => void;
}

export interface CheckerOptions {
  /** The findings of the story as last given; results of older versions never arrive. */
  readonly onResult: (result: EngineResult, story: Story) => void;
  /** Code units read of those there are; equal when all is read. */
  readonly onProgress?: (done: number, total: number) => void;
  /** The worker failed: what happened, in one sentence. */
  readonly onTrouble?: (message: string) => void;
  /** How to reach a worker; tests give their own. */
  readonly connect?: () => CheckPort;
  /** What has stopped, in messages about trouble. */
  readonly subject?: string;
}

export interface Checker {
  readonly setBook: (book: StyleBook) => void;
  /** What is dismissed in every story, beside the story's own dismissals. In force from the next update. */
  readonly setAlways: (dismissals: readonly Dismissal[]) => void;
  /** Checks this state of the story. `changed` is a hint only: what to send is found by comparing. */
  readonly update: (story: Story, changed?: readonly BlockId[] | null) => void;
  readonly dispose: () => void;
}

/** Starts the check worker. Several updates in one task become one message; only what changed is sent. */
export function createChecker(options: CheckerOptions): Checker {
  const { connect = connectWorker, subject = 'Checking' } = options;
  const port = connect();
  let sent: Sent = NOTHING_SENT;
  let withAlways = alwaysToo([]);
  let version = 0;
  let story: Story | null = null;
  let waiting = false;
  let disposed = false;

  port.listen(
    (message) => {
      if (disposed || message.version !== version || !story || waiting) return;
      if (message.type === 'result') options.onResult(message.result, story);
      else if (message.type === 'progress') options.onProgress?.(message.done, message.total);
      else options.onTrouble?.(`${subject} stopped: ${message.message}`);
    },
    (message) => {
      if (!disposed) options.onTrouble?.(`${subject} stopped: ${message}`);
    },
  );

  function flush(): void {
    waiting = false;
    if (disposed || !story) return;
    version += 1;
    const next = diff(sent, withAlways(readForChecks(story)), version);
    sent = next.sent;
    port.postMessage(next.update);
  }

  return {
    setBook(book) {
      version += 1;
      port.postMessage({ type: 'book', version, book });
    },
    setAlways(dismissals) {
      withAlways = alwaysToo(dismissals);
    },
    update(next) {
      story = next;
      if (waiting) return;
      waiting = true;
      queueMicrotask(flush);
    },
    dispose() {
      disposed = true;
      port.close();
    },
  };
}

/** Adds these to a story's own dismissals; the same list again while neither changes, so that nothing is sent twice. */
function alwaysToo(always: readonly Dismissal[]): (input: EngineInput) => EngineInput {
  let own: readonly Dismissal[] | null = null;
  let all: readonly Dismissal[] = [];
  return (input) => {
    if (always.length === 0) return input;
    if (own !== input.dismissals) {
      own = input.dismissals;
      all = [...own, ...always];
    }
    return { ...input, dismissals: all };
  };
}

function connectWorker(): CheckPort {
  return portOf(new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }));
}

/** A started worker as the checker talks to it. */
export function portOf(worker: Worker): CheckPort {
  return {
    postMessage: (message) => worker.postMessage(message),
    listen(receive, fail) {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => receive(event.data));
      worker.addEventListener('error', (event) => fail(event.message));
    },
    close: () => worker.terminate(),
  };
}
