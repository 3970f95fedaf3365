import { describe, expect, test } from 'vitest';
import type { Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';
import type { EngineResult } from '#core/checks/engine';
import { checkStory, createEngine } from '#core/checks/engine';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { FromWorker, ToWorker } from '../../../renderer/workers/check-protocol';
import { createCheckServer } from '../../../renderer/workers/check-server';
import type { CheckPort } from '../../../renderer/workers/checker';
import { createChecker } from '../../../renderer/workers/checker';

/** A worker that lives in the same thread; everything that crosses is cloned, as between threads. */
function fakeWorker(slow = false) {
  const sent: ToWorker[] = [];
  let receive: (message: FromWorker) => void = () => {};
  const engine = createEngine();
  const server = createCheckServer({
    post: (message) => receive(structuredClone(message)),
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    engine: slow
      ? {
          ...engine,
          runSliced: (story, book, options) =>
            engine.runSliced(story, book, { ...options, sliceLength: 1 }),
        }
      : engine,
  });
  const port: CheckPort = {
    postMessage(message) {
      sent.push(structuredClone(message));
      server.receive(structuredClone(message));
    },
    listen: (listener) => {
      receive = listener;
    },
    close: () => {
      receive = () => {};
    },
  };
  return { port, sent, idle: server.idle };
}

function storyOf(...texts: string[]): Story {
  const blocks = texts.map((text, index) => textBlock(`b${index + 1}`, 'paragraph', text));
  return newStory({ id: 's', slug: 's', article: { blocks } });
}

const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve));

describe('the checker', () => {
  test('gives the findings that a check without a worker gives', async () => {
    const worker = fakeWorker();
    const results: EngineResult[] = [];
    const checker = createChecker({
      connect: () => worker.port,
      onResult: (result) => results.push(result),
    });
    const story = storyOf('“Go, he said and left.', 'The pier cost TK million.');
    checker.setBook(PLAIN_BOOK);
    checker.update(story, null);
    await turn();
    await worker.idle();
    expect(results).toHaveLength(1);
    expect(results[0]?.findings).toEqual(checkStory(story, PLAIN_BOOK));
    expect(results[0]?.findings.map((found) => found.check)).toContain('quote-unbalanced');
  });

  test('sends only the blocks that changed', async () => {
    const worker = fakeWorker();
    const checker = createChecker({ connect: () => worker.port, onResult: () => {} });
    checker.setBook(PLAIN_BOOK);
    const story = storyOf('One.', 'Two.', 'Three.');
    checker.update(story, null);
    await turn();
    const blocks = story.article.blocks.with(1, textBlock('b2', 'paragraph', 'Two TK.'));
    checker.update({ ...story, article: { blocks } }, ['b2']);
    await turn();
    await worker.idle();
    const last = worker.sent.at(-1);
    expect(last).toEqual({
      type: 'update',
      version: 3,
      changed: [{ id: 'b2', kind: 'paragraph', text: 'Two TK.', figure: null }],
    });
  });

  test('decisions about names cross to the worker, and go when they are taken back', async () => {
    const worker = fakeWorker();
    const results: EngineResult[] = [];
    const checker = createChecker({
      connect: () => worker.port,
      onResult: (result) => results.push(result),
    });
    checker.setBook(PLAIN_BOOK);
    const story = storyOf('Mayor Ana Reis spoke.', 'Later Anna Reis left.');
    const decided: Story = {
      ...story,
      decisions: [
        { kind: 'same', words: ['Ana Reis', 'Anna Reis'], by: '', at: '' },
        { kind: 'spelling', words: ['Ana Reis'], by: '', at: '' },
      ],
    };
    for (const state of [story, decided, { ...decided, decisions: [] }]) {
      checker.update(state);
      await turn();
      await worker.idle();
    }
    const wrong = results.map(({ findings }) =>
      findings.filter((found) => found.check === 'name-not-as-decided').map((one) => one.actual),
    );
    expect(wrong).toEqual([[], ['Anna Reis'], []]);
  });

  test('several updates in one task become one message, and the last one wins', async () => {
    const worker = fakeWorker();
    const seen: Story[] = [];
    const checker = createChecker({
      connect: () => worker.port,
      onResult: (_result, story) => seen.push(story),
    });
    checker.setBook(PLAIN_BOOK);
    const last = storyOf('Three.');
    checker.update(storyOf('One.'));
    checker.update(storyOf('Two.'));
    checker.update(last);
    await turn();
    await worker.idle();
    expect(worker.sent.filter((message) => message.type === 'update')).toHaveLength(1);
    expect(seen).toEqual([last]);
  });

  test('a run that became stale is stopped and its result never shown', async () => {
    const worker = fakeWorker(true);
    const results: EngineResult[] = [];
    const progress: number[] = [];
    const checker = createChecker({
      connect: () => worker.port,
      onResult: (result) => results.push(result),
      onProgress: (done, total) => progress.push(done / total),
    });
    checker.setBook(PLAIN_BOOK);
    const long = Array.from({ length: 40 }, (_, index) => `Sentence ${index} costs TK.`);
    checker.update(storyOf(...long));
    await turn();
    // Let the first run begin, then change the story under it.
    await new Promise((resolve) => setTimeout(resolve, 0));
    checker.update(storyOf(...long.slice(1)));
    await turn();
    await worker.idle();
    expect(results).toHaveLength(1);
    const found = results[0]?.findings.filter((finding) => finding.check === 'placeholder');
    expect(found).toHaveLength(39);
    expect(progress.at(-1)).toBe(1);
    expect(progress.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('after dispose nothing arrives', async () => {
    const worker = fakeWorker();
    const results: EngineResult[] = [];
    const checker = createChecker({
      connect: () => worker.port,
      onResult: (result) => results.push(result),
    });
    checker.setBook(PLAIN_BOOK);
    checker.update(storyOf('The pier cost TK.'));
    await turn();
    checker.dispose();
    await worker.idle();
    expect(results).toEqual([]);
  });
});
