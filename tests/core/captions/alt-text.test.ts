import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partedAlt } from '#core/captions/alt-text';

it('keeps an alt text that fits', () => {
  expect(partedAlt(' Two boats. ', 250)).toEqual({ alt: 'Two boats.', rest: '' });
});

it('parts at a sentence, else at a clause, else at a word', () => {
  const sentence = 'A white ferry turns in front of a town with many houses.';
  expect(partedAlt(`${sentence} Six people wave from the rail.`, 70)).toEqual({
    alt: sentence,
    rest: 'Six people wave from the rail.',
  });
  const clause = 'A white ferry turns in front of a town with many houses, six people wave';
  expect(partedAlt(clause, 64)).toEqual({
    alt: 'A white ferry turns in front of a town with many houses,',
    rest: 'six people wave',
  });
  expect(partedAlt('A white ferry turns in front of a town with many houses', 50)).toEqual({
    alt: 'A white ferry turns in front of a town with many',
    rest: 'houses',
  });
});

it('loses no letter and never leaves more than fits', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 20, max: 250 }), (text, most) => {
      const { alt, rest } = partedAlt(text, most);
      const letters = (words: string) => words.replaceAll(/\s+/gu, '');
      expect(alt.length).toBeLessThanOrEqual(most);
      expect(letters(alt) + letters(rest)).toBe(letters(text));
    }),
    { numRuns: 500 },
  );
});
