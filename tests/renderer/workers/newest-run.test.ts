import { expect, test } from 'vitest';
import type { EngineResult } from '#core/checks/engine';
import type { FromWorker } from '../../../renderer/workers/check-protocol';
import { createNewestRun } from '../../../renderer/workers/newest-run';

const RESULT: EngineResult = { findings: [], dismissed: [], troubles: [] };
const ticks = async (count: number) => {
  for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
};

test.each([0, 1, 2, 3, 4, 5, 6])(
  'a version that comes %i turns after a result gets its own',
  async (late) => {
    const posted: FromWorker[] = [];
    let later: Promise<void> = Promise.resolve();
    const run = createNewestRun({
      pause: () => Promise.resolve(),
      read: async () => RESULT,
      post(message) {
        posted.push(message);
        if (message.version === 1) later = ticks(late).then(() => run.want(2));
      },
    });
    run.want(1);
    await run.idle();
    await later;
    await run.idle();
    expect(posted.map(({ type, version }) => [type, version])).toEqual([
      ['result', 1],
      ['result', 2],
    ]);
  },
);

test('a version that became stale is left for the newest, and trouble is told of its own', async () => {
  const posted: FromWorker[] = [];
  const run = createNewestRun({
    pause: () => Promise.resolve(),
    post: (message) => posted.push(message),
    async read(version, stale) {
      if (version === 1) {
        run.want(2);
        expect(stale()).toBe(true);
        return null;
      }
      if (version === 2) throw new Error('The book is not readable');
      return RESULT;
    },
  });
  run.want(1);
  await run.idle();
  run.want(3);
  await run.idle();
  expect(posted).toEqual([
    { type: 'trouble', version: 2, message: 'The book is not readable' },
    { type: 'result', version: 3, result: RESULT },
  ]);
});
