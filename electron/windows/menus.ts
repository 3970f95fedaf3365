import type { BrowserWindow } from 'electron';
import { Menu } from 'electron';
import { COMMANDS } from '#core/commands/registry';
import { menuTemplate } from './menu-template';

export interface Menus {
  /** Greys out every command that is not among these ids. */
  readonly enable: (ids: ReadonlySet<string>) => void;
}

/** Builds the native menus from the command registry; `target` is the window a chosen command goes to. */
export function setupMenus(target: () => BrowserWindow | null): Menus {
  const run = (id: string) => target()?.webContents.send('command.run', { id });
  const template = menuTemplate(COMMANDS, {
    mac: process.platform === 'darwin',
    enabled: null,
    run,
  });
  const menu = Menu.buildFromTemplate(template);
  Menu.setApplicationMenu(menu);
  return {
    enable(ids) {
      for (const { id, role } of COMMANDS) {
        // The platform decides about its own roles.
        if (role !== undefined) continue;
        const item = menu.getMenuItemById(id);
        if (item) item.enabled = ids.has(id);
      }
    },
  };
}
