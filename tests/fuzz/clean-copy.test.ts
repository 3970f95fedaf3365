import { describe, expect, test } from 'vitest';
import { checkStory } from '#core/checks/engine';
import { hasCopy, readCopy } from '../bench/quality-copy';
import { readFigures } from '../bench/quality-figures';
import { everythingOn, expectFixAllHolds } from '../helpers/fix-invariants';

describe.skipIf(!hasCopy)('all of the published copy', () => {
  const samples = hasCopy ? [...readCopy(), ...readFigures()] : [];

  test('fix all leaves no safe fix, changes no quotation, and is done after once', () => {
    for (const { name, story, book } of samples) {
      try {
        expectFixAllHolds(story, everythingOn(book));
      } catch (error) {
        throw new Error(`${name}: ${String(error)}`);
      }
    }
  });

  test('checked twice, every story gives the same findings byte for byte', () => {
    for (const { name, story, book } of samples) {
      const once = JSON.stringify(checkStory(story, everythingOn(book)));
      const again = JSON.stringify(checkStory(structuredClone(story), everythingOn(book)));
      if (once !== again) expect.fail(`${name} differs`);
    }
  });
});
