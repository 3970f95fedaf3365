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
      { text: 'credit: Photo by Jo Lee on [[Flickr]]' },
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
    const party = rows.find(({ agency }) => agency && hasFlag(agency, 'needs-licence'))?.party;
    const host = party ?? hostBehind(credit.raw);
    if (!host) return [];
    return [
      {
        block: block.id,
        start: offset + host.start,
        end: offset + host.end,
        message: `The picture comes from ${host.name}, but its licence is not named.`,
        fact: 'which licence?',
      },
    ];
  },
};

/** "Photo by Jo Lee on Flickr": a host behind a preposition, which the credit's grammar leaves in the name. */
function hostBehind(raw: string) {
  const match = /\b(?:on|from|at) (?<name>\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)\)?\.?\s*$/u.exec(raw);
  const name = match?.groups?.['name'] ?? '';
  const agency = name === '' ? undefined : findAgency(name);
  if (!match || !agency || !hasFlag(agency, 'needs-licence')) return undefined;
  const start = match.index + match[0].indexOf(name);
  return { name: agency.name, start, end: start + name.length };
}
