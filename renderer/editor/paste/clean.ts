import { mergeSpans } from '#core/article/edit';
import type { Mark, Span, TextKind } from '#core/article/model';
import { safeAddress } from './address';

/** A block of pasted text, not yet part of a story. */
export interface PastedBlock {
  readonly kind: TextKind;
  readonly spans: readonly Span[];
  readonly ordered?: boolean;
  readonly depth?: number;
}

/** Elements that hold no text of the story. */
const SKIPPED = new Set(
  'script style head meta link title template noscript iframe object embed svg math button input select textarea img picture video audio canvas xml del'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const MARK_TAGS: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  sup: 'superscript',
  sub: 'subscript',
};

interface Context {
  readonly kind: TextKind;
  readonly marks: ReadonlySet<Mark>;
  readonly link: string | undefined;
  readonly list: { readonly ordered: boolean; readonly depth: number } | null;
  readonly keepSpace: boolean;
  /** Inside a list item or table cell, where a paragraph does not start a block of its own. */
  readonly nested: boolean;
}

const TOP: Context = {
  kind: 'paragraph',
  marks: new Set(),
  link: undefined,
  list: null,
  keepSpace: false,
  nested: false,
};

/**
 * Reads HTML from a clipboard as blocks of the model: text, bold, italic, raised and lowered text, safe links, headings
 * as crossheads, lists, quotations; tables as tabbed lines. Styles, scripts, pictures, comments and suggested
 * deletions are left behind. The HTML is parsed inertly: nothing loads, nothing runs.
 */
export function cleanHtml(html: string): readonly PastedBlock[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const sink = createSink();
  walkChildren(page.body, TOP, sink);
  sink.flush(TOP);
  return sink.blocks;
}

interface Sink {
  readonly blocks: PastedBlock[];
  readonly add: (text: string, context: Context) => void;
  readonly flush: (context: Context) => void;
  readonly lineBreak: () => void;
}

function createSink(): Sink {
  const blocks: PastedBlock[] = [];
  let spans: Span[] = [];
  return {
    blocks,
    add(text, { marks, link, kind }) {
      const own = [...marks].filter((mark) => !(kind === 'crosshead' && mark === 'bold'));
      const rest = { ...(own.length > 0 ? { marks: own } : {}), ...(link ? { link } : {}) };
      spans.push({ text, ...rest });
    },
    lineBreak() {
      const last = spans.at(-1)?.text;
      if (last !== undefined && !last.endsWith('\t')) spans.push({ text: '\n' });
    },
    flush({ kind, list }) {
      // Two line breaks in a row are how many pages and mail programs end a paragraph.
      for (const part of splitAtBlankLines(tidy(spans))) {
        if (list === null) blocks.push({ kind, spans: part });
        else {
          const { ordered, depth } = list;
          blocks.push({
            kind: 'list-item',
            spans: part,
            ...(ordered ? { ordered } : {}),
            ...(depth > 0 ? { depth } : {}),
          });
        }
      }
      spans = [];
    },
  };
}

function walkChildren(parent: Node, context: Context, sink: Sink): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === 3) addText(child.nodeValue ?? '', context, sink);
    else if (child.nodeType === 1) walk(child as Element, context, sink);
  }
}

function addText(text: string, context: Context, sink: Sink): void {
  const clean = context.keepSpace
    ? text.replace(/\r\n?/g, '\n')
    : text.replace(/[ \t\r\n\f]+/g, ' ');
  if (clean !== '') sink.add(clean, context);
}

function walk(element: Element, context: Context, sink: Sink): void {
  const tag = element.localName;
  const style = styleOf(element);
  if (SKIPPED.has(tag) || isHidden(element, style)) return;
  if (tag === 'br') {
    if (!element.classList.contains('Apple-interchange-newline')) sink.lineBreak();
    return;
  }
  if (tag === 'tr') {
    addRow(element, context, sink);
    return;
  }
  if (!BLOCKS.has(tag)) {
    const inner = inline(element, tag, style, context);
    if (isSpacer(element, style)) addText(' ', inner, sink);
    else walkChildren(element, inner, sink);
    return;
  }
  if (context.nested && (tag === 'p' || tag === 'div')) {
    sink.lineBreak();
    walkChildren(element, inline(element, tag, style, context), sink);
    return;
  }
  const inner = blockContext(element, tag, style, context);
  sink.flush(context);
  walkChildren(element, inner, sink);
  sink.flush(inner);
}

/** A table row becomes one line, its cells divided by tabs. */
function addRow(row: Element, context: Context, sink: Sink): void {
  sink.flush(context);
  [...row.children].forEach((cell, at) => {
    if (at > 0) sink.add('\t', context);
    walkChildren(cell, { ...context, nested: true }, sink);
  });
  sink.flush(context);
}

function inline(
  element: Element,
  tag: string,
  style: ReadonlyMap<string, string>,
  context: Context,
): Context {
  const marks = new Set(context.marks);
  const mark = MARK_TAGS[tag];
  if (mark) marks.add(mark);
  const set = (of: Mark, on: boolean | null) => {
    if (on === true) marks.add(of);
    else if (on === false) marks.delete(of);
  };
  // Google Docs wraps everything in <b style="font-weight:normal">: the style decides, not the tag.
  set('bold', weightOf(style.get('font-weight')));
  set('italic', slantOf(style.get('font-style')));
  const raised = style.get('vertical-align');
  if (raised === 'super') marks.add('superscript');
  if (raised === 'sub') marks.add('subscript');
  const space = style.get('white-space') ?? '';
  const link = tag === 'a' ? linkOf(element, style) : context.link;
  return {
    ...context,
    marks,
    link,
    keepSpace: space === '' ? context.keepSpace : /^pre/.test(space),
  };
}

