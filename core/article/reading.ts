import type { Article, Block, BlockId, FigureBlock, ReadKind, Span, TextBlock } from './model';
import { isFigure } from './model';

/** A linked stretch of a block. Offsets are UTF-16 code units in its reading text. */
export interface ReadLink {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** Text a check, a count or an export sees: one entry per text block, captions, credits and alt texts included. */
export interface ReadBlock {
  readonly id: BlockId;
  readonly kind: ReadKind;
  readonly text: string;
  /** The figure this caption, credit or alt text belongs to. */
  readonly figure: BlockId | null;
  /** In reading order; absent where nothing is linked. */
  readonly links?: readonly ReadLink[];
}

/** The text as it stands: suggested insertions in, suggested deletions out. */
export function readingText(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) if (span.deleted === undefined) text += span.text;
  return text;
}

/** The text before any suggestion: insertions out, deletions in. */
export function originalText(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) if (span.inserted === undefined) text += span.text;
  return text;
}

/** The id under which a figure's alt text is read. */
export function altId(figure: BlockId): BlockId {
  return `${figure}.alt`;
}

const cache = new WeakMap<Block, readonly ReadBlock[]>();

/**
 * Reads one block: one entry for a text block; caption, credit and (when written) alt text for a figure; nothing for a
 * figure that is suggested to go, as it does not stand in the story.
 */
export function readBlock(block: Block): readonly ReadBlock[] {
  const known = cache.get(block);
  if (known) return known;
  const read = isFigure(block) ? readFigure(block) : [readText(block, null)];
  cache.set(block, read);
  return read;
}

function readText(block: TextBlock, figure: BlockId | null): ReadBlock {
  const links = readLinks(block.spans);
  const read = { id: block.id, kind: block.kind, text: readingText(block.spans), figure };
  return links.length === 0 ? read : { ...read, links };
}

/** Neighbouring spans with one address, bold and plain words of a link, are one link. */
function readLinks(spans: readonly Span[]): readonly ReadLink[] {
  const links: ReadLink[] = [];
  let at = 0;
  for (const { text, deleted, link } of spans) {
    if (deleted !== undefined) continue;
    const end = at + text.length;
    if (link !== undefined && text !== '') {
      const last = links.at(-1);
      if (last?.end === at && last.address === link) links[links.length - 1] = { ...last, end };
      else links.push({ start: at, end, address: link });
    }
    at = end;
  }
  return links;
}

function readFigure(figure: FigureBlock): ReadBlock[] {
  if (figure.deleted !== undefined) return [];
  const read = [readText(figure.caption, figure.id), readText(figure.credit, figure.id)];
  if (figure.alt !== null) {
    read.push({ id: altId(figure.id), kind: 'alt', text: figure.alt, figure: figure.id });
  }
  return read;
}

/** Reads the article in order. Unchanged blocks give the identical objects again, so callers may cache by identity. */
export function readArticle(article: Article): readonly ReadBlock[] {
  return article.blocks.flatMap((block) => readBlock(block));
}

/** Do two blocks read the same: text, kind, figure and links? Marks such as bold do not count. */
export function sameReading(a: ReadBlock, b: ReadBlock): boolean {
  return (
    a === b ||
    (a.text === b.text &&
      a.kind === b.kind &&
      a.figure === b.figure &&
      sameLinks(a.links ?? [], b.links ?? []))
  );
}

function sameLinks(a: readonly ReadLink[], b: readonly ReadLink[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end, address }, index) => {
      const other = b[index];
      return start === other?.start && end === other.end && address === other.address;
    })
  );
}
