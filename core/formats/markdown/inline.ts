import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Mark, Span } from '../../article/model';
import { foldSpans, safeLink, span } from '../import-spans';

/** A picture named in the text. */
export interface NamedPicture {
  readonly url: string;
  readonly alt: string;
  readonly title: string;
}

/** One run of inline content: spans, and the pictures that stood in it. */
export interface InlineContent {
  /** Spans of each printed line; a hard break ends a line, and so does a soft one when `soft` was asked for. */
  readonly lines: readonly (readonly Span[])[];
  readonly pictures: readonly NamedPicture[];
  /** Addresses of links that were left out because nothing can be linked to them. */
  readonly unsafe: readonly string[];
  /** Raw tags that mean nothing to a story. */
  readonly tags: readonly string[];
}

/** Targets of reference links and pictures, by identifier. */
export type Definitions = ReadonlyMap<string, { readonly url: string; readonly title: string }>;

/** Collects the definitions of a document; the first of an identifier counts, as CommonMark says. */
export function definitionsOf(root: Root): Definitions {
  const found = new Map<string, { url: string; title: string }>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier))
      found.set(node.identifier, { url: node.url, title: node.title ?? '' });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

const TAG_MARKS: Readonly<Record<string, Mark>> = {
  u: 'underline',
  ins: 'underline',
  sup: 'superscript',
  sub: 'subscript',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
};

/** Reads inline content into lines of spans. `soft`: line ends in the source part lines too. */
export function readInline(
  nodes: readonly PhrasingContent[],
  definitions: Definitions,
  soft = false,
): InlineContent {
  const lines: Span[][] = [[]];
  const pictures: NamedPicture[] = [];
  const unsafe: string[] = [];
  const tags: string[] = [];
  const open: Mark[] = [];
  const add = (text: string, marks: readonly Mark[], link: string | null) => {
    const all = [...new Set([...marks, ...open])];
    text.split(soft ? '\n' : '\u0000').forEach((part, at) => {
      if (at > 0) lines.push([]);
      const flat = part.replace(/\n/g, ' ');
      if (flat !== '') lines.at(-1)?.push(span(flat, all, link));
    });
  };
  const linkTo = (url: string): string | null => {
    const link = safeLink(url);
    if (!link) unsafe.push(url);
    return link;
  };
  const visit = (node: PhrasingContent, marks: readonly Mark[], link: string | null): void => {
    const inside = (
      children: readonly PhrasingContent[],
      more: readonly Mark[],
      to: string | null,
    ) => {
      for (const child of children) visit(child, more, to);
    };
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        add(node.value, marks, link);
        return;
      case 'strong':
        inside(node.children, [...marks, 'bold'], link);
        return;
      case 'emphasis':
        inside(node.children, [...marks, 'italic'], link);
        return;
      case 'delete':
        inside(node.children, [...marks, 'strike'], link);
        return;
      case 'link':
        inside(node.children, marks, linkTo(node.url));
        return;
      case 'linkReference': {
        const target = definitions.get(node.identifier);
        inside(node.children, marks, target ? linkTo(target.url) : link);
        return;
      }
      case 'image':
        pictures.push({ url: node.url, alt: node.alt ?? '', title: node.title ?? '' });
        return;
      case 'imageReference': {
        const target = definitions.get(node.identifier);
        if (target) pictures.push({ url: target.url, alt: node.alt ?? '', title: target.title });
        else add(node.alt ?? '', marks, link);
        return;
      }
      case 'break':
        lines.push([]);
        return;
      case 'footnoteReference':
        add(`[${node.label ?? node.identifier}]`, marks, link);
        return;
      case 'html':
        readTag(node.value, open, lines, tags);
        return;
      default:
        return;
    }
  };
  for (const node of nodes) visit(node, [], null);
  return { lines: lines.map(foldSpans), pictures, unsafe, tags };
}

function readTag(value: string, open: Mark[], lines: Span[][], tags: string[]): void {
  const match = /^<(\/?)([a-z][a-z0-9]*)\b[^>]*>$/i.exec(value);
  const name = match?.[2]?.toLowerCase() ?? '';
  const mark = TAG_MARKS[name];
  if (name === 'br') lines.push([]);
  else if (!mark) tags.push(value);
  else if (match?.[1]) {
    const at = open.lastIndexOf(mark);
    if (at >= 0) open.splice(at, 1);
  } else open.push(mark);
}

/** All lines of inline content as one block's spans, line breaks kept. */
export function joinLines(lines: readonly (readonly Span[])[]): readonly Span[] {
  return foldSpans(lines.flatMap((line, at) => (at > 0 ? [{ text: '\n' }, ...line] : line)));
}
