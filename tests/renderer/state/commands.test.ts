import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '#core/commands/registry';
import type { App } from '../../../renderer/state/app';
import { createCommands } from '../../../renderer/state/commands';
import { commandHandlers } from '../../../renderer/state/handlers';

const NO_KEYS = { code: '', metaKey: false, altKey: false, shiftKey: false };
const handlers = commandHandlers(() => {
  throw new Error('Building the handlers must not touch the desk');
});

describe('commands', () => {
  it('has a handler or a platform role for every command, and none that is unknown', () => {
    const without = COMMANDS.filter(
      (command) => command.role === undefined && !Object.hasOwn(handlers, command.id),
    );
    expect(without.map((command) => command.id)).toEqual([]);
    const known = new Set(COMMANDS.map((command) => command.id));
    expect(Object.keys(handlers).filter((id) => !known.has(id))).toEqual([]);
  });

  it('gives no two commands the same keys or id', () => {
    const keys = COMMANDS.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map((command) => command.id)).size).toBe(COMMANDS.length);
  });

  it('runs only what can run now', () => {
    const run = vi.fn();
    let story = false;
    let allowed = true;
    const commands = createCommands(
      {
        'story.new': { run },
        'story.save': { run, enabled: () => allowed },
      },
      () => story,
    );
    expect(commands.run('story.new')).toBe(true);
    expect(commands.run('story.save')).toBe(false);
    story = true;
    expect(commands.run('story.save')).toBe(true);
    allowed = false;
    expect(commands.enabled('story.save')).toBe(false);
    expect(commands.run('edit.find')).toBe(false);
    expect(commands.run('no.such.command')).toBe(false);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('finds the command of a key and leaves roles to the platform', () => {
    const commands = createCommands({}, () => true);
    const key = (name: string) => ({ ...NO_KEYS, key: name, ctrlKey: true });
    expect(commands.forKey(key('f'), 'linux')?.id).toBe('edit.find');
    expect(commands.forKey(key('c'), 'linux')).toBeNull();
    expect(commands.forKey({ ...key('F1'), ctrlKey: false }, 'linux')?.id).toBe('help.shortcuts');
  });

  it('reports roles as always there', () => {
    const commands = createCommands({}, () => false);
    const ids = commands.available();
    expect(ids).toContain('edit.copy');
    expect(ids).not.toContain('story.save');
  });

  it('asks the desk only when a command runs', () => {
    const create = vi.fn();
    const app = { library: { create } } as unknown as App;
    const bound = createCommands(
      commandHandlers(() => app),
      () => false,
    );
    expect(bound.run('story.new')).toBe(true);
    expect(create).toHaveBeenCalledOnce();
  });
});
