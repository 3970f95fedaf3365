import type { Span } from '../../article/model';
import { splitCaptionCredit } from '../../captions/split';
import { foldSpans, sliceSpans, spanText } from '../import-spans';
import { isFurniture } from '../scrape/furniture';
import { inlineSpans, ORDER } from './blocks';
import type { DomDocument, DomElement } from './dom';
import { all, labelOf, textOf } from './dom';

/** A picture of the page with what is printed under it. */
export interface PageFigure {
  readonly order: number;
  readonly caption: readonly Span[];
  readonly credit: readonly Span[];
  readonly alt: string | null;
  readonly src: string;
  /** Elements that belong to it: their text is not body text. */
  readonly owned: readonly DomElement[];
  readonly root: DomElement;
}

const CAPTION =
  /(^|[\s_-])((wp-|image-?|img-?|photo-?|picture-?|media-?|figure-?|asset-?|article-?)?_*caption(-?text)?|cutline|legende|légende|bildunterschrift|bildtext|pie-?(de-?)?foto|epigrafe|didascalia)($|[\s_-])/;
const CREDIT =
  /(^|[\s_-])(image-?|photo-?|media-?|caption-?|img-?|figure-?|article-?)*_*(credits?|copyright|byline|photographer|attribution|source|author|agency|fotocredit|urheber)($|[\s_-])/;
/** Places of a page whose pictures belong to other stories. */
const ELSEWHERE =
  /(^|[\s_-])(related|recirc\w*|recommend\w*|trending|popular|most-?(read|viewed)|sidebar|promo\w*|teasers?|carousel-?items?|sponsor\w*|ads?|advert\w*|comments?|footer|nav|menu|newsletter|outbrain|taboola|more-?(from|stories|news|on)|read-?(more|next)|avatar|author-?(image|photo|bio)|widget|thumbs?|river|top-?stories)($|[\s_-])/;

const LONGEST_CAPTION = 900;

/** Finds every picture that has, or may have, a caption; link lists with thumbnails are passed over. */
export function pageFigures(page: DomDocument): readonly PageFigure[] {
  const figures: PageFigure[] = [];
  const taken = new Set<DomElement>();
  const claim = (root: DomElement, captions: readonly DomElement[]) => {
    for (let up: DomElement | null = root; up; up = up.parentElement) if (taken.has(up)) return;
    const read = readFigure(root, captions);
    if (!read) return;
    taken.add(root);
    for (const each of read.owned) taken.add(each);
    figures.push(read);
  };
  for (const figure of all(page, 'figure')) {
    if (figure.querySelector('figure') || isElsewhere(figure)) continue;
    if (
      !figure.querySelector('img, picture, video, amp-img, noscript') &&
      !figure.querySelector('figcaption')
    )
      continue;
    if (figure.querySelector('table, blockquote') && !figure.querySelector('img')) continue;
    claim(figure, all(figure, 'figcaption').slice(0, 2));
  }
  for (const caption of all(
    page,
    '[class*="caption" i], [class*="cutline" i], [class*="legend" i], [class*="bildunterschrift" i], [class*="foto" i], [class*="credit" i], figcaption',
  )) {
    const label = labelOf(caption);
    const isCaption = CAPTION.test(label) || caption.localName === 'figcaption';
    if (!isCaption && !CREDIT.test(label)) continue;
    const text = textOf(caption);
    if (text.length > LONGEST_CAPTION || isElsewhere(caption)) continue;
    const frame = frameOf(caption, text.length);
    if (frame) claim(frame, [caption]);
  }
  for (const image of all(page, 'img, amp-img')) {
    if (!isElsewhere(image) && !isSmall(image)) claim(image, []);
  }
  return figures.sort((a, b) => a.order - b.order);
}

/** The nearest box that holds a caption and its picture and next to no other text. */
function frameOf(caption: DomElement, length: number): DomElement | null {
  if (caption.querySelector('img') && length > 0) return caption;
  let box: DomElement | null = caption.parentElement;
  for (let up = 0; box && up < 4; up += 1) {
    if (/^(body|html|article|main)$/.test(box.localName)) return null;
    const text = textOf(box).length;
    if (text > length * 1.6 + 120) return null;
    if (box.querySelector('img, picture, video, noscript')) return box;
    box = box.parentElement;
  }
  return null;
}

function isElsewhere(element: DomElement): boolean {
  let up: DomElement | null = element;
  for (let level = 0; up && level < 12; level += 1) {
    if (/^(nav|footer)$/.test(up.localName)) return true;
    if (/^(body|html|article|main)$/.test(up.localName)) return false;
    if (ELSEWHERE.test(labelOf(up))) return true;
    up = up.parentElement;
  }
  return false;
}

function isSmall(image: DomElement): boolean {
  const width = Number.parseInt(image.getAttribute('width') ?? '', 10);
  const height = Number.parseInt(image.getAttribute('height') ?? '', 10);
  if (width < 120 || height < 90) return true;
  return /(^|[\s_/.-])(icon|logo|avatar|pixel|spacer|emoji|sprite|tracking|badge|share|button)s?($|[\s_/.-])/i.test(
    `${labelOf(image)} ${imageSource(image).slice(-80)}`,
  );
}

