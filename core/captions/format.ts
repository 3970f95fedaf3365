import type { CreditForm } from '../checks/style-book';
import type { Credit, CreditKind, CreditParty, PartyRole } from './credit-types';

const MAKERS: ReadonlySet<PartyRole> = new Set(['creator', 'handle', 'staff', 'uncredited']);
const KIND_WORDS: { readonly [kind in CreditKind]: string } = {
  photo: 'Photo',
  illustration: 'Illustration',
  'photo-illustration': 'Photo illustration',
  composite: 'Composite',
  graphic: 'Graphic',
};

/**
 * A credit in a house's form: AP `(AP Photo/Jane Doe)`, Reuters `REUTERS/Jane Doe`, Getty `Photo by Jane Doe/Getty
 * Images`, Guardian `Photograph: Jane Doe/AFP`, NPR `Jane Doe/AFP`. Read again, it gives the same fields.
 */
export function formatCredit(credit: Credit, form: CreditForm): string {
  const parties = inOrder(once(credit.parties));
  if (parties.length === 0) return credit.raw.trim();
  const simple = isSimple(credit);
  switch (form) {
    case 'ap':
      return `(${simple && only(credit, 'AP') ? agencyFirst('AP Photo', credit, parties, ', File') : chain(credit, parties, true)})`;
    case 'reuters':
      return simple && only(credit, 'Reuters')
        ? agencyFirst('REUTERS', credit, parties, '/File Photo')
        : chain(credit, parties, false);
    case 'getty': {
      const partner = credit.via !== null;
      const label = simple && !partner && only(credit, 'Getty Images') ? 'Photo by ' : '';
      return label + chain(credit, parties, true);
    }
    case 'guardian': {
      const text = chain(credit, parties, false);
      return credit.kind === 'photo' && !credit.courtesy ? `Photograph: ${text}` : text;
    }
    case 'npr':
      return chain(credit, parties, false);
  }
}

/** A photo with creators by name, one agency at most and nothing that the short forms leave out. */
function isSimple(credit: Credit): boolean {
  return (
    credit.kind === 'photo' &&
    credit.kinds.length === 1 &&
    credit.creators.length > 0 &&
    credit.creators.every((creator) => !creator.handle) &&
    !credit.courtesy
  );
}

function only(credit: Credit, agency: string): boolean {
  return (
    credit.agencies.length === 1 &&
    credit.agencies[0] === agency &&
    credit.via === null &&
    credit.parties.every((party) => ['creator', 'agency', 'client'].includes(party.role)) &&
    (agency === 'Getty Images' || credit.client === null) &&
    !credit.pool &&
    !credit.handout &&
    !credit.staff &&
    credit.licence === null
  );
}

function agencyFirst(
  head: string,
  credit: Credit,
  parties: readonly CreditParty[],
  file: string,
): string {
  const makers = parties.filter((party) => MAKERS.has(party.role));
  return `${head}/${joinParties(makers, credit, false)}${credit.archive ? file : ''}`;
}

/** Drops what is printed twice in a row. */
function once(parties: readonly CreditParty[]): readonly CreditParty[] {
  return parties.filter((party, index) => {
    const before = parties[index - 1];
    return !(
      before &&
      before.role === party.role &&
      before.name === party.name &&
      (party.role === 'agency' || party.role === 'publisher')
    );
  });
}

/** "REUTERS/Jane Doe" names the creator first elsewhere; only where that moves nothing else. */
function inOrder(parties: readonly CreditParty[]): readonly CreditParty[] {
  const first = parties.findIndex((party) => MAKERS.has(party.role));
  if (first < 1) return parties;
  const rest = parties.slice(first);
  const head = parties.slice(0, first);
  if (!rest.every((party) => MAKERS.has(party.role))) return parties;
  if (head.some((party) => party.via || party.role === 'client' || party.role === 'commissioner'))
    return parties;
  if (new Set(parties.map((party) => party.work)).size > 1) return parties;
  return [...rest, ...head];
}

function chain(credit: Credit, parties: readonly CreditParty[], sayVia: boolean): string {
  const label = credit.courtesy
    ? credit.kind === 'photo'
      ? 'Courtesy of '
      : `${KIND_WORDS[credit.kind]} courtesy of `
    : credit.kind === 'photo'
      ? ''
      : `${KIND_WORDS[credit.kind]}: `;
  const marks = [
    credit.pool && !parties.some((party) => party.role === 'pool') ? '/Pool' : '',
    credit.handout && !parties.some((party) => party.role === 'handout') ? '/Handout' : '',
    credit.staff && !parties.some((party) => party.role === 'staff') ? '/Staff' : '',
    credit.licence !== null ? `, ${credit.licence}` : '',
    credit.archive ? ', File' : '',
  ];
  const body = joinParties(parties, credit, sayVia);
  const client = / for [^/]+$/.exec(body);
  // "for X" ends a credit: a mark behind it would read as part of the client's name.
  if (client && marks.slice(0, 3).some((mark) => mark !== '')) {
    return (
      label +
      body.slice(0, client.index) +
      marks.slice(0, 3).join('') +
      client[0] +
      marks.slice(3).join('')
    );
  }
  return label + body + marks.join('');
}

function joinParties(parties: readonly CreditParty[], credit: Credit, sayVia: boolean): string {
  let text = '';
  for (const [index, party] of parties.entries()) {
    text += jointBefore(parties, index, credit, sayVia) + nameOf(party, credit);
  }
  return text;
}

function jointBefore(
  parties: readonly CreditParty[],
  index: number,
  credit: Credit,
  sayVia: boolean,
): string {
  const party = parties[index];
  const before = parties[index - 1];
  if (!party || !before) return '';
  if (party.work !== before.work && party.role !== 'agency')
    return `. ${KIND_WORDS[party.work]} by `;
  if (party.role === 'client' || party.role === 'commissioner') {
    return party.role === before.role ? ' and ' : ' for ';
  }
  const derivable =
    credit.kind !== 'composite' && party.role === 'agency' && before.role === 'agency';
  if (party.via && !derivable) return ' via ';
  if (derivable && sayVia && party.name === credit.via) return ' via ';
  if (party.role !== 'creator' && party.role !== 'handle') return '/';
  if (before.role === 'agency' || before.role === 'publisher' || before.role === 'source')
    return '; ';
  if (before.role !== party.role || party.role === 'handle') return '/';
  if (parties[index + 1]?.role === 'creator') return ', ';
  return before.position === null ? ' and ' : ', and ';
}

function nameOf(party: CreditParty, credit: Credit): string {
  const base = party.role === 'agency' && party.work !== credit.kind && party.work === 'photo';
  const name = base ? `${party.name} Photo` : party.name;
  return party.position === null ? name : `${name}, ${party.position}`;
}
