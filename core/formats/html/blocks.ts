import type { Mark, Span, TextKind } from '../../article/model';
import { foldSpans, safeLink, span, spanText } from '../import-spans';
import type { DomElement, DomNode } from './dom';
import { childrenOf, isElement, labelOf, TEXT } from './dom';

/** A paragraph found in a page. */
export interface PageBlock {
  readonly kind: TextKind;
  readonly spans: readonly Span[];
  readonly text: string;
  /** Number of the element it begins in, in document order. */
  readonly order: number;
  /** Characters inside links, of all. */
  readonly linked: number;
  readonly ordered: boolean;
  readonly depth: number;
  /** First link's address, for items of link lists. */
  readonly link: string;
  readonly table: boolean;
}

/** Attribute that numbers the elements of a page in document order. */
export const ORDER = 'data-galley';

const MARKS: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rp rt s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const NOTHING = new Set(
  'script style noscript template iframe object embed svg math canvas audio video source track input select option button textarea form img picture head meta link title nav dialog map area progress meter'.split(
    ' ',
  ),
);

interface Context {
  readonly kind: TextKind;
  readonly ordered: boolean;
  readonly depth: number;
  readonly marks: readonly Mark[];
  readonly link: string | null;
  readonly table: boolean;
}

/** Walks an element and gives its paragraphs in reading order. `skip` leaves subtrees out (figures, lists of links). */
export function pageBlocks(
  root: DomElement,
  skip: (element: DomElement) => boolean,
): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let spans: Span[] = [];
  let order = orderOf(root);
  let linkOf = '';
  let kept: Context | null = null;
  const flush = () => {
    const folded = foldSpans(spans);
    const text = spanText(folded);
    if (text.trim() !== '' && kept) {
      const linked = folded.reduce((sum, each) => sum + (each.link ? each.text.length : 0), 0);
      const { kind, ordered, depth, table } = kept;
      blocks.push({
        kind,
        spans: folded,
        text,
        order,
        linked,
        ordered,
        depth,
        link: linkOf,
        table,
      });
    }
    spans = [];
    linkOf = '';
    kept = null;
  };
  const visit = (node: DomNode, context: Context, level: number) => {
    if (node.nodeType === TEXT) {
      const text = (node.textContent ?? '').replace(/[\t\n\r\f]+/g, ' ');
      if (text === '') return;
      kept ??= context;
      spans.push(span(text, context.marks, context.link));
      return;
    }
    if (!isElement(node)) return;
    const name = node.localName;
    if (level > 400 || NOTHING.has(name) || isUnseen(node) || skip(node)) return;
    if (name === 'br') {
      const twice = spans.length > 0 && /\n\s*$/.test(spanText(spans.slice(-3)));
      if (twice) flush();
      else spans.push(span('\n', context.marks, null));
      return;
    }
    const inner = inside(node, context);
    const inline = INLINE.has(name) && !holdsBlocks(node);
    if (!inline) {
      flush();
      order = orderOf(node) || order;
    }
    if (name === 'a' && inner.link && linkOf === '') linkOf = inner.link;
    if (name === 'tr' && isDataRow(node)) {
      childrenOf(node).forEach((cell, at) => {
        if (at > 0 && isElement(cell)) spans.push(span('\t', [], null));
        for (const child of childrenOf(cell)) visit(child, { ...inner, table: true }, level + 1);
      });
      flush();
      return;
    }
    for (const child of childrenOf(node)) visit(child, inner, level + 1);
    if (!inline) flush();
  };
  visit(
    root,
    { kind: 'paragraph', ordered: false, depth: 0, marks: [], link: null, table: false },
    0,
  );
  flush();
  return blocks;
}

/** Inline content of one element (a caption, a credit) as spans. */
export function inlineSpans(
  root: DomElement,
  skip: (element: DomElement) => boolean,
): readonly Span[] {
  const parts = pageBlocks(root, skip);
  return parts.flatMap((part, at) => (at > 0 ? [{ text: ' ' }, ...part.spans] : part.spans));
}

/** Not shown on the page: hidden, or there for screen readers only. */
function isUnseen(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return true;
  if (/display\s*:\s*none/i.test(element.getAttribute('style') ?? '')) return true;
  return /(^|[\s_-])(visually-?hidden|sr-only|screen-?reader(-text|-only)?)($|\s)/.test(
    labelOf(element),
  );
}

function orderOf(element: DomElement): number {
  return Number(element.getAttribute(ORDER) ?? 0);
}

function holdsBlocks(element: DomElement): boolean {
  return (
    element.querySelector('p, div, h1, h2, h3, h4, ul, ol, blockquote, table, figure, section') !==
    null
  );
}

function isDataRow(row: DomElement): boolean {
  return (
    row.querySelector('p, div, ul, ol, table, blockquote, h2, h3') === null &&
    row.children.length > 1
  );
}

function inside(element: DomElement, context: Context): Context {
  const name = element.localName;
  const mark = MARKS[name];
  if (mark)
    return context.marks.includes(mark) ? context : { ...context, marks: [...context.marks, mark] };
  switch (name) {
    case 'a':
      return { ...context, link: safeLink(element.getAttribute('href')) };
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return { ...context, kind: 'crosshead', marks: [] };
    case 'blockquote':
      return { ...context, kind: isPullQuote(element) ? 'pullquote' : 'quotation' };
    case 'aside':
      return isPullQuote(element) ? { ...context, kind: 'pullquote' } : context;
    case 'ul':
    case 'ol':
      return {
        ...context,
        ordered: name === 'ol',
        depth: context.kind === 'list-item' ? context.depth + 1 : 0,
      };
    case 'li':
      return { ...context, kind: 'list-item' };
    case 'div':
    case 'figure':
    case 'p':
      return isPullQuote(element) ? { ...context, kind: 'pullquote' } : context;
    default:
      return context;
  }
}

/** True for what the page's own names call a pull quote. */
export function isPullQuote(element: DomElement): boolean {
  return /\bpull-?_?quote|\bpullquote|\bblockquote--pull|\bquote-pull/.test(labelOf(element));
}
