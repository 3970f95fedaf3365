import type { Checker, CheckerOptions } from './checker';
import { createChecker, portOf } from './checker';

/** Starts the worker of spelling and grammar, which sets Harper up at once. It talks as the check worker does. */
export function createSpeller(options: Omit<CheckerOptions, 'connect' | 'subject'>): Checker {
  return createChecker({
    ...options,
    subject: 'Spelling',
    connect: () =>
      portOf(new Worker(new URL('./harper-worker.ts', import.meta.url), { type: 'module' })),
  });
}
