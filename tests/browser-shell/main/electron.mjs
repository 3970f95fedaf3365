/**
 * The stand-in for the `electron` module in the main process. It has every name of the real one, so that an import
 * never fails for lack of a name; what Galley does not use throws on first touch.
 */
import { becomeReady } from './app.mjs';
import { absent } from './loud.mjs';

export { app } from './app.mjs';
export { dialog } from './dialog.mjs';
export { ipcMain } from './ipc.mjs';
export { Menu, MenuItem } from './menu.mjs';
export { net, protocol } from './protocol.mjs';
export { session } from './session.mjs';
export { clipboard, nativeImage, nativeTheme, screen, shell } from './system.mjs';
export { BrowserWindow, webContents } from './windows.mjs';

export const autoUpdater = absent('autoUpdater');
export const BaseWindow = absent('BaseWindow');
export const BrowserView = absent('BrowserView');
export const contentTracing = absent('contentTracing');
export const crashReporter = absent('crashReporter');
export const desktopCapturer = absent('desktopCapturer');
export const globalShortcut = absent('globalShortcut');
export const ImageView = absent('ImageView');
export const inAppPurchase = absent('inAppPurchase');
export const MessageChannelMain = absent('MessageChannelMain');
export const netLog = absent('netLog');
export const Notification = absent('Notification');
export const powerMonitor = absent('powerMonitor');
export const powerSaveBlocker = absent('powerSaveBlocker');
export const pushNotifications = absent('pushNotifications');
export const safeStorage = absent('safeStorage');
export const ShareMenu = absent('ShareMenu');
export const systemPreferences = absent('systemPreferences');
export const TouchBar = absent('TouchBar');
export const Tray = absent('Tray');
export const utilityProcess = absent('utilityProcess');
export const View = absent('View');
export const webFrameMain = absent('webFrameMain');
export const WebContentsView = absent('WebContentsView');

/** Called once the main module has been read. */
export function shellReady() {
  becomeReady();
}
