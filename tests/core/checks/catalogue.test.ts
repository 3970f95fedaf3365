import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '#core/checks/rules/index';

const CATALOGUE = new URL('../../../../shared/CHECKS.md', import.meta.url);
const SEVERITY = { E: 'error', W: 'warning', S: 'suggestion' } as const;
/** Rows that say "both sides" or several severities follow the style book. */
const ROW = /^\|\s*`([a-z-]+)`[^|]*\|\s*([EWS])?[^|]*\|/gmu;

describe.skipIf(!existsSync(CATALOGUE))('the check catalogue', () => {
  const rows = existsSync(CATALOGUE)
    ? [...readFileSync(CATALOGUE, 'utf8').matchAll(ROW)].map(([, id = '', mark]) => ({ id, mark }))
    : [];

  test('is read', () => expect(rows.length).toBeGreaterThan(80));

  test.each(rows)('$id has a check', ({ id, mark }) => {
    const check = CHECKS.find((one) => one.id === id);
    expect(check?.id).toBe(id);
    expect(check?.examples.flags.length).toBeGreaterThan(0);
    expect(check?.examples.passes.length).toBeGreaterThan(0);
    if (mark) expect(check?.severity).toBe(SEVERITY[mark as keyof typeof SEVERITY]);
  });
});
