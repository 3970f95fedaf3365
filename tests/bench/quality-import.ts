import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { importFile } from '#core/formats/index';

/** Real pages by others; absent on other machines, where the measurement is skipped. */
export const MATERIAL = new URL('../../../shared/material/html-articles/', import.meta.url)
  .pathname;

export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly target?: number;
  readonly detail?: string;
}

export interface PageScore {
  readonly page: string;
  readonly precision: number;
  readonly recall: number;
  readonly ms: number;
}

const BODY = new Set(['paragraph', 'crosshead', 'quotation', 'pullquote', 'list-item']);

/** Text of the story's body, without headline, dek, byline, captions and notes on authors. */
export function bodyText(story: Story): string {
  return readArticle(story.article)
    .filter((block) => BODY.has(block.kind))
    .map((block) => block.text)
    .join('\n');
}

function shingles(text: string): Map<string, number> {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - 3); at += 1) {
    const key = tokens.slice(at, at + 4).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of word 4-grams, as the published article-extraction benchmark counts them. */
export function overlap(truth: string, found: string): { precision: number; recall: number } {
  const wanted = shingles(truth);
  const got = shingles(found);
  let shared = 0;
  let all = 0;
  let total = 0;
  for (const count of wanted.values()) total += count;
  for (const [key, count] of got) {
    all += count;
    shared += Math.min(count, wanted.get(key) ?? 0);
  }
  return { precision: all === 0 ? 0 : shared / all, recall: total === 0 ? 0 : shared / total };
}

/** Imports every page of the benchmark and scores its body. */
export function scorePages(): readonly PageScore[] {
  const folder = join(MATERIAL, 'zyte-benchmark');
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  return Object.entries(truth).map(([page, { articleBody }]) => {
    const bytes = new Uint8Array(gunzipSync(readFileSync(join(folder, 'html', `${page}.html.gz`))));
    const start = performance.now();
    const result = importFile({ name: `${page}.html`, bytes });
    const ms = performance.now() - start;
    const found = result.ok ? bodyText(result.value.story) : '';
    return { page, ...overlap(articleBody, found), ms };
  });
}

interface Candidates {
  readonly [page: string]: { readonly lost: readonly string[] };
}

/** For each page: which captions that Readability loses came over as captions. */
export function captionRecall(): {
  readonly kept: readonly string[];
  readonly lost: readonly string[];
  readonly lists: readonly string[];
} {
  const candidates = JSON.parse(
    readFileSync(join(MATERIAL, 'caption-candidates.json'), 'utf8'),
  ) as Candidates;
  const kept: string[] = [];
  const lost: string[] = [];
  const lists: string[] = [];
  for (const [page, { lost: texts }] of Object.entries(candidates)) {
    const result = importFile({
      name: `${page}.html`,
      bytes: new Uint8Array(readFileSync(join(MATERIAL, 'readability', page, 'source.html'))),
    });
    const captions = result.ok
      ? result.value.story.article.blocks.flatMap((block) =>
          block.kind === 'figure'
            ? [
                `${block.caption.spans.map((span) => span.text).join('')} ${block.credit.spans.map((span) => span.text).join('')}`,
              ]
            : [],
        )
      : [];
    const squeezed = captions.map(squeeze);
    for (const text of texts) {
      const has = squeezed.some((caption) => caption.includes(squeeze(text)));
      // Several on one page, each a headline: a list of links, which must not become captions.
      if (texts.length > 3) (has ? lists : kept).push(`${page}: ${text}`);
      else (has ? kept : lost).push(`${page}: ${text}`);
    }
  }
  return { kept, lost, lists };
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
}

/** All figures of the import formats; empty when the material is not there. */
export async function run(): Promise<readonly Measure[]> {
  if (!existsSync(MATERIAL)) return [];
  const scores = scorePages();
  const mean = (pick: (score: PageScore) => number) =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  const precision = mean((score) => score.precision);
  const recall = mean((score) => score.recall);
  const worst = [...scores].sort((a, b) => a.recall - b.recall)[0];
  const captions = captionRecall();
  const slowest = Math.max(...scores.map((score) => score.ms));
  return [
    {
      name: 'body 4-gram F1',
      value: (2 * precision * recall) / (precision + recall),
      target: 0.947,
    },
    { name: 'body precision', value: precision },
    { name: 'body recall', value: recall },
    {
      name: 'lowest recall of a page',
      value: worst?.recall ?? 0,
      target: 0.5,
      detail: worst?.page ?? '',
    },
    {
      name: 'captions lost by Readability, kept',
      value: captions.kept.length / (captions.kept.length + captions.lost.length),
      target: 1,
      detail: captions.lost.join(' / '),
    },
    {
      name: 'link lists taken for captions',
      value: captions.lists.length,
      detail: captions.lists.join(' / '),
    },
    { name: 'slowest page, ms', value: slowest },
    { name: 'pages', value: scores.length + readdirSync(join(MATERIAL, 'readability')).length },
  ];
}
