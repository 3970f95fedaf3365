/**
 * Start-up of the app, in order, and nothing else:
 * one instance → scheme → ready → security → services → calls → menus → window → files given from outside.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { setupIpc } from './ipc/register';
import { electronPlatform } from './platform';
import { setupNavigation, setupPermissions, setupProtocol, setupScheme } from './security/setup';
import { createServices } from './services/index';
import { createWindows } from './windows/main-window';
import { setupMenus } from './windows/menus';
import { collectOpenFiles, openPaths, pathsIn } from './windows/open-outside';
import { setupQuit } from './windows/quit';

const here = dirname(fileURLToPath(import.meta.url));

async function onReady(openFiles: ReturnType<typeof collectOpenFiles>): Promise<void> {
  const windows = createWindows({
    userData: app.getPath('userData'),
    preload: join(here, 'preload.cjs'),
  });
  const platform = electronPlatform(join(here, 'assets'), windows.current);
  const services = createServices(platform, {
    pictureWorker: join(here, 'pictures-worker.js'),
  });
  setupQuit(services, windows);
  setupPermissions();
  setupProtocol({
    page: join(here, 'renderer'),
    photo: services.library.photoPath,
    thumbnail: services.thumbnails.of,
  });
  await services.boot();
  setupIpc({ ...services.handlers, ...windows.handlers });
  windows.attachMenus(setupMenus(windows.current));
  await windows.show();

  const open = (paths: readonly string[]) => openPaths(paths, services, platform, windows);
  app.on('second-instance', (_event, words, folder) => {
    void windows.show().then(() => open(pathsIn(words.slice(app.isPackaged ? 1 : 2), folder)));
  });
  app.on('activate', () => void windows.show());
  openFiles.listen((path) => void open([path]));
  await open(pathsIn(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd()));
}

function onTrouble(error: unknown): void {
  console.error(error);
  dialog.showErrorBox(
    'Galley could not start',
    error instanceof Error ? error.message : `${error}`,
  );
  app.exit(1);
}

if (app.requestSingleInstanceLock()) {
  setupScheme();
  setupNavigation();
  const openFiles = collectOpenFiles();
  app
    .whenReady()
    .then(() => onReady(openFiles))
    .catch(onTrouble);
} else {
  app.quit();
}
