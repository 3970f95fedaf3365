import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storySchema } from '#core/article/schema';
import { checkStory, createEngine } from '#core/checks/engine';
import { fixAllSafe } from '#core/checks/fix-all';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { importFile } from '#core/formats/index';

const RUNS = 3000;

/** Files that are good, to be damaged. */
const GOOD = ['scrapes', 'html', 'paste'].flatMap((folder) => {
  const root = new URL(`../fixtures/${folder}/`, import.meta.url);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|html?|md)$/u.test(entry.name))
    .map((entry) => ({ name: entry.name, bytes: readFileSync(new URL(entry.name, root)) }));
});

interface Damage {
  readonly at: number;
  readonly cut: number;
  readonly put: Uint8Array;
}

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(400),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .constantFrom('<figure>', '</p></div>', '“', '"', ' | ', '\n\n', '<script>', '---\n', '](')
      .map((text) => new TextEncoder().encode(text)),
  ),
});

function damaged(bytes: Uint8Array, list: readonly Damage[]): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (const { at, cut, put } of list) {
    const from = Math.floor(at * result.length);
    result = Uint8Array.from([...result.slice(0, from), ...put, ...result.slice(from + cut)]);
  }
  return result;
}

test('damaged files are read or refused, and what is read is a story that can be checked', () => {
  let refused = 0;
  const book = { ...PLAIN_BOOK };
  fc.assert(
    fc.property(fc.constantFrom(...GOOD), fc.array(damage, { maxLength: 6 }), (file, list) => {
      const imported = importFile({ name: file.name, bytes: damaged(file.bytes, list) });
      if (!imported.ok) {
        refused += 1;
        expect(imported.message).toContain(file.name);
        return;
      }
      const { story } = imported.value;
      expect(storySchema.safeParse(story).success).toBe(true);
      const result = createEngine().run(story, book);
      expect(result.troubles).toEqual([]);
      const check = (given: typeof story) => checkStory(given, book);
      const fixed = fixAllSafe(story, check);
      expect(fixAllSafe(fixed.story, check).edits).toBe(0);
    }),
    { numRuns: RUNS },
  );
  console.log(`${RUNS} damaged files, ${refused} refused, no check stumbled`);
});
