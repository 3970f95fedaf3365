import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Dismissal } from '#core/article/model';
import { must, testServices } from '../test-platform';

const CALLER = { window: 1 };

function dismissal(words: string, by = 'jo'): Dismissal {
  const key = `house-spelling|${words}`;
  const at = '2026-11-27T08:00:00.000Z';
  return { key, scope: 'always', check: 'house-spelling', actual: words, message: 'm', by, at };
}

it('dismissals for every story lie in the library, once each, and can be taken back', async () => {
  const { services, root } = await testServices();
  const { handlers } = services;
  expect(must(await handlers['dismissals.list']([], CALLER))).toEqual([]);
  const [one, two] = [dismissal('web site'), dismissal('e-mail')];
  must(await handlers['dismissals.add']([[one, two]], CALLER));
  must(await handlers['dismissals.add']([[dismissal('web site', 'ana')]], CALLER));
  const list = must(await handlers['dismissals.list']([], CALLER));
  expect(list).toEqual([two, dismissal('web site', 'ana')]);
  const file = JSON.parse(await readFile(join(root, 'dismissals.json'), 'utf8'));
  expect(file).toEqual({ schema: 1, dismissals: list });
  expect(must(await handlers['dismissals.remove']([[two]], CALLER))).toHaveLength(1);
});

it('what a later version wrote beside the list stays where it is', async () => {
  const { services, root } = await testServices();
  const path = join(root, 'dismissals.json');
  const kept = { ...dismissal('web site'), reviewed: true };
  await writeFile(path, JSON.stringify({ schema: 1, dismissals: [kept], note: 'ours' }));
  must(await services.handlers['dismissals.add']([[dismissal('e-mail')]], CALLER));
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    schema: 1,
    dismissals: [kept, dismissal('e-mail')],
    note: 'ours',
  });
});

it.each([
  [
    '{"schema": 1, "dismissals": [',
    'bad-input',
    /dismissals\.json in the library is not readable/u,
  ],
  ['{"schema": 1, "dismissals": [{"key": 4}]}', 'bad-input', /dismissals\.0\.key/u],
  ['{"schema": 2, "dismissals": []}', 'too-new', /newer Galley/u],
])('a file that cannot be read is told and not written over: %s', async (text, code, message) => {
  const { services, root } = await testServices();
  const path = join(root, 'dismissals.json');
  await writeFile(path, text);
  for (const answer of [
    await services.handlers['dismissals.list']([], CALLER),
    await services.handlers['dismissals.add']([[dismissal('e-mail')]], CALLER),
  ]) {
    expect(answer).toMatchObject({ ok: false, code });
    expect(answer.ok ? '' : answer.message).toMatch(message);
  }
  expect(await readFile(path, 'utf8')).toBe(text);
});
