import { readdir } from 'node:fs/promises';
import { expect, find, test } from './desk';

interface WindowDesk {
  readonly desk: { readonly invoke: (name: string, ...args: unknown[]) => Promise<unknown> };
}

test('the app starts, answers through its bridge and ends well', async ({ desk }) => {
  const info = await desk.call('app.info');
  expect(info).toMatchObject({
    ok: true,
    value: { library: desk.library, shell: desk.shell, version: expect.stringMatching(/^\d/u) },
  });
  await desk.close();
});

test('a method that the contract does not list is refused', async ({ desk }) => {
  const answer = await desk.page.evaluate(() =>
    (globalThis as unknown as WindowDesk).desk.invoke('files.read', '/etc/passwd'),
  );
  expect(answer).toMatchObject({ ok: false, code: 'denied' });
});

test('arguments that the guard refuses do not reach a service', async ({ desk }) => {
  const answer = await desk.page.evaluate(() =>
    (globalThis as unknown as WindowDesk).desk.invoke('library.open', '../../elsewhere'),
  );
  expect(answer).toMatchObject({ ok: false, code: 'bad-input' });
});

test('the window sees the bridge and nothing of Node or Electron', async ({ desk }) => {
  const seen = await desk.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
    const { desk: bridge } = globalThis as unknown as WindowDesk;
    return {
      names: names.filter((name) => name in globalThis),
      bridge: Object.keys(bridge).sort(),
      frozen: Object.isFrozen(bridge),
    };
  });
  expect(seen).toEqual({ names: [], bridge: ['invoke', 'on'], frozen: true });
});

test('the content security policy is in force', async ({ desk }) => {
  desk.expectTrouble(/Content Security Policy|inline script/iu);
  const blocked = await desk.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.effectiveDirective);
    });
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    document.head.append(inline);
    let evaluated = true;
    // Code that a debugger runs may use eval; a task of the page's own may not.
    await new Promise((done) => setTimeout(done));
    try {
      // An indirect call, so that the bundler of the test leaves it alone.
      (globalThis as unknown as { eval: (code: string) => unknown }).eval('1');
    } catch {
      evaluated = false;
    }
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    // Violations are told in a task of their own.
    await new Promise((done) => setTimeout(done));
    return { ran: 'inlineRan' in globalThis, evaluated, fetched, violations };
  });
  expect(blocked).toMatchObject({ ran: false, evaluated: false, fetched: false });
  expect(blocked.violations).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src', 'connect-src']),
  );
});

test('the window cannot go elsewhere or open another', async ({ desk }) => {
  const before = desk.page.url();
  const opened = await desk.page.evaluate(() => {
    const made = window.open('https://example.com/');
    location.href = 'https://example.com/';
    return made !== null;
  });
  expect(opened).toBe(false);
  expect(await desk.call('app.info')).toMatchObject({ ok: true });
  expect(desk.page.url()).toBe(before);
});

test('stories survive a restart, and are folders on the disk', async ({ desk }) => {
  const made = await desk.call('library.create', { slug: 'ferry-strike' });
  expect(made.ok).toBe(true);
  await desk.restart();
  const list = await desk.call('library.list');
  expect(list).toMatchObject({ ok: true, value: [{ slug: 'ferry-strike', trouble: null }] });
  expect(await readdir(desk.library)).toContain('ferry-strike.galley');
});

test('the native menu has every command of the registry', async ({ desk }) => {
  const { COMMANDS } = await import('#core/commands/registry');
  const menu = await desk.menus.template();
  expect(COMMANDS.filter(({ id }) => find(menu, id) === null).map(({ id }) => id)).toEqual([]);
});
