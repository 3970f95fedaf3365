import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastReplacement } from '../../../renderer/state/photos';
import { withFileWords, wordParts } from '../../../renderer/views/photo-desk/word-parts';

const words = fc.array(fc.constantFrom('Ana', ' ', 'Reis', ',', 'Rees', '.', '👩‍👧'), {
  maxLength: 8,
});

it('parts of a difference give back both texts', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [printed, file] = [a.join(''), b.join('')];
      const parts = wordParts(printed, file);
      const of = (side: 'printed' | 'file') =>
        parts.map((part) => (part.kind === 'same' ? part.text : part[side])).join('');
      expect(of('printed')).toBe(printed);
      expect(of('file')).toBe(file);
      // Taking every difference one after another ends at the file's text.
      let text = printed;
      for (let left = parts.length; left > 0 && text !== file; left -= 1) {
        const now = wordParts(text, file);
        text = withFileWords(
          now,
          now.findIndex(({ kind }) => kind === 'differs'),
        );
      }
      expect(text).toBe(file);
    }),
  );
});

it('shows the word that differs, not the sentence', () => {
  expect(wordParts('Mayor Ana Rees waves.', 'Mayor Ana Reis waves.')).toEqual([
    { kind: 'same', text: 'Mayor Ana ' },
    { kind: 'differs', printed: 'Rees', file: 'Reis' },
    { kind: 'same', text: ' waves.' },
  ]);
});

it('differences with only space between them are one, and each can be taken by itself', () => {
  const parts = wordParts('RUI SANTOS, left, waves', 'Rui Santos waves from a ferry');
  expect(parts[0]).toEqual({ kind: 'differs', printed: 'RUI SANTOS, left, ', file: 'Rui Santos ' });
  expect(withFileWords(parts, 0)).toBe('Rui Santos waves');
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
