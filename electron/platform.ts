import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, shell } from 'electron';
import type { Platform } from './services/platform';

/** Electron's side of what services need. `window` is the one dialogs belong to. */
export function electronPlatform(assets: string, window: () => BrowserWindow | null): Platform {
  const openDialog = async (options: Electron.OpenDialogOptions) => {
    const owner = window();
    const { canceled, filePaths } = owner
      ? await dialog.showOpenDialog(owner, options)
      : await dialog.showOpenDialog(options);
    return canceled ? [] : filePaths;
  };
  const documents = app.getPath('documents');
  return {
    version: app.getVersion(),
    shell: process.versions['electron'] === undefined ? 'browser' : 'electron',
    paths: { userData: app.getPath('userData'), documents, assets },
    chooseFiles: (title, filters) =>
      openDialog({
        title,
        properties: ['openFile', 'multiSelections'],
        filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      }),
    async chooseFolder(title, current) {
      const [folder] = await openDialog({
        title,
        defaultPath: current,
        properties: ['openDirectory', 'createDirectory'],
      });
      return folder ?? null;
    },
    async chooseSave(title, name, filter) {
      const options = {
        title,
        defaultPath: join(documents, name),
        filters: [{ name: filter.name, extensions: [...filter.extensions] }],
      };
      const owner = window();
      const { canceled, filePath } = owner
        ? await dialog.showSaveDialog(owner, options)
        : await dialog.showSaveDialog(options);
      return canceled || !filePath ? null : filePath;
    },
    trash: (path) => shell.trashItem(path),
    reveal: (path) => shell.showItemInFolder(path),
    openExternal: (address) => shell.openExternal(address),
    setTheme(theme) {
      nativeTheme.themeSource = theme;
    },
    broadcast(event, payload) {
      for (const target of BrowserWindow.getAllWindows()) {
        if (!target.isDestroyed()) target.webContents.send(event, payload);
      }
    },
  };
}
