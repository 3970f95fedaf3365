import { fold } from '../scrape/lines';
import type { PageBlock } from './blocks';
import { ORDER } from './blocks';
import type { DomDocument, DomElement } from './dom';
import { all, labelOf, textOf } from './dom';
import type { Extracted } from './extract';
import type { PageMetadata } from './metadata';
import { cleanByline, printedByline } from './metadata';
import type { Head } from './sort';

const DEK =
  /(^|[\s_-])(dek|standfirst|sub-?(title|head|headline|heading|titulo)|article-?(summary|excerpt|description|lead|intro)|deck|chapo|vorspann|bajada|copete|entradilla|sommario|summary|excerpt|tagline|lead-?in)($|[\s_-])/;

/** Chooses headline, dek and byline from what the page prints and what its metadata say. */
export function pageHead(found: Extracted, meta: PageMetadata): Head {
  const headline = chooseHeadline(found, meta);
  const dek = chooseDek(found.page, found.blocks, headline, meta.description);
  const printed = printedByline(found.page);
  const byline =
    printed ||
    meta.authors.filter((name) => !isSite(name, meta.site)).join(' and ') ||
    cleanByline(found.byline);
  return { headline, dek, byline };
}

function isSite(name: string, site: string): boolean {
  return site !== '' && fold(name) === fold(site);
}

function chooseHeadline(found: Extracted, meta: PageMetadata): string {
  const heads = all(found.page, 'h1')
    .map(textOf)
    .filter((text) => text.length > 3 && text.length < 400);
  const titles = [meta.headline, found.title].filter((title) => title !== '');
  const agreeing = heads.find((head) => titles.some((title) => agrees(head, title)));
  if (agreeing) return agreeing;
  const title = titles[0] ?? '';
  if (title !== '') return withoutSite(title, meta.site);
  return heads[0] ?? '';
}

function agrees(head: string, title: string): boolean {
  const one = fold(head);
  const other = fold(title);
  return one.length > 8 && other.length > 8 && (one.includes(other) || other.includes(one));
}

/** "Headline - The Daily" loses its last part when that is the site's name. */
function withoutSite(title: string, site: string): string {
  const match = /^(.{8,}?)\s+[|–—·:-]\s+([^|–—]{2,40})$/u.exec(title);
  if (!match?.[1] || !match[2]) return title;
  return site !== '' && fold(match[2]) === fold(site) ? match[1] : title;
}

/** The dek is what stands between headline and text and is marked as one, or is the page's own description, printed. */
function chooseDek(
  page: DomDocument,
  blocks: readonly PageBlock[],
  headline: string,
  description: string,
): string {
  const firstLong =
    blocks.find((block) => block.text.length > 200)?.order ?? Number.POSITIVE_INFINITY;
  const h1 = all(page, 'h1').find((head) => fold(textOf(head)) === fold(headline));
  const from = h1 ? orderOf(h1) : 0;
  for (const element of all(page, '[class], [itemprop="description"], h2').slice(0, 20_000)) {
    const order = orderOf(element);
    if (order <= from || order > firstLong || element.localName === 'meta') continue;
    const text = textOf(element);
    if (text.length < 20 || text.length > 400 || fold(text) === fold(headline)) continue;
    const marked = DEK.test(labelOf(element)) && h1 !== undefined && order - from < 120;
    const described =
      description.length > 30 &&
      fold(text) === fold(description) &&
      order < firstLong &&
      element !== h1;
    const first = blocks[0];
    if (
      (marked || described) &&
      !(first && fold(first.text) === fold(text) && first.text.length > 200)
    ) {
      const inner = onlyBlock(element);
      return inner;
    }
  }
  return '';
}

function onlyBlock(element: DomElement): string {
  return textOf(element);
}

function orderOf(element: DomElement): number {
  return Number(element.getAttribute(ORDER) ?? 0);
}
