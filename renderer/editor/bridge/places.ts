import type { ElementNode, LexicalEditor, LexicalNode, NodeKey, PointType } from 'lexical';
import { $getNodeByKey, $isElementNode, $isTextNode, getDOMTextNode } from 'lexical';
import type { LeafNode } from './spans';
import { $isRead, $leavesOf } from './spans';

/** A point in Lexical's terms. */
export interface NodePoint {
  readonly key: NodeKey;
  readonly offset: number;
  readonly type: 'text' | 'element';
}

function lengthOf(leaf: LeafNode): number {
  return $isTextNode(leaf) ? leaf.getTextContentSize() : 1;
}

/** The reading text of a text block node, as it stands in the tree. */
export function $readingTextOf(block: ElementNode): string {
  let text = '';
  for (const leaf of $leavesOf(block)) if ($isRead(leaf)) text += leaf.getTextContent();
  return text;
}

/**
 * The point at a reading offset of a text block. At a seam between two runs, `end` prefers the run before it and
 * `start` the run after it. Offsets past the end give the end.
 */
export function $pointAt(block: ElementNode, offset: number, side: 'start' | 'end'): NodePoint {
  let left = Math.max(0, offset);
  let last: NodePoint | null = null;
  for (const leaf of $leavesOf(block)) {
    if (!$isRead(leaf)) continue;
    const length = lengthOf(leaf);
    if (left < length || (left === length && side === 'end')) {
      return $isTextNode(leaf) ? textPoint(leaf, left) : $besideBreak(leaf, left > 0);
    }
    left -= length;
    last = $isTextNode(leaf) ? textPoint(leaf, length) : $besideBreak(leaf, true);
    if (left === 0 && side === 'end') return last;
  }
  return last ?? { key: block.getKey(), offset: 0, type: 'element' };
}

function textPoint(leaf: LexicalNode, offset: number): NodePoint {
  return { key: leaf.getKey(), offset, type: 'text' };
}

function $besideBreak(leaf: LexicalNode, after: boolean): NodePoint {
  const next = leaf.getNextSibling();
  if (after && $isTextNode(next)) return textPoint(next, 0);
  const parent = leaf.getParentOrThrow();
  return {
    key: parent.getKey(),
    offset: leaf.getIndexWithinParent() + (after ? 1 : 0),
    type: 'element',
  };
}

/** The reading offset of a point inside a text block; a point in a suggested deletion counts as before it. */
export function $offsetAt(
  block: ElementNode,
  point: Pick<PointType, 'key' | 'offset' | 'type'>,
): number {
  const target = $getNodeByKey(point.key);
  const stop =
    $isElementNode(target) && point.type === 'element'
      ? target.getChildAtIndex(point.offset)
      : null;
  const pastEnd = $isElementNode(target) && point.type === 'element' && stop === null;
  let offset = 0;
  for (const leaf of $leavesOf(block)) {
    if (leaf.is(target)) return $isRead(leaf) ? offset + point.offset : offset;
    if (stop !== null && (leaf.is(stop) || stop.isParentOf(leaf))) return offset;
    if (pastEnd && target !== null && !target.is(block) && isAfter(leaf, target)) return offset;
    if ($isRead(leaf)) offset += lengthOf(leaf);
  }
  return offset;
}

function isAfter(leaf: LexicalNode, element: LexicalNode): boolean {
  return !element.isParentOf(leaf) && element.isBefore(leaf);
}

/** A boundary in the document, for ranges that highlight or measure. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Where a node's point is in the document; null while it is not drawn. */
export function domPointOf(editor: LexicalEditor, point: NodePoint): DomPoint | null {
  const element = editor.getElementByKey(point.key);
  if (element === null) return null;
  if (point.type === 'element') {
    const skipped = element.querySelector(':scope > .picture') === null ? 0 : 1;
    return { node: element, offset: Math.min(point.offset + skipped, element.childNodes.length) };
  }
  const text = getDOMTextNode(element);
  return text === null ? null : { node: text, offset: Math.min(point.offset, text.length) };
}

/**
 * Where an offset of an old text lies in the new one, when one stretch of it was exchanged: unchanged before it, moved
 * after it, and the stretch's end inside it. What is typed exactly at the offset goes before it for a `start`, after it for an `end`.
 */
export function carryOffset(
  before: string,
  after: string,
): (offset: number, side: 'start' | 'end') => number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const moved = after.length - before.length;
  return (offset, side) => {
    if (side === 'end' && offset <= head) return offset;
    if (offset >= before.length - tail) return offset + moved;
    return offset <= head ? offset : after.length - tail;
  };
}
