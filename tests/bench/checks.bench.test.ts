import { describe, expect, test } from 'vitest';
import type { Story } from '#core/article/model';
import { textBlock } from '#core/article/story';
import { createEngine } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook, WordRow } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { seeded } from './faults/made';
import { least, storyOf, timed } from './made-copy';

/** Time of one keystroke's checks that nobody notices, in milliseconds. */
const KEYSTROKE = 5;
/** How much slower a word may become in a story of 100,000 than in one of 5,000. */
const LINEAR = 1.6;
/** How much 13,000 word-list rows may cost beside 100. */
const WORD_LIST = 1.2;

const BOOK: StyleBook = {
  ...PLAIN_BOOK,
  checks: Object.fromEntries(CHECKS.map((check) => [check.id, check.severity])),
};

/** A story opened anew: nothing of it is remembered. The copying is taken off. */
function whole(story: Story, book: StyleBook, runs: number): number {
  const both = Array.from({ length: runs }, () => {
    let copy = story;
    const copying = timed(() => {
      copy = structuredClone(story);
    });
    return { copying, checking: timed(() => createEngine().run(copy, book)) };
  });
  return least(both.map(({ checking }) => checking));
}

/** One paragraph changes; the engine knows the rest. */
function keystroke(story: Story): number {
  const engine = createEngine();
  engine.run(story, BOOK);
  let current = story;
  const times = Array.from({ length: 40 }, (_, index) => {
    const at = 1 + (index % (story.article.blocks.length - 1));
    const text = `Some words typed here, ${index} of them by hand today.`;
    const blocks = current.article.blocks.with(at, textBlock(`b${at - 1}`, 'paragraph', text));
    current = { ...current, article: { blocks } };
    return timed(() => engine.run(current, BOOK));
  });
  return least(times);
}

describe('speed of the engine, all checks on', () => {
  test('milliseconds by length of story', () => {
    for (let warm = 0; warm < 40; warm += 1) createEngine().run(storyOf(1800), BOOK);
    const rows = new Map<number, { ms: number; key: number }>();
    for (const words of [1800, 5000, 10_000, 20_000, 50_000, 100_000]) {
      const story = storyOf(words);
      rows.set(words, { ms: whole(story, BOOK, 9), key: keystroke(story) });
    }
    console.table(
      Object.fromEntries(
        [...rows].map(([words, { ms, key }]) => [
          words,
          {
            'whole story': Number(ms.toFixed(2)),
            'per 1,000 words': Number(((ms / words) * 1000).toFixed(2)),
            'one keystroke': Number(key.toFixed(2)),
          },
        ]),
      ),
    );
    const perWord = (words: number) => (rows.get(words)?.ms ?? 0) / words;
    expect(perWord(100_000) / perWord(5000), 'time grows linearly').toBeLessThanOrEqual(LINEAR);
    expect(rows.get(20_000)?.key, 'a keystroke in 20,000 words').toBeLessThanOrEqual(KEYSTROKE);
  });

  test('13,000 word-list rows against 100', () => {
    const story = storyOf(10_000);
    const [few, many] = [bookOf(100), bookOf(13_000)];
    for (const book of [few, many]) createEngine().run(structuredClone(story), book);
    // Turn and turn about, so that what else the machine does falls on both.
    const times = Array.from({ length: 15 }, () => [whole(story, few, 1), whole(story, many, 1)]);
    const [a, b] = [least(times.map(([one = 0]) => one)), least(times.map(([, two = 0]) => two))];
    console.table({ '100 rows': { ms: a }, '13,000 rows': { ms: b, 'times 100 rows': b / a } });
    expect(b / a).toBeLessThanOrEqual(WORD_LIST);
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

/** A book with a word list of so many rows: words and pairs of words of made letters. */
function bookOf(rows: number): StyleBook {
  const random = seeded(rows);
  const word = () =>
    Array.from({ length: 2 + random(3) }, () => {
      const [first, second] = ['bcdfghklmnprstvw', 'aeiou'];
      return first.charAt(random(first.length)) + second.charAt(random(second.length));
    }).join('');
  const words = Array.from({ length: rows }, (_, index): WordRow => {
    const find = random(4) === 0 ? `${word()} ${word()}` : word();
    return {
      id: `row-${index}`,
      find,
      replace: [`${find}x`],
      class: 'amend',
      severity: 'warning',
      note: '',
      source: 'Made for the measurement',
      wholeWord: true,
      matchCase: false,
    };
  });
  return { ...BOOK, words };
}
