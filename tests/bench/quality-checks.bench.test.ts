import { describe, test } from 'vitest';
import { createEngine } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { hasCopy, readCopy } from './quality-copy';

/** False alarms per 1,000 words that a check may raise on clean copy, by severity. */
const MOST = { error: 0.05, warning: 0.5, suggestion: 2 };
const BOOK: StyleBook = {
  ...PLAIN_BOOK,
  checks: Object.fromEntries(CHECKS.map((check) => [check.id, check.severity])),
};
/** `SAMPLES=check-id,…` prints where these checks speak. */
const shown = new Set((process.env['SAMPLES'] ?? '').split(','));

describe.skipIf(!hasCopy)('checks on published copy', () => {
  test('false alarms per 1,000 words', () => {
    const words = { tuning: 0, 'held-out': 0 };
    const counts = new Map(CHECKS.map((check) => [check.id, { tuning: 0, 'held-out': 0 }]));
    for (const { half, story, words: length, name, source } of readCopy()) {
      words[half] += length;
      const { findings, troubles } = createEngine().run(story, BOOK);
      for (const trouble of troubles) console.log('TROUBLE', name, trouble);
      for (const found of findings) {
        const count = counts.get(found.check);
        if (count) count[half] += 1;
        if (!shown.has(found.check)) continue;
        const block = story.article.blocks.find((one) => one.id === found.block);
        const text = block && 'spans' in block ? block.spans.map((span) => span.text).join('') : '';
        const around = `${text.slice(Math.max(0, found.start - 60), found.start)}⟦${found.actual.slice(0, 160)}⟧${text.slice(found.end, found.end + 50)}`;
        console.log(
          `${found.check} ${half.slice(0, 1)} ${source}: ${around.replaceAll('\n', '⏎')}  — ${found.fact}`,
        );
      }
    }
    console.log(`words: tuning ${words.tuning}, held-out ${words['held-out']}`);
    console.table(
      Object.fromEntries(
        CHECKS.map((check) => {
          const count = counts.get(check.id) ?? { tuning: 0, 'held-out': 0 };
          const rate = (half: 'tuning' | 'held-out') =>
            Number(((count[half] / words[half]) * 1000).toFixed(3));
          const most = MOST[check.severity];
          return [
            check.id,
            {
              severity: check.severity,
              tuning: rate('tuning'),
              'held-out': rate('held-out'),
              found: count['held-out'],
              most,
              meets: rate('held-out') <= most,
              off: check.off === true,
            },
          ];
        }),
      ),
    );
  });
});
