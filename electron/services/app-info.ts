import { userInfo } from 'node:os';
import type { AppInfo } from '#core/ipc/contract';
import { ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import type { LibraryService } from './library';
import type { Lifecycle, Platform } from './platform';
import type { SettingsService } from './settings';

export interface AppInfoService extends Lifecycle {
  readonly handlers: Handlers<'app.info'>;
}

function systemName(): AppInfo['platform'] {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the user database.
    return '';
  }
}

/** What the window wants to know about the app around it. */
export function createAppInfo(
  platform: Platform,
  settings: SettingsService,
  library: LibraryService,
): AppInfoService {
  return {
    handlers: {
      'app.info': () =>
        ok({
          version: platform.version,
          platform: systemName(),
          shell: platform.shell,
          library: library.folder(),
          user: settings.current().user || accountName(),
        }),
    },
  };
}
