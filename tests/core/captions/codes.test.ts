import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandCodes, parseCodes } from '#core/captions/codes';

const LIST = '# Porto\nh10\tAna Reis (10)\nh7\t\tJo Lee (7)\n\nbroken line\nh10\tSomebody else\n';

it('reads a list as photographers keep it, and names the lines that it cannot read', () => {
  const { codes, problems } = parseCodes(LIST);
  expect([...codes]).toEqual([
    ['h10', 'Ana Reis (10)'],
    ['h7', 'Jo Lee (7)'],
  ]);
  expect(problems.map(({ line }) => line)).toEqual([5, 6]);
});

it('replaces codes between backslashes and leaves the rest', () => {
  const { codes } = parseCodes(LIST);
  expect(expandCodes('\\h10\\ shoots past \\h7\\.', codes)).toBe(
    'Ana Reis (10) shoots past Jo Lee (7).',
  );
  expect(expandCodes('C:\\desk\\photos and \\h99\\', codes)).toBe('C:\\desk\\photos and \\h99\\');
  expect(expandCodes('no codes', codes)).toBe('no codes');
});

it('changes nothing that holds no code, and never twice', () => {
  const { codes } = parseCodes(LIST);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = expandCodes(text, codes);
      expect(expandCodes(once, codes)).toBe(once);
    }),
  );
});
