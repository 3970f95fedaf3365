import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { exportMarkdown } from '#core/formats/export-markdown';
import { oneLine, plainText, standingBlocks } from '#core/formats/export-standing';
import { story as anyStory, HOSTILE, line } from './arbitrary-story';

function written(story: Story): { front: Record<string, unknown>; body: Root } {
  const result = exportMarkdown.write(story, { styleBook: PLAIN_BOOK, name: 'page' });
  if (!result.ok || typeof result.value[0]?.content !== 'string') throw new Error('no page');
  const found = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(result.value[0].content);
  if (!found) throw new Error('no front matter');
  return {
    front: parse(found[1] ?? ''),
    body: fromMarkdown(found[2] ?? '', {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    }),
  };
}

function text(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'list') return '';
  return 'children' in node ? node.children.map(text).join('') : '';
}

/** Texts of the paragraphs, headings and list items in reading order. */
function texts(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [text(node)];
  if (node.type === 'code' || node.type === 'html') return [`${node.type}: ${node.value}`];
  return 'children' in node ? node.children.flatMap(texts) : [];
}

function expected(story: Story): string[] {
  return standingBlocks(story, 'x').flatMap((item) => {
    if (item.kind === 'text') return [plainText(item.block)];
    const lines = [item.block.caption, item.block.credit].map(plainText);
    const printed = lines.filter((part) => part !== '');
    return [(item.path === null ? printed : ['', ...printed]).join('\n')];
  });
}

const article = (...blocks: Story['article']['blocks']) =>
  newStory({ id: 's', slug: 'x', article: { blocks } });

describe('Markdown export', () => {
  it('reads back as the same texts, whatever they hold', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        // A crosshead first keeps the header blocks in the body, where this test compares them.
        const guarded = {
          ...story,
          article: { blocks: [textBlock('g', 'crosshead', 'Start'), ...story.article.blocks] },
        };
        const { body } = written(guarded);
        const fold = (list: string[]) =>
          list.map((part) => part.replace(/ +$/gm, '')).filter(Boolean);
        expect(fold(texts(body))).toEqual(fold(expected(guarded)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps headline, dek and byline exactly in the front matter', () => {
    fc.assert(
      fc.property(line, line, line, (headline, dek, byline) => {
        const { front, body } = written(
          article(
            textBlock('h', 'headline', headline),
            textBlock('d', 'dek', dek),
            textBlock('b', 'byline', byline),
            textBlock('p', 'paragraph', 'Text.'),
          ),
        );
        expect(front).toMatchObject({
          title: oneLine(headline),
          description: oneLine(dek),
          byline: oneLine(byline),
        });
        expect(texts(body)).toEqual(['Text.']);
      }),
      { numRuns: 300 },
    );
  });

  it('lets no text become markup', () => {
    for (const hostile of HOSTILE) {
      const { body } = written(article(textBlock('p', 'paragraph', hostile.trim())));
      expect(body.children.map((node) => node.type)).toEqual(['paragraph']);
      expect(texts(body)).toEqual([hostile.trim()]);
    }
  });

  it('drops links that could run and keeps their words', () => {
    const { body } = written(
      article(textBlock('p', 'paragraph', [{ text: 'press', link: 'javascript:alert(1)' }])),
    );
    expect(body.children).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text', value: 'press' }] },
    ]);
  });

  it('keeps the marks of a headline in the body', () => {
    const { front, body } = written(
      article(textBlock('h', 'headline', [{ text: 'On ' }, { text: 'Dune', marks: ['italic'] }])),
    );
    expect(front['title']).toBe('On Dune');
    expect(body.children).toMatchObject([
      { type: 'heading', depth: 1, children: [{ type: 'text' }, { type: 'emphasis' }] },
    ]);
  });
});
