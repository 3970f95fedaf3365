import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { storySchema } from '#core/article/schema';
import { applyPatches } from '#core/article/story';
import { importFile } from '#core/formats/index';
import type { Imported } from '#core/formats/types';
import { letters, storyLetters } from './kept';

const fixture = new URL('../../../fixtures/html/lighthouse.html', import.meta.url).pathname;
const material = new URL('../../../../../shared/material/', import.meta.url).pathname;

function read(html: string | Uint8Array, name = 'page.html'): Imported {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const result = importFile({ name, bytes });
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

function kinds(story: Story): readonly string[] {
  return readArticle(story.article).map((block) => `${block.kind}: ${block.text}`);
}

/** Every link of a story, wherever it stands. */
function links(story: Story): readonly string[] {
  const spans = story.article.blocks.flatMap((block) =>
    isFigure(block) ? [...block.caption.spans, ...block.credit.spans] : block.spans,
  );
  return [...spans.flatMap((span) => span.link ?? []), ...story.related.map((item) => item.link)];
}

describe('a saved page', () => {
  const { story, report, pictures } = read(new Uint8Array(readFileSync(fixture)));

  test('gives its blocks in order, with their kinds', () => {
    expect(kinds(story).map((line) => line.slice(0, 60))).toEqual([
      'headline: The lighthouse that moved',
      'dek: How 4,000 tonnes of stone went for a walk',
      'byline: By Nora Quill and Ben Adeyemi',
      'caption: The tower at Gull Point rests on steel beams on the',
      'credit: (Iris Vane/Reuters)',
      'alt: A white tower on steel beams at the edge of a cliff',
      'paragraph: GULL POINT, England — At six in the morning the e',
      'paragraph: The cliff below it had lost eleven metres in twen',
      'pullquote: It went at the pace of a snail that is in no hurr',
      'caption: Workers oil the rails at Gull Point.',
      'credit: Photograph: Iris Vane',
      'crosshead: Nineteen hours',
      'paragraph: The move took nineteen hours and forty jacks. Twi',
      'list-item: Weight: 4,000 tonnes',
      'list-item: Distance: 86 metres',
      'list-item: of which uphill: 3 metres',
      'quotation: We never touched the lamp, said the chief enginee',
      'paragraph: The county paid half of the cost; a trust of loca',
      'paragraph: On Sunday the tower opened its door again, and by',
    ]);
  });

  test('reads date, dateline and language from page and text', () => {
    expect(story.dates).toEqual({ dateline: 'GULL POINT, England', published: '2018-08-14' });
    expect(story.language).toBe('en-GB');
  });

  test('keeps marks and web links, and no other links', () => {
    const spans = story.article.blocks.flatMap((block) => (isFigure(block) ? [] : block.spans));
    expect(spans).toContainEqual({ text: 'move', marks: ['italic'] });
    expect(spans).toContainEqual({ text: 'a survey', link: 'https://example.org/survey?x=1' });
    expect(links(story).filter((link) => !/^https?:/.test(link))).toEqual([]);
  });

  test('names its pictures and asks for none', () => {
    expect(pictures).toEqual([
      { photo: 'p1', bytes: null, reference: 'lighthouse_files/tower.jpg' },
      { photo: 'p2', bytes: null, reference: 'https://img.example.org/rails.jpg?w=900' },
    ]);
    expect(story.photos.map((photo) => photo.originalName)).toEqual(['tower.jpg', 'rails.jpg']);
  });

  test('keeps links to other stories beside it', () => {
    expect(story.related.map(({ headline, link }) => [headline, link])).toContainEqual([
      'The pier that went the other way',
      'https://example.org/piers',
    ]);
  });

  test('lists what it left out, and brings it back', () => {
    const furniture = report.repairs.find((repair) => repair.check === 'page-boilerplate');
    expect(furniture?.text).toContain('All rights reserved');
    expect(furniture?.text).toContain('my grandmother carried the oil');
    expect(`${furniture?.text}`).not.toContain('tracker.example');
    for (const repair of report.repairs) {
      const back = storyLetters(applyPatches(story, repair.undo));
      for (const line of repair.text.split('\n')) expect(back).toContain(letters(line));
    }
    expect(storySchema.safeParse(story).success).toBe(true);
  });
});

describe('pages that are no articles, or worse', () => {
  test('pictures inside the page come over as bytes, SVG does not', () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const prose =
      '<p>The harbour froze on Monday, and by Tuesday the boats were part of the land. Nobody minded much.</p>'.repeat(
        6,
      );
    const { pictures, report, story } = read(
      `<article><h1>The harbour froze</h1><figure><img src="data:image/png;base64,${png}" width="400" height="300"><figcaption>Ice in the harbour.</figcaption></figure>${prose}<figure><img width="300" height="300" src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="><figcaption>A drawing of ice.</figcaption></figure>${prose}</article>`,
    );
    expect(pictures).toHaveLength(1);
    expect([...(pictures[0]?.bytes ?? [])].slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(story.photos.map((photo) => photo.originalName)).toEqual(['picture-1.png', '']);
    expect(report.losses.map((loss) => loss.message).join()).toContain('SVG');
  });

  test('a charset that the page declares is used', () => {
    const head = '<html><head><meta charset="iso-8859-2"></head><body><h1>Noviny</h1><p>';
    const bytes = new Uint8Array([...head].map((char) => char.charCodeAt(0)));
    const text = [0xe8, 0x65, 0xb9, 0x6b, 0xfd];
    const page = new Uint8Array([
      ...bytes,
      ...text,
      ...new TextEncoder().encode('</p></body></html>'),
    ]);
    expect(storyLetters(read(page).story)).toContain('češký');
  });

  test('deep nesting and oversized pages are refused by name', () => {
    const deep = importFile({
      name: 'deep.html',
      bytes: new TextEncoder().encode('<div>'.repeat(50_000)),
    });
    expect(deep).toMatchObject({ ok: false, code: 'bad-input' });
    expect(deep.ok ? '' : deep.message).toContain('deep.html');
    const big = importFile({ name: 'big.html', bytes: new Uint8Array(13 * 1024 * 1024).fill(97) });
    expect(big).toMatchObject({ ok: false, code: 'too-large' });
  });

  test('markup of any kind gives a story with safe links, the same each time', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java\nscript:alert(1)">y</a>',
        '<a href="https://example.org/a">z</a>',
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<figure><img src="a.jpg"><figcaption>Ann waves in Rome. (Ann Lee/AFP)</figcaption></figure>',
        '<table><tr><td>a</td><td>b</td></tr></table>',
        '<ul><li>one<ul><li>two</ul></ul>',
        '<svg onload=alert(1)>',
        '<h2>Head</h2>',
        '<blockquote>Said.</blockquote>',
        '<!--',
        '<div style="display:none">hidden</div>',
        '<template><p>t</p></template>',
        'The boats came home on Friday with more fish than the quay could hold, and the gulls knew. ',
      ),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = `<html><body>${pieces.join('')}</body></html>`;
        const once = read(html);
        expect(read(html)).toEqual(once);
        expect(storySchema.safeParse(once.story).success).toBe(true);
        for (const link of links(once.story)) expect(link).toMatch(/^($|https?:\/\/|mailto:)/i);
      }),
      { numRuns: 150 },
    );
  });
});