function readFigure(root: DomElement, captions: readonly DomElement[]): PageFigure | null {
  const image =
    root.localName === 'img' || root.localName === 'amp-img'
      ? root
      : root.querySelector('img, amp-img');
  const src = image ? imageSource(image) : '';
  const quiet = noscriptSource(root);
  const outer = captions.filter(
    (each) => !captions.some((other) => other !== each && holds(other, each)),
  );
  const creditElements = outer
    .flatMap((each) => all(each, '*'))
    .concat(outer.length > 0 ? beside(root) : [])
    .filter((each) => isCredit(each) && textOf(each) !== '' && textOf(each).length <= 200);
  const credits = creditElements.filter(
    (each, at) =>
      !creditElements.some((other) => other !== each && holds(other, each)) &&
      creditElements.findIndex((other) => textOf(other) === textOf(each)) === at,
  );
  const texts = new Set(credits.map(textOf));
  const skip = (element: DomElement) =>
    credits.includes(element) || (isCredit(element) && texts.has(textOf(element)));
  let caption = foldSpans(
    outer.filter((each) => !skip(each)).flatMap((each) => inlineSpans(each, skip)),
  );
  let credit = foldSpans(
    credits.flatMap((each, at) => [
      ...(at > 0 ? [{ text: ' ' }] : []),
      ...inlineSpans(each, () => false),
    ]),
  );
  if (spanText(credit).trim() === '') [caption, credit] = splitSpans(caption);
  credit = withoutDoubledLabel(credit);
  const text = spanText(caption);
  if (text.length > LONGEST_CAPTION || (text !== '' && isFurniture(text))) caption = [];
  if (isTeaser(root, text)) return null;
  const alt = image?.getAttribute('alt') ?? null;
  if (!src && !quiet && text === '' && spanText(credit) === '') return null;
  return {
    order: Number(root.getAttribute(ORDER) ?? 0),
    caption,
    credit,
    alt: alt === '' ? null : alt,
    src: src || quiet,
    owned: [root, ...outer, ...credits],
    root,
  };
}

/** "CreditCreditJane Doe": the label is printed for the eye and again for screen readers. */
function withoutDoubledLabel(spans: readonly Span[]): readonly Span[] {
  const text = spanText(spans);
  const label = /^(\p{Lu}\p{Ll}{3,11}):?\s*\1(:?\s*)(?=\p{Lu})/u.exec(text);
  if (!label) return spans;
  const rest = sliceSpans(spans, label[0].length, text.length);
  return [{ text: `${label[1]}${label[2] || ' '}` }, ...rest];
}

/** By class, or by the schema.org property for the holder of the rights. */
function isCredit(element: DomElement): boolean {
  const property = element.getAttribute('itemprop') ?? '';
  return (
    CREDIT.test(labelOf(element)) || /^(copyrightHolder|creditText|creator|author)$/.test(property)
  );
}

function holds(outer: DomElement, inner: DomElement): boolean {
  for (let up = inner.parentElement; up; up = up.parentElement) if (up === outer) return true;
  return false;
}

function beside(root: DomElement): readonly DomElement[] {
  return root.localName === 'img'
    ? []
    : all(root, '[class*="credit" i], [class*="copyright" i], [class*="photographer" i]');
}

/** Cuts "caption (credit)" and its like where the caption grammar is sure. */
function splitSpans(spans: readonly Span[]): [readonly Span[], readonly Span[]] {
  const text = spanText(spans);
  if (text === '' || text.length > LONGEST_CAPTION) return [spans, []];
  const split = splitCaptionCredit(text);
  if (!split.certain || split.credit === '') return [spans, []];
  return [
    sliceSpans(spans, 0, split.captionRange.end),
    sliceSpans(spans, split.creditRange.start, split.creditRange.end),
  ];
}

/** A picture whose words are all one link to another page stands for that page's story. */
function isTeaser(root: DomElement, caption: string): boolean {
  const link = root.localName === 'a' ? root : closestLink(root);
  const inner = all(root, 'a[href]').filter((each) => textOf(each) !== '');
  const linkedText = link
    ? caption.length
    : inner.reduce((sum, each) => sum + textOf(each).length, 0);
  const address = (link ?? inner[0])?.getAttribute('href') ?? '';
  if (caption.length === 0 || linkedText < caption.length * 0.8) return false;
  return (
    !/\.(jpe?g|png|gif|webp|avif)([?#].*)?$/i.test(address) && !/^#|^javascript:/i.test(address)
  );
}

function closestLink(element: DomElement): DomElement | null {
  let up: DomElement | null = element.parentElement;
  for (let level = 0; up && level < 4; level += 1) {
    if (up.localName === 'a' && up.hasAttribute('href')) return up;
    up = up.parentElement;
  }
  return null;
}

function imageSource(image: DomElement): string {
  const src = image.getAttribute('src') ?? '';
  const placeholder =
    src === '' ||
    (/^data:/i.test(src) && src.length < 1500) ||
    /(placeholder|blank|spacer|1x1|loading)\b/i.test(src);
  if (!placeholder) return src;
  for (const name of ['data-src', 'data-original', 'data-lazy-src', 'data-srcset', 'srcset']) {
    const value = image.getAttribute(name);
    if (value) return value.trim().split(/\s|,(?=\s)/)[0] ?? '';
  }
  return src;
}

function noscriptSource(root: DomElement): string {
  const source =
    root.localName === 'img' ? '' : (root.querySelector('noscript')?.textContent ?? '');
  return /<img[^>]+src=["']([^"']+)["']/i.exec(source)?.[1] ?? '';
}
