import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastReplacement } from '../../../renderer/state/photos';
import { wordParts } from '../../../renderer/views/photo-desk/word-parts';

const words = fc.array(fc.constantFrom('Ana', ' ', 'Reis', ',', 'Rees', '.', '👩‍👧'), {
  maxLength: 8,
});

it('parts of a difference give back both texts', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [printed, file] = [a.join(''), b.join('')];
      const parts = wordParts(printed, file);
      const of = (skip: string) =>
        parts
          .filter(({ kind }) => kind !== skip)
          .map(({ text }) => text)
          .join('');
      expect(of('file')).toBe(printed);
      expect(of('printed')).toBe(file);
    }),
  );
});

it('shows the word that differs, not the sentence', () => {
  expect(wordParts('Mayor Ana Rees waves.', 'Mayor Ana Reis waves.')).toEqual([
    { kind: 'same', text: 'Mayor Ana ' },
    { kind: 'printed', text: 'Rees' },
    { kind: 'file', text: 'Reis' },
    { kind: 'same', text: ' waves.' },
  ]);
});

it('a replacement touches only what differs', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      const edit = leastReplacement('x', before, after);
      if (edit.op !== 'replace') throw new Error(edit.op);
      expect(before.slice(0, edit.start) + edit.text + before.slice(edit.end)).toBe(after);
    }),
  );
  expect(leastReplacement('x', 'Mayor Rees waves', 'Mayor Reis waves')).toMatchObject({
    start: 8,
    end: 9,
    text: 'i',
  });
});
