import type {
  BlockContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Story, TextBlock } from '../article/model';
import { assertNever } from '../util/assert-never';
import { ok } from '../util/result';
import type { Grouped, ListTree } from './export-lists';
import { groupLists } from './export-lists';
import type { Inline, Standing, StandingFigure } from './export-standing';
import {
  bylineNames,
  inlineTree,
  oneLine,
  pathAddress,
  photoFiles,
  plainText,
  standingBlocks,
} from './export-standing';
import type { ExportFormat } from './types';

/**
 * Markdown with YAML front matter. Headline, dek and byline stand in the front matter (`title`, `description`, `byline`);
 * a figure is one paragraph: the picture, its caption and its credit, each on a line of its own.
 */
export const exportMarkdown: ExportFormat = {
  id: 'markdown',
  title: 'Markdown',
  extension: 'md',
  write: (story, options) => {
    const standing = standingBlocks(story, `${options.name}-photos`);
    const page = { path: `${options.name}.md`, content: markdownPage(story, standing) };
    return ok([page, ...photoFiles(standing)]);
  },
};

const FRONT = { headline: 'title', dek: 'description', byline: 'byline' } as const;

function markdownPage(story: Story, standing: readonly Standing[]): string {
  const { front, rest } = frontMatter(story, standing);
  const root: Root = { type: 'root', children: groupLists(rest).flatMap(blockContent) };
  const body = toMarkdown(root, {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
  });
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body}`;
}

/** The first headline, dek and byline at the top move to the front matter; a headline with marks stays as well. */
function frontMatter(story: Story, standing: readonly Standing[]) {
  const front: Record<string, string | readonly string[]> = {};
  let at = 0;
  const kept: Standing[] = [];
  for (; at < standing.length; at += 1) {
    const item = standing[at];
    if (item?.kind !== 'text') break;
    const { kind, spans } = item.block;
    if (kind !== 'headline' && kind !== 'dek' && kind !== 'byline') break;
    if (front[FRONT[kind]] !== undefined) break;
    front[FRONT[kind]] = oneLine(plainText(item.block));
    if (kind === 'byline') front['author'] = bylineNames(plainText(item.block));
    if (spans.some((span) => span.marks?.length || span.link !== undefined)) kept.push(item);
  }
  const { dateline, published } = story.dates;
  if (published !== null) front['date'] = published;
  if (dateline !== '') front['dateline'] = dateline;
  front['slug'] = story.slug;
  front['lang'] = story.language;
  const headlines = kept.filter((item) => item.kind === 'text' && item.block.kind === 'headline');
  return { front, rest: [...headlines, ...standing.slice(at)] };
}

function blockContent(item: Grouped): RootContent[] {
  switch (item.kind) {
    case 'figure':
      return figure(item);
    case 'list':
      return [list(item.list)];
    case 'text':
      return [textContent(item.block)];
    default:
      return assertNever(item);
  }
}

function textContent(block: TextBlock): BlockContent {
  switch (block.kind) {
    case 'headline':
      return { type: 'heading', depth: 1, children: phrasing(block, 'heading') };
    case 'crosshead':
      return { type: 'heading', depth: 2, children: phrasing(block, 'heading') };
    case 'quotation':
    case 'pullquote':
      return { type: 'blockquote', children: [paragraph(block)] };
    case 'list-item':
      return list({ ordered: block.ordered ?? false, items: [{ block, lists: [] }] });
    case 'dek':
    case 'byline':
    case 'paragraph':
    case 'bio':
    case 'caption':
    case 'credit':
      return paragraph(block);
    default:
      return assertNever(block.kind);
  }
}

function paragraph(block: TextBlock): Paragraph {
  return { type: 'paragraph', children: phrasing(block, 'paragraph') };
}

function list(tree: ListTree): List {
  const children = tree.items.map(
    (item): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(item.block), ...item.lists.map(list)],
    }),
  );
  return { type: 'list', ordered: tree.ordered, spread: false, children };
}

function figure({ block, path }: StandingFigure): RootContent[] {
  const parts: PhrasingContent[][] = [];
  if (path !== null) parts.push([{ type: 'image', url: pathAddress(path), alt: block.alt ?? '' }]);
  for (const part of [block.caption, block.credit]) {
    if (part.spans.length > 0) parts.push(phrasing(part, 'paragraph'));
  }
  if (parts.length === 0) return [];
  const children = parts.flatMap((part, index): PhrasingContent[] =>
    index > 0 ? [{ type: 'break' }, ...part] : part,
  );
  return [{ type: 'paragraph', children }];
}

type Place = 'heading' | 'paragraph';

function phrasing(block: TextBlock, place: Place): PhrasingContent[] {
  return inlines(inlineTree(block.spans), place);
}

/** Marks that Markdown has no sign for are written as the HTML tags that Markdown allows. */
const TAGS: { readonly [mark: string]: string } = {
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
};

function inlines(tree: readonly Inline[], place: Place): PhrasingContent[] {
  return tree.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return brokenText(node.text, place);
      case 'link':
        return [{ type: 'link', url: node.href, children: inlines(node.children, place) }];
      case 'mark':
        return marked(node.mark, inlines(node.children, place));
      default:
        return assertNever(node);
    }
  });
}

function marked(mark: string, children: PhrasingContent[]): PhrasingContent[] {
  if (mark === 'bold') return [{ type: 'strong', children }];
  if (mark === 'italic') return [{ type: 'emphasis', children }];
  if (mark === 'strike') return [{ type: 'delete', children }];
  const tag = TAGS[mark];
  if (tag === undefined) return children;
  return [{ type: 'html', value: `<${tag}>` }, ...children, { type: 'html', value: `</${tag}>` }];
}

/** A heading holds no hard break: there the line break is a character reference inside the text. */
function brokenText(value: string, place: Place): PhrasingContent[] {
  if (place === 'heading') return [{ type: 'text', value }];
  return value
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ]);
}
