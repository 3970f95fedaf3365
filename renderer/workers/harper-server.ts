import type { CheckTrouble } from '#core/checks/engine';
import { harperFindings, isRead } from '#core/checks/harper/findings';
import type { HarperLint, HarperLinter } from '#core/checks/harper/lint';
import { dialectOf } from '#core/checks/harper/lint';
import { rulesOn } from '#core/checks/harper/rules';
import type { StyleBook } from '#core/checks/style-book';
import type { FromWorker, Held, ToWorker } from './check-protocol';
import { NOTHING_HELD, takeIn, toInput } from './check-protocol';
import { createNewestRun } from './newest-run';

export interface HarperServerOptions {
  readonly post: (message: FromWorker) => void;
  /** Waits until messages that came in meanwhile have been received. */
  readonly pause: () => Promise<void>;
  /** Sets Harper up; called at once, and again after it broke. */
  readonly load: () => Promise<HarperLinter>;
}

/** Code units of unread text between two looks at the messages. */
const SLICE = 1500;
/** So often Harper is set up anew after it broke; then the blocks it breaks on are left alone. */
const LIVES = 3;

type Read = readonly HarperLint[] | { readonly trouble: string };

/**
 * The worker's side of spelling and grammar: reads the newest version only, each text once for as long as dialect and
 * rules stay, and posts progress and results as the check server does. A text that breaks Harper is named as trouble.
 */
export function createHarperServer(options: HarperServerOptions): {
  readonly receive: (message: ToWorker) => void;
  /** Settles when nothing is left to do. */
  readonly idle: () => Promise<void>;
} {
  let held: Held = NOTHING_HELD;
  let book: StyleBook | null = null;
  let lives = LIVES;
  let linter = start();
  /** What Harper said of a text under the settings of `setting`. */
  let known = new Map<string, Read>();
  let setting = '';

  function start(): Promise<HarperLinter> {
    const loading = options.load();
    // Whoever waits for it is told; until then nobody has to.
    loading.catch(() => undefined);
    return loading;
  }

  /** Brings Harper to the book's dialect and rules; what it said under others is forgotten. */
  async function prepare(by: StyleBook): Promise<HarperLinter> {
    const dialect = dialectOf(by.language);
    const rules = rulesOn(by);
    const harper = await linter;
    await harper.configure(dialect, rules);
    const next = [dialect, ...[...rules].sort()].join(' ');
    if (next !== setting) known = new Map();
    setting = next;
    return harper;
  }

  async function readText(harper: HarperLinter, text: string): Promise<Read> {
    try {
      return await harper.lint(text);
    } catch (error) {
      // Its memory may be damaged: the next text gets a new one.
      if (lives > 0) {
        lives -= 1;
        linter = start();
      }
      return { trouble: messageOf(error) };
    }
  }

  /** Reads what is not known yet; false when a newer version stopped it. What was read is kept. */
  async function readAll(version: number, stale: () => boolean, by: StyleBook): Promise<boolean> {
    const texts = [...held.blocks.values()].filter(isRead).map(({ text }) => text);
    const total = texts.reduce((sum, text) => sum + text.length, 0);
    let harper = await prepare(by);
    let done = 0;
    let slice = 0;
    for (const text of texts) {
      if (stale()) return false;
      done += text.length;
      if (known.has(text)) continue;
      const used = linter;
      known.set(text, await readText(harper, text));
      if (linter !== used) harper = await prepare(by);
      slice += text.length;
      if (slice < SLICE) continue;
      slice = 0;
      options.post({ type: 'progress', version, done, total });
      await options.pause();
    }
    forget(texts);
    return !stale();
  }

  /** Keeps what an undo may bring back, and no more. */
  function forget(texts: readonly string[]): void {
    if (known.size <= 2 * texts.length + 200) return;
    const now = new Set(texts);
    for (const text of known.keys()) {
      if (!now.has(text)) known.delete(text);
    }
  }

  function results(by: StyleBook): Extract<FromWorker, { type: 'result' }>['result'] {
    const troubles: CheckTrouble[] = [];
    for (const block of held.blocks.values()) {
      const read = isRead(block) ? known.get(block.text) : undefined;
      if (read && 'trouble' in read) {
        troubles.push({ check: 'spelling', block: block.id, message: read.trouble });
      }
    }
    const lints = (text: string) => {
      const read = known.get(text);
      return read && !('trouble' in read) ? read : [];
    };
    return { ...harperFindings(toInput(held), lints, by), troubles };
  }

  const run = createNewestRun({
    post: options.post,
    pause: options.pause,
    async read(version, stale) {
      const by = book;
      return by && (await readAll(version, stale, by)) ? results(by) : null;
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
