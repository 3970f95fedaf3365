import type { ElementNode, LexicalNode } from 'lexical';
import {
  $create,
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $setState,
} from 'lexical';
import type { PhotoId, TextKind } from '#core/article/model';
import {
  $createTextBlock,
  $isFigure,
  $isListItem,
  $textBlockOf,
  $topBlockOf,
  isBodyKind,
  kindOf,
} from '../blocks';
import { FigureNode } from '../blocks/figure/node';
import { $blockId, $identify, freshId, NO_FIELDS, photoState } from '../blocks/state';

/** The children of the root that the selection touches, in order. */
export function $selectedBlocks(): ElementNode[] {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    return unique(selection.getNodes().map((node) => $topBlockOf(node)));
  }
  if (!$isRangeSelection(selection)) return [];
  const [from, to] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const last = $topBlockOf(to.getNode());
  const blocks: ElementNode[] = [];
  for (let at: LexicalNode | null = $topBlockOf(from.getNode()); at; at = at.getNextSibling()) {
    if ($isElementNode(at)) blocks.push(at);
    if (at.is(last)) break;
  }
  // A selection that only reaches the very start of a block does not mean that block.
  const end = blocks.at(-1);
  if (blocks.length > 1 && end && to.offset === 0 && isFirstLeaf(end, to.getNode())) blocks.pop();
  return blocks;
}

function isFirstLeaf(block: ElementNode, node: LexicalNode): boolean {
  const first = block.getFirstDescendant();
  return node.is(block) || first === null || node.is(first);
}

function unique(blocks: readonly (ElementNode | null)[]): ElementNode[] {
  return [...new Map(blocks.flatMap((block) => (block ? [[block.getKey(), block]] : []))).values()];
}

/** Moves the selected blocks, figures as wholes, past their neighbour. Gives whether there was one. */
export function $moveBlocks(direction: 'up' | 'down'): boolean {
  const blocks = $selectedBlocks();
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return false;
  if (direction === 'up') {
    const neighbour = first.getPreviousSibling();
    if (neighbour === null) return false;
    last.insertAfter(neighbour, false);
  } else {
    const neighbour = last.getNextSibling();
    if (neighbour === null) return false;
    first.insertBefore(neighbour, false);
  }
  return true;
}

/** Deletes the selected blocks as wholes and puts the caret where they stood. */
export function $deleteBlocks(): void {
  const blocks = $selectedBlocks();
  const next = blocks.at(-1)?.getNextSibling() ?? null;
  const previous = blocks[0]?.getPreviousSibling() ?? null;
  if (blocks.length === 0) return;
  if ($isElementNode(next)) next.selectStart();
  else if ($isElementNode(previous)) previous.selectEnd();
  else {
    const empty = $createParagraphNode();
    $getRoot().append(empty);
    empty.selectStart();
  }
  for (const block of blocks) block.remove(true);
}

/** Turns the selected text blocks into another kind; their ids and text stay. Captions and credits are left alone. */
export function $setKind(kind: TextKind, ordered: boolean): void {
  if (!isBodyKind(kind)) return;
  for (const block of $selectedBlocks()) $turnInto(block, kind, ordered);
}

/** Turns one text block into another kind. */
export function $turnInto(block: ElementNode, kind: TextKind, ordered = false): void {
  if ($isFigure(block)) return;
  if ($isListItem(block) && kind === 'list-item') {
    block.setForm(ordered, block.depth());
    return;
  }
  if (kindOf(block) === kind) return;
  const id = $blockId(block);
  const node = $createTextBlock(kind);
  $identify(node, id, kind === 'list-item' && ordered ? { ordered: true } : NO_FIELDS);
  block.replace(node, true);
}

/** Inserts a figure for a photo after the block with the caret (at the end without one); the caret goes to its caption. */
export function $insertFigure(photo: PhotoId): void {
  const id = freshId();
  const figure = $identify($create(FigureNode), id, NO_FIELDS);
  $setState(figure, photoState, photo);
  $completeFigure(figure);
  const after = $selectedBlocks().at(-1);
  if (after) after.insertAfter(figure, false);
  else $getRoot().append(figure);
  figure.getFirstChild<ElementNode>()?.selectStart();
}

/** Gives a figure exactly one caption and one credit; whatever else got in goes after it. */
export function $completeFigure(figure: FigureNode): void {
  const children = figure.getChildren();
  const caption = children.find((child) => kindOf(child) === 'caption');
  const credit = children.find((child) => kindOf(child) === 'credit');
  const [first, second] = children;
  if (children.length === 2 && caption && caption.is(first) && credit?.is(second)) return;
  const create = (kind: 'caption' | 'credit') =>
    $identify($createTextBlock(kind), `${$blockId(figure)}.${kind}`, NO_FIELDS);
  const stray = children.filter((child) => !child.is(caption) && !child.is(credit));
  for (const child of stray.reverse()) {
    if ($isElementNode(child) && !child.isEmpty() && figure.getParent() !== null) {
      const paragraph = kindOf(child) === 'paragraph' ? child : $createParagraphNode();
      if (!paragraph.is(child)) paragraph.append(...child.getChildren());
      figure.insertAfter(paragraph, false);
      if (!paragraph.is(child)) child.remove(true);
    } else {
      child.remove(true);
    }
  }
  figure.append(caption ?? create('caption'), credit ?? create('credit'));
}

/** The text block the caret is in, when nothing is selected. */
export function $caretBlock(): ElementNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) && selection.isCollapsed()
    ? $textBlockOf(selection.anchor.getNode())
    : null;
}
