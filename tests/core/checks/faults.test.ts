import { describe, expect, test } from 'vitest';
import { CHECKS } from '#core/checks/rules/index';
import { FAULTS } from '../../bench/faults/index';
import { recallOf } from '../../bench/faults/recall';
import { storyOf } from '../../bench/made-copy';

/** Faults tried for each check; the bench tries many more, in published copy. */
const EACH = 30;

test('every check has a fault generator, and no generator is without a check', () => {
  expect(Object.keys(FAULTS).toSorted()).toEqual(CHECKS.map(({ id }) => id).toSorted());
});

describe('faults put into made copy are found', () => {
  const copy = [400, 700, 1100].map((words) => ({ story: storyOf(words) }));
  test.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
    const fault = FAULTS[id];
    if (!fault) throw new Error(`${id} has no fault`);
    const { tried, found } = recallOf(check, fault, copy, EACH);
    expect(tried).toBeGreaterThan(EACH / 2);
    expect(found / tried).toBeGreaterThanOrEqual(
      check.section.startsWith('Structure') ? 0.95 : 0.75,
    );
  });
});
