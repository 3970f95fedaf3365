import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MATERIAL, run, scorePages } from './quality-import';

describe.skipIf(!existsSync(MATERIAL))('quality of the importers on pages by others', () => {
  test('body text and captions', async () => {
    const measures = await run();
    console.table(
      measures.map(({ name, value, target, detail }) => ({
        name,
        value: Math.round(value * 10000) / 10000,
        target: target ?? '',
        detail: detail ?? '',
      })),
    );
    if (process.env['WORST']) {
      const f1 = (score: { precision: number; recall: number }) =>
        (2 * score.precision * score.recall) / (score.precision + score.recall || 1);
      console.table(
        [...scorePages()]
          .sort((a, b) => f1(a) - f1(b))
          .slice(0, 25)
          .map((score) => ({
            page: score.page.slice(0, 8),
            precision: score.precision.toFixed(3),
            recall: score.recall.toFixed(3),
            ms: Math.round(score.ms),
          })),
      );
    }
    for (const { name, value, target } of measures) {
      if (target !== undefined) expect(value, name).toBeGreaterThanOrEqual(target);
    }
  });
});
