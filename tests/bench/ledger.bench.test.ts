import { describe, test } from 'vitest';
import { readArticle } from '#core/article/reading';
import { textBlock } from '#core/article/story';
import { createEngine } from '#core/checks/engine';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { nameLedger } from '#core/ledger/name-ledger';
import { numberLedger } from '#core/ledger/number-ledger';
import { least, storyOf, timed } from './made-copy';

const DECISIONS = [
  { kind: 'same' as const, words: ['Ana Reis', 'Maria Lund'], by: '', at: '' },
  { kind: 'spelling' as const, words: ['Ana Reis'], by: '', at: '' },
];

describe('the ledgers after one keystroke', () => {
  test('milliseconds, and what decisions add to the engine', () => {
    const rows: Record<string, Record<string, number>> = {};
    for (const words of [1800, 10_000, 50_000, 100_000]) {
      const story = storyOf(words);
      const plain = createEngine();
      const decided = createEngine();
      plain.run(story, PLAIN_BOOK);
      decided.run({ ...story, decisions: DECISIONS }, PLAIN_BOOK);
      const times = Array.from({ length: 15 }, (_, index) => {
        const text = `Ana Reis typed some words here, ${index} of them by hand.`;
        const blocks = story.article.blocks.with(1, textBlock('b0', 'paragraph', text));
        const now = { ...story, article: { blocks } };
        const read = readArticle(now.article);
        return {
          names: timed(() => nameLedger(read, { decisions: DECISIONS })),
          numbers: timed(() => numberLedger(read)),
          plain: timed(() => plain.run(now, PLAIN_BOOK)),
          decided: timed(() => decided.run({ ...now, decisions: DECISIONS }, PLAIN_BOOK)),
        };
      });
      const of = (key: keyof (typeof times)[number]) =>
        Number(least(times.map((one) => one[key])).toFixed(2));
      rows[words] = {
        'name ledger': of('names'),
        'number ledger': of('numbers'),
        'engine, nothing decided': of('plain'),
        'engine, two decisions': of('decided'),
      };
    }
    console.table(rows);
  });
});
