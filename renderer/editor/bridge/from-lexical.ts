import type { ElementNode, LexicalNode, NodeKey } from 'lexical';
import { $getRoot, $getState, $isElementNode } from 'lexical';
import type { Block, BlockId, TextBlock } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { altId } from '#core/article/reading';
import { $isFigure, kindOf } from '../blocks';
import { $blockId, altState, fieldsState, photoState, sameJson } from '../blocks/state';
import { $readSpans } from './spans';

/** The tree's blocks as the model has them: in order, and by key. */
export interface Reading {
  readonly order: readonly NodeKey[];
  readonly blocks: readonly Block[];
  readonly byKey: ReadonlyMap<NodeKey, Block>;
  /** Keys of text blocks (captions and credits too) and figures, by model id. */
  readonly keys: ReadonlyMap<BlockId, NodeKey>;
}

export const EMPTY_READING: Reading = {
  order: [],
  blocks: [],
  byKey: new Map(),
  keys: new Map(),
};

function $readText(node: ElementNode): TextBlock {
  return {
    id: $blockId(node),
    kind: kindOf(node) ?? 'paragraph',
    spans: $readSpans(node),
    ...$getState(node, fieldsState),
  };
}

/** Reads one child of the root. */
export function $readBlock(node: ElementNode): Block {
  if (!$isFigure(node)) return $readText(node);
  const [caption, credit] = node.getChildren();
  const id = $blockId(node);
  return {
    id,
    kind: 'figure',
    photo: $getState(node, photoState),
    caption: $isElementNode(caption) ? $readText(caption) : empty(id, 'caption'),
    credit: $isElementNode(credit) ? $readText(credit) : empty(id, 'credit'),
    alt: $getState(node, altState),
    ...$getState(node, fieldsState),
  };
}

function empty(figure: BlockId, kind: 'caption' | 'credit'): TextBlock {
  return { id: `${figure}.${kind}`, kind, spans: [] };
}

/** The known object where the fresh one says the same, so that callers may compare by identity. */
function keepKnown(fresh: Block, known: Block | undefined): Block {
  if (known === undefined) return fresh;
  if (sameJson(fresh, known)) return known;
  if (!isFigure(fresh) || !isFigure(known)) return fresh;
  const keep = (part: 'caption' | 'credit') =>
    sameJson(fresh[part], known[part]) ? known[part] : fresh[part];
  return { ...fresh, caption: keep('caption'), credit: keep('credit') };
}

/** Which blocks an update touched: keys of children of the root, and whether their sequence may differ. */
export interface Dirty {
  readonly keys: ReadonlySet<NodeKey>;
  readonly order: boolean;
}

export interface ReadingChange {
  readonly reading: Reading;
  /** Ids of changed blocks as checks read them; null when blocks came, went or moved. */
  readonly changed: readonly BlockId[] | null;
}

/**
 * Reads what an update changed. Blocks it did not touch keep their objects; `seeds` are blocks the caller just wrote,
 * preferred over what would be read back when they say the same.
 */
export function $lexicalToArticle(
  previous: Reading,
  dirty: Dirty,
  seeds: ReadonlyMap<NodeKey, Block> = new Map(),
): ReadingChange {
  const root = $getRoot();
  const order = dirty.order ? root.getChildrenKeys() : previous.order;
  const sameOrder = order === previous.order || sameJson(order, previous.order);
  const blocks: Block[] = sameOrder ? [...previous.blocks] : [];
  const byKey = sameOrder ? (previous.byKey as Map<NodeKey, Block>) : new Map<NodeKey, Block>();
  const changed: BlockId[] = [];
  const read = (at: number, node: ElementNode) => {
    const key = node.getKey();
    const known = previous.byKey.get(key);
    const block =
      known === undefined || dirty.keys.has(key)
        ? keepKnown(keepKnown($readBlock(node), known), seeds.get(key))
        : known;
    if (block !== known) changed.push(...changedIds(known, block));
    blocks[at] = block;
    byKey.set(key, block);
  };
  if (!sameOrder) {
    root.getChildren<ElementNode>().forEach((node, at) => {
      read(at, node);
    });
    return { reading: { order, blocks, byKey, keys: keysOf(root.getChildren()) }, changed: null };
  }
  for (const key of dirty.keys) {
    const at = order.indexOf(key);
    const node = at < 0 ? null : root.getChildAtIndex<ElementNode>(at);
    if (node) read(at, node);
  }
  // A caption that was taken out and put back has a new key under the old id.
  const figures = changed.length > 0 && [...dirty.keys].some((key) => isFigureKey(byKey, key));
  const keys = figures ? keysOf(root.getChildren()) : previous.keys;
  return {
    reading: changed.length === 0 && !figures ? previous : { order, blocks, byKey, keys },
    changed,
  };
}

function isFigureKey(byKey: ReadonlyMap<NodeKey, Block>, key: NodeKey): boolean {
  return byKey.get(key)?.kind === 'figure';
}

function keysOf(nodes: readonly LexicalNode[]): ReadonlyMap<BlockId, NodeKey> {
  const keys = new Map<BlockId, NodeKey>();
  for (const node of nodes) {
    keys.set($blockId(node), node.getKey());
    if (!$isFigure(node)) continue;
    for (const child of node.getChildren()) keys.set($blockId(child), child.getKey());
  }
  return keys;
}

function changedIds(known: Block | undefined, block: Block): BlockId[] {
  if (!isFigure(block)) return [block.id];
  if (known === undefined || !isFigure(known)) {
    return [block.id, block.caption.id, block.credit.id, altId(block.id)];
  }
  const ids = known.alt === block.alt ? [] : [altId(block.id)];
  if (known.caption !== block.caption) ids.push(block.caption.id);
  if (known.credit !== block.credit) ids.push(block.credit.id);
  return [block.id, ...ids];
}
