import { randomUUID } from 'node:crypto';
import { ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import type { Lifecycle, Platform } from './platform';

/** A long job that reports how far it is and can be stopped. */
export interface Task {
  readonly id: string;
  readonly cancelled: () => boolean;
  readonly progress: (done: number, label: string) => void;
  readonly end: () => void;
}

export interface TasksService extends Lifecycle {
  readonly start: (total: number, label: string) => Task;
  readonly handlers: Handlers<'tasks.cancel'>;
}

/** Keeps the running tasks, so that a window can stop one by the id its progress events carry. */
export function createTasks(platform: Platform): TasksService {
  const running = new Map<string, { cancelled: boolean }>();
  const cancelAll = () => {
    for (const state of running.values()) state.cancelled = true;
  };
  return {
    async shutdown() {
      cancelAll();
    },
    start(total, label) {
      const id = randomUUID();
      const state = { cancelled: false };
      running.set(id, state);
      platform.broadcast('task.progress', { task: id, label, done: 0, total });
      return {
        id,
        cancelled: () => state.cancelled,
        progress: (done, next) =>
          platform.broadcast('task.progress', { task: id, label: next, done, total }),
        end() {
          running.delete(id);
          // A task of unknown length ends too.
          const all = Math.max(1, total);
          platform.broadcast('task.progress', { task: id, label, done: all, total: all });
        },
      };
    },
    handlers: {
      'tasks.cancel': ([id]) => {
        const state = running.get(id);
        if (state) state.cancelled = true;
        return ok(null);
      },
    },
  };
}
