import { expect, it } from 'vitest';
import { completeName } from '#core/captions/complete-name';

const NAMES = ['Teresa Oliveira', 'Daniel Okonkwo', 'Zoë Ødegaard'];
const at = (text: string) => completeName(text, text.length, NAMES);

it('offers the names that a word begins, by any of their parts', () => {
  expect(at('Mayor Ol')).toEqual({ start: 6, end: 8, names: ['Teresa Oliveira'] });
  expect(at('Da')).toEqual({ start: 0, end: 2, names: ['Daniel Okonkwo'] });
  expect(at('With Zoe')?.names).toEqual(['Zoë Ødegaard']);
});

it('goes on from a first name that stands there already', () => {
  expect(at('Teresa Ol')).toEqual({ start: 0, end: 9, names: ['Teresa Oliveira'] });
});

it('offers nothing for small, short or whole words', () => {
  for (const text of ['the ol', 'O', 'Teresa Oliveira', 'Quay', '']) expect(at(text)).toBeNull();
  expect(completeName('Oliveira', 2, NAMES)).toBeNull();
});
