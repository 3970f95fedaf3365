/** Runs tasks of the same key one after another, tasks of different keys at the same time. */
export interface Queue {
  readonly run: <T>(key: string, task: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is waiting or running any more. */
  readonly drained: () => Promise<void>;
}

/** An empty queue. A task that fails does not stop the ones after it. */
export function createQueue(): Queue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, task) {
      const before = tails.get(key) ?? Promise.resolve();
      const result = before.then(task, task);
      const tail = result.catch(() => undefined);
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return result;
    },
    async drained() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
