import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { importFile } from '#core/formats/index';

interface Expected {
  readonly headline: string;
  readonly dek?: string;
  readonly bylines: readonly string[];
  readonly published?: string;
  readonly dateline?: string;
  readonly language: string;
  /** How each paragraph begins. */
  readonly paragraphs: readonly string[];
  readonly crossheads?: readonly string[];
  readonly listItems?: readonly string[];
  readonly pullquotes?: readonly string[];
  readonly figures?: readonly { caption: string; credit: string; file: string }[];
  readonly bios?: readonly string[];
  readonly related?: readonly string[];
  readonly loose?: readonly string[];
  /** Check and line of every repair that must be listed; no line but these may be touched. */
  readonly repairs: readonly (readonly [check: string, line: number])[];
  readonly questions: readonly string[];
}

const folder = new URL('../../../fixtures/scrapes/', import.meta.url).pathname;
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

function texts(story: Story, kind: string): readonly string[] {
  return readArticle(story.article)
    .filter((block) => block.kind === kind)
    .map((block) => block.text);
}

function begins(found: readonly string[], starts: readonly string[]): readonly string[] {
  return found.map((text, at) => text.slice(0, starts[at]?.length ?? text.length));
}

describe.each(names)('the scrape %s', (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, `${name}.txt`)));
  const wanted = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected;
  const result = importFile({ name: `${name}.txt`, bytes });
  if (!result.ok) throw new Error(result.message);
  const { story, report } = result.value;

  test('has its elements', () => {
    expect(texts(story, 'headline')).toEqual([wanted.headline]);
    expect(texts(story, 'dek')).toEqual(wanted.dek === undefined ? [] : [wanted.dek]);
    expect(texts(story, 'byline')).toEqual(wanted.bylines);
    expect(story.dates.published).toBe(wanted.published ?? null);
    expect(story.dates.dateline).toBe(wanted.dateline ?? '');
    expect(story.language).toBe(wanted.language);
    expect(begins(texts(story, 'paragraph'), wanted.paragraphs)).toEqual(wanted.paragraphs);
    expect(texts(story, 'crosshead')).toEqual(wanted.crossheads ?? []);
    expect(texts(story, 'list-item')).toEqual(wanted.listItems ?? []);
    expect(texts(story, 'pullquote')).toEqual(wanted.pullquotes ?? []);
    expect(begins(texts(story, 'bio'), wanted.bios ?? [])).toEqual(wanted.bios ?? []);
  });

  test('has its pictures', () => {
    const figures = story.article.blocks.flatMap((block) =>
      block.kind === 'figure'
        ? [
            {
              caption: block.caption.spans.map((span) => span.text).join(''),
              credit: block.credit.spans.map((span) => span.text).join(''),
              file: story.photos.find((photo) => photo.id === block.photo)?.originalName ?? '?',
            },
          ]
        : [],
    );
    expect(figures).toEqual(wanted.figures ?? []);
  });

  test('keeps other stories and what it could not place beside it', () => {
    expect(story.related.map((item) => item.headline)).toEqual(wanted.related ?? []);
    expect(report.loose.map((each) => each.text)).toEqual(wanted.loose ?? []);
    expect(report.questions).toEqual(wanted.questions);
  });

  test('lists its repairs with their lines', () => {
    for (const [check, line] of wanted.repairs) {
      const found = report.repairs.some(
        (repair) => repair.check === check && repair.lines.includes(line),
      );
      expect(found, `${check} on line ${line}`).toBe(true);
    }
    const checks = new Set(wanted.repairs.map(([check]) => check));
    const extra = report.repairs.filter(
      (repair) => !checks.has(repair.check) && repair.check !== 'invisible-char',
    );
    expect(extra).toEqual([]);
  });
});
