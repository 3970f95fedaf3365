import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokens } from '#core/checks/tokens';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[’'‑-](?=[\p{L}\p{N}])|[.,:](?=\p{N}))*/gu;
const piece = fc.constantFrom(
  ...[
    'a',
    'é',
    'é',
    '́',
    '٣',
    '7',
    '.',
    ',',
    ':',
    '’',
    "'",
    '-',
    '‑',
    ' ',
    '𝒜',
    '👩‍👧',
    '中',
    '\ud800',
  ],
);

test('the loop finds what the expression that defines a word finds', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const expected = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
        text: word,
        start: index,
        end: index + word.length,
      }));
      expect(tokens(text)).toEqual(expected);
    }),
    { numRuns: 5000 },
  );
});
