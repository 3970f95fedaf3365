import { findAgency, hasFlag } from '../../captions/gazetteer';
import { creditIn, shortFact } from '../../captions/reading';
import type { BlockCheck } from '../types';

export const creditDoubledAgency: BlockCheck = {
  id: 'credit-doubled-agency',
  title: 'Agency printed twice',
  section: 'Credits',
  severity: 'warning',
  scope: 'block',
  kinds: ['credit', 'caption'],
  why: 'The same agency twice in a row comes from joining two metadata fields. Once is enough.',
  source: 'Galley',
  examples: {
    flags: [
      { text: 'credit: fStop / Alamy[[/Alamy]]', fixed: 'fStop / Alamy' },
      { text: 'credit: (Photo: Getty Images)[[ Getty]]', fixed: '(Photo: Getty Images)' },
      { text: 'credit: Jo Lee/AFP[[ via Agence France-Presse]]', fixed: 'Jo Lee/AFP' },
    ],
    passes: [
      { text: 'credit: Jo Lee/Alamy' },
      { text: 'credit: Jo Lee/AFP/Getty Images' },
      // Namesakes of an agency.
      { text: 'credit: Mark Getty/Getty Images' },
      { text: 'credit: Emma Bloomberg/Bloomberg' },
      { text: 'credit: PA Wire/PA Images' },
    ],
  },
  run(block) {
    const placed = creditIn(block);
    if (!placed) return [];
    const { credit, offset } = placed;
    return credit.doubled.map((range) => {
      const end = offset + range.end;
      // A bracket between the two belongs to what stays.
      const cut = block.text.slice(offset + range.start, end);
      const start = offset + range.start + cut.lastIndexOf(')') + 1;
      const second = credit.parties.findIndex((party) => party.end === range.end);
      const before = credit.parties[second - 1];
      const agency = before && findAgency(before.text);
      // "Getty/Getty Images" may name a photographer called Getty.
      const namesake = second === 1 && agency !== undefined && hasFlag(agency, 'surname');
      return {
        block: block.id,
        start,
        end,
        message: `${range.name} stands twice in the credit.`,
        fact: shortFact(`${range.name}, twice`),
        fixes: [
          {
            title: 'Remove the second one',
            edits: [{ op: 'replace' as const, block: block.id, start, end, text: '' }],
            safe: !namesake,
          },
        ],
      };
    });
  },
};
