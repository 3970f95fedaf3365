import { describe, expect, it, vi } from 'vitest';
import type { MethodName } from '#core/ipc/contract';
import { METHODS } from '#core/ipc/contract';
import { answer, isTrustedSender } from '../../../electron/ipc/answer';
import type { Handlers } from '../../../electron/ipc/handler';
import { testServices } from '../test-platform';

const OURS = { url: 'app://galley/index.html', parent: null };
const CALLER = { window: 1 };

async function handlers(): Promise<Handlers> {
  const { services } = await testServices();
  const nothing = () => ({ ok: true as const, value: null });
  return {
    ...services.handlers,
    'window.flushed': nothing,
    'window.title': nothing,
    'window.commands': nothing,
  };
}

describe('calls from the window', () => {
  it('has a handler for every method of the contract and for nothing else', async () => {
    expect(Object.keys(await handlers()).sort()).toEqual(Object.keys(METHODS).sort());
  });

  it('answers our own page', async () => {
    const got = await answer(await handlers(), 'settings.get', OURS, [], CALLER);
    expect(got).toMatchObject({ ok: true, value: { theme: 'system' } });
  });

  it('refuses every other sender', async () => {
    const table = await handlers();
    for (const frame of [
      null,
      undefined,
      { url: 'https://example.org/', parent: null },
      { url: 'app://other/index.html', parent: null },
      { url: 'app://galley.example.org/index.html', parent: null },
      { url: 'file:///index.html', parent: null },
      { url: 'about:blank', parent: null },
      { url: '', parent: null },
      { url: 'app://galley/index.html', parent: { url: 'app://galley/index.html' } },
    ]) {
      expect(isTrustedSender(frame)).toBe(false);
      const got = await answer(table, 'settings.get', frame, [], CALLER);
      expect(got).toMatchObject({ ok: false, code: 'denied' });
    }
  });

  it('refuses arguments that the guard does not accept, for every method that takes any', async () => {
    const table = await handlers();
    const names = Object.keys(METHODS) as MethodName[];
    for (const name of names) {
      const got = await answer(table, name, OURS, [Symbol.iterator, 1, {}, null, 5], CALLER);
      expect(got, name).toMatchObject({ ok: false, code: 'bad-input' });
    }
  });

  it('refuses paths where a story’s name is asked for', async () => {
    const table = await handlers();
    for (const ref of [
      '../x.galley',
      '/x.galley',
      'a\\b.galley',
      'x',
      '',
      'x.galley/../y.galley',
    ]) {
      const got = await answer(table, 'library.open', OURS, [ref], CALLER);
      expect(got, ref).toMatchObject({ ok: false, code: 'bad-input' });
    }
  });

  it('turns a thrown error into an answer', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const table: Handlers = {
      ...(await handlers()),
      'settings.get': () => {
        throw new Error('the disk is on fire');
      },
    };
    const got = await answer(table, 'settings.get', OURS, [], CALLER);
    expect(got).toEqual({ ok: false, code: 'internal', message: 'the disk is on fire' });
  });
});
