import { Readability } from '@mozilla/readability';
import type { PageBlock } from './blocks';
import { isPullQuote, ORDER, pageBlocks } from './blocks';
import type { DomDocument, DomElement } from './dom';
import { all, parsePage, textOf } from './dom';
import type { PageFigure } from './figures';
import { pageFigures } from './figures';

export interface Extracted {
  readonly page: DomDocument;
  readonly blocks: readonly PageBlock[];
  readonly figures: readonly PageFigure[];
  /** Title and byline as Readability reads them. */
  readonly title: string;
  readonly byline: string;
}

/** More elements than any article has; beyond them the page is read without scoring. */
const MOST_ELEMENTS = 80_000;

type Parse = () => { content?: unknown; title?: string | null; byline?: string | null } | null;

/** Finds the article in a page: Readability for the text, an own search over the whole page for the pictures. */
export function extract(html: string): Extracted {
  const page = parsePage(html);
  const elements = all(page, '*');
  elements.forEach((element, at) => {
    element.setAttribute(ORDER, String(at + 1));
  });
  const figures = pageFigures(page);
  const copy = page.cloneNode(true);
  const read = elements.length > MOST_ELEMENTS ? null : readability(copy);
  const content = (read?.content ?? null) as DomElement | null;
  const root = content ?? page.body;
  const ownedBy = new Set(
    figures.flatMap((figure) => figure.owned.map((element) => element.getAttribute(ORDER) ?? '')),
  );
  const skip = (element: DomElement) => ownedBy.has(element.getAttribute(ORDER) ?? '-');
  const blocks = root ? withPullQuotes(page, pageBlocks(root, skip), skip) : [];
  const within = keptFigures(figures, blocks, content);
  return {
    page,
    blocks,
    figures: within,
    title: read?.title ?? textOf(page.querySelector('title')),
    byline: read?.byline ?? '',
  };
}

/** Readability drops asides, and with them the pull quotes; those between the story's paragraphs come back. */
function withPullQuotes(
  page: DomDocument,
  blocks: readonly PageBlock[],
  skip: (element: DomElement) => boolean,
): readonly PageBlock[] {
  const known = new Set(blocks.map((block) => block.text));
  const result = [...blocks];
  for (const element of all(page, '[class*="pull" i]').filter(isPullQuote).slice(0, 50)) {
    for (const quote of pageBlocks(element, skip)) {
      const at = result.findIndex((block) => block.order > quote.order);
      if (known.has(quote.text) || at <= 0 || quote.text.length > 400) continue;
      known.add(quote.text);
      result.splice(at, 0, { ...quote, kind: 'pullquote' });
    }
  }
  return result;
}

function readability(copy: DomDocument): ReturnType<Parse> {
  const options = { keepClasses: true, serializer: (element: unknown) => element };
  try {
    return (
      new Readability(copy as never, options as never) as unknown as { parse: Parse }
    ).parse();
  } catch {
    // A page that trips the scorer is still read, as a whole.
    return null;
  }
}

/** Pictures that Readability kept, and captioned ones that stand between the headline and the story's end. */
function keptFigures(
  figures: readonly PageFigure[],
  blocks: readonly PageBlock[],
  content: DomElement | null,
): readonly PageFigure[] {
  const orders = blocks.map((block) => block.order).filter((order) => order > 0);
  const last = orders.reduce((most, order) => Math.max(most, order), 0);
  const kept = new Set(
    content ? all(content, `[${ORDER}]`).map((element) => element.getAttribute(ORDER) ?? '') : [],
  );
  return figures.filter((figure) => {
    const inside = [figure.root, ...all(figure.root, '*')].some((element) =>
      kept.has(element.getAttribute(ORDER) ?? '-'),
    );
    if (inside) return true;
    return figure.caption.length > 0 && figure.order <= last;
  });
}
