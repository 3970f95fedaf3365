/** `npm start` without Electron: the same app in an installed Chromium, in a window of its own. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { launchBrowserShell } from './shell.mjs';

function dataFolder() {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/Galley');
  if (process.platform === 'win32') {
    return join(process.env.APPDATA ?? join(home, 'AppData/Roaming'), 'Galley');
  }
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Galley');
}

/** Opens Galley and resolves with its exit code when its window has been closed. */
export async function openBrowserShell({
  headless = false,
  args = [],
  dist,
  userData,
  documents,
} = {}) {
  const shell = await launchBrowserShell({
    dist,
    headless,
    args,
    echo: true,
    userData: userData ?? dataFolder(),
    documents: documents ?? join(homedir(), 'Documents'),
    downloads: join(homedir(), 'Downloads'),
  });
  const stop = () => void shell.close().catch(() => {});
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const code = await shell.exited;
  return typeof code === 'number' ? code : 1;
}
