import { Worker } from 'node:worker_threads';
import type { Lifecycle } from '../platform';
import type { Inspected, PictureWork } from './work';
import { pictureWork } from './work';

export type PictureJob = { readonly id: number } & (
  | { readonly kind: 'inspect'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'shrink'; readonly path: string; readonly edge: number; readonly to: string }
);
export type PictureReply =
  | { readonly id: number; readonly value: Inspected | boolean }
  | { readonly id: number; readonly error: string };

interface Waiting {
  readonly resolve: (value: Inspected | boolean) => void;
  readonly reject: (error: Error) => void;
}

export interface PictureWorker extends PictureWork, Lifecycle {}

/**
 * The work on pictures in a thread of its own, so that the window's calls never wait for a hash or a header. `script` is
 * the built worker; null does the work here. A worker that dies fails what it had, and the next job starts another.
 */
export function createPictureWorker(script: string | null): PictureWorker {
  if (script === null) return pictureWork;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const gone = (error: Error) => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = async (): Promise<Worker> => {
    // On Linux the main thread has to have loaded it before a worker does, and keeps it when the worker ends.
    await import('sharp').catch(() => null);
    if (worker) return worker;
    const made = new Worker(script);
    made.on('message', (reply: PictureReply) => {
      const job = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('error' in reply) job?.reject(new Error(reply.error));
      else job?.resolve(reply.value);
    });
    made.on('error', gone);
    made.on('exit', () => {
      if (worker === made) gone(new Error('The picture worker ended'));
    });
    made.unref();
    worker = made;
    return made;
  };

  type Order = PictureJob extends infer Job
    ? Job extends PictureJob
      ? Omit<Job, 'id'>
      : never
    : never;
  const ask = async (order: Order): Promise<Inspected | boolean> => {
    const running = await start();
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      running.postMessage({ ...order, id });
    });
  };

  return {
    inspect: async (name, bytes) => (await ask({ kind: 'inspect', name, bytes })) as Inspected,
    shrink: async (path, edge, to) =>
      (await ask({ kind: 'shrink', path, edge, to }).catch(() => false)) === true,
    async shutdown() {
      await worker?.terminate();
    },
  };
}
