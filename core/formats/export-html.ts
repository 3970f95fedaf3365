import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Span, Story, TextBlock } from '../article/model';
import { assertNever } from '../util/assert-never';
import { ok } from '../util/result';
import type { Grouped, ListTree } from './export-lists';
import { groupLists } from './export-lists';
import type { Inline, Standing, StandingFigure } from './export-standing';
import {
  bylineNames,
  firstText,
  inlineTree,
  longDate,
  oneLine,
  pathAddress,
  photoFiles,
  plainText,
  standingBlocks,
} from './export-standing';
import type { ExportFormat } from './types';

/** A web page: article, header, figures with caption and credit apart, JSON-LD for search engines, nothing that runs. */
export const exportHtml: ExportFormat = {
  id: 'html',
  title: 'Web page',
  extension: 'html',
  write: (story, options) => {
    const standing = standingBlocks(story, `${options.name}-photos`);
    const page = { path: `${options.name}.html`, content: htmlPage(story, standing) };
    return ok([page, ...photoFiles(standing)]);
  },
};

function htmlPage(story: Story, standing: readonly Standing[]): string {
  const title = firstText(standing, 'headline') || story.slug;
  const dek = firstText(standing, 'dek');
  const byline = firstText(standing, 'byline');
  const head = [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [text(title)]),
    ...(dek === '' ? [] : [element('meta', { name: 'description', content: dek })]),
    ...(byline === ''
      ? []
      : [element('meta', { name: 'author', content: bylineNames(byline).join(', ') })]),
    element('script', { type: 'application/ld+json' }, [text(linkedData(story, standing))]),
  ];
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      text('\n'),
      element('html', { lang: story.language }, [
        text('\n'),
        element('head', {}, lines(head)),
        text('\n'),
        element('body', {}, lines([element('article', {}, lines(articleBody(story, standing)))])),
        text('\n'),
      ]),
      text('\n'),
    ],
  };
  return toHtml(root);
}

function articleBody(story: Story, standing: readonly Standing[]): readonly Element[] {
  const first = standing.findIndex((item) => item.kind === 'figure' || !isHeader(item.block));
  const end = first < 0 ? standing.length : first;
  const seen = { headline: false };
  const header = standing.slice(0, end).flatMap((item) => grouped(item, seen));
  const dateline = datelineOf(story);
  const body = groupLists(standing.slice(end)).flatMap((item) => grouped(item, seen));
  const top = dateline ? [...header, dateline] : header;
  return top.length === 0 ? body : [element('header', {}, lines(top)), ...body];
}

function isHeader(block: TextBlock): boolean {
  return block.kind === 'headline' || block.kind === 'dek' || block.kind === 'byline';
}

function datelineOf(story: Story): Element | null {
  const { dateline, published } = story.dates;
  const parts: ElementContent[] = [];
  if (dateline !== '') parts.push(element('span', { className: ['place'] }, [text(dateline)]));
  if (published !== null) {
    if (parts.length > 0) parts.push(text(', '));
    const words = longDate(published, story.language);
    parts.push(element('time', { dateTime: published }, [text(words)]));
  }
  return parts.length === 0 ? null : element('p', { className: ['dateline'] }, parts);
}

function grouped(item: Grouped, seen: { headline: boolean }): Element[] {
  switch (item.kind) {
    case 'figure':
      return [figure(item)];
    case 'list':
      return [list(item.list)];
    case 'text':
      return [textElement(item.block, seen)];
    default:
      return assertNever(item);
  }
}

