/** Keyboard accelerators: `Mod+Shift+P` as data, as a match for a key event, and as words for people. */

export type Platform = 'mac' | 'windows' | 'linux';

export interface Accelerator {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What a key event must carry to be matched. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Plus: '+',
  Space: ' ',
  Esc: 'Escape',
};

/** Codes of keys whose character changes with Shift or Alt. */
const CODES: Readonly<Record<string, string>> = {
  '.': 'Period',
  ',': 'Comma',
  '\\': 'Backslash',
  '=': 'Equal',
  '-': 'Minus',
};

/** Reads `Mod+Shift+P`. Throws on an empty key. */
export function parseKeys(keys: string): Accelerator {
  const parts = keys.split('+');
  const name = parts.pop() ?? '';
  if (name === '') throw new Error(`No key in “${keys}”`);
  return {
    key: NAMED[name] ?? name,
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/** True when the event is this accelerator on this platform: Mod is Command on a Mac and Control elsewhere. */
export function matches(keys: Accelerator, event: KeyPress, platform: Platform): boolean {
  const mod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const other = platform === 'mac' ? event.ctrlKey : event.metaKey;
  if (mod !== keys.mod || other || event.altKey !== keys.alt) return false;
  if (event.shiftKey !== keys.shift) return false;
  return sameKey(keys.key, event);
}

function sameKey(key: string, event: KeyPress): boolean {
  if (key.length > 1 || key === ' ') return event.key === key;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  // Shift and Alt change the character, so the key's place decides: Shift+. types > and Alt+4 types ¢ on a Mac.
  if (/^\d$/u.test(key)) return event.code === `Digit${key}`;
  if (/^[a-z]$/iu.test(key)) {
    return !/^[a-z]$/iu.test(event.key) && event.code === `Key${key.toUpperCase()}`;
  }
  return CODES[key] !== undefined && event.code === CODES[key];
}

const MAC: Readonly<Record<string, string>> = {
  Enter: '⏎',
  Backspace: '⌫',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};
const PLAIN: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};

/** The keys as a person reads them: `⇧⌘P` on a Mac, `Ctrl+Shift+P` elsewhere. */
export function showKeys(keys: string, platform: Platform): string {
  const { mod, shift, alt } = parseKeys(keys);
  const name = keys.split('+').pop() ?? '';
  if (platform === 'mac') {
    return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${MAC[name] ?? name}`;
  }
  const parts = [mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', PLAIN[name] ?? name];
  return parts.filter((part) => part !== '').join('+');
}
