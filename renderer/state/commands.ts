import type { Command } from '#core/commands/registry';
import { COMMANDS } from '#core/commands/registry';
import type { Accelerator, KeyPress, Platform } from './keys';
import { matches, parseKeys } from './keys';

export interface Handler {
  readonly run: () => unknown;
  /** Absent: whenever the command's own condition (`always`, or an open story) holds. */
  readonly enabled?: () => boolean;
}

export type Handlers = Readonly<Record<string, Handler>>;

export interface Commands {
  readonly enabled: (id: string) => boolean;
  /** Runs a command if it can run now; true when it did. */
  readonly run: (id: string) => boolean;
  /** Ids that can run now, in registry order. */
  readonly available: () => readonly string[];
  /** The command a key event means, or null. Commands with a platform role are left to the platform. */
  readonly forKey: (event: KeyPress, platform: Platform) => Command | null;
}

const parsed: readonly { readonly command: Command; readonly keys: Accelerator }[] =
  COMMANDS.flatMap((command) =>
    command.keys !== undefined && command.role === undefined
      ? [{ command, keys: parseKeys(command.keys) }]
      : [],
  );

/** Binds the desk's commands to handlers. `hasStory` decides about commands that need an open story. */
export function createCommands(handlers: Handlers, hasStory: () => boolean): Commands {
  const enabled = (id: string) => {
    const command = COMMANDS.find((one) => one.id === id);
    const handler = handlers[id];
    if (!command || !handler) return false;
    if (!command.always && !hasStory()) return false;
    return handler.enabled?.() ?? true;
  };
  return {
    enabled,
    run: (id) => {
      if (!enabled(id)) return false;
      handlers[id]?.run();
      return true;
    },
    available: () =>
      COMMANDS.filter((command) => command.role !== undefined || enabled(command.id)).map(
        (command) => command.id,
      ),
    forKey: (event, platform) =>
      parsed.find(({ keys }) => matches(keys, event, platform))?.command ?? null,
  };
}
