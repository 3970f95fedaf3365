import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Story } from '#core/article/model';
import { checkStory } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { importFile } from '#core/formats/index';
import { FAULTS } from '../../bench/faults/index';
import { seeded } from '../../bench/faults/made';
import { storyOf } from '../../bench/made-copy';
import { NEAREST } from '../../bench/quality-books';
import { everythingOn, expectFixAllHolds } from '../../helpers/fix-invariants';

const BOOKS: readonly StyleBook[] = [PLAIN_BOOK, NEAREST.american, NEAREST.british].map(
  everythingOn,
);

/** Made copy with faults of several checks in it, one after the other. */
const faulty: fc.Arbitrary<Story> = fc
  .record({
    words: fc.integer({ min: 60, max: 500 }),
    ids: fc.array(fc.constantFrom(...Object.keys(FAULTS)), { minLength: 1, maxLength: 9 }),
    seed: fc.nat(),
  })
  .map(({ words, ids, seed }) => {
    const random = seeded(seed);
    return ids.reduce<Story>((story, id, index) => {
      const made = FAULTS[id]?.(story, random)?.story;
      return made ? renamed(made, index) : story;
    }, storyOf(words));
  });

/** Each fault names its blocks alike; a story's ids must differ. */
function renamed(story: Story, index: number): Story {
  const seen = new Set<string>();
  const blocks = story.article.blocks.map((block) => {
    if (!seen.has(block.id)) {
      seen.add(block.id);
      return block;
    }
    const id = `${block.id}-${index}`;
    seen.add(id);
    if (block.kind !== 'figure') return { ...block, id };
    const { caption, credit } = block;
    return {
      ...block,
      id,
      caption: { ...caption, id: `${id}.caption` },
      credit: { ...credit, id: `${id}.credit` },
    };
  });
  return { ...story, article: { blocks } };
}

/** Real input: the shipped sample, and where they are at hand the seed and saved pages. */
function realStories(): readonly (readonly [string, Story])[] {
  const files: URL[] = [new URL('../../../assets/samples/harbour-talks.txt', import.meta.url)];
  const seeds = new URL('../../../../shared/seeds/', import.meta.url);
  if (existsSync(seeds)) files.push(...readdirSync(seeds).map((name) => new URL(name, seeds)));
  const pages = new URL('../../../../shared/material/html-articles/readability/', import.meta.url);
  if (existsSync(pages)) {
    files.push(...readdirSync(pages).map((name) => new URL(`${name}/source.html`, pages)));
  }
  return files.flatMap((file) => {
    const name = file.pathname.split('/').slice(-2).join('/');
    const imported = importFile({ name, bytes: new Uint8Array(readFileSync(file)) });
    return imported.ok ? [[name, imported.value.story] as const] : [];
  });
}

describe('fix all', () => {
  test('holds for generated stories with faults of every kind', () => {
    fc.assert(
      fc.property(faulty, fc.constantFrom(...BOOKS), (story, book) => {
        expectFixAllHolds(story, book);
      }),
      { numRuns: 80 },
    );
  });

  test.each(realStories())('holds for %s', (_name, story) => {
    for (const book of BOOKS) expectFixAllHolds(story, book);
  });
});

test('the same story checked 100 times gives byte-identical findings', () => {
  const made = fc.sample(faulty, { numRuns: 3, seed: 11 });
  const [sample] = realStories();
  for (const story of [...made, ...(sample ? [sample[1]] : [])]) {
    const book = everythingOn(NEAREST.american);
    const first = JSON.stringify(checkStory(story, book));
    for (let run = 1; run < 100; run += 1) {
      if (JSON.stringify(checkStory(structuredClone(story), book)) !== first) {
        expect.fail(`Run ${run} differs`);
      }
    }
  }
});

test('faults of every check take part', () => {
  expect(Object.keys(FAULTS).length).toBe(CHECKS.length);
});
