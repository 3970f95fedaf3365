import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureBlock, missingPhoto, newStory } from '#core/article/story';
import { parseCredit } from '#core/captions/credit';
import { splitCaptionCredit } from '#core/captions/split';
import { createEngine } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import { PLAIN_BOOK } from '#core/checks/style-book';

const FILE = new URL('../../../../shared/material/prose/captions-all.jsonl', import.meta.url);
const PRESENT = existsSync(FILE);

interface Row {
  readonly source: string;
  readonly caption: string;
  readonly credit?: string | null;
  readonly alt?: string | null;
}

/**
 * Lines whose finding a person has read and found right. Any other finding counts as a false alarm, so a check that
 * grows noisier fails here. The captions stand alone: what needs a story, a file or a missing text is not measured.
 */
const RIGHT: { readonly [check: string]: readonly number[] } = {
  'caption-fragment': [
    1, 2, 6, 28, 65, 68, 71, 96, 109, 113, 121, 122, 151, 178, 205, 216, 219, 222, 223, 232, 233,
    236, 244, 245, 247,
  ],
  'caption-tense': [30, 81, 82, 84, 105, 246],
  'caption-no-place': [220],
  'caption-position': [96],
  'credit-case': [106, 114],
  'credit-doubled-agency': [44, 45],
  'credit-agency-spelling': [145, 198],
  'credit-no-creator': [33, 44, 45, 48, 50],
  'alt-prefix': [175, 205, 219],
  'alt-equals-caption': [215, 216],
  'alt-long': [126],
  'meta-caption-raw': [4, 15],
};
const NOT_MEASURED = new Set(['caption-missing', 'credit-missing', 'alt-missing', 'credit-form']);
const SECTIONS = new Set(['Captions', 'Credits', 'Photo metadata against the story']);
const LIMIT = { error: 0.05, warning: 0.5, suggestion: 2 } as const;

describe.skipIf(!PRESENT)('real captions', () => {
  const rows: readonly Row[] = PRESENT
    ? readFileSync(FILE, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row)
    : [];
  const words = rows.reduce((sum, row) => sum + row.caption.split(/\s+/).length, 0);
  const checks = CHECKS.filter(
    (check) =>
      (SECTIONS.has(check.section) || check.id.startsWith('alt-')) && !NOT_MEASURED.has(check.id),
  );
  const engine = createEngine(checks);
  const alarms = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const split = splitCaptionCredit(row.caption);
    const figure = figureBlock(
      'f',
      'p',
      `${split.flag ?? ''}${split.caption}`,
      split.credit || (row.credit ?? ''),
      row.alt ?? null,
    );
    const story = newStory({
      id: 's',
      slug: 's',
      article: { blocks: [figure] },
      photos: [missingPhoto('p', 'a.jpg')],
    });
    const result = engine.run(story, PLAIN_BOOK);
    expect(result.troubles).toEqual([]);
    for (const found of result.findings)
      alarms.set(found.check, [...(alarms.get(found.check) ?? []), index]);
  }

  test.each(checks.map((check) => [check.id, check] as const))('%s is quiet', (id, check) => {
    const right = new Set(RIGHT[id] ?? []);
    const wrong = (alarms.get(id) ?? []).filter((index) => !right.has(index));
    expect((wrong.length / words) * 1000, `lines ${wrong.join(', ')}`).toBeLessThanOrEqual(
      LIMIT[check.severity],
    );
  });

  test('nothing of a caption is lost by parting it from its credit', () => {
    for (const { caption } of rows) {
      const split = splitCaptionCredit(caption);
      const letters = (text: string) => text.replace(/[^\p{L}\d]/gu, '').length;
      expect(letters(split.caption) + letters(split.credit) + letters(split.flag ?? '')).toBe(
        letters(caption),
      );
      expect(parseCredit(split.credit).raw).toBe(split.credit);
    }
  });

  test('a house’s own credits are in its form', () => {
    const form = CHECKS.filter((check) => check.id === 'credit-form');
    const guardian = rows.filter((row) => row.source.startsWith('guardian:'));
    const strange = guardian.filter((row) => {
      const figure = figureBlock('f', 'p', '', splitCaptionCredit(row.caption).credit, null);
      const story = newStory({ id: 's', slug: 's', article: { blocks: [figure] } });
      return (
        createEngine(form).run(story, { ...PLAIN_BOOK, creditForm: 'guardian' }).findings.length > 0
      );
    });
    expect(guardian.length).toBeGreaterThan(10);
    expect(strange).toEqual([]);
  });
});
