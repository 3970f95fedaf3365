import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticle } from '#core/article/reading';
import { importFile } from '#core/formats/index';

/** The first real scrape, where it is at hand, and its twin in our own words: the same faults on the same lines. */
const files = [
  new URL('../../../../../shared/seeds/000_81a521276bc80d21.txt', import.meta.url).pathname,
  new URL('../../../../assets/samples/harbour-talks.txt', import.meta.url).pathname,
];

describe.each(files)('%s', (path) => {
  const there = existsSync(path);

  test.skipIf(!there)('is read line by line as it must be', () => {
    const result = importFile({
      name: 'scrape.txt',
      bytes: there ? new Uint8Array(readFileSync(path)) : new Uint8Array(),
    });
    if (!result.ok) throw new Error(result.message);
    const { story, report } = result.value;
    expect(story.article.blocks.map((block) => block.kind)).toEqual([
      'headline',
      'figure',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'bio',
    ]);
    const texts = readArticle(story.article).map((block) => block.text);
    expect(texts.filter((text) => /\u00A0/.test(text))).toEqual([]);
    expect(texts.filter((text) => /["']/.test(text) && /[“”]/.test(text))).toEqual([]);
    expect(story.photos).toHaveLength(1);
    expect(story.photos[0]?.originalName).toMatch(/^\d{6}_\d{6}_\w+\.jpg$/);
    expect(story.related).toHaveLength(4);
    for (const item of story.related) {
      expect(item.headline).not.toBe('');
      expect(item.dek).not.toBe('');
      expect(item.caption).not.toBe('');
      expect(item.other).toEqual([]);
    }
    expect(report.repairs.map(({ check, lines }) => [check, lines.slice(0, 2)])).toEqual([
      ['invisible-char', [3]],
      ['caption-in-dek', [3, 14]],
      ['dek-truncated', [3, 19]],
      ['filename-as-text', [5, 6]],
      ['dup-line', [5, 6]],
      ['invisible-char', [8]],
      ['dup-paragraph', [10, 19]],
      ['dup-paragraph', [12, 21]],
      ['dup-line', [14, 16]],
      ['credit-merged', [14, 29]],
      ['invisible-char', [17]],
      ['invisible-char', [31]],
      ['related-in-body', [33, 35]],
      ['dup-line', [35, 36]],
      ['dup-line', [42, 43]],
      ['dup-line', [49, 50]],
      ['dup-line', [56, 57]],
    ]);
    expect(report.loose).toEqual([]);
    expect(report.questions).toHaveLength(1);
    expect(report.questions[0]).toMatch(/^Is “.+” the byline\?$/);
  });
});
