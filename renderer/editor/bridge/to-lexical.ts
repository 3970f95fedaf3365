import type { ElementNode, NodeKey } from 'lexical';
import { $create, $getNodeByKey, $getRoot, $getState, $setState } from 'lexical';
import type { Article, Block, BlockId, FigureBlock, TextBlock } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { $createTextBlock, $isFigure, $isTextBlock, kindOf } from '../blocks';
import { FigureNode } from '../blocks/figure/node';
import type { Fields } from '../blocks/state';
import { $identify, altState, fieldsState, NO_FIELDS, photoState, sameJson } from '../blocks/state';
import { $appendSpans, $replaceSpans } from './spans';

function textFields(block: TextBlock): Fields {
  const { id: _id, kind: _kind, spans: _spans, ...fields } = block;
  return Object.keys(fields).length === 0 ? NO_FIELDS : (fields as Fields);
}

function figureFields(block: FigureBlock): Fields {
  const {
    id: _id,
    kind: _kind,
    photo: _photo,
    caption: _caption,
    credit: _credit,
    alt: _alt,
    ...fields
  } = block;
  return Object.keys(fields).length === 0 ? NO_FIELDS : (fields as Fields);
}

function $createText(block: TextBlock): ElementNode {
  const node = $identify($createTextBlock(block.kind), block.id, textFields(block));
  $appendSpans(node, block.spans);
  return node;
}

/** Creates the node of a block, with its text. */
export function $createBlock(block: Block): ElementNode {
  if (!isFigure(block)) return $createText(block);
  const figure = $identify($create(FigureNode), block.id, figureFields(block));
  $setState(figure, photoState, block.photo);
  $setState(figure, altState, block.alt);
  return figure.append($createText(block.caption), $createText(block.credit));
}

/** Fills the root with an article. Gives the key under which each block now stands. */
export function $articleToLexical(article: Article): ReadonlyMap<NodeKey, Block> {
  const placed = new Map<NodeKey, Block>();
  const root = $getRoot().clear();
  for (const block of article.blocks) {
    const node = $createBlock(block);
    placed.set(node.getKey(), block);
    root.append(node);
  }
  if (root.isEmpty()) root.append($createTextBlock('paragraph'));
  return placed;
}

/**
 * Brings the tree to another article, touching only blocks whose object is a different one.
 * `keys` and `known` are the tree as it stands (block id → key, key → block). Gives the changed keys with their blocks.
 */
export function $reconcileArticle(
  next: Article,
  keys: ReadonlyMap<BlockId, NodeKey>,
  known: ReadonlyMap<NodeKey, Block>,
): ReadonlyMap<NodeKey, Block> {
  const changed = new Map<NodeKey, Block>();
  const used = new Set<NodeKey>();
  const wanted = next.blocks.map((block) => {
    const named = keys.get(block.id);
    // Two blocks under one id (a damaged file) must not fight over one node.
    const key = named === undefined || used.has(named) ? undefined : named;
    if (key !== undefined) used.add(key);
    const node = key === undefined ? null : $getNodeByKey(key);
    if (key !== undefined && node !== null) {
      if (known.get(key) === block) return node;
      if ($updateBlock(node as ElementNode, block)) {
        changed.set(key, block);
        return node;
      }
    }
    const fresh = $createBlock(block);
    changed.set(fresh.getKey(), block);
    return fresh;
  });
  const root = $getRoot();
  const kept = new Set(wanted.map((node) => node.getKey()));
  let at = root.getFirstChild();
  for (const node of wanted) {
    while (at !== null && !kept.has(at.getKey())) {
      const gone = at;
      at = at.getNextSibling();
      if (root.getChildrenSize() > 1) gone.remove(true);
    }
    if (at?.is(node)) at = at.getNextSibling();
    else if (at !== null) at.insertBefore(node, false);
    else root.append(node);
  }
  for (const child of root.getChildren()) {
    if (!kept.has(child.getKey()) && root.getChildrenSize() > 1) child.remove(true);
  }
  if (wanted.length === 0 && !root.isEmpty()) {
    root.clear();
    root.append($createTextBlock('paragraph'));
    root.selectStart();
  }
  return changed;
}

function $updateBlock(node: ElementNode, block: Block): boolean {
  if (!isFigure(block)) return kindOf(node) === block.kind && $updateText(node, block);
  if (!$isFigure(node)) return false;
  const [caption, credit] = node.getChildren();
  if (!$isTextBlock(caption) || !$isTextBlock(credit)) return false;
  if ($getState(node, photoState) !== block.photo) $setState(node, photoState, block.photo);
  if ($getState(node, altState) !== block.alt) $setState(node, altState, block.alt);
  $setFields(node, figureFields(block));
  return $updateText(caption, block.caption) && $updateText(credit, block.credit);
}

function $updateText(node: ElementNode, block: TextBlock): boolean {
  $setFields(node, textFields(block));
  $replaceSpans(node, block.spans);
  return true;
}

function $setFields(node: ElementNode, fields: Fields): void {
  if (!sameJson($getState(node, fieldsState), fields)) $setState(node, fieldsState, fields);
}
