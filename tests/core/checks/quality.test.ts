import { describe, expect, test } from 'vitest';
import { qualityOf, qualityText } from '#core/checks/quality';
import { CHECKS } from '#core/checks/rules/index';

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('has been measured', () => {
    expect(qualityOf(id)).toBeDefined();
    expect(qualityText(check)).toMatch(/\d+% of faults/u);
  });

  test('is on only if it finds enough and is right often enough', () => {
    const row = qualityOf(id);
    if (!row) throw new Error(`${id} has no figures`);
    const least = { error: 0.98, warning: 0.9, suggestion: 0.7 }[check.severity];
    const most = { error: 0.05, warning: 0.5, suggestion: 2 }[check.severity];
    const good =
      row.recall >= (check.section.startsWith('Structure') ? 0.98 : 0.85) &&
      (row.falseAlarms ?? 0) <= most &&
      (row.judged < 8 || row.right / row.judged >= least);
    expect(check.off === true).toBe(!good);
  });
});

test('a check that is off says so with its figure', () => {
  const off = CHECKS.filter((check) => check.off);
  for (const check of off) {
    expect(qualityText(check)).toMatch(
      /Of \d+ findings read by hand, \d+ were right\..*switched off/u,
    );
  }
});
