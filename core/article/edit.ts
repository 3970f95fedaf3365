import type { Article, Block, BlockId, Span, TextBlock } from './model';
import { isFigure } from './model';
import { altId, readingText } from './reading';

/** A change to the article that a fix, a replacement or a repair makes. Offsets count in the block's reading text. */
export type Edit =
  | {
      readonly op: 'replace';
      readonly block: BlockId;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | {
      /** Links the words of [start, end) to an address, or (null) takes their link away. */
      readonly op: 'link';
      readonly block: BlockId;
      readonly start: number;
      readonly end: number;
      readonly address: string | null;
    }
  | { readonly op: 'remove-block'; readonly block: BlockId };

type TextEdit = Exclude<Edit, { op: 'remove-block' }>;

/** Applies edits that were all computed on the same article: later offsets first, so none moves another. */
export function applyEdits(article: Article, edits: readonly Edit[]): Article {
  const removed = new Set<BlockId>();
  const replacements = new Map<BlockId, TextEdit[]>();
  for (const edit of edits) {
    if (edit.op === 'remove-block') removed.add(edit.block);
    else replacements.set(edit.block, [...(replacements.get(edit.block) ?? []), edit]);
  }
  // Reversed first: of two insertions at one place the one listed last goes in first, so both end up as listed.
  for (const list of replacements.values()) {
    list.reverse().sort((a, b) => b.start - a.start || b.end - a.end);
  }
  const blocks: Block[] = [];
  for (const block of article.blocks) {
    if (!removed.has(block.id)) blocks.push(editBlock(block, replacements));
  }
  return { ...article, blocks };
}

function editBlock(block: Block, replacements: ReadonlyMap<BlockId, readonly TextEdit[]>): Block {
  if (!isFigure(block)) return editText(block, replacements.get(block.id));
  const caption = editText(block.caption, replacements.get(block.caption.id));
  const credit = editText(block.credit, replacements.get(block.credit.id));
  let alt = block.alt;
  for (const edit of replacements.get(altId(block.id)) ?? []) {
    // An alt text is plain: it holds no link.
    if (edit.op === 'replace')
      alt = (alt ?? '').slice(0, edit.start) + edit.text + (alt ?? '').slice(edit.end);
  }
  if (caption === block.caption && credit === block.credit && alt === block.alt) return block;
  return { ...block, caption, credit, alt };
}

function editText(block: TextBlock, edits: readonly TextEdit[] | undefined): TextBlock {
  if (!edits) return block;
  let spans = block.spans;
  for (const edit of edits) {
    spans =
      edit.op === 'replace'
        ? replaceInSpans(spans, edit.start, edit.end, edit.text)
        : linkInSpans(spans, edit.start, edit.end, edit.address);
  }
  return { ...block, spans };
}

/**
 * Replaces reading offsets [start, end) by text, which takes the marks of the first character it replaces
 * (or, for an insertion, of the character before it). Suggested deletions inside the range stay where they are.
 * Throws RangeError when the range does not lie in the reading text.
 */
export function replaceInSpans(
  spans: readonly Span[],
  start: number,
  end: number,
  text: string,
): readonly Span[] {
  const length = readingText(spans).length;
  if (start < 0 || end < start || end > length) {
    throw new RangeError(`Range ${start}–${end} lies outside a text of ${length} code units`);
  }
  const result: Span[] = [];
  let at = 0;
  let placed = false;
  const place = (like: Span | undefined) => {
    placed = true;
    if (text === '') return;
    const { deleted: _deleted, ...rest } = like ?? { text: '' };
    result.push({ ...rest, text });
  };
  for (const span of spans) {
    if (span.text === '') continue;
    if (span.deleted !== undefined) {
      result.push(span);
      continue;
    }
    const from = at;
    const to = at + span.text.length;
    at = to;
    if (to < start || from > end || (to === start && end > start) || (from === end && placed)) {
      result.push(span);
      continue;
    }
    const head = span.text.slice(0, Math.max(0, start - from));
    const tail = span.text.slice(Math.min(span.text.length, Math.max(0, end - from)));
    if (head !== '') result.push({ ...span, text: head });
    if (!placed && from <= start) place(span);
    if (tail !== '') result.push({ ...span, text: tail });
  }
  if (!placed) place(spans.at(-1));
  return mergeSpans(result);
}

/** Gives reading offsets [start, end) a link, or takes it away. Suggested deletions inside stay as they are. */
export function linkInSpans(
  spans: readonly Span[],
  start: number,
  end: number,
  address: string | null,
): readonly Span[] {
  const result: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const from = at;
    if (span.deleted === undefined) at += span.text.length;
    if (span.deleted !== undefined || at <= start || from >= end) {
      result.push(span);
      continue;
    }
    const { link: _link, ...plain } = span;
    const linked = address === null ? plain : { ...plain, link: address };
    const [head, tail] = [Math.max(0, start - from), Math.min(span.text.length, end - from)];
    result.push({ ...span, text: span.text.slice(0, head) });
    result.push({ ...linked, text: span.text.slice(head, tail) });
    result.push({ ...span, text: span.text.slice(tail) });
  }
  return mergeSpans(result);
}

/** Joins neighbouring spans that differ in nothing but their text, and drops empty ones. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    if (span.text === '') continue;
    const last = merged.at(-1);
    if (last && sameFormat(last, span))
      merged[merged.length - 1] = { ...last, text: last.text + span.text };
    else merged.push(span);
  }
  return merged;
}

function sameFormat(a: Span, b: Span): boolean {
  const { text: _a, ...formatA } = a;
  const { text: _b, ...formatB } = b;
  return stableKey(formatA) === stableKey(formatB);
}

function stableKey(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
