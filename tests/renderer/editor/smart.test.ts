import { describe, expect, it } from 'vitest';
import { smartSubstitution } from '../../../renderer/editor/typing/smart';

const english = { smartQuotes: true, smartDashes: true, language: 'en-US' };

/** What stands after the keys were typed one by one. */
function typed(keys: string, options = english, start = ''): string {
  let text = start;
  for (const key of keys) {
    const change = smartSubstitution(text, key, options);
    text = change ? text.slice(0, text.length - change.back) + change.text : text + key;
  }
  return text;
}

describe('quotes and dashes while typing', () => {
  it.each([
    [`"Go," she said.`, '“Go,” she said.'],
    [`("Go")`, '(“Go”)'],
    [`"'Go,' he said," she said.`, '“‘Go,’ he said,” she said.'],
    [`He said: "She said 'no'"`, 'He said: “She said ‘no’”'],
    [`don't, the councils' and James's`, 'don’t, the councils’ and James’s'],
    [`'tis the season; 'Twas so.`, '’tis the season; ’Twas so.'],
    [`the '90s and the 1990's`, 'the ’90s and the 1990’s'],
    [`rock 'n' roll`, 'rock ’n’ roll'],
    [`get 'em. 'Til May`, 'get ’em. ’Til May'],
    [`'Tiswas' is a show`, '‘Tiswas’ is a show'],
    [`he said--"yes"`, 'he said—“yes”'],
    [`"I was--" he said`, '“I was—” he said'],
    [`one -- two`, 'one — two'],
    [`well-known`, 'well-known'],
  ])('%s → %s', (keys, expected) => {
    expect(typed(keys)).toBe(expected);
  });

  it('sets a spaced en dash in British copy', () => {
    expect(typed('one -- two', { ...english, language: 'en-GB' })).toBe('one – two');
  });

  it('leaves other languages and switched-off settings alone', () => {
    expect(typed(`"a" 'b'`, { ...english, language: 'de' })).toBe(`"a" 'b'`);
    expect(typed(`"a" 'b'`, { ...english, smartQuotes: false })).toBe(`"a" 'b'`);
    expect(typed('a--b', { ...english, smartDashes: false })).toBe('a--b');
  });
});
