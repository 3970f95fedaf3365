import { describe, test } from 'vitest';
import { textBlock } from '#core/article/story';
import { createEngine } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { least, storyOf, timed } from './made-copy';

const BOOK: StyleBook = {
  ...PLAIN_BOOK,
  checks: Object.fromEntries(CHECKS.map((check) => [check.id, check.severity])),
};
describe('speed of the engine, all checks on', () => {
  test('milliseconds by length of story', () => {
    for (let warm = 0; warm < 40; warm += 1) createEngine().run(storyOf(1800), BOOK);
    const rows: Record<string, Record<string, number>> = {};
    for (const words of [1800, 5000, 10_000, 20_000, 50_000, 100_000]) {
      const story = storyOf(words);
      const whole = Array.from({ length: 9 }, () =>
        timed(() => createEngine().run(structuredClone(story), BOOK)),
      );
      const clone = Array.from({ length: 9 }, () => timed(() => structuredClone(story)));
      const engine = createEngine();
      engine.run(story, BOOK);
      let current = story;
      const key = Array.from({ length: 30 }, (_, index) => {
        const at = 1 + (index % (story.article.blocks.length - 1));
        const blocks = current.article.blocks.with(
          at,
          textBlock(
            `b${at - 1}`,
            'paragraph',
            `Some words typed here, ${index} of them by hand today.`,
          ),
        );
        current = { ...current, article: { blocks } };
        return timed(() => engine.run(current, BOOK));
      });
      const first = least(whole) - least(clone);
      rows[words] = {
        'whole story': Number(first.toFixed(2)),
        'per 1,000 words': Number(((first / words) * 1000).toFixed(2)),
        'one keystroke': Number(least(key).toFixed(2)),
      };
    }
    console.table(rows);
  });

  test('what each check costs on 10,000 words', () => {
    const story = storyOf(10_000);
    const empty = least(
      Array.from({ length: 15 }, () =>
        timed(() => createEngine([]).run(structuredClone(story), BOOK)),
      ),
    );
    const costs = CHECKS.map((check) => {
      const times = Array.from({ length: 7 }, () =>
        timed(() => createEngine([check]).run(structuredClone(story), BOOK)),
      );
      return [check.id, Number((least(times) - empty).toFixed(2))] as const;
    });
    console.table(Object.fromEntries(costs.toSorted((a, b) => b[1] - a[1]).slice(0, 20)));
  });
});
