import { creditIn, shortFact } from '../../captions/reading';
import type { BlockCheck } from '../types';

export const creditAgencySpelling: BlockCheck = {
  id: 'credit-agency-spelling',
  title: 'Agency misspelled',
  section: 'Credits',
  severity: 'warning',
  scope: 'block',
  kinds: ['credit', 'caption'],
  why: 'Agencies check that they are named, and search for their name.',
  source: 'Galley’s list of agencies',
  examples: {
    flags: [
      { text: 'credit: Jo Lee/[[Gety]]', fixed: 'Jo Lee/Getty Images' },
      { text: 'credit: Jo Lee/[[Asociated Press]]', fixed: 'Jo Lee/AP' },
      { text: 'credit: annaz, iStock, [[Thinksotck]]', fixed: 'annaz, iStock, Thinkstock' },
      { text: 'credit: Jo Lee/[[Reutres]]', fixed: 'Jo Lee/Reuters' },
    ],
    passes: [
      { text: 'credit: Jo Lee/Getty Images' },
      // People whose names are close, and agencies that are not in the list.
      { text: 'credit: Reuter/AP' },
      { text: 'credit: Getz/AP' },
      { text: 'credit: Jo Lee/Harbour Pictures' },
      { text: 'credit: Jo Lee/The Union' },
    ],
  },
  run(block) {
    const placed = creditIn(block);
    if (!placed) return [];
    return placed.credit.parties
      .filter((party) => party.near)
      .map((party) => {
        const start = placed.offset + party.start;
        const end = placed.offset + party.end;
        return {
          block: block.id,
          start,
          end,
          message: `“${party.text}” looks like ${party.name}.`,
          fact: shortFact(`${party.text} → ${party.name}`),
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