function linkOf(anchor: Element, style: ReadonlyMap<string, string>): string | undefined {
  const target = anchor.getAttribute('href');
  if (target === null || style.has('mso-comment-reference')) return undefined;
  if (!/^\s*(?:https?|mailto|tel):/i.test(target)) return undefined;
  return safeAddress(target) ?? undefined;
}

function weightOf(value: string | undefined): boolean | null {
  if (value === undefined) return null;
  if (/^(?:bold|bolder)$/.test(value)) return true;
  if (/^(?:normal|lighter)$/.test(value)) return false;
  const weight = Number.parseInt(value, 10);
  return Number.isNaN(weight) ? null : weight >= 600;
}

function slantOf(value: string | undefined): boolean | null {
  if (value === undefined) return null;
  return /italic|oblique/.test(value) ? true : value === 'normal' ? false : null;
}

function blockContext(
  element: Element,
  tag: string,
  style: ReadonlyMap<string, string>,
  context: Context,
): Context {
  const base = inline(element, tag, style, context);
  if (/^h[1-6]$/.test(tag)) return { ...base, kind: 'crosshead', list: null };
  if (tag === 'blockquote') return { ...base, kind: 'quotation' };
  if (tag === 'pre') return { ...base, keepSpace: true };
  if (tag === 'ul' || tag === 'ol') {
    const depth = context.list === null ? 0 : context.list.depth + 1;
    return { ...base, list: { ordered: tag === 'ol', depth }, nested: false };
  }
  if (tag === 'li')
    return { ...base, list: base.list ?? { ordered: false, depth: 0 }, nested: true };
  const name = element.className;
  const list = wordList(element, style);
  if (list !== null) return { ...base, list };
  if (/\bMso(?:Title|Subtitle|Heading\d)\b/.test(name)) return { ...base, kind: 'crosshead' };
  if (/\bMso(?:Intense)?Quote\b/.test(name)) return { ...base, kind: 'quotation' };
  return base;
}

/** Word writes list items as paragraphs that name a level and carry their own bullet or number. */
function wordList(
  element: Element,
  style: ReadonlyMap<string, string>,
): { readonly ordered: boolean; readonly depth: number } | null {
  const rule = style.get('mso-list');
  const level = rule === undefined ? undefined : /level(\d+)/.exec(rule)?.[1];
  if (level === undefined) return null;
  const marker = [...element.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const ordered = /^\s*\(?[\da-z]+[.)]/i.test(marker?.textContent ?? '');
  return { ordered, depth: Number(level) - 1 };
}

function styleOf(element: Element): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  for (const rule of (element.getAttribute('style') ?? '').split(';')) {
    const colon = rule.indexOf(':');
    if (colon < 0) continue;
    style.set(
      rule.slice(0, colon).trim().toLowerCase(),
      rule
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    );
  }
  return style;
}

function isHidden(element: Element, style: ReadonlyMap<string, string>): boolean {
  return (
    element.hasAttribute('hidden') ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    style.get('mso-list') === 'ignore' ||
    style.get('mso-element') === 'comment-list' ||
    style.get('mso-element') === 'comment' ||
    /\bmso(?:Del|CommentReference)\b/i.test(element.className)
  );
}

/** Runs of hard spaces that a program wrote for want of a better way to keep spaces. */
function isSpacer(element: Element, style: ReadonlyMap<string, string>): boolean {
  const spaces = /^[\s\u00a0]+$/.test(element.textContent ?? '');
  return (
    spaces &&
    (style.has('mso-spacerun') ||
      element.classList.contains('Apple-converted-space') ||
      element.localName === 'o:p')
  );
}

/** Collapses spaces across spans, and drops those at the ends of lines. */
function tidy(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  let last = '\n';
  for (const span of spans) {
    let text = '';
    for (const char of span.text) {
      if (char === ' ' && (last === ' ' || last === '\n' || last === '\t')) continue;
      text += char;
      last = char;
    }
    if (text !== '') out.push({ ...span, text });
  }
  const whole = mergeSpans(out);
  return trimEnd(whole);
}

function trimEnd(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  if (last === undefined) return spans;
  const text = last.text.replace(/[\s\u00a0]+$/, '');
  if (text === last.text) return spans;
  const rest = spans.slice(0, -1);
  return text === '' ? trimEnd(rest) : [...rest, { ...last, text }];
}

function splitAtBlankLines(spans: readonly Span[]): readonly (readonly Span[])[] {
  const parts: Span[][] = [[]];
  for (const span of spans) {
    const pieces = span.text.split(/\n[\s\u00a0]*\n/);
    pieces.forEach((text, at) => {
      if (at > 0) parts.push([]);
      if (text !== '') parts.at(-1)?.push({ ...span, text });
    });
  }
  return parts
    .map((part) => trimEnd(part))
    .filter((part) => part.some((span) => /[^\s\u00a0]/.test(span.text)));
}

/** Reads plain text as blocks: every line that is not blank is a paragraph. */
export function plainBlocks(text: string): readonly PastedBlock[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .filter((line) => /[^\s\u00a0]/.test(line))
    .map((line) => ({ kind: 'paragraph', spans: [{ text: line }] }));
}
