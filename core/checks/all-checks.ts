import { HARPER_CHECKS } from './harper/checks';
import { CHECKS } from './rules/index';
import type { CheckBase } from './types';

/** Every check there is, Galley's own and Harper's: what style books may name and the desk lists and explains. */
export const ALL_CHECKS: readonly CheckBase[] = [...CHECKS, ...HARPER_CHECKS];

const byId = new Map(ALL_CHECKS.map((check) => [check.id, check]));

/** What the check of an id says of itself; undefined when there is none. */
export function checkInfo(id: string): CheckBase | undefined {
  return byId.get(id);
}