const readability = join(material, 'html-articles/readability');

describe.skipIf(!existsSync(readability))('pages by others', () => {
  test.each(existsSync(readability) ? readdirSync(readability) : [])('%s', (page) => {
    const { story } = read(new Uint8Array(readFileSync(join(readability, page, 'source.html'))));
    const texts = readArticle(story.article);
    expect(texts.some((block) => block.kind === 'headline')).toBe(true);
    for (const block of texts) if (block.kind === 'byline') expect(block.text).not.toMatch(/\d/);
    for (const link of links(story)) expect(link).toMatch(/^($|https?:\/\/|mailto:)/i);
    expect(storySchema.safeParse(story).success).toBe(true);
  });
});

const payloads = join(material, 'hostile/xss/dompurify-expect.json');

describe.skipIf(!existsSync(payloads))('attacks by others', () => {
  const attacks = existsSync(payloads)
    ? (JSON.parse(readFileSync(payloads, 'utf8')) as readonly { readonly payload: string }[])
    : [];

  test.each(['page.html', 'page.md', 'page.txt'])('as %s give text and safe links only', (name) => {
    for (const { payload } of attacks) {
      const prose = 'The boats came home on Friday with more fish than the quay could hold.';
      const bytes = new TextEncoder().encode(`<p>${prose}</p>\n\n${payload}\n\n<p>${prose}</p>`);
      const result = importFile({ name, bytes });
      if (!result.ok) throw new Error(`${payload}: ${result.message}`);
      for (const link of links(result.value.story))
        expect(link).toMatch(/^($|https?:\/\/|mailto:)/i);
      for (const picture of result.value.pictures)
        expect(picture.reference).not.toMatch(/^\s*(java|vb)script:/i);
    }
  });
});
