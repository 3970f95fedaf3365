import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#core/commands/registry';
import { displaysKey, visibleBounds } from '../../../electron/windows/bounds';
import { menuTemplate } from '../../../electron/windows/menu-template';

interface Item {
  readonly id?: string;
  readonly label?: string;
  readonly type?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
}

const template = (
  mac: boolean,
  enabled: ReadonlySet<string> | null = null,
  run = (_id: string) => {},
) => menuTemplate(COMMANDS, { mac, enabled, run }) as readonly Item[];
const items = (menus: readonly Item[]) => menus.flatMap((menu) => menu.submenu ?? []);

describe('native menus', () => {
  it.each([true, false])('hold every command once, macOS %s', (mac) => {
    const ids = items(template(mac)).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids.sort()).toEqual(COMMANDS.map(({ id }) => id).sort());
  });

  it.each([true, false])('have no line at an edge or beside another, macOS %s', (mac) => {
    for (const menu of template(mac)) {
      const types = (menu.submenu ?? []).map(({ type }) => type);
      expect(types.at(0)).not.toBe('separator');
      expect(types.at(-1)).not.toBe('separator');
      for (const [index, type] of types.entries()) {
        if (type === 'separator') expect(types[index + 1]).not.toBe('separator');
      }
    }
  });

  it('show keys that the window handles itself', () => {
    const bold = items(template(false)).find(({ id }) => id === 'format.bold');
    expect(bold).toMatchObject({ accelerator: 'CommandOrControl+B', registerAccelerator: false });
  });

  it('run the command that was chosen, and only offer what can run', () => {
    const ran: string[] = [];
    const menus = template(false, new Set(['story.save']), (id) => ran.push(id));
    items(menus)
      .find(({ id }) => id === 'story.save')
      ?.click?.();
    expect(ran).toEqual(['story.save']);
    const enabled = items(menus).filter((item) => item.click && item.enabled);
    expect(enabled.map(({ id }) => id)).toEqual(['story.save']);
  });

  it('begin with what always works', () => {
    const enabled = items(template(false)).filter((item) => item.click && item.enabled);
    expect(enabled.map(({ id }) => id).sort()).toEqual(
      COMMANDS.filter(({ always, role }) => always && role === undefined)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('follow each platform', () => {
    expect(template(true).map(({ label, role }) => label ?? role)).toEqual([
      'Galley',
      'File',
      'Edit',
      'Format',
      'Check',
      'View',
      'windowMenu',
      'Help',
    ]);
    const windows = template(false);
    expect(windows.map(({ label }) => label)).toEqual([
      'File',
      'Edit',
      'Format',
      'Check',
      'View',
      'Help',
    ]);
    expect(windows[0]?.submenu?.at(-1)).toMatchObject({ id: 'app.quit', role: 'quit' });
  });
});

describe('window places', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 };
  const second = { x: 1920, y: 0, width: 1920, height: 1080 };

  it('come back where they can be seen', () => {
    const bounds = { x: 2000, y: 50, width: 1200, height: 800 };
    expect(visibleBounds(bounds, [display, second])).toEqual(bounds);
    expect(visibleBounds(bounds, [display])).toBeNull();
    expect(visibleBounds(undefined, [display])).toBeNull();
    expect(visibleBounds({ ...bounds, x: 0, y: -500 }, [display])).toBeNull();
  });

  it('are never smaller than the desk needs', () => {
    expect(visibleBounds({ x: 0, y: 0, width: 10, height: 10 }, [display])).toEqual({
      x: 0,
      y: 0,
      width: 960,
      height: 600,
    });
  });

  it('are told apart by the arrangement of displays, not by their order', () => {
    expect(displaysKey([display, second])).toBe(displaysKey([second, display]));
    expect(displaysKey([display])).not.toBe(displaysKey([display, second]));
  });
});
