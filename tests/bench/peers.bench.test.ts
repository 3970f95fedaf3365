import type { TextlintKernelOptions } from '@textlint/kernel';
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import { Dialect, LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextProfanities from 'retext-profanities';
import retextStringify from 'retext-stringify';
import misspellings from 'textlint-rule-common-misspellings';
import noTodo from 'textlint-rule-no-todo';
import writeGoodRule from 'textlint-rule-write-good';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import writeGood from 'write-good';
import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { createEngine } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { least, storyOf, timed } from './made-copy';
import { readCopy } from './quality-copy';

const BOOK: StyleBook = {
  ...PLAIN_BOOK,
  checks: Object.fromEntries(CHECKS.map((check) => [check.id, check.severity])),
};
const RUNS = 15;

/** Published copy of about 1,800 words where it is at hand, else copy made for it. */
function subject(): Story {
  const long = readCopy().find((one) => one.words > 1700 && one.words < 1900);
  return long?.story ?? storyOf(1800);
}

async function leastOf(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    const from = performance.now();
    await run();
    times.push(performance.now() - from);
  }
  return least(times.slice(3));
}

/** Each peer reads the same text in the same run, warm; the engine reads it with every check on. */
test('Galley’s engine beside its peers, 1,800 words, warm', async () => {
  const story = subject();
  const text = readArticle(story.article)
    .map((block) => block.text)
    .join('\n\n');

  for (let warm = 0; warm < 40; warm += 1) createEngine().run(structuredClone(story), BOOK);
  const own = least(
    Array.from({ length: RUNS * 2 }, () => {
      const copy = structuredClone(story);
      return timed(() => createEngine().run(copy, BOOK));
    }),
  );

  const linter = new LocalLinter({ binary, dialect: Dialect.American });
  await linter.setup();
  const harper = await leastOf(() => linter.lint(text, { language: 'plaintext' }));

  const kernel = new TextlintKernel();
  const options: TextlintKernelOptions = {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: textPlugin }],
    rules: [
      { ruleId: 'common-misspellings', rule: misspellings },
      { ruleId: 'no-todo', rule: noTodo },
      { ruleId: 'write-good', rule: writeGoodRule },
    ],
  };
  const textlint = await leastOf(() => kernel.lintText(text, options));

  const retext = unified()
    .use(retextEnglish)
    .use(retextEquality)
    .use(retextProfanities)
    .use(retextStringify);
  const alex = await leastOf(() => retext.process(text));
  const good = await leastOf(() => writeGood(text));

  const row = (peer: number) => ({
    ms: Number(peer.toFixed(1)),
    'Galley / peer': Number((own / peer).toFixed(3)),
  });
  console.table({
    [`Galley, ${CHECKS.length} checks`]: { ms: Number(own.toFixed(1)) },
    'harper.js': row(harper),
    'textlint, three rules': row(textlint),
    'retext, equality and profanities (alex)': row(alex),
    'write-good': row(good),
  });
  expect(own / harper, 'at most a quarter of Harper').toBeLessThanOrEqual(0.25);
  for (const peer of [textlint, alex, good]) expect(own).toBeLessThan(peer);
});
