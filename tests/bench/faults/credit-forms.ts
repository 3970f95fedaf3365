import type { Random } from './made';
import { one, person } from './made';

/** Agencies as papers print them. */
const AGENCIES =
  'AFP|AP|Reuters|Getty Images|EPA|Bloomberg|Xinhua|Alamy|Shutterstock|PA|Anadolu|NurPhoto|UPI|TASS|Kyodo|EFE|ANSA|dpa|Sipa|ZUMA Press|iStock|Corbis'.split(
    '|',
  );
export const agency = (random: Random): string => one(AGENCIES, random);

/** Two agencies that have nothing to do with each other. */
export function twoAgencies(random: Random): readonly [string, string] {
  const first = one(AGENCIES.slice(0, 16), random);
  for (;;) {
    const second = one(AGENCIES.slice(0, 16), random);
    if (second !== first && !related(first, second)) return [first, second];
  }
}

/** Agencies that pass on one another's pictures may stand for one another in a chain. */
function related(a: string, b: string): boolean {
  return (
    [a, b].includes('Getty Images') &&
    [a, b].some((name) => /AFP|Anadolu|NurPhoto|Bloomberg|PA/u.test(name))
  );
}

/** A credit line in one of the forms of CAPTIONS.md, for this creator and agency. */
export function creditLine(name: string, agencyName: string, random: Random): string {
  return one(
    [
      `${name}/${agencyName}`,
      `(${name}/${agencyName})`,
      `Photo: ${name}/${agencyName}`,
      `Photograph: ${name}/${agencyName}`,
      `Photo by ${name}/${agencyName}`,
      `${name} / ${agencyName}`,
      `${agencyName}/${name}`,
      `${name}, ${agencyName}`,
    ],
    random,
  );
}

/** Any clean credit. */
export const anyCredit = (random: Random): string =>
  creditLine(person(random).full, agency(random), random);
