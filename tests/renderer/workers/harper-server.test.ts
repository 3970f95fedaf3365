import { describe, expect, test } from 'vitest';
import type { Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';
import type { EngineResult } from '#core/checks/engine';
import type { HarperLinter } from '#core/checks/harper/lint';
import { HARPER_RULES } from '#core/checks/harper/rules';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { FromWorker } from '../../../renderer/workers/check-protocol';
import type { CheckPort } from '../../../renderer/workers/checker';
import { createChecker } from '../../../renderer/workers/checker';
import { createHarperServer } from '../../../renderer/workers/harper-server';
import { realHarper } from '../../harper';

/** Knows one misspelling; a text with "break" breaks it. */
function fakeHarper() {
  const read: string[] = [];
  const set: string[] = [];
  const linter: HarperLinter = {
    async configure(dialect, rules) {
      set.push(`${dialect} ${rules.size}`);
    },
    async lint(text) {
      read.push(text);
      if (text.includes('break')) throw new Error('unreachable');
      return [...text.matchAll(/recieve/gu)].map(({ index }) => ({
        rule: 'SpellCheck',
        kind: 'Spelling',
        start: index,
        end: index + 7,
        message: 'm',
        replacements: ['receive'],
      }));
    },
  };
  return { linter, read, set };
}

/** The worker in the same thread; what crosses is cloned, as between threads. */
function connected(load: () => Promise<HarperLinter>) {
  let receive: (message: FromWorker) => void = () => {};
  const messages: FromWorker[] = [];
  const server = createHarperServer({
    post(message) {
      messages.push(message);
      receive(structuredClone(message));
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    load,
  });
  const port: CheckPort = {
    postMessage: (message) => server.receive(structuredClone(message)),
    listen: (listener) => {
      receive = listener;
    },
    close: () => {},
  };
  const results: EngineResult[] = [];
  const troubles: string[] = [];
  const progress: number[] = [];
  const checker = createChecker({
    connect: () => port,
    subject: 'Spelling',
    onResult: (result) => results.push(result),
    onTrouble: (message) => troubles.push(message),
    onProgress: (done, total) => progress.push(done / total),
  });
  const settled = async () => {
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    await server.idle();
  };
  return { checker, results, troubles, progress, messages, settled };
}

function storyOf(...texts: string[]): Story {
  const blocks = texts.map((text, index) => textBlock(`b${index + 1}`, 'paragraph', text));
  return newStory({ id: 's', slug: 's', article: { blocks } });
}

const actuals = (result: EngineResult | undefined) => result?.findings.map(({ actual }) => actual);

describe('the worker of spelling and grammar', () => {
  test('gives findings, and reads after a keystroke only the text that changed', async () => {
    const harper = fakeHarper();
    const { checker, results, settled } = connected(async () => harper.linter);
    checker.setBook(PLAIN_BOOK);
    const story = storyOf('They recieve it.', 'The pier is old.');
    checker.update(story);
    await settled();
    expect(actuals(results.at(-1))).toEqual(['recieve']);
    expect(harper.read).toEqual(['They recieve it.', 'The pier is old.']);
    const blocks = story.article.blocks.with(1, textBlock('b2', 'paragraph', 'The pier is oldd.'));
    checker.update({ ...story, article: { blocks } });
    await settled();
    expect(harper.read.slice(2)).toEqual(['The pier is oldd.']);
    checker.update(story);
    await settled();
    expect(harper.read.slice(3)).toEqual([]);
    expect(results).toHaveLength(3);
  });

  test('reads no bylines and credits', async () => {
    const harper = fakeHarper();
    const { checker, settled } = connected(async () => harper.linter);
    checker.setBook(PLAIN_BOOK);
    const blocks = [textBlock('b1', 'byline', 'By Jo Recieve'), textBlock('b2', 'paragraph', ' ')];
    checker.update(newStory({ id: 's', slug: 's', article: { blocks } }));
    await settled();
    expect(harper.read).toEqual([]);
  });

  test('reads again for another English, but not for another lexicon', async () => {
    const harper = fakeHarper();
    const { checker, results, settled } = connected(async () => harper.linter);
    checker.setBook(PLAIN_BOOK);
    checker.update(storyOf('They recieve it.'));
    await settled();
    checker.setBook({ ...PLAIN_BOOK, lexicon: ['recieve'] });
    checker.update(storyOf('They recieve it.'));
    await settled();
    expect(harper.read).toHaveLength(1);
    expect(actuals(results.at(-1))).toEqual([]);
    checker.setBook({ ...PLAIN_BOOK, language: 'en-GB' });
    checker.update(storyOf('They recieve it.'));
    await settled();
    expect(harper.read).toHaveLength(2);
    expect(harper.set.at(-1)).toMatch(/^British /u);
  });

  test('a newer version stops the old one, and what was read is kept', async () => {
    const harper = fakeHarper();
    const { checker, results, progress, settled } = connected(async () => harper.linter);
    checker.setBook(PLAIN_BOOK);
    const long = Array.from({ length: 40 }, (_, at) => `${at} They recieve it. ${'x'.repeat(400)}`);
    checker.update(storyOf(...long));
    await new Promise((resolve) => setTimeout(resolve, 0));
    checker.update(storyOf(...long.slice(1)));
    await settled();
    expect(results).toHaveLength(1);
    expect(actuals(results[0])).toHaveLength(39);
    expect(new Set(harper.read).size).toBe(harper.read.length);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('a text that breaks Harper is named, the others are read by a new one', async () => {
    const started: number[] = [];
    const harper = fakeHarper();
    const { checker, results, troubles, settled } = connected(async () => {
      started.push(1);
      return harper.linter;
    });
    checker.setBook(PLAIN_BOOK);
    checker.update(storyOf('Waves break here.', 'They recieve it.'));
    await settled();
    expect(actuals(results[0])).toEqual(['recieve']);
    expect(results[0]?.troubles).toEqual([
      { check: 'spelling', block: 'b1', message: 'unreachable' },
    ]);
    expect(started).toHaveLength(2);
    checker.update(storyOf('Waves break here.', 'They recieve them.'));
    await settled();
    // The text that broke it is not tried again.
    expect(started).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  test('without Harper each version is answered with the trouble', async () => {
    const { checker, results, troubles, settled } = connected(() =>
      Promise.reject(new Error('no such file')),
    );
    checker.setBook(PLAIN_BOOK);
    checker.update(storyOf('They recieve it.'));
    await settled();
    expect(results).toEqual([]);
    expect(troubles).toEqual(['Spelling stopped: no such file']);
  });

  test('is set up before any story, for the book at hand', async () => {
    const harper = fakeHarper();
    const { checker, settled } = connected(async () => harper.linter);
    checker.setBook({ ...PLAIN_BOOK, language: 'en-GB' });
    await settled();
    expect(harper.set).toEqual([expect.stringMatching(/^British /u)]);
    expect(harper.read).toEqual([]);
  });

  test('with Harper itself: a British book takes “colour”, a rule that is switched off is silent', async () => {
    const { checker, results, settled } = connected(realHarper);
    const story = storyOf('They recieve a colour. They went to the the pier.');
    checker.setBook(PLAIN_BOOK);
    checker.update(story);
    await settled();
    expect(actuals(results.at(-1))).toEqual(['recieve', 'colour', 'the the']);
    const harper = { rules: { RepeatedWords: false }, kinds: {} };
    expect(HARPER_RULES.has('RepeatedWords')).toBe(true);
    checker.setBook({ ...PLAIN_BOOK, language: 'en-GB', harper });
    checker.update(story);
    await settled();
    expect(actuals(results.at(-1))).toEqual(['recieve']);
  });
});
