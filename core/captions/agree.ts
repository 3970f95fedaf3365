import { parseCredit } from './credit';
import type { Credit } from './credit-types';
import { foldKey } from './fold';

/**
 * Whether two printed credits say the same: capitals, separators, labels, "via" and aliases do not count, and one may
 * say less than the other. They disagree when both name creators, or both name agencies, that do not match.
 */
export function creditsAgree(a: string | Credit, b: string | Credit): boolean {
  return creditDifference(a, b) === null;
}

export interface CreditDifference {
  readonly what: 'creator' | 'agency';
  readonly first: string;
  readonly second: string;
}

/** What two credits disagree about, in their own words; null when they agree. */
export function creditDifference(a: string | Credit, b: string | Credit): CreditDifference | null {
  const one = typeof a === 'string' ? parseCredit(a) : a;
  const two = typeof b === 'string' ? parseCredit(b) : b;
  const creators = [one, two].map((credit) => credit.creators.map((creator) => creator.name)) as [
    string[],
    string[],
  ];
  if (
    creators[0].length > 0 &&
    creators[1].length > 0 &&
    !covers(creators[0], creators[1], sameCreator)
  ) {
    return { what: 'creator', first: creators[0].join(', '), second: creators[1].join(', ') };
  }
  if (
    one.agencies.length > 0 &&
    two.agencies.length > 0 &&
    !covers(one.agencies, two.agencies, sameBody)
  ) {
    return { what: 'agency', first: one.agencies.join('/'), second: two.agencies.join('/') };
  }
  return null;
}

/** One list holds the whole other one. */
function covers(
  a: readonly string[],
  b: readonly string[],
  same: (x: string, y: string) => boolean,
): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((x) => long.some((y) => same(x, y)));
}

function sameBody(a: string, b: string): boolean {
  return foldKey(a) === foldKey(b);
}

/** "Jane Doe", "DOE" and "J. Doe" are one; "Jane Doe" and "John Doe" are not. */
function sameCreator(a: string, b: string): boolean {
  const [one, two] = [foldKey(a).split(' '), foldKey(b).split(' ')];
  if (one.join('') === two.join('')) return true;
  if (one.at(-1) !== two.at(-1)) return one.join(' ') === two.toReversed().join(' ');
  if (one.length === 1 || two.length === 1) return true;
  const [first = '', second = ''] = [one[0], two[0]];
  return (
    first === second ||
    (first.length === 1 && second.startsWith(first)) ||
    (second.length === 1 && first.startsWith(second))
  );
}
