import type {
  Blockquote,
  Code,
  Html,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type {
  Block,
  ImportReport,
  LooseText,
  Loss,
  Photo,
  Span,
  Story,
  TextKind,
} from '../../article/model';
import { counter, figureBlock, missingPhoto, textBlock } from '../../article/story';
import { pageBlocks } from '../html/blocks';
import { parsePage } from '../html/dom';
import { guessLanguage } from '../import-language';
import { baseName, dataPicture, pictureReference } from '../import-pictures';
import { spanText } from '../import-spans';
import { fold } from '../scrape/lines';
import { datelinePlace, readBio, readByline } from '../scrape/people';
import type { ImportedPicture } from '../types';
import {
  isEmphasised,
  isFigureText,
  isOnlyPicture,
  parts,
  startsWithPicture,
  withoutItalic,
} from './figure-text';
import { frontMatter } from './front-matter';
import type { Definitions, InlineContent, NamedPicture } from './inline';
import { definitionsOf, joinLines, readInline } from './inline';

export interface MarkdownReading {
  readonly story: Partial<Story>;
  readonly report: ImportReport;
  readonly pictures: readonly ImportedPicture[];
}

/** Reads Markdown (CommonMark with GitHub's tables, strikethrough, footnotes) and its front matter into a story. */
export function readMarkdown(text: string, source: string): MarkdownReading {
  const { front, body } = frontMatter(text);
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const reader = new Reader(definitionsOf(root));
  for (const [kind, printed] of [
    ['headline', front.headline],
    ['dek', front.dek],
    ['byline', front.byline],
  ] as const) {
    if (printed !== '') reader.addText(kind, [{ text: printed }]);
  }
  reader.readAll(root.children);
  const blocks = withBios(reader.blocks);
  const questions = bioQuestions(blocks);
  if (front.other.length > 0)
    reader.loose.push({ lines: range(1, front.lines), text: front.other.join('\n') });
  const lede = blocks.find((block) => block.kind === 'paragraph');
  const prose = blocks.flatMap((block) => ('spans' in block ? [spanText(block.spans)] : []));
  return {
    story: {
      language: front.language || guessLanguage(prose.join(' ')),
      dates: {
        dateline:
          front.dateline || (lede && 'spans' in lede ? datelinePlace(spanText(lede.spans)) : ''),
        published: front.published,
      },
      article: { blocks },
      photos: reader.photos,
    },
    report: {
      format: 'markdown',
      source,
      lineCount: text.split('\n').length,
      repairs: [],
      loose: reader.loose,
      losses: reader.losses,
      questions,
    },
    pictures: reader.pictures,
  };
}

class Reader {
  readonly blocks: Block[] = [];
  readonly photos: Photo[] = [];
  readonly pictures: ImportedPicture[] = [];
  readonly loose: LooseText[] = [];
  readonly losses: Loss[] = [];
  readonly #definitions: Definitions;
  readonly #blockId = counter('b');
  readonly #photoId = counter('p');

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  addText(
    kind: TextKind,
    spans: readonly Span[],
    more: { ordered?: boolean; depth?: number } = {},
  ): void {
    if (spanText(spans).trim() === '') return;
    this.blocks.push({ ...textBlock(this.#blockId(), kind, spans), ...more });
  }

  readAll(nodes: readonly RootContent[], kind: TextKind = 'paragraph', depth = 0): void {
    nodes.forEach((node, at) => {
      // A picture alone, then a paragraph all in italics: the italics are its caption.
      const before = nodes[at - 1];
      if (
        node.type === 'paragraph' &&
        before?.type === 'paragraph' &&
        isOnlyPicture(before) &&
        isEmphasised(node)
      ) {
        if (this.#captionLast(node)) return;
      }
      this.#read(node, kind, depth);
    });
  }

  #read(node: RootContent, kind: TextKind, depth: number): void {
    switch (node.type) {
      case 'heading':
        this.#heading(node.children, node.depth);
        return;
      case 'paragraph':
        this.#paragraph(node, kind);
        return;
      case 'blockquote':
        this.readAll((node as Blockquote).children, 'quotation', depth);
        return;
      case 'list':
        this.#list(node, depth);
        return;
      case 'code':
        this.#code(node);
        return;
      case 'table':
        this.#table(node);
        return;
      case 'html':
        this.#html(node);
        return;
      case 'footnoteDefinition':
        this.#lose(node, 'A footnote came over as a paragraph at its place in the file.');
        this.addText('paragraph', [{ text: `[${node.label ?? node.identifier}]` }]);
        this.readAll(node.children as readonly RootContent[]);
        return;
      case 'thematicBreak':
        this.#lose(node, 'A rule between sections was left out.');
        return;
      default:
        return;
    }
  }

  #heading(children: readonly PhrasingContent[], depth: number): void {
    const content = this.#inline(children);
    const spans = joinLines(content.lines);
    const text = fold(spanText(spans));
    const headline = this.blocks.find((block) => block.kind === 'headline');
    const same = headline && 'spans' in headline && fold(spanText(headline.spans)) === text;
    if (same && depth === 1) {
      // The front matter's title again, with its marks: the marked one stays.
      this.blocks[this.blocks.indexOf(headline)] = { ...headline, spans };
    } else {
      const first =
        depth === 1 && !headline && !this.blocks.some((block) => block.kind === 'paragraph');
      this.addText(first ? 'headline' : 'crosshead', spans);
    }
    for (const picture of content.pictures) this.#figure(picture, [], []);
  }

  #paragraph(node: Paragraph, kind: TextKind): void {
    if (startsWithPicture(node)) {
      const content = this.#inline(node.children, true);
      const lines = content.lines.filter((line) => spanText(line).trim() !== '');
      const [first, ...rest] = content.pictures;
      if (first && (lines.length === 0 || isFigureText(node, lines))) {
        const { caption, credit } = parts(lines);
        this.#figure(first, caption, credit);
        for (const picture of rest) this.#figure(picture, [], []);
        return;
      }
    }
    const content = this.#inline(node.children);
    const spans = joinLines(content.lines);
    this.addText(this.#isByline(spanText(spans), kind) ? 'byline' : kind, spans);
    for (const picture of content.pictures) this.#figure(picture, [], []);
  }

  #isByline(text: string, kind: TextKind): boolean {
    if (kind !== 'paragraph' || /\d/.test(text) || !readByline(text)) return false;
    return this.blocks.every(
      (block) =>
        block.kind === 'headline' ||
        block.kind === 'dek' ||
        block.kind === 'byline' ||
        block.kind === 'figure',
    );
  }

  #list(node: List, depth: number): void {
    for (const item of node.children) {
      const box = item.checked === true ? '☑ ' : item.checked === false ? '☐ ' : '';
      item.children.forEach((child, at) => {
        if (child.type === 'list') this.#list(child, depth + 1);
        else if (child.type === 'paragraph') {
          const content = this.#inline(child.children);
          const spans = joinLines(content.lines);
          this.addText('list-item', at === 0 && box !== '' ? [{ text: box }, ...spans] : spans, {
            ordered: node.ordered === true,
            depth,
          });
          for (const picture of content.pictures) this.#figure(picture, [], []);
        } else this.#read(child as RootContent, 'paragraph', depth);
      });
    }
  }

  #code(node: Code): void {
    this.#lose(node, 'A block of code came over as a paragraph.');
    this.addText('paragraph', [{ text: node.value }]);
  }

  #table(node: Table): void {
    this.#lose(node, 'A table came over as text, one paragraph for each row.');
    for (const row of node.children) {
      const cells = row.children.map((cell) => joinLines(this.#inline(cell.children).lines));
      this.addText(
        'paragraph',
        cells.flatMap((cell, at) => (at > 0 ? [{ text: '\t' }, ...cell] : cell)),
      );
    }
  }

  #html(node: Html): void {
    const page = parsePage(node.value);
    const found = page.body ? pageBlocks(page.body, () => false) : [];
    for (const block of found)
      this.addText(block.kind === 'crosshead' ? 'crosshead' : 'paragraph', block.spans);
    this.#lose(
      node,
      found.length > 0
        ? 'HTML in the text came over as its words only.'
        : 'HTML without words was left out of the story; it is kept below.',
    );
    if (found.length === 0) this.loose.push({ lines: linesOf(node), text: node.value });
  }

  #inline(nodes: readonly PhrasingContent[], soft = false): InlineContent {
    const content = readInline(nodes, this.#definitions, soft);
    const first = nodes[0];
    for (const address of content.unsafe) {
      this.losses.push({
        lines: linesOf(first),
        message: `A link was left out, its words stay: only web and mail addresses are kept (${address.slice(0, 80)}).`,
      });
    }
    for (const tag of content.tags)
      this.losses.push({
        lines: linesOf(first),
        message: `HTML tags were left out, the words stay: ${tag.slice(0, 80)}`,
      });
    return content;
  }

  #figure(picture: NamedPicture, caption: readonly Span[], credit: readonly Span[]): void {
    const id = this.#photoId();
    const data = dataPicture(picture.url);
    const address = data
      ? `picture-${this.photos.length + 1}.${data.extension}`
      : pictureReference(picture.url);
    this.photos.push(missingPhoto(id, baseName(address)));
    if (address !== '')
      this.pictures.push({ photo: id, bytes: data?.bytes ?? null, reference: address });
    const text =
      caption.length === 0 && credit.length === 0 && picture.title !== ''
        ? parts([[{ text: picture.title }]])
        : { caption, credit };
    this.blocks.push(
      figureBlock(
        this.#blockId(),
        id,
        text.caption,
        text.credit,
        picture.alt === '' ? null : picture.alt,
      ),
    );
  }

  #captionLast(node: Paragraph): boolean {
    const last = this.blocks.at(-1);
    if (last?.kind !== 'figure' || last.caption.spans.length > 0) return false;
    const content = this.#inline(node.children);
    const plain = content.lines.map((line) => line.map(withoutItalic));
    const { caption, credit } = parts(plain);
    this.blocks[this.blocks.length - 1] = figureBlock(
      last.id,
      last.photo,
      caption,
      credit,
      last.alt,
    );
    return true;
  }

  #lose(node: RootContent, message: string): void {
    this.losses.push({ lines: linesOf(node), message });
  }
}

function linesOf(
  node: { readonly position?: RootContent['position'] } | undefined,
): readonly number[] {
  const place = node?.position;
  return place ? range(place.start.line, place.end.line) : [];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.min(to - from + 1, 2000) }, (_, at) => from + at);
}

function withBios(blocks: readonly Block[]): readonly Block[] {
  const result = [...blocks];
  for (let at = result.length - 1; at > 1; at -= 1) {
    const block = result[at];
    if (block?.kind !== 'paragraph' || !('spans' in block) || !readBio(spanText(block.spans), true))
      break;
    result[at] = { ...block, kind: 'bio' };
  }
  return result;
}

function bioQuestions(blocks: readonly Block[]): readonly string[] {
  const printed = (kind: string) =>
    blocks.flatMap((block) =>
      block.kind === kind && 'spans' in block ? [spanText(block.spans)] : [],
    );
  const bylines = fold(printed('byline').join(' '));
  return printed('bio')
    .map((bio) => readBio(bio, true)?.name ?? '')
    .filter((name) => name !== '' && !bylines.includes(fold(name)))
    .map((name) => `Is “${name}” the byline?`);
}
