import type { Credit } from '#core/captions/credit-types';

export interface Chip {
  readonly name: string;
  readonly value: string;
  /** False: guessed, or spelled only nearly like a known agency. */
  readonly sure: boolean;
}

/** A credit's parts for people, in the order a desk asks for them: who made it, who passed it on, what it is, licence. */
export function creditChips(credit: Credit): readonly Chip[] {
  const near = new Set(credit.parties.filter((party) => party.near).map((party) => party.name));
  const chip = (name: string, value: string): Chip => ({
    name,
    value: near.has(value) ? `${value}?` : value,
    sure: !near.has(value),
  });
  const chips: Chip[] = credit.creators.map((one) =>
    chip('creator', one.position === null ? one.name : `${one.name}, ${one.position}`),
  );
  if (chips.length === 0) chips.push({ name: 'creator', value: 'none named', sure: false });
  for (const name of credit.agencies) if (name !== credit.via) chips.push(chip('agency', name));
  for (const name of credit.publishers) chips.push(chip('publisher', name));
  for (const name of credit.organisations) chips.push(chip('organisation', name));
  for (const name of credit.sources) chips.push(chip('source', name));
  if (credit.via !== null) chips.push(chip('via', credit.via));
  if (credit.client !== null) chips.push(chip('client', credit.client));
  if (credit.commissioner !== null) chips.push(chip('for', credit.commissioner));
  for (const flag of ['archive', 'pool', 'handout', 'courtesy'] as const) {
    if (credit[flag]) chips.push({ name: 'marked', value: flag, sure: true });
  }
  chips.push({ name: 'kind', value: credit.kinds.join(', ') || credit.kind, sure: true });
  chips.push({ name: 'licence', value: credit.licence ?? 'none stated', sure: true });
  return chips;
}
