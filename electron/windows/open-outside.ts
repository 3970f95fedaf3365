import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { app } from 'electron';
import { realPathInside } from '../services/files';
import { storyAt } from '../services/importing';
import type { Services } from '../services/index';
import type { Platform } from '../services/platform';
import type { Windows } from './main-window';

/** Paths among a command line's words: what is neither an option nor the program itself, and exists. */
export function pathsIn(words: readonly string[], folder: string): readonly string[] {
  return words
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => resolve(folder, word))
    .filter((path) => existsSync(path));
}

/** Collects what the file manager asks to open, from before the app is ready on. */
export function collectOpenFiles(): { readonly listen: (open: (path: string) => void) => void } {
  const early: string[] = [];
  let open: ((path: string) => void) | null = null;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (open) open(path);
    else early.push(path);
  });
  return {
    listen(listener) {
      open = listener;
      for (const path of early.splice(0)) listener(path);
    },
  };
}

/** Opens paths given from outside: a story of the library is shown, anything else is imported and then shown. */
export async function openPaths(
  paths: readonly string[],
  services: Services,
  platform: Platform,
  windows: Windows,
): Promise<void> {
  if (paths.length === 0) return;
  await windows.show();
  for (const path of paths) {
    const folder = await storyAt(path);
    const library = services.library.folder();
    const own = folder !== null && dirname(folder) === library;
    if (own && (await realPathInside(library, folder)) !== null) {
      platform.broadcast('story.show', { ref: basename(folder) });
      continue;
    }
    const outcome = await services.importing.importAll([{ path }]);
    for (const { ref } of outcome.imported) platform.broadcast('story.show', { ref });
    for (const { message } of outcome.refused) platform.broadcast('app.trouble', { message });
  }
}
