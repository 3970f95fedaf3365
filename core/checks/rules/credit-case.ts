import { tidy } from '../../captions/fold';
import { creditIn, shortFact } from '../../captions/reading';
import type { BlockCheck } from '../types';

export const creditCase: BlockCheck = {
  id: 'credit-case',
  title: 'Creator in capitals',
  section: 'Credits',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['credit', 'caption'],
  why: 'Agencies send creators’ names in capitals; in print they are names like others. A house that prints wire copy as sent sets creditCase to verbatim.',
  source: 'Galley',
  examples: {
    flags: [
      { text: 'credit: [[JIM WATSON]]/AFP/Getty Images', fixed: 'Jim Watson/AFP/Getty Images' },
      { text: 'credit: EPA/[[ANDREW O’BRIEN]]', fixed: 'EPA/Andrew O’Brien' },
      {
        text: 'caption: Ana Reis waves. Photo: [[JO MCDONALD]]/AFP',
        fixed: 'Ana Reis waves. Photo: Jo McDonald/AFP',
      },
    ],
    passes: [
      { text: 'credit: Jim Watson/AFP/Getty Images' },
      { text: 'credit: REUTERS/Jo Lee' },
      // McX, initials, screen names.
      { text: 'credit: J.T. McDonald/AP' },
      { text: 'credit: VLADGRIN/iStock' },
      { text: 'credit: JR/AP' },
      { text: 'credit: STR/AFP' },
      // Houses that print the wire verbatim.
      { text: 'credit: JIM WATSON/AFP', book: { options: { creditCase: 'verbatim' } } },
    ],
  },
  run(block, _analysis, book) {
    if (book.options['creditCase'] === 'verbatim') return [];
    const placed = creditIn(block);
    if (!placed) return [];
    return placed.credit.parties
      .filter((party) => party.role === 'creator' && /\p{Lu}{2}/u.test(party.text))
      .filter((party) => party.text.includes(' '))
      .filter((party) => tidy(party.text).endsWith(party.name) === false)
      .map((party) => {
        const start = placed.offset + party.start;
        const end = placed.offset + party.end;
        return {
          block: block.id,
          start,
          end,
          message: `The creator is in capitals: ${tidy(party.text)}.`,
          fact: shortFact(party.name),
          fixes: [
            {
              title: party.name,
              edits: [{ op: 'replace' as const, block: block.id, start, end, text: party.name }],
              safe: false,
            },
          ],
        };
      });
  },
};
