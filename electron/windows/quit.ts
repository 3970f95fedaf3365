import { app } from 'electron';
import type { Services } from '../services/index';
import type { Windows } from './main-window';

/** Ends the app only after every write has reached the disk. */
export function setupQuit(services: Services, windows: Windows): void {
  let ended = false;
  app.on('window-all-closed', () => {
    // On macOS an app stays in the dock until it is quit.
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    services
      .shutdown()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        ended = true;
        windows.current()?.destroy();
        app.quit();
      });
  });
}
