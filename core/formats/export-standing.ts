import type { Block, FigureBlock, Photo, Span, Story, TextBlock } from '../article/model';
import { isFigure } from '../article/model';

/** A figure with its photo and the path of the picture's copy beside the exported file; null: no picture to show. */
export interface StandingFigure {
  readonly block: FigureBlock;
  readonly photo: Photo | null;
  readonly path: string | null;
}

/** One block of the story as an export prints it. */
export type Standing =
  | { readonly kind: 'text'; readonly block: TextBlock }
  | ({ readonly kind: 'figure' } & StandingFigure);

/**
 * The story as it stands, for printing: suggested deletions out, insertions in, blocks joined where the break between
 * them is a suggested deletion, empty blocks and deleted figures left out. `folder` is where the pictures are copied.
 */
export function standingBlocks(story: Story, folder: string): readonly Standing[] {
  const result: Standing[] = [];
  let open: TextBlock | null = null;
  for (const block of story.article.blocks) {
    if (isFigure(block)) {
      if (block.deleted !== undefined) continue;
      if (open) result.push({ kind: 'text', block: open });
      open = null;
      result.push(standingFigure(block, story.photos, folder));
      continue;
    }
    const joined: TextBlock = open ? join(open, standingText(block)) : standingText(block);
    if (block.endDeleted !== undefined) {
      open = joined;
      continue;
    }
    open = null;
    result.push({ kind: 'text', block: joined });
  }
  if (open) result.push({ kind: 'text', block: open });
  return result.filter((item) => item.kind === 'figure' || item.block.spans.length > 0);
}

function standingText(block: TextBlock): TextBlock {
  return { ...block, spans: standingSpans(block.spans) };
}

function standingSpans(spans: readonly Span[]): readonly Span[] {
  return spans
    .filter((span) => span.deleted === undefined && span.text !== '')
    .map((span) => ({ ...span, text: cleanText(span.text) }));
}

/** A break that is taken out joins two blocks into one of the first one's kind, unless nothing is left of the first. */
function join(first: TextBlock, second: TextBlock): TextBlock {
  if (first.spans.length === 0) return second;
  return { ...first, spans: [...first.spans, ...second.spans] };
}

function standingFigure(
  block: FigureBlock,
  photos: readonly Photo[],
  folder: string,
): { readonly kind: 'figure' } & StandingFigure {
  const photo = photos.find((candidate) => candidate.id === block.photo) ?? null;
  const path = photo?.file ? `${folder}/${baseName(photo.file)}` : null;
  const alt = block.alt === null ? null : cleanText(block.alt);
  const texts = { caption: standingText(block.caption), credit: standingText(block.credit), alt };
  return { kind: 'figure', block: { ...block, ...texts }, photo, path };
}

/** The last part of a name, so that a damaged story cannot make an export write outside its folder. */
function baseName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? '';
  return name === '' || name === '.' || name === '..' ? 'photo' : name;
}

/** What no text format can hold: NUL, lone surrogates; and one kind of line end. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A run of text inside the elements that its marks and link ask for. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'mark'; readonly mark: string; readonly children: readonly Inline[] };

const MARK_ORDER = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'] as const;

interface Run {
  readonly text: string;
  /** Outermost first: `>address` for a link, else the mark. */
  readonly wraps: readonly string[];
}

/** Spans as a tree: a link or mark that runs over several spans is one element, with the rest nested inside it. */
export function inlineTree(spans: readonly Span[]): readonly Inline[] {
  return nest(
    spans.map((span) => {
      const href = span.link === undefined ? null : safeLink(span.link);
      const marks = MARK_ORDER.filter((mark) => span.marks?.includes(mark));
      return { text: span.text, wraps: href === null ? marks : [`>${href}`, ...marks] };
    }),
  );
}

function nest(runs: readonly Run[]): readonly Inline[] {
  const result: Inline[] = [];
  let at = 0;
  while (at < runs.length) {
    const { wrap, end } = widestWrap(runs, at);
    const group = runs.slice(at, end);
    at = end;
    if (wrap === undefined) {
      result.push({ type: 'text', text: group.map((run) => run.text).join('') });
      continue;
    }
    const children = nest(
      group.map((run) => ({ text: run.text, wraps: run.wraps.filter((other) => other !== wrap) })),
    );
    if (wrap.startsWith('>')) result.push({ type: 'link', href: wrap.slice(1), children });
    else result.push({ type: 'mark', mark: wrap, children });
  }
  return result;
}

/** What to open at a run: its link, else the mark that runs on longest; plain text runs on to the next mark. */
function widestWrap(runs: readonly Run[], at: number): { wrap: string | undefined; end: number } {
  const first = runs[at]?.wraps ?? [];
  const extent = (holds: (run: Run) => boolean) => {
    const end = runs.findIndex((run, index) => index > at && !holds(run));
    return end < 0 ? runs.length : end;
  };
  if (first.length === 0) return { wrap: undefined, end: extent((run) => run.wraps.length === 0) };
  const link = first.find((wrap) => wrap.startsWith('>'));
  const candidates = (link === undefined ? first : [link]).map((wrap) => ({
    wrap,
    end: extent((run) => run.wraps.includes(wrap)),
  }));
  return candidates.reduce((best, other) => (other.end > best.end ? other : best));
}

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * A link's address when it may stand in an exported file, else null. Browsers ignore control characters and white space
 * in an address, so `java\nscript:` counts as `javascript:`. Relative addresses pass: they can run nothing.
 */
export function safeLink(href: string): string | null {
  const address = cleanText(href)
    .replace(/\p{Cc}/gu, '')
    .trim();
  if (address === '') return null;
  const scheme = /^([^/?#]*?):/.exec(address.replace(/\s/g, ''))?.[1];
  return scheme === undefined || SAFE_SCHEMES.has(scheme.toLowerCase()) ? address : null;
}

/** The photos that the printed figures show, each once, as files to copy. */
export function photoFiles(
  standing: readonly Standing[],
): readonly { readonly path: string; readonly content: { readonly photo: string } }[] {
  const files = new Map<string, { path: string; content: { photo: string } }>();
  for (const item of standing) {
    if (item.kind !== 'figure' || !item.photo || item.path === null) continue;
    files.set(item.path, { path: item.path, content: { photo: item.photo.id } });
  }
  return [...files.values()];
}

/** Text of the first printed block of a kind, line breaks as spaces; '' when there is none. */
export function firstText(standing: readonly Standing[], kind: TextBlock['kind']): string {
  for (const item of standing) {
    if (item.kind === 'text' && item.block.kind === kind) return oneLine(plainText(item.block));
  }
  return '';
}

/** A printed block's text without its marks. */
export function plainText(block: Block & TextBlock): string {
  return block.spans.map((span) => span.text).join('');
}

/** Text with line breaks and runs of white space as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A relative path as a web address: every part percent-encoded. */
export function pathAddress(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}

/** An ISO date in words of the story's language ("October 13, 2009"); the ISO date itself when either is unknown. */
export function longDate(iso: string, language: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  try {
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  } catch {
    return iso;
  }
}

/** The names in a byline: "By Jo Lee and Ann Bo" gives two. A byline that does not start with "By" is one name. */
export function bylineNames(byline: string): readonly string[] {
  const text = oneLine(byline);
  const names = /^by[: ]\s*(.+)$/i.exec(text)?.[1];
  if (names === undefined) return text === '' ? [] : [text];
  return names.split(/,?\s+and\s+|\s*&\s*|,\s+/i).filter((name) => name !== '');
}
