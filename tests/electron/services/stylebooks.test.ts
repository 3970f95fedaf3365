import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WordRow } from '#core/checks/style-book';
import { changeBook } from '#core/checks/style-book-edit';
import { must, testServices } from '../test-platform';

const CALLER = { window: 1 };
const ROW: WordRow = {
  id: 'ran-aground',
  find: 'ran aground',
  replace: ['grounded'],
  class: 'amend',
  severity: 'error',
  note: '',
  source: 'Harbour desk',
  wholeWord: true,
  matchCase: false,
};
const STORY = '# Ferry at Skarholm\n\nThe ferry ran aground. It ran aground again.\n';

async function desk() {
  const { services, platform, root } = await testServices();
  const { handlers } = services;
  const created = must(await handlers['stylebooks.create'](['Harbour desk', 'ap'], CALLER));
  return { services, handlers, platform, created, path: join(root, 'stylebooks', created.file) };
}

describe('house style books', () => {
  it('are made, changed and in force at once', async () => {
    const { handlers, created, path } = await desk();
    expect(created).toMatchObject({ id: 'harbour-desk', own: true, parent: 'ap', problems: [] });
    expect(created.book.words).toEqual(created.inherited.words);
    const text = must(changeBook(created.text, { kind: 'word', row: ROW }));
    const args = [created.id, text, created.text] as const;
    const written = must(await handlers['stylebooks.write']([...args], CALLER));
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(written.book.words.at(-1)).toEqual(ROW);
    // The same again comes from a text that is no longer there.
    expect(await handlers['stylebooks.write']([...args], CALLER)).toMatchObject({
      ok: false,
      code: 'conflict',
    });
  });

  it('refuse a mistake with its place, and keep the file', async () => {
    const { handlers, created, path } = await desk();
    const text = `${created.text}limits:\n  headlin: 60\n`;
    const answer = await handlers['stylebooks.write']([created.id, text, created.text], CALLER);
    expect(answer).toMatchObject({ ok: false });
    expect(answer.ok ? '' : answer.message).toMatch(
      /^harbour-desk\.yaml, line 6, column 3: headlin/u,
    );
    expect(await readFile(path, 'utf8')).toBe(created.text);
  });

  it('keep the last good version in force while another program writes a mistake', async () => {
    const { handlers, created, path } = await desk();
    await writeFile(path, `${created.text}limits:\n  headline: 61\n`);
    expect(must(await handlers['stylebooks.open']([created.id], CALLER)).says.limits).toEqual({
      headline: 61,
    });
    await writeFile(path, `${created.text}limits:\n  headline: many\n`);
    const now = must(await handlers['stylebooks.open']([created.id], CALLER));
    expect(now.problems).toMatchObject([{ file: 'harbour-desk.yaml', line: 6, column: 13 }]);
    expect(now.book.limits.headline).toBe(61);
  });

  it('that ship are not written to', async () => {
    const { handlers } = await desk();
    const ap = must(await handlers['stylebooks.open'](['ap'], CALLER));
    const answer = await handlers['stylebooks.write'](['ap', ap.text, ap.text], CALLER);
    expect(answer).toMatchObject({ ok: false, code: 'denied' });
  });

  it('tell the windows when another program writes', async () => {
    const { handlers, platform, path, created } = await desk();
    must(await handlers['stylebooks.open']([created.id], CALLER));
    const before = platform.sent.length;
    await writeFile(path, `${created.text}# by hand\n`);
    await platform.event('stylebooks.changed', () => platform.sent.length > before);
  });

  it('try a row on every story before it is live', async () => {
    const { services, handlers, platform, created } = await desk();
    const bytes = new TextEncoder().encode(STORY);
    await services.importing.importAll([
      { name: 'one.md', bytes },
      { name: 'two.md', bytes },
    ]);
    const result = must(await handlers['stylebooks.try']([created.id, ROW], CALLER));
    expect(result).toMatchObject({
      stories: 2,
      unread: 0,
      cancelled: false,
      found: 4,
      silenced: 0,
    });
    expect(result.perStory.map(({ count }) => count)).toEqual([2, 2]);
    expect(result.samples[0]).toMatchObject({
      before: 'The ferry ',
      actual: 'ran aground',
      replacement: 'grounded',
    });
    expect(platform.sent.some(({ event }) => event === 'task.progress')).toBe(true);
    expect(must(await handlers['stylebooks.open']([created.id], CALLER)).says.words).toEqual([]);
  });

  it('lie in a folder that is only made when there is one to write', async () => {
    const { services, root } = await testServices();
    expect((await services.stylebooks.list()).map(({ id }) => id)).toContain('ap');
    await expect(mkdir(join(root, 'stylebooks'))).resolves.toBeUndefined();
  });
});
