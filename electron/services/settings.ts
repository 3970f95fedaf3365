import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '#core/ipc/contract';
import { DEFAULT_SETTINGS, settingsSchema } from '#core/ipc/contract';
import { ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { readJson, writeJson } from './json-file';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';

export interface SettingsService extends Lifecycle {
  readonly current: () => Settings;
  readonly set: (change: Partial<Settings>) => Promise<Settings>;
  readonly handlers: Handlers<'settings.get' | 'settings.set'>;
}

const shape = settingsSchema.shape;

/** Takes each stored field that its own guard accepts and the default for the rest; `bad` names the refused ones. */
export function readSettings(stored: unknown): {
  readonly settings: Settings;
  readonly bad: readonly string[];
} {
  const given = z.record(z.string(), z.unknown()).safeParse(stored);
  if (!given.success) return { settings: DEFAULT_SETTINGS, bad: stored === null ? [] : ['file'] };
  const accepted: Record<string, unknown> = {};
  const bad: string[] = [];
  for (const [field, guard] of Object.entries(shape)) {
    if (!(field in given.data)) continue;
    const parsed = guard.safeParse(given.data[field]);
    if (parsed.success) accepted[field] = parsed.data;
    else bad.push(field);
  }
  return { settings: settingsSchema.parse({ ...DEFAULT_SETTINGS, ...accepted }), bad };
}

/** The user's settings: `settings.json` in the app's data folder. */
export function createSettings(platform: Platform): SettingsService {
  const path = join(platform.paths.userData, 'settings.json');
  const queue = createQueue();
  let settings = DEFAULT_SETTINGS;

  const set = (change: Partial<Settings>): Promise<Settings> =>
    queue.run('settings', async () => {
      const defined = Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined),
      );
      const next: Settings = { ...settings, ...defined };
      if (JSON.stringify(next) === JSON.stringify(settings)) return settings;
      await writeJson(path, next);
      settings = next;
      platform.setTheme(settings.theme);
      platform.broadcast('settings.changed', settings);
      return settings;
    });

  return {
    async boot() {
      const stored = await readJson(path);
      const read = readSettings(stored);
      // The file is kept as it was: the next change writes ours over it.
      if (read.bad.length > 0) await copyFile(path, `${path}.bad`).catch(() => undefined);
      settings = read.settings;
      platform.setTheme(settings.theme);
    },
    shutdown: () => queue.drained(),
    current: () => settings,
    set,
    handlers: {
      'settings.get': () => ok(settings),
      'settings.set': async ([change]) => ok(await set(change as Partial<Settings>)),
    },
  };
}
