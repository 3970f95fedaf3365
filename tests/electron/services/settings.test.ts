import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/ipc/contract';
import { openableAddress } from '../../../electron/services/links';
import { createSettings } from '../../../electron/services/settings';
import { testPlatform } from '../test-platform';

describe('settings', () => {
  it('starts with the defaults and keeps a change', async () => {
    const platform = await testPlatform();
    const settings = createSettings(platform);
    await settings.boot?.();
    expect(settings.current()).toEqual(DEFAULT_SETTINGS);
    await settings.set({ theme: 'dark', zoom: 125 });
    expect(platform.themes).toEqual(['system', 'dark']);
    expect(platform.sent.at(-1)).toEqual({
      event: 'settings.changed',
      payload: { ...DEFAULT_SETTINGS, theme: 'dark', zoom: 125 },
    });
    const again = createSettings(platform);
    await again.boot?.();
    expect(again.current()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', zoom: 125 });
  });

  it('says nothing when nothing changes', async () => {
    const platform = await testPlatform();
    const settings = createSettings(platform);
    await settings.boot?.();
    await settings.set({ zoom: DEFAULT_SETTINGS.zoom });
    expect(platform.sent).toEqual([]);
  });

  it('replaces one bad field by its default and keeps the file', async () => {
    const platform = await testPlatform();
    await mkdir(platform.paths.userData);
    const path = join(platform.paths.userData, 'settings.json');
    const stored = JSON.stringify({ theme: 'mauve', zoom: 150, user: 7 });
    await writeFile(path, stored);
    const settings = createSettings(platform);
    await settings.boot?.();
    expect(settings.current()).toEqual({ ...DEFAULT_SETTINGS, zoom: 150 });
    expect(await readFile(`${path}.bad`, 'utf8')).toBe(stored);
  });

  it('sets aside a file that is not JSON', async () => {
    const platform = await testPlatform();
    await mkdir(platform.paths.userData);
    const path = join(platform.paths.userData, 'settings.json');
    await writeFile(path, '{"theme": "da');
    const settings = createSettings(platform);
    await settings.boot?.();
    expect(settings.current()).toEqual(DEFAULT_SETTINGS);
    expect(await readFile(`${path}.bad`, 'utf8')).toBe('{"theme": "da');
  });

  it('keeps every one of many changes made at once', async () => {
    const platform = await testPlatform();
    const settings = createSettings(platform);
    await settings.boot?.();
    await Promise.all([
      settings.set({ zoom: 110 }),
      settings.set({ lineLength: 70 }),
      settings.set({ user: 'Jo' }),
    ]);
    const stored = JSON.parse(
      await readFile(join(platform.paths.userData, 'settings.json'), 'utf8'),
    );
    expect(stored).toMatchObject({ zoom: 110, lineLength: 70, user: 'Jo' });
  });
});

describe('links', () => {
  it('opens web and mail addresses only', () => {
    expect(openableAddress('https://example.org/a?b#c')).toBe('https://example.org/a?b#c');
    expect(openableAddress('mailto:desk@example.org')).toBe('mailto:desk@example.org');
    for (const address of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'smb://host/share',
      'ms-msdt:/id',
      'app://galley/index.html',
      'data:text/html,x',
      '/etc/passwd',
      'example.org',
    ]) {
      expect(openableAddress(address), address).toBeNull();
    }
  });
});
