import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#core/commands/registry';
import type { KeyPress } from '../../../renderer/state/keys';
import { matches, parseKeys, showKeys } from '../../../renderer/state/keys';

function press(key: string, given: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...given,
  };
}

describe('keys', () => {
  it('reads every accelerator of the registry', () => {
    for (const { keys, id } of COMMANDS) {
      if (keys === undefined) continue;
      expect(parseKeys(keys).key, id).not.toBe('');
      for (const platform of ['mac', 'windows', 'linux'] as const) {
        expect(showKeys(keys, platform), id).not.toMatch(/Mod|undefined/u);
      }
    }
  });

  it('takes Mod for Command on a Mac and for Control elsewhere', () => {
    const keys = parseKeys('Mod+Shift+P');
    const control = press('P', { ctrlKey: true, shiftKey: true });
    const command = press('P', { metaKey: true, shiftKey: true });
    expect(matches(keys, control, 'linux')).toBe(true);
    expect(matches(keys, command, 'linux')).toBe(false);
    expect(matches(keys, command, 'mac')).toBe(true);
    expect(matches(keys, control, 'mac')).toBe(false);
  });

  it('wants exactly the modifiers named', () => {
    const keys = parseKeys('Mod+F');
    expect(matches(keys, press('f', { ctrlKey: true }), 'linux')).toBe(true);
    expect(matches(keys, press('f', { ctrlKey: true, shiftKey: true }), 'linux')).toBe(false);
    expect(matches(keys, press('f', { ctrlKey: true, altKey: true }), 'linux')).toBe(false);
    expect(matches(keys, press('f'), 'linux')).toBe(false);
    expect(matches(parseKeys('F8'), press('F8'), 'linux')).toBe(true);
    expect(matches(parseKeys('Shift+F8'), press('F8'), 'linux')).toBe(false);
  });

  it('finds keys whose character Shift or Alt changes by their place', () => {
    const stop = press('>', { code: 'Period', ctrlKey: true, shiftKey: true });
    expect(matches(parseKeys('Mod+Shift+.'), stop, 'linux')).toBe(true);
    const four = press('¢', { code: 'Digit4', metaKey: true, altKey: true });
    expect(matches(parseKeys('Mod+Alt+4'), four, 'mac')).toBe(true);
    const p = press('π', { code: 'KeyP', metaKey: true, altKey: true });
    expect(matches(parseKeys('Mod+Alt+P'), p, 'mac')).toBe(true);
    // On a French keyboard the key in Q's place types A: the letter counts.
    const french = press('a', { code: 'KeyQ', ctrlKey: true });
    expect(matches(parseKeys('Mod+Q'), french, 'linux')).toBe(false);
    expect(matches(parseKeys('Mod+A'), french, 'linux')).toBe(true);
  });

  it('reads arrows and shows keys as each platform does', () => {
    const up = press('ArrowUp', { altKey: true, shiftKey: true });
    expect(matches(parseKeys('Alt+Shift+Up'), up, 'linux')).toBe(true);
    expect(showKeys('Alt+Shift+Up', 'linux')).toBe('Alt+Shift+↑');
    expect(showKeys('Mod+Shift+P', 'mac')).toBe('⇧⌘P');
    expect(showKeys('Mod+Backspace', 'mac')).toBe('⌘⌫');
    expect(showKeys('Mod+=', 'windows')).toBe('Ctrl+=');
    expect(() => parseKeys('Mod+')).toThrow(/No key/u);
  });
});
