import { findAgency, hasFlag } from '../../captions/gazetteer';
import { creditIn } from '../../captions/reading';
import type { BlockCheck } from '../types';

export const creditLicenceMissing: BlockCheck = {
  id: 'credit-licence-missing',
  title: 'Licence missing',
  section: 'Credits',
  severity: 'error',
  scope: 'block',
  kinds: ['credit', 'caption'],
  why: 'Pictures from Wikimedia Commons, Flickr and the like are free only under their licence, which asks to be named.',
  source: 'Creative Commons, attribution: title, author, source, licence',
  examples: {
    flags: [
      { text: 'credit: Source: [[Wikimedia Commons]]' },
      { text: 'credit: Jo Lee/[[Flickr]]' },
      { text: 'caption: Ana Reis waves. Photo: Jo Lee via [[Wikipedia]]' },
    ],
    passes: [
      { text: 'credit: Jo Lee, CC BY-SA 4.0, via Wikimedia Commons' },
      { text: 'credit: Jo Lee/AP' },
      // Public domain and works of a government.
      { text: 'credit: Public domain, via Wikimedia Commons' },
      { text: 'credit: NASA via Wikimedia Commons' },
      { text: 'credit: Jo Lee/Flickr/Getty Images' },
    ],
  },
  run(block) {
    const placed = creditIn(block);
    if (!placed) return [];
    const { credit, offset } = placed;
    if (credit.licence !== null || credit.agencies.length > 0) return [];
    const rows = credit.parties.map((party) => ({ party, agency: findAgency(party.text) }));
    if (rows.some(({ agency }) => agency && hasFlag(agency, 'public-domain'))) return [];
    const host = rows.find(({ agency }) => agency && hasFlag(agency, 'needs-licence'));
    if (!host) return [];
    return [
      {
        block: block.id,
        start: offset + host.party.start,
        end: offset + host.party.end,
        message: `The picture comes from ${host.party.name}, but its licence is not named.`,
        fact: 'which licence?',
      },
    ];
  },
};
