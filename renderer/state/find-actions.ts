import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import type { FindQuery, FindResult } from '../editor/find';
import { findInStory, replaceEdits } from '../editor/find';
import type { Context } from './context';
import { say } from './context';

export interface FindState {
  readonly open: boolean;
  readonly query: FindQuery;
  readonly replacement: string;
  readonly result: FindResult;
  /** Index of the match that stands out; -1: none. */
  readonly at: number;
}

export const NO_FIND: FindState = {
  open: false,
  query: { text: '', matchCase: false, wholeWord: false, regex: false },
  replacement: '',
  result: { matches: [], error: null },
  at: -1,
};

export interface FindActions {
  /** Opens the bar, with the selected words in it. */
  readonly open: () => void;
  readonly close: () => void;
  readonly query: (patch: Partial<FindQuery>) => void;
  readonly replacement: (text: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly replaceOne: () => void;
  readonly replaceAll: () => void;
  /** Searches again after the story changed. */
  readonly refresh: (story: Story) => void;
}

/** Builds find and replace over all blocks of the open story. */
export function findActions(ctx: Context): FindActions {
  const { store, editor } = ctx;
  const state = () => store.get().find;
  const set = (patch: Partial<FindState>) => store.set({ find: { ...state(), ...patch } });
  const paint = () => {
    const { open, result, at } = state();
    editor()?.showMatches(open ? result.matches : [], at);
  };

  function search(story: Story | null, keep: boolean) {
    if (!story) return;
    const before = state().result.matches[state().at];
    const result = findInStory(readArticle(story.article), state().query);
    const near = before
      ? result.matches.findIndex(
          (match) => match.block === before.block && match.start >= before.start,
        )
      : -1;
    const at = result.matches.length === 0 ? -1 : keep ? near : Math.max(0, near);
    set({ result, at });
    paint();
  }

  function step(by: 1 | -1) {
    const { open, result, at, query } = state();
    if (!open) {
      set({ open: true });
      search(editor()?.story() ?? null, true);
    }
    const { matches } = state().result;
    if (matches.length === 0) {
      say(ctx, query.text === '' ? 'Nothing to find.' : (result.error ?? 'No matches.'));
      return;
    }
    const next =
      at < 0 && by === -1 ? matches.length - 1 : (at + by + matches.length) % matches.length;
    set({ at: next });
    const match = matches[next];
    if (match) editor()?.reveal(match, { focus: false });
    paint();
    say(ctx, `Match ${next + 1} of ${matches.length}.`);
  }

  return {
    open: () => {
      const chosen = editor()?.selection()?.text ?? '';
      const usable = chosen !== '' && chosen.length < 200 && !chosen.includes('\n');
      const query = usable ? { ...state().query, text: chosen } : state().query;
      store.set({ view: 'galley' });
      set({ open: true, query });
      search(editor()?.story() ?? null, true);
    },
    close: () => {
      set({ open: false });
      paint();
      editor()?.focus();
    },
    query: (patch) => {
      set({ query: { ...state().query, ...patch }, at: -1 });
      search(editor()?.story() ?? null, true);
    },
    replacement: (replacement) => set({ replacement }),
    step,
    replaceOne: () => {
      const { result, at, replacement, query } = state();
      const match = result.matches[at];
      if (!match) {
        step(1);
        return;
      }
      editor()?.applyEdits(replaceEdits([match], replacement, query));
      const story = editor()?.story() ?? null;
      if (!story) return;
      const after = findInStory(readArticle(story.article), query);
      const end = match.start + replacement.length;
      const next = after.matches.findIndex((one) => one.block === match.block && one.start >= end);
      set({ result: after, at: after.matches.length === 0 ? -1 : Math.max(0, next) });
      const shown = after.matches[state().at];
      if (shown) editor()?.reveal(shown, { focus: false });
      paint();
    },
    replaceAll: () => {
      const { result, replacement, query } = state();
      if (result.matches.length === 0) return;
      editor()?.applyEdits(replaceEdits(result.matches, replacement, query));
      const count = result.matches.length;
      search(editor()?.story() ?? null, true);
      say(ctx, `Replaced ${count} ${count === 1 ? 'match' : 'matches'}.`);
    },
    refresh: (story) => {
      if (state().open && state().query.text !== '') search(story, true);
    },
  };
}
