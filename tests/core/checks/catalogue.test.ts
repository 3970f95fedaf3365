import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine } from '#core/checks/engine';
import { parseExample } from '#core/checks/example';
import { CHECKS } from '#core/checks/rules/index';
import type { Check } from '#core/checks/types';

const CATALOGUE = new URL('../../../../shared/CHECKS.md', import.meta.url);
const SEVERITY = { E: 'error', W: 'warning', S: 'suggestion' } as const;
/** id, severity, flagged, passed, fix and trap of a row. A bar inside a cell is written `\|`. */
const ROW =
  /^\| `(?<id>[a-z-]+)`[^|]*\| (?<severity>[EWS]) \| (?<flags>(?:\\\||[^|])*)\| (?<passes>(?:\\\||[^|])*)\| (?<fix>[YPN])\b[^|]*\| (?<trap>[^\n]*)\|$/gmu;

interface Row {
  readonly id: string;
  readonly severity: keyof typeof SEVERITY;
  readonly fix: 'Y' | 'P' | 'N';
}

/** The safest fix that the check offers for any of its own flagged examples. */
function fixOf(check: Check): 'Y' | 'P' | 'N' {
  const fixes = check.examples.flags.flatMap((example) => {
    const { story, book } = parseExample(example);
    const on = { ...book, checks: { [check.id]: check.severity, ...book.checks } };
    return createEngine([check])
      .run(story, on)
      .findings.flatMap((finding) => finding.fixes);
  });
  if (fixes.some(({ safe }) => safe)) return 'Y';
  return fixes.length > 0 ? 'P' : 'N';
}

describe.skipIf(!existsSync(CATALOGUE))('the check catalogue', () => {
  const text = existsSync(CATALOGUE) ? readFileSync(CATALOGUE, 'utf8') : '';
  const rows = [...text.matchAll(ROW)].map((match) => match.groups as unknown as Row);

  test('every row is read', () => {
    const named = text.match(/^\| `[a-z-]+`/gmu)?.length ?? 0;
    expect(named).toBeGreaterThan(80);
    expect(rows.length).toBe(named);
  });

  test.each(rows)('$id: severity $severity, fix $fix', ({ id, severity, fix }) => {
    const check = CHECKS.find((one) => one.id === id);
    if (!check) throw new Error(`${id} has no check`);
    expect(check.severity).toBe(SEVERITY[severity]);
    expect(check.examples.flags.length).toBeGreaterThan(0);
    expect(check.examples.passes.length).toBeGreaterThan(0);
    expect(fixOf(check)).toBe(fix);
  });
});
