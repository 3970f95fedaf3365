import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticle } from '#core/article/reading';
import { CHECKS } from '#core/checks/rules/index';
import { FAULTS } from './faults/index';
import { leastRecall, recallOf } from './faults/recall';
import type { Alarms } from './quality-alarms';
import { measureAlarms, placesToRead } from './quality-alarms';
import { hasCopy, readCopy } from './quality-copy';
import { writeReport } from './quality-report';

/** Faults tried for each check. */
const EACH = 200;
const list = (name: string) => new Set((process.env[name] ?? '').split(',').filter(Boolean));
/** `SAMPLES=check-id,…` or `all` prints twenty places of each; with `SAMPLES_FILE` they are written there as JSON. */
const samples = list('SAMPLES');
/** `MISSED=check-id,…` prints faults that were not found; `ONLY=…` injects faults of these checks alone. */
const missed = list('MISSED');
const only = list('ONLY');

describe.skipIf(!hasCopy)('checks on published copy', () => {
  let alarms: readonly Alarms[] = [];
  const recall = new Map<string, { readonly tried: number; readonly found: number }>();

  test.skipIf(only.size > 0)('findings and false alarms per 1,000 words', () => {
    alarms = measureAlarms();
    const shown = alarms.filter(({ check }) => samples.has(check.id) || samples.has('all'));
    const places = shown.flatMap(placesToRead);
    const file = process.env['SAMPLES_FILE'];
    if (file) writeFileSync(file, JSON.stringify(places));
    else for (const place of places) console.log(Object.values(place).join(' | '));
    const round = (value: number | null) => (value === null ? '' : Number(value.toFixed(3)));
    console.table(
      Object.fromEntries(
        alarms.map((row) => [
          row.check.id,
          {
            severity: row.check.severity,
            tuning: round(row.tuning),
            'held-out': round(row.heldOut),
            judged: row.judged,
            precision: round(row.precision),
            'false alarms': round(row.alarms),
            meets: row.meets ?? 'not measured',
            off: row.check.off === true,
          },
        ]),
      ),
    );
    expect(alarms.filter(({ meets, check }) => meets === false && !check.off)).toEqual([]);
  });

  test('recall on faults injected into held-out copy', () => {
    const copy = readCopy().filter((sample) => sample.half === 'held-out' && sample.words > 150);
    const rows: Record<string, object> = {};
    for (const check of CHECKS) {
      const fault = FAULTS[check.id];
      if (!fault || (only.size > 0 && !only.has(check.id))) continue;
      const result = recallOf(check, fault, copy, EACH);
      recall.set(check.id, result);
      const share = result.found / result.tried;
      const least = leastRecall(check.section);
      const { tried } = result;
      rows[check.id] = { tried, recall: Number(share.toFixed(3)), least, meets: share >= least };
      if (!missed.has(check.id)) continue;
      for (const { story, at } of result.missed.slice(0, 25)) {
        const texts = readArticle(story.article).filter((block) => at.includes(block.id));
        console.log(
          `${check.id}: ${texts
            .slice(0, 4)
            .map((block) => `[${block.kind}] ${block.text.slice(0, 400)}`)
            .join(' ¶ ')}`,
        );
      }
    }
    console.table(rows);
  });

  /** `WRITE=1` puts the figures where the app and the docs read them. */
  test.skipIf(!process.env['WRITE'])('the figures are written down', () => {
    writeReport(alarms, recall);
  });
});
