import type { TextBlock } from '../article/model';
import type { Standing } from './export-standing';

/** A list as a tree: neighbouring list items, nested by their depth. */
export interface ListTree {
  readonly ordered: boolean;
  readonly items: readonly ListEntry[];
}

export interface ListEntry {
  readonly block: TextBlock;
  readonly lists: readonly ListTree[];
}

/** The printed story with its runs of list items gathered into trees. */
export type Grouped = Standing | { readonly kind: 'list'; readonly list: ListTree };

/** Gathers neighbouring list items; a jump in depth nests by one level only, as no parent item exists between. */
export function groupLists(standing: readonly Standing[]): readonly Grouped[] {
  const result: Grouped[] = [];
  let at = 0;
  while (at < standing.length) {
    const run: TextBlock[] = [];
    for (let item = standing[at]; item?.kind === 'text' && item.block.kind === 'list-item'; ) {
      run.push(item.block);
      item = standing[at + run.length];
    }
    const item = standing[at];
    if (run.length > 0) {
      for (const list of listTrees(run)) result.push({ kind: 'list', list });
      at += run.length;
    } else {
      if (item) result.push(item);
      at += 1;
    }
  }
  return result;
}

function listTrees(items: readonly TextBlock[]): readonly ListTree[] {
  const lists: { ordered: boolean; items: ListEntry[] }[] = [];
  let at = 0;
  while (at < items.length) {
    const block = items[at];
    if (!block) break;
    const base = block.depth ?? 0;
    let end = at + 1;
    while (end < items.length && (items[end]?.depth ?? 0) > base) end += 1;
    const entry = { block, lists: listTrees(items.slice(at + 1, end)) };
    const ordered = block.ordered ?? false;
    const last = lists.at(-1);
    if (last && last.ordered === ordered) last.items.push(entry);
    else lists.push({ ordered, items: [entry] });
    at = end;
  }
  return lists;
}
