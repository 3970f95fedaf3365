import type { Story } from '#core/article/model';
import type { OpenStory, StoryRef } from '#core/ipc/contract';
import type { Failure } from '#core/util/result';
import type { Desk } from '../desk';

/** Milliseconds from the last keystroke to a save; and the longest that unbroken typing can put it off. */
export const SAVE_AFTER = 700;
export const SAVE_AT_LATEST = 5000;
/** Milliseconds until a save that failed is tried again. */
export const RETRY_AFTER = 10_000;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface SessionState {
  readonly ref: StoryRef;
  readonly save: SaveState;
  /** Milliseconds since 1970 of the last save in this session. */
  readonly savedAt: number | null;
  /** The file on disk is not the one we read: changed by another program, or gone. Saving waits for an answer. */
  readonly conflict: 'changed' | 'gone' | null;
  readonly failure: Failure | null;
}

export type Resolution = 'mine' | 'theirs' | 'both';

export interface Session {
  readonly state: () => SessionState | null;
  readonly start: (opened: OpenStory) => void;
  /** The story changed; it is saved soon. */
  readonly edited: (story: Story) => void;
  /** Saves now; true when everything is on disk. */
  readonly flush: () => Promise<boolean>;
  /** Another program wrote (or, null, removed) the file. */
  readonly diskChanged: (ref: StoryRef, revision: string | null) => Promise<void>;
  /** Settles a conflict; answers the story to show when it is another one than before. */
  readonly resolve: (choice: Resolution) => Promise<OpenStory | null>;
  /** Forgets the open story without saving. */
  readonly stop: () => void;
}

interface Open {
  ref: StoryRef;
  revision: string;
  latest: Story;
  stored: Story;
}

/** Keeps one open story on disk: debounced saves, one at a time, and the conflict flow. Knows no editor and no view. */
export function createSession(
  desk: Pick<Desk, 'call'>,
  onState: (state: SessionState | null) => void,
): Session {
  let open: Open | null = null;
  let state: SessionState | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince: number | null = null;
  let running: Promise<boolean> | null = null;

  const publish = (patch: Partial<SessionState>) => {
    if (!state) return;
    state = { ...state, ...patch };
    onState(state);
  };
  const stopTimer = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const schedule = (delay: number) => {
    stopTimer();
    timer = setTimeout(() => {
      timer = null;
      void flush();
    }, delay);
  };

  async function saveOnce(target: Open): Promise<boolean> {
    const story = target.latest;
    waitingSince = null;
    publish({ save: 'saving' });
    const answer = await desk.call('library.save', target.ref, story, target.revision);
    if (open !== target) return answer.ok;
    if (answer.ok) {
      target.revision = answer.value.revision;
      target.stored = story;
      const clean = target.latest === story;
      publish({ save: clean ? 'saved' : 'waiting', savedAt: answer.value.at, failure: null });
      return true;
    }
    if (answer.code === 'conflict') publish({ save: 'failed', conflict: 'changed' });
    else if (answer.code === 'not-found') publish({ save: 'failed', conflict: 'gone' });
    else {
      publish({ save: 'failed', failure: answer });
      schedule(RETRY_AFTER);
    }
    return false;
  }

  async function saveAll(target: Open): Promise<boolean> {
    while (open === target && target.latest !== target.stored) {
      if (state?.conflict) return false;
      if (!(await saveOnce(target))) return false;
    }
    return true;
  }

  function flush(): Promise<boolean> {
    stopTimer();
    const target = open;
    if (!target) return Promise.resolve(true);
    running ??= saveAll(target).finally(() => {
      running = null;
    });
    return running;
  }

  function start(opened: OpenStory) {
    stopTimer();
    waitingSince = null;
    running = null;
    open = {
      ref: opened.ref,
      revision: opened.revision,
      latest: opened.story,
      stored: opened.story,
    };
    state = { ref: opened.ref, save: 'saved', savedAt: null, conflict: null, failure: null };
    onState(state);
  }

  async function diskChanged(ref: StoryRef, revision: string | null) {
    if (!open || open.ref !== ref) return;
    // Our own save may still be under way: only its answer tells whether the news is about it.
    if (running) await running;
    if (!open || open.ref !== ref || open.revision === revision) return;
    stopTimer();
    publish({ conflict: revision === null ? 'gone' : 'changed' });
  }

  async function resolve(choice: Resolution): Promise<OpenStory | null> {
    if (!open || !state?.conflict) return null;
    const target = open;
    if (choice === 'mine') {
      const story = target.latest;
      const answer = await desk.call('library.overwrite', target.ref, story);
      if (!answer.ok) {
        publish({ failure: answer });
        return null;
      }
      target.revision = answer.value.revision;
      target.stored = story;
      publish({ save: 'saved', conflict: null, failure: null, savedAt: answer.value.at });
      if (target.latest !== story) schedule(SAVE_AFTER);
      return null;
    }
    const answer =
      choice === 'theirs'
        ? await desk.call('library.open', target.ref)
        : await desk.call('library.save-copy', target.ref, target.latest);
    if (!answer.ok) {
      publish({ failure: answer });
      return null;
    }
    start(answer.value);
    return answer.value;
  }

  return {
    state: () => state,
    start,
    flush,
    diskChanged,
    resolve,
    edited: (story) => {
      if (!open) return;
      open.latest = story;
      if (state?.conflict) return;
      if (state?.save !== 'saving' && state?.save !== 'waiting') publish({ save: 'waiting' });
      const now = Date.now();
      waitingSince ??= now;
      schedule(Math.max(0, Math.min(SAVE_AFTER, waitingSince + SAVE_AT_LATEST - now)));
    },
    stop: () => {
      stopTimer();
      open = null;
      state = null;
      onState(null);
    },
  };
}
