import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFigure } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { storySchema } from '#core/article/schema';
import { EXPORT_FORMATS, importFile } from '#core/formats/index';
import type { Imported } from '#core/formats/types';

function read(text: string): Imported {
  const result = importFile({ name: 'story.md', bytes: new TextEncoder().encode(text) });
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const page = `---
title: The ferry returns
description: After nine years the boat sails again
author:
  - Ada Bright
  - Ben Roe
date: 2024-03-05
lang: en-GB
tags: [sea, boats]
---

![Crowd on the quay](photos/ferry%201.jpg)\\
Residents wave as the ferry leaves Port Ellis.\\
Jo Marsh/Reuters

PORT ELLIS — The *old* ferry **came** [back](https://example.org/x), [not](javascript:alert(1)) H<sub>2</sub>O.

## What changed

- one
  1. two
- three

> We waited, she said.

| a | b |
|---|---|
| 1 | 2 |

\`\`\`
code here
\`\`\`

<div onclick="x()">raw <b>html</b></div>

![][ref]

*The captain at work (Li Wu/AFP)*

Ada Bright is a reporter at the Port Ellis Times.

[ref]: https://example.org/cap.png
`;

describe('Markdown', () => {
  const { story, report, pictures } = read(page);

  test('gives blocks of the right kinds', () => {
    expect(readArticle(story.article).map((block) => `${block.kind}: ${block.text}`)).toEqual([
      'headline: The ferry returns',
      'dek: After nine years the boat sails again',
      'byline: Ada Bright and Ben Roe',
      'caption: Residents wave as the ferry leaves Port Ellis.',
      'credit: Jo Marsh/Reuters',
      'alt: Crowd on the quay',
      'paragraph: PORT ELLIS — The old ferry came back, not H2O.',
      'crosshead: What changed',
      'list-item: one',
      'list-item: two',
      'list-item: three',
      'quotation: We waited, she said.',
      'paragraph: a\tb',
      'paragraph: 1\t2',
      'paragraph: code here',
      'paragraph: raw html',
      'caption: The captain at work',
      'credit: (Li Wu/AFP)',
      'bio: Ada Bright is a reporter at the Port Ellis Times.',
    ]);
    expect(story.dates).toEqual({ dateline: 'PORT ELLIS', published: '2024-03-05' });
    expect(story.language).toBe('en-GB');
  });

  test('keeps marks, safe links, list depth', () => {
    const blocks = story.article.blocks.flatMap((block) => (isFigure(block) ? [] : [block]));
    const spans = blocks.flatMap((block) => block.spans);
    expect(spans).toContainEqual({ text: 'old', marks: ['italic'] });
    expect(spans).toContainEqual({ text: 'came', marks: ['bold'] });
    expect(spans).toContainEqual({ text: '2', marks: ['subscript'] });
    expect(spans.flatMap((span) => span.link ?? [])).toEqual(['https://example.org/x']);
    const items = blocks.filter((block) => block.kind === 'list-item');
    expect(items.map(({ ordered, depth }) => [ordered, depth])).toEqual([
      [false, 0],
      [true, 1],
      [false, 0],
    ]);
  });

  test('names pictures and says what did not come over, with lines', () => {
    expect(pictures.map((picture) => picture.reference)).toEqual([
      'photos/ferry%201.jpg',
      'https://example.org/cap.png',
    ]);
    expect(story.photos.map((photo) => photo.originalName)).toEqual(['ferry 1.jpg', 'cap.png']);
    expect(report.loose).toMatchObject([{ text: 'tags: sea, boats' }]);
    const lost = report.losses.map((loss) => `${loss.lines[0]} ${loss.message}`);
    expect(lost.map((line) => line.slice(0, 22))).toEqual([
      '16 A link was left out',
      '26 A table came over a',
      '30 A block of code cam',
      '34 HTML in the text ca',
    ]);
  });

  test('front matter that cannot be read is shown, not dropped', () => {
    const { report: other, story: plain } = read(
      '---\ntitle: [broken\n---\n\n# Headline here\n\nText of it.\n',
    );
    expect(other.loose).toEqual([{ lines: [1, 2, 3], text: 'title: [broken' }]);
    expect(readArticle(plain.article).map((block) => block.kind)).toEqual([
      'headline',
      'paragraph',
    ]);
  });

  test('what Galley exports as Markdown comes back as it was', () => {
    const format = EXPORT_FORMATS.find((each) => each.id === 'markdown');
    const written = format?.write(story, { name: 'ferry', styleBook: {} as never });
    if (!written?.ok) throw new Error('not exported');
    const again = read(String(written.value[0]?.content)).story;
    const texts = (from: typeof story) =>
      readArticle(from.article)
        .filter((block) => block.kind !== 'alt')
        .map((block) => `${block.kind}: ${block.text.replace(/\t/g, ' ')}`);
    // A picture that is missing has no address to be written, so figures come back as text.
    const bare = (lines: readonly string[]) =>
      lines.filter((line) => !/^(caption|credit)|Residents wave|captain at work/.test(line));
    expect(bare(texts(again))).toEqual(bare(texts(story)));
    expect(again.dates).toEqual(story.dates);
  });

  test('any text is read, twice the same, with safe links only', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# ',
        '> ',
        '- ',
        '```\n',
        '[a](javascript:x)',
        '![p](x.png)',
        '<b>',
        '\n\n',
        '| a |\n|-|\n',
        '[^1]',
        '[^1]: n',
        '---\n',
        '***',
        'By Ann Lee\n',
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const bytes = new TextEncoder().encode(text);
        const once = importFile({ name: 'a.md', bytes });
        expect(importFile({ name: 'a.md', bytes })).toEqual(once);
        if (!once.ok) return expect(once.code).toBe('bad-input');
        expect(storySchema.safeParse(once.value.story).success).toBe(true);
        for (const block of once.value.story.article.blocks)
          if (!isFigure(block))
            for (const span of block.spans)
              expect(span.link ?? 'https://').toMatch(/^(https?:\/\/|mailto:)/i);
        return undefined;
      }),
      { numRuns: 200 },
    );
  });
});

const spec = new URL('../../../../../shared/material/markdown/spec.txt', import.meta.url).pathname;

describe.skipIf(!existsSync(spec))('the CommonMark specification', () => {
  test('is read as an article', () => {
    const { story } = read(readFileSync(spec, 'utf8'));
    const kinds = readArticle(story.article).map((block) => block.kind);
    expect(kinds.filter((kind) => kind === 'crosshead').length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => kind === 'paragraph').length).toBeGreaterThan(300);
  });
});
