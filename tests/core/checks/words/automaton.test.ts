import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Literal } from '#core/checks/words/automaton';
import { buildAutomaton, foldText } from '#core/checks/words/automaton';

const whole = (find: string): Literal => ({ find, wholeWord: true });
const part = (find: string): Literal => ({ find, wholeWord: false });

const found = (text: string, ...literals: Literal[]) =>
  buildAutomaton(literals)
    .search(text)
    .map((hit) => text.slice(hit.start, hit.end));

describe('automaton', () => {
  it('finds whole words in any case, with any apostrophe, hyphen and run of spaces', () => {
    expect(found('A Web  Site, web\u00a0site. Cobweb site', whole('web site'))).toEqual([
      'Web  Site',
      'web\u00a0site',
    ]);
    expect(found('e\u2011mail and e-mails', whole('e-mail'))).toEqual(['e\u2011mail']);
    expect(found('Down’s syndrome', whole("Down's syndrome"))).toEqual(['Down’s syndrome']);
    expect(found('the U.S. and U.S.A', whole('U.S.'))).toEqual(['U.S.', 'U.S.']);
  });

  it('takes the longest at a place and never overlaps', () => {
    expect(
      found('new york city hall', whole('new york'), whole('new york city'), whole('city hall')),
    ).toEqual(['new york city']);
  });

  it('finds parts of words when asked', () => {
    expect(found('overutilized', part('utiliz'))).toEqual(['utiliz']);
  });

  it('folds to the same length whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(text)).toHaveLength(text.length);
      }),
      { numRuns: 1000 },
    );
    expect(foldText('İstanbul')).toHaveLength(8);
  });

  it('agrees with a search by one expression', () => {
    const word = fc.constantFrom('on', 'one', 'one two', 'two', 'ones', 'e-mail', 'mail');
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1 }),
        fc.array(fc.oneof(word, fc.constantFrom('x', 'é', '1')), { maxLength: 12 }),
        fc.array(fc.constantFrom(' ', '-', ', ', ''), { minLength: 12, maxLength: 12 }),
        (literals, parts, gaps) => {
          const text = parts.map((part, index) => part + (gaps[index] ?? '')).join('');
          const options = literals.toSorted((a, b) => b.length - a.length).join('|');
          const slow = new RegExp(`(?<![\\p{L}\\p{N}])(?:${options})(?![\\p{L}\\p{N}])`, 'gu');
          expect(found(text, ...literals.map(whole))).toEqual(text.match(slow) ?? []);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
