import type { LexiconWord } from '#core/article/model';
import { removeFromStory } from '#core/checks/lexicon';
import type { Result } from '#core/util/result';
import type { Context } from './context';
import { notify, say } from './context';

/** Where a word counts as right. */
export type LexiconScope = 'story' | 'library';

/** The lexicons of the open story and of the library. */
export interface LexiconActions {
  /** Reads the library's list. */
  readonly load: () => Promise<void>;
  /** True when the library's file was written; else a notice says why not. */
  readonly addToLibrary: (entry: LexiconWord) => Promise<boolean>;
  readonly remove: (word: string, scope: LexiconScope) => Promise<void>;
}

/** Builds the actions; `apply` tells the checks which words the library has. */
export function lexiconActions(
  ctx: Context,
  apply: (words: readonly LexiconWord[]) => void,
): LexiconActions {
  const { desk, store, editor } = ctx;

  function take(answer: Result<readonly LexiconWord[]>): boolean {
    if (answer.ok) store.set({ lexicon: answer.value });
    else notify(ctx, 'error', answer.message);
    apply(store.get().lexicon);
    return answer.ok;
  }

  return {
    load: async () => {
      take(await desk.call('lexicon.list'));
    },
    addToLibrary: async (entry) => take(await desk.call('lexicon.add', entry)),
    remove: async (word, scope) => {
      if (scope === 'story') editor()?.change((story) => removeFromStory(story, word));
      else if (!take(await desk.call('lexicon.remove', word))) return;
      say(ctx, `Removed from the lexicon: ${word}.`);
    },
  };
}
