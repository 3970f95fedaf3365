import { describe, test } from 'vitest';
import { readArticle } from '#core/article/reading';
import { CHECKS } from '#core/checks/rules/index';
import { FAULTS } from './faults/index';
import { recallOf } from './faults/recall';
import { hasCopy, readCopy } from './quality-copy';

/** Faults tried for each check. */
const EACH = 200;
/** `MISSED=check-id,…` prints faults that were not found. */
const shown = new Set((process.env['MISSED'] ?? '').split(','));
/** `ONLY=check-id,…` tries these checks alone. */
const only = process.env['ONLY']?.split(',');

/** What a check must find of the faults made for it. */
export const leastRecall = (section: string): number =>
  section.startsWith('Structure') ? 0.98 : 0.85;

describe.skipIf(!hasCopy)('faults injected into held-out copy', () => {
  test('recall per check', () => {
    const copy = readCopy().filter((sample) => sample.half === 'held-out' && sample.words > 150);
    const rows: Record<string, object> = {};
    for (const check of CHECKS) {
      const fault = FAULTS[check.id];
      if (!fault || (only && !only.includes(check.id))) continue;
      const { tried, found, missed } = recallOf(check, fault, copy, EACH);
      const recall = tried === 0 ? 0 : found / tried;
      const least = leastRecall(check.section);
      rows[check.id] = { tried, recall: Number(recall.toFixed(3)), least, meets: recall >= least };
      if (shown.has(check.id)) {
        for (const { story, at } of missed.slice(0, 25)) {
          const texts = readArticle(story.article).filter((block) => at.includes(block.id));
          console.log(
            `${check.id}: ${texts
              .slice(0, 4)
              .map((block) => `[${block.kind}] ${block.text.slice(0, 400)}`)
              .join(' ¶ ')}`,
          );
        }
      }
    }
    console.table(rows);
  });
});
