import type { Dismissal } from '#core/article/model';
import type { Result } from '#core/util/result';
import type { Context } from './context';
import { notify } from './context';

/** What is dismissed for every story of the library. */
export interface AlwaysActions {
  /** Reads the library's list. */
  readonly load: () => Promise<void>;
  /** True when the library's file was written; else a notice says why not, and the findings come back. */
  readonly add: (dismissals: readonly Dismissal[]) => Promise<boolean>;
  readonly remove: (dismissals: readonly Dismissal[]) => Promise<boolean>;
}

/** Builds the actions; `apply` tells the checks which dismissals are in force. */
export function alwaysActions(
  ctx: Context,
  apply: (dismissals: readonly Dismissal[]) => void,
): AlwaysActions {
  const { desk, store } = ctx;

  function take(answer: Result<readonly Dismissal[]>): boolean {
    if (answer.ok) store.set({ always: answer.value });
    else notify(ctx, 'error', answer.message);
    apply(store.get().always);
    return answer.ok;
  }

  return {
    load: async () => {
      take(await desk.call('dismissals.list'));
    },
    add: async (dismissals) => take(await desk.call('dismissals.add', [...dismissals])),
    remove: async (dismissals) => take(await desk.call('dismissals.remove', [...dismissals])),
  };
}
