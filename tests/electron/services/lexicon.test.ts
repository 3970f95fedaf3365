import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { must, testServices } from '../test-platform';

const CALLER = { window: 1 };
const entry = (word: string, by = 'Ana') => ({ word, by, at: '2026-11-27T08:00:00.000Z' });

it('keeps the library’s words in a file of lines, each once, and takes them back', async () => {
  const { services, root } = await testServices();
  const { handlers } = services;
  expect(must(await handlers['lexicon.list']([], CALLER))).toEqual([]);
  must(await handlers['lexicon.add']([entry('halloumi')], CALLER));
  must(await handlers['lexicon.add']([entry('halloumi', 'Jo')], CALLER));
  expect(must(await handlers['lexicon.add']([entry('phablet')], CALLER))).toEqual([
    entry('halloumi'),
    entry('phablet'),
  ]);
  const lines = (await readFile(join(root, 'lexicon.txt'), 'utf8')).split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^# /u),
    'halloumi\tAna\t2026-11-27T08:00:00.000Z',
    'phablet\tAna\t2026-11-27T08:00:00.000Z',
    '',
  ]);
  expect(must(await handlers['lexicon.remove'](['halloumi'], CALLER))).toEqual([entry('phablet')]);
});

it('leaves what people wrote around a word as it is', async () => {
  const { services, root } = await testServices();
  const path = join(root, 'lexicon.txt');
  await writeFile(path, '# Food\r\nhalloumi\r\n\r\n# Ships\r\nclinker');
  must(await services.handlers['lexicon.add']([entry('gunwale')], CALLER));
  must(await services.handlers['lexicon.remove'](['halloumi'], CALLER));
  expect(await readFile(path, 'utf8')).toBe(
    '# Food\r\n\r\n# Ships\r\nclinker\r\ngunwale\tAna\t2026-11-27T08:00:00.000Z\r\n',
  );
});

it('several changes at once lose no word', async () => {
  const { services } = await testServices();
  const words = Array.from({ length: 20 }, (_, at) => `word${at}`);
  await Promise.all(words.map((word) => services.handlers['lexicon.add']([entry(word)], CALLER)));
  const list = must(await services.handlers['lexicon.list']([], CALLER));
  expect(list.map(({ word }) => word)).toEqual(words);
});

it('a file that cannot be read is told and not written over', async () => {
  const { services, root } = await testServices();
  await mkdir(join(root, 'lexicon.txt'));
  const answer = await services.handlers['lexicon.add']([entry('halloumi')], CALLER);
  expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('lexicon.txt') });
});

it('tells of a change by another program', async () => {
  const { services, root, platform } = await testServices();
  await services.handlers['lexicon.list']([], CALLER);
  await writeFile(join(root, 'lexicon.txt'), 'halloumi\n');
  await platform.event('lexicon.changed');
});
