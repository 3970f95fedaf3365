import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Platform } from '../services/platform';

/** The folder of style books and samples: beside the compiled program, or in the source tree. */
export function assetsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'assets'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('Galley’s own assets folder is missing. Install it again.');
    folder = parent;
  }
  return join(folder, 'assets');
}

/** What services get in a terminal: no dialogs, no windows, nothing kept between runs. `work` is a scratch folder. */
export function terminalPlatform(version: string, work: string): Platform {
  const noDialog = () => Promise.reject(new Error('There is no dialog on the command line'));
  return {
    version,
    shell: 'electron',
    paths: { userData: work, documents: work, assets: assetsFolder() },
    chooseFiles: noDialog,
    chooseFolder: noDialog,
    chooseSave: noDialog,
    trash: noDialog,
    reveal: () => undefined,
    openExternal: noDialog,
    setTheme: () => undefined,
    broadcast: () => undefined,
  };
}
