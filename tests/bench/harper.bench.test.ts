import { test } from 'vitest';
import type { Story } from '#core/article/model';
import { textBlock } from '#core/article/story';
import { readForChecks } from '#core/checks/engine';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { FromWorker } from '../../renderer/workers/check-protocol';
import { diff, NOTHING_SENT } from '../../renderer/workers/check-protocol';
import { createHarperServer } from '../../renderer/workers/harper-server';
import { realHarper } from '../harper';
import { least, storyOf } from './made-copy';

/** The worker of spelling and grammar, without a browser: what one keystroke costs beside reading the story whole. */
test('milliseconds of spelling and grammar by length of story', async () => {
  const from = performance.now();
  const harper = await realHarper();
  const setUp = performance.now() - from;
  const rows: Record<string, Record<string, number>> = {};
  for (const words of [1800, 10_000, 50_000]) {
    let version = 0;
    let sent = NOTHING_SENT;
    let done: (message: FromWorker) => void = () => {};
    const server = createHarperServer({
      post: (message) => done(message),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      load: async () => harper,
    });
    const run = (story: Story) =>
      new Promise<number>((resolve, reject) => {
        version += 1;
        const next = diff(sent, readForChecks(story), version);
        sent = next.sent;
        const start = performance.now();
        done = (message) => {
          if (message.type === 'trouble') reject(new Error(message.message));
          if (message.type === 'result') resolve(performance.now() - start);
        };
        server.receive(next.update);
      });
    server.receive({ type: 'book', version: 0, book: PLAIN_BOOK });
    let story = storyOf(words);
    const whole = await run(story);
    await server.idle();
    const keys: number[] = [];
    for (let index = 0; index < 20; index += 1) {
      const at = 1 + (index % (story.article.blocks.length - 1));
      const text = `Some words typed here, ${index} of them by hand today on the pier.`;
      const blocks = story.article.blocks.with(at, textBlock(`b${at - 1}`, 'paragraph', text));
      story = { ...story, article: { blocks } };
      keys.push(await run(story));
      await server.idle();
    }
    const key = least(keys);
    rows[words] = {
      'whole story': Number(whole.toFixed(1)),
      'one keystroke': Number(key.toFixed(1)),
      'keystroke / whole': Number((key / whole).toFixed(4)),
    };
  }
  console.log(`set up in ${setUp.toFixed(0)} ms`);
  console.table(rows);
});
