import type { MenuItemConstructorOptions } from 'electron';
import type { Command, MenuName } from '#core/commands/registry';

export interface MenuState {
  readonly mac: boolean;
  /** Ids of the commands that can run now; null: nobody has said yet, only those that always work can. */
  readonly enabled: ReadonlySet<string> | null;
  readonly run: (id: string) => void;
}

const ORDER: readonly MenuName[] = ['File', 'Edit', 'Format', 'Check', 'View', 'Help'];
/** Where the application menu's groups go on systems that have none. */
const ELSEWHERE: MenuName = 'File';

/** The native menus: one item per command of the registry, with the items each platform expects around them. */
export function menuTemplate(
  commands: readonly Command[],
  state: MenuState,
): MenuItemConstructorOptions[] {
  const menus = ORDER.map((name) => ({
    label: name,
    submenu: grouped(commandsOf(name, commands, state.mac), state),
  }));
  if (!state.mac) {
    const help = menus.at(-1);
    help?.submenu.push({ type: 'separator' }, { role: 'about', label: 'About Galley' });
    return menus;
  }
  const own = commands.filter(({ menu, role }) => menu === 'Galley' && role !== 'quit');
  const galley: MenuItemConstructorOptions = {
    label: 'Galley',
    submenu: [
      { role: 'about', label: 'About Galley' },
      { type: 'separator' },
      ...grouped(own, state),
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide', label: 'Hide Galley' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      ...grouped(
        commands.filter(({ role }) => role === 'quit'),
        state,
      ),
    ],
  };
  const help = menus.pop();
  return [
    galley,
    ...menus,
    { role: 'windowMenu' },
    ...(help ? [{ ...help, role: 'help' as const }] : []),
  ];
}

function commandsOf(menu: MenuName, commands: readonly Command[], mac: boolean): Command[] {
  const own = commands.filter((command) => command.menu === menu);
  if (mac || menu !== ELSEWHERE) return own;
  const galley = commands
    .filter((command) => command.menu === 'Galley')
    // After everything of the menu's own.
    .map((command) => ({ ...command, group: command.group + 100 }));
  return [...own, ...galley];
}

function grouped(commands: readonly Command[], state: MenuState): MenuItemConstructorOptions[] {
  const groups = [...new Set(commands.map(({ group }) => group))].sort((a, b) => a - b);
  return groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [{ type: 'separator' as const }]),
    ...commands.filter((command) => command.group === group).map((command) => item(command, state)),
  ]);
}

function item(command: Command, state: MenuState): MenuItemConstructorOptions {
  const shown: MenuItemConstructorOptions = {
    id: command.id,
    label: command.title,
    ...(command.keys === undefined
      ? {}
      : { accelerator: command.keys.replace('Mod', 'CommandOrControl') }),
  };
  if (command.role !== undefined) {
    return { ...shown, role: command.role as NonNullable<MenuItemConstructorOptions['role']> };
  }
  return {
    ...shown,
    enabled: state.enabled === null ? command.always === true : state.enabled.has(command.id),
    // The window handles keys itself; the menu only shows them.
    registerAccelerator: false,
    click: () => state.run(command.id),
  };
}
