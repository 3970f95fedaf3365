import { $isLinkNode, $toggleLink } from '@lexical/link';
import type { ElementNode, LexicalEditor, NodeKey, PointType } from 'lexical';
import {
  $createRangeSelection,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
} from 'lexical';
import type { BlockId } from '#core/article/model';
import type { Place } from '#core/checks/types';
import type { EditorSelection } from '../api';
import { $textBlockOf, kindOf } from '../blocks';
import { $blockId } from '../blocks/state';
import { $offsetAt, $pointAt, $readingTextOf, carryOffset, domPointOf } from '../bridge/places';
import { safeAddress } from '../paste/address';

/** The selection as a place in the story. `rect` is measured only when somebody asks: measuring forces a layout. */
export function $readSelection(editor: LexicalEditor): EditorSelection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [from, to] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const block = $textBlockOf(from.getNode());
  const kind = kindOf(block);
  if (block === null || kind === null) return null;
  const start = $offsetAt(block, from);
  const whole = $textBlockOf(to.getNode())?.is(block) === true;
  const end = whole ? $offsetAt(block, to) : $readingTextOf(block).length;
  const link = $findMatchingParent(from.getNode(), $isLinkNode);
  const collapsed = selection.isCollapsed();
  return {
    block: $blockId(block),
    kind,
    start,
    end: collapsed ? start : end,
    text: collapsed
      ? ''
      : whole
        ? $readingTextOf(block).slice(start, end)
        : selection.getTextContent(),
    link: $isLinkNode(link) ? link.getURL() : null,
    get rect() {
      return selectionRect(editor);
    },
  };
}

function selectionRect(editor: LexicalEditor): EditorSelection['rect'] {
  const root = editor.getRootElement();
  const selection = root?.ownerDocument.getSelection();
  if (!root || !selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x, y, width, height };
}

/** Selects a place; gives false when its block is not in the tree. */
export function $selectPlace(key: NodeKey | undefined, place: Place): boolean {
  const block = key === undefined ? null : $getNodeByKey(key);
  if (!$isElementNode(block)) return false;
  if (kindOf(block) === null) {
    block.selectStart();
    return true;
  }
  const selection = $createRangeSelection();
  const length = $readingTextOf(block).length;
  const start = $pointAt(
    block,
    Math.min(place.start, length),
    place.start < place.end ? 'start' : 'end',
  );
  const end = place.start < place.end ? $pointAt(block, Math.min(place.end, length), 'end') : start;
  selection.anchor.set(start.key, start.offset, start.type);
  selection.focus.set(end.key, end.offset, end.type);
  $setSelection(selection);
  return true;
}

/** Both ends of the selection as story places, so that it survives blocks being drawn anew. */
export interface KeptSelection {
  readonly anchor: KeptPoint;
  readonly focus: KeptPoint;
}
interface KeptPoint {
  readonly block: BlockId;
  readonly offset: number;
  readonly text: string;
}

export function $keepSelection(): KeptSelection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = $keepPoint(selection.anchor);
  const focus = $keepPoint(selection.focus);
  return anchor && focus ? { anchor, focus } : null;
}

function $keepPoint(point: PointType): KeptPoint | null {
  const block = $textBlockOf(point.getNode());
  if (block === null) return null;
  return {
    block: $blockId(block),
    offset: $offsetAt(block, point),
    text: $readingTextOf(block),
  };
}

/** Puts a kept selection back where its words now are. Blocks that are gone leave the selection to Lexical. */
export function $restoreSelection(
  kept: KeptSelection | null,
  $find: (block: BlockId) => ElementNode | null,
): void {
  if (kept === null) return;
  const anchor = $find(kept.anchor.block);
  const focus = $find(kept.focus.block);
  if (anchor === null || focus === null) return;
  const selection = $createRangeSelection();
  const at = (block: ElementNode, { text, offset }: KeptPoint) =>
    $pointAt(block, carryOffset(text, $readingTextOf(block))(offset, 'end'), 'end');
  const from = at(anchor, kept.anchor);
  const to = at(focus, kept.focus);
  selection.anchor.set(from.key, from.offset, from.type);
  selection.focus.set(to.key, to.offset, to.type);
  $setSelection(selection);
}

/** Links the selection, or the link the caret is in; null unlinks. */
export function $linkSelection(address: string | null): void {
  const safe = address === null ? null : safeAddress(address);
  const selection = $getSelection();
  if ((address !== null && safe === null) || !$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) {
    $toggleLink(safe);
    return;
  }
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
  if (!$isLinkNode(link)) return;
  if (safe !== null) {
    link.setURL(safe);
    return;
  }
  for (const child of link.getChildren()) link.insertBefore(child, false);
  link.remove();
}

/** Scrolls a place into view when it is not comfortably in it. Works on what is drawn, so call it after an update. */
export function scrollToPlace(editor: LexicalEditor, key: NodeKey | undefined, place: Place): void {
  const element = key === undefined ? null : editor.getElementByKey(key);
  if (element === null) return;
  const range = element.ownerDocument.createRange();
  range.selectNode(element);
  editor.getEditorState().read(() => {
    const block = key === undefined ? null : $getNodeByKey(key);
    if (!$isElementNode(block) || kindOf(block) === null) return;
    const start = domPointOf(editor, $pointAt(block, place.start, 'start'));
    const end = domPointOf(editor, $pointAt(block, place.end, 'end'));
    if (start) range.setStart(start.node, start.offset);
    if (end) range.setEnd(end.node, end.offset);
  });
  const rect = range.getBoundingClientRect();
  const pane = scrollPaneOf(element);
  const view = pane.getBoundingClientRect();
  const top = pane === pane.ownerDocument.documentElement ? 0 : view.top;
  const margin = Math.min(96, pane.clientHeight / 5);
  if (rect.top >= top + margin && rect.bottom <= top + pane.clientHeight - margin) return;
  pane.scrollTop += rect.top - top - pane.clientHeight * 0.35;
}

function scrollPaneOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) {
      return at;
    }
  }
  return element.ownerDocument.documentElement;
}
