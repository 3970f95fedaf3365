import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import type { Lifecycle, Platform } from './platform';

export interface LinksService extends Lifecycle {
  readonly handlers: Handlers<'links.open'>;
}

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address when the user's own browser may be asked to open it, else null: a `file:` or custom scheme runs programs. */
export function openableAddress(address: string): string | null {
  try {
    const url = new URL(address);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Opens web and mail addresses outside. */
export function createLinks(platform: Platform): LinksService {
  return {
    handlers: {
      'links.open': async ([address]) => {
        const openable = openableAddress(address);
        if (openable === null) {
          return fail(
            'denied',
            `Galley opens only web and mail addresses, not “${address.slice(0, 80)}”`,
          );
        }
        await platform.openExternal(openable);
        return ok(null);
      },
    },
  };
}
