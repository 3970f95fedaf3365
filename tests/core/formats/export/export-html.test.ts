import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import type { Story } from '#core/article/model';
import { figureBlock, newStory, textBlock } from '#core/article/story';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { exportHtml } from '#core/formats/export-html';
import { plainText, standingBlocks } from '#core/formats/export-standing';
import { story as anyStory, HOSTILE } from './arbitrary-story';
import { photo } from './sample-story';

function written(story: Story): string {
  const result = exportHtml.write(story, { styleBook: PLAIN_BOOK, name: 'page' });
  if (!result.ok || typeof result.value[0]?.content !== 'string') throw new Error('no page');
  return result.value[0].content;
}

function elements(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elements)] : own;
}

function parsed(story: Story): Element[] {
  return elements(fromHtml(written(story)));
}

/** Text of one element: `br` is a line break, lists inside are not its own text. */
function ownText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName === 'ul' || node.tagName === 'ol') return '';
  if (node.tagName === 'br') return '\n';
  return node.children.map(ownText).join('');
}

const TEXT_TAGS = new Set(['h1', 'h2', 'p', 'li']);

function texts(story: Story): string[] {
  return parsed(story)
    .filter((el) => TEXT_TAGS.has(el.tagName))
    .map((el) => ownText(el));
}

function expected(story: Story): string[] {
  return standingBlocks(story, 'x').flatMap((item) =>
    item.kind === 'text'
      ? [plainText(item.block)]
      : [item.block.caption, item.block.credit].map(plainText).filter((text) => text !== ''),
  );
}

describe('HTML export', () => {
  it('parses back to the same texts in the same order', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        // The parser follows the standard: line ends in text are one character, controls stay.
        expect(texts(story)).toEqual(expected(story));
      }),
      { numRuns: 300 },
    );
  });

  it('holds no event handler, no style, one script that is data, and only safe addresses', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const all = parsed(story);
        const scripts = all.filter((el) => el.tagName === 'script');
        expect(scripts.map((el) => el.properties['type'])).toEqual(['application/ld+json']);
        for (const el of all) {
          expect(el.tagName).not.toBe('style');
          for (const name of Object.keys(el.properties)) {
            expect(name).not.toMatch(/^on|^style$|^srcdoc$/i);
          }
          if (el.tagName === 'a') {
            expect(String(el.properties['href'])).toMatch(/^(https:|mailto:|\/page)/);
          }
          if (el.tagName === 'img') {
            expect(el.properties['src']).toBe('page-photos/a%20b.jpg');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('escapes its data block, whatever the headline says', () => {
    for (const text of HOSTILE) {
      const story = newStory({
        id: 's',
        slug: 'x',
        article: { blocks: [textBlock('b', 'headline', text)] },
      });
      const script = parsed(story).find((el) => el.tagName === 'script');
      const [data] = script?.children ?? [];
      if (data?.type !== 'text') throw new Error('no data block');
      const value = JSON.parse(data.value);
      expect(value['@type']).toBe('NewsArticle');
      expect(value.headline).toBe(text.replace(/\s+/g, ' ').trim());
    }
  });

  it('keeps caption and credit in elements of their own', () => {
    const story = newStory({
      id: 's',
      slug: 'x',
      photos: [photo('p', 'a.jpg')],
      article: { blocks: [figureBlock('f', 'p', 'A dog runs.', 'Kim Ash/Coast Press', 'A dog')] },
    });
    const all = parsed(story);
    const figure = all.find((el) => el.tagName === 'figure');
    const classes = elements(figure ?? { type: 'root', children: [] }).flatMap((el) =>
      Array.isArray(el.properties['className']) ? el.properties['className'] : [],
    );
    expect(classes).toEqual(['caption', 'credit']);
    expect(all.find((el) => el.tagName === 'img')?.properties).toMatchObject({
      alt: 'A dog',
      src: 'page-photos/a.jpg',
    });
  });

  it('says nothing about alt text that is not written, and marks a decorative picture', () => {
    const withAlt = (alt: string | null) =>
      parsed(
        newStory({
          id: 's',
          slug: 'x',
          photos: [photo('p', 'a.jpg')],
          article: { blocks: [figureBlock('f', 'p', 'A dog runs.', '', alt)] },
        }),
      ).find((el) => el.tagName === 'img')?.properties;
    expect(withAlt(null)).not.toHaveProperty('alt');
    expect(withAlt('')).toMatchObject({ alt: '' });
  });

  it('keeps the caption of a missing photo and shows no broken picture', () => {
    const story = newStory({
      id: 's',
      slug: 'x',
      article: { blocks: [figureBlock('f', 'nowhere', 'A dog runs.', 'Kim Ash')] },
    });
    expect(parsed(story).some((el) => el.tagName === 'img')).toBe(false);
    expect(texts(story)).toEqual(['A dog runs.', 'Kim Ash']);
    expect(written(story)).not.toContain('<!--');
  });

  it('drops a link that could run and keeps its words', () => {
    for (const link of [
      'javascript:alert(1)',
      'java\tscript:x',
      'vbscript:x',
      'data:text/html,x',
    ]) {
      const story = newStory({
        id: 's',
        slug: 'x',
        article: { blocks: [textBlock('b', 'paragraph', [{ text: 'press here', link }])] },
      });
      expect(parsed(story).some((el) => el.tagName === 'a')).toBe(false);
      expect(texts(story)).toEqual(['press here']);
    }
  });

  it('never names a file outside its photo folder', () => {
    const story = newStory({
      id: 's',
      slug: 'x',
      photos: [photo('p', '../../etc/cron.jpg'), photo('q', '..')],
      article: { blocks: [figureBlock('f', 'p', '', ''), figureBlock('g', 'q', '', '')] },
    });
    const result = exportHtml.write(story, { styleBook: PLAIN_BOOK, name: 'page' });
    if (!result.ok) throw new Error(result.message);
    expect(result.value.slice(1).map((file) => file.path)).toEqual([
      'page-photos/cron.jpg',
      'page-photos/photo',
    ]);
  });
});