function textElement(block: TextBlock, seen: { headline: boolean }): Element {
  const content = inlines(inlineTree(block.spans));
  switch (block.kind) {
    case 'headline': {
      if (seen.headline) return element('h2', { className: ['headline'] }, content);
      seen.headline = true;
      return element('h1', {}, content);
    }
    case 'crosshead':
      return element('h2', {}, content);
    case 'paragraph':
      return element('p', {}, content);
    case 'quotation':
      return element('blockquote', {}, [element('p', {}, content)]);
    case 'pullquote':
      return element('aside', { className: ['pullquote'] }, [element('p', {}, content)]);
    case 'bio':
      return element('footer', { className: ['bio'] }, [element('p', {}, content)]);
    case 'list-item':
      return element('ul', {}, [element('li', {}, content)]);
    case 'dek':
    case 'byline':
    case 'caption':
    case 'credit':
      return element('p', { className: [block.kind] }, content);
    default:
      return assertNever(block.kind);
  }
}

function list(tree: ListTree): Element {
  const items = tree.items.map((item) =>
    element('li', {}, [...inlines(inlineTree(item.block.spans)), ...item.lists.map(list)]),
  );
  return element(tree.ordered ? 'ol' : 'ul', {}, lines(items));
}

/*
 * A photo that is not there leaves no broken picture: the figure keeps its caption and credit. Alt text that nobody has
 * written stays absent (the HTML standard asks for that where a caption stands in); an empty one says "decorative".
 */
function figure({ block, photo, path }: StandingFigure): Element {
  const parts: Element[] = [];
  if (path !== null) {
    parts.push(
      element('img', {
        src: pathAddress(path),
        ...(block.alt === null ? {} : { alt: block.alt }),
        ...(photo?.width ? { width: photo.width } : {}),
        ...(photo?.height ? { height: photo.height } : {}),
      }),
    );
  }
  const texts = [block.caption, block.credit].filter((part) => part.spans.length > 0);
  if (texts.length > 0) {
    const printed = texts.map((part) => textElement(part, { headline: false }));
    parts.push(element('figcaption', {}, lines(printed)));
  }
  return element('figure', path === null ? { className: ['photo-missing'] } : {}, lines(parts));
}

const MARK_TAGS: { readonly [mark: string]: string } = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};

function inlines(tree: readonly Inline[]): ElementContent[] {
  return tree.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case 'text':
        return brokenText(node.text);
      case 'link':
        return [element('a', { href: node.href }, inlines(node.children))];
      case 'mark':
        return [element(MARK_TAGS[node.mark] ?? 'span', {}, inlines(node.children))];
      default:
        return assertNever(node);
    }
  });
}

function brokenText(value: string): ElementContent[] {
  return value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [element('br', {})] : []),
      ...(line === '' ? [] : [text(line)]),
    ]);
}

/** schema.org NewsArticle. `<` is escaped, so no text can end the data block. */
function linkedData(story: Story, standing: readonly Standing[]): string {
  const dek = firstText(standing, 'dek');
  const names = bylineNames(firstText(standing, 'byline'));
  const { dateline, published } = story.dates;
  const images = standing.flatMap((item) => (item.kind === 'figure' ? imageData(item) : []));
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: firstText(standing, 'headline') || story.slug,
    ...(dek === '' ? {} : { description: dek }),
    ...(names.length === 0 ? {} : { author: names.map((name) => ({ '@type': 'Person', name })) }),
    ...(published === null ? {} : { datePublished: published }),
    ...(dateline === '' ? {} : { locationCreated: { '@type': 'Place', name: dateline } }),
    inLanguage: story.language,
    ...(images.length === 0 ? {} : { image: images }),
  };
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function imageData({ block, path }: StandingFigure): readonly object[] {
  if (path === null) return [];
  const caption = captionText(block.caption.spans);
  const creditText = captionText(block.credit.spans);
  return [
    {
      '@type': 'ImageObject',
      contentUrl: pathAddress(path),
      ...(caption === '' ? {} : { caption }),
      ...(creditText === '' ? {} : { creditText }),
    },
  ];
}

function captionText(spans: readonly Span[]): string {
  return oneLine(plainText({ id: '', kind: 'caption', spans }));
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

function lines(elements: readonly Element[]): ElementContent[] {
  return [text('\n'), ...elements.flatMap((child): ElementContent[] => [child, text('\n')])];
}
