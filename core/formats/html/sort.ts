import type { RelatedItem } from '../../article/model';
import { dateLine } from '../scrape/dates';
import { inlineRelated, isFurniture, isRelatedHeading } from '../scrape/furniture';
import { fold } from '../scrape/lines';
import { readBio, readByline } from '../scrape/people';
import { isProse } from '../scrape/units';
import type { PageBlock } from './blocks';

export interface Sorted {
  readonly body: readonly PageBlock[];
  readonly bios: readonly PageBlock[];
  readonly related: readonly RelatedItem[];
  /** Blocks the related items were made of. */
  readonly moved: readonly PageBlock[];
  /** Lines of the page that are no story text. */
  readonly furniture: readonly PageBlock[];
}

/** What stands above the story in its own fields and must not come again as body text. */
export interface Head {
  readonly headline: string;
  readonly dek: string;
  readonly byline: string;
}

/** Lines at the top in which headline, dek, byline and date may come again. */
const TOP = 8;

/** Parts the extracted blocks into the body, notes on authors, links to other stories and page furniture. */
export function sortBlocks(blocks: readonly PageBlock[], head: Head, newId: () => string): Sorted {
  const body: PageBlock[] = [];
  const furniture: PageBlock[] = [];
  const moved: PageBlock[] = [];
  const related: RelatedItem[] = [];
  const repeated = new Set([head.headline, head.dek, head.byline].map(fold).filter((each) => each));
  const lists = linkLists(blocks);
  let top = true;
  blocks.forEach((block, at) => {
    if (at >= TOP) top = false;
    const atTop = top || body.length === 0;
    if (lists.has(at)) {
      moved.push(block);
      related.push(...itemOf(block, newId));
    } else if (atTop && (repeated.has(fold(block.text)) || isHeadLine(block))) {
      furniture.push(block);
    } else if (isPageLine(block)) {
      furniture.push(block);
    } else {
      body.push(block);
      if (isProse(block.text)) top = false;
    }
  });
  const bios = takeBios(body);
  dropTrailingHeads(body, furniture);
  return { body, bios, related, moved, furniture };
}

function isHeadLine(block: PageBlock): boolean {
  if (block.text.length > 160) return false;
  return dateLine(block.text) !== null || readByline(block.text) !== null;
}

function isPageLine(block: PageBlock): boolean {
  if (!/[\p{L}\d]/u.test(block.text)) return true;
  return isFurniture(block.text) && !isProse(block.text);
}

function isLinkOnly(block: PageBlock): boolean {
  return block.text.length <= 220 && block.linked >= block.text.length * 0.85;
}

/** Blocks that only link to other stories: below a heading that says so, after "Read more:", or as a list of links. */
function linkLists(blocks: readonly PageBlock[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || found.has(at)) continue;
    if (
      block.linked > 0 &&
      inlineRelated(block.text) !== null &&
      block.linked >= block.text.length * 0.4
    ) {
      found.add(at);
    } else if (isRelatedHeading(block.text)) {
      let end = at + 1;
      while (end < blocks.length && isLinkOnly(blocks[end] as PageBlock)) end += 1;
      if (end > at + 1 || block.kind === 'crosshead' || isLinkOnly(block))
        for (let each = at; each < end; each += 1) found.add(each);
    } else if (block.kind === 'list-item' && isLinkOnly(block)) {
      let end = at;
      while (
        end < blocks.length &&
        blocks[end]?.kind === 'list-item' &&
        isLinkOnly(blocks[end] as PageBlock)
      )
        end += 1;
      if (end - at >= 2) for (let each = at; each < end; each += 1) found.add(each);
    }
  }
  return found;
}

function itemOf(block: PageBlock, newId: () => string): readonly RelatedItem[] {
  if (isRelatedHeading(block.text)) return [];
  const headline = inlineRelated(block.text) ?? block.text;
  return [{ id: newId(), headline, dek: '', caption: '', credit: '', link: block.link, other: [] }];
}

function takeBios(body: PageBlock[]): readonly PageBlock[] {
  const bios: PageBlock[] = [];
  while (body.length > 2) {
    const last = body.at(-1);
    if (!last || last.kind === 'crosshead' || !readBio(last.text, true)) break;
    bios.unshift(last);
    body.pop();
  }
  return bios;
}

/** A heading with nothing below it announced something that was left out. */
function dropTrailingHeads(body: PageBlock[], furniture: PageBlock[]): void {
  for (let last = body.at(-1); last?.kind === 'crosshead' && body.length > 1; last = body.at(-1)) {
    furniture.push(last);
    body.pop();
  }
}
