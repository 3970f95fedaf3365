import type { ElementNode, LexicalEditor, RangeSelection } from 'lexical';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import type { TextKind } from '#core/article/model';
import { $createTextBlock, $isFigure, $isListItem, $textBlockOf, kindOf } from '../blocks';
import { $offsetAt } from '../bridge/places';
import { $leavesOf } from '../bridge/spans';
import { $turnInto } from './blocks';

/** Kinds whose next block on Enter is of the same kind. */
const GOES_ON: ReadonlySet<TextKind> = new Set(['list-item', 'quotation', 'bio']);
/** Kinds that Backspace at their start first turns into a paragraph. */
const SET_OFF: ReadonlySet<TextKind> = new Set([
  'list-item',
  'quotation',
  'pullquote',
  'crosshead',
  'bio',
]);

/** What Enter, Backspace, Delete and Tab do at the edges of blocks. Gives its clean-up. */
export function registerKeys(editor: LexicalEditor): () => void {
  const guard = (isBackward: boolean) => $deleteAtEdge(isBackward);
  return mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      // With the command key Enter belongs to the window ("apply the first fix").
      (event) => event !== null && (event.ctrlKey || event.metaKey),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, guard, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_WORD_COMMAND, guard, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_LINE_COMMAND, guard, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_TAB_COMMAND, $tab, COMMAND_PRIORITY_HIGH),
  );
}

function $enter(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const block = $textBlockOf(start.getNode());
  const kind = kindOf(block);
  if (block === null || kind === null) return false;
  if (kind === 'caption' || kind === 'credit') {
    if (!selection.isCollapsed()) selection.removeText();
    $leaveFigureText(block, kind);
    return true;
  }
  if (!selection.isCollapsed()) selection.removeText();
  const at = $offsetAt(block, selection.anchor);
  const empty = $leavesOf(block).length === 0;
  if (GOES_ON.has(kind)) return $goOn(block, kind, selection, empty);
  if (kind !== 'paragraph' && at === 0 && !empty) {
    // A line before the headline, not a headline without words.
    block.insertBefore($createParagraphNode());
    return true;
  }
  return false;
}

function $leaveFigureText(block: ElementNode, kind: TextKind): void {
  const figure = block.getParent();
  if (kind === 'caption') {
    const credit = block.getNextSibling();
    if ($isElementNode(credit)) credit.selectStart();
    return;
  }
  const paragraph = $createParagraphNode();
  if ($isFigure(figure)) figure.insertAfter(paragraph);
  paragraph.selectStart();
}

function $goOn(
  block: ElementNode,
  kind: TextKind,
  selection: RangeSelection,
  empty: boolean,
): boolean {
  if (empty) {
    if ($isListItem(block) && block.depth() > 0) block.setForm(block.ordered(), block.depth() - 1);
    else $turnInto(block, 'paragraph');
    return true;
  }
  const created = selection.insertParagraph();
  if (created === null) return true;
  const next = $createTextBlock(kind);
  if ($isListItem(block) && $isListItem(next)) next.setForm(block.ordered(), block.depth());
  created.replace(next, true);
  next.selectStart();
  return true;
}

/** Keeps deletions at a block's edge from pouring a caption into the story or destroying a figure. */
function $deleteAtEdge(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $textBlockOf(selection.anchor.getNode());
  const kind = kindOf(block);
  if (block === null || kind === null || !$isAtEdge(block, selection, isBackward)) return false;
  const inFigure = kind === 'caption' || kind === 'credit';
  if (inFigure) return $leaveBackOrOn(block, isBackward);
  if (isBackward && SET_OFF.has(kind)) {
    if ($isListItem(block) && block.depth() > 0) block.setForm(block.ordered(), block.depth() - 1);
    else $turnInto(block, 'paragraph');
    return true;
  }
  const neighbour = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  if (!$isFigure(neighbour)) return false;
  const inside = isBackward ? neighbour.getLastChild() : neighbour.getFirstChild();
  if ($leavesOf(block).length === 0) block.remove(true);
  if ($isElementNode(inside)) {
    if (isBackward) inside.selectEnd();
    else inside.selectStart();
  }
  return true;
}

function $leaveBackOrOn(block: ElementNode, isBackward: boolean): boolean {
  const figure = block.getParent();
  const sibling = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  const outside = isBackward ? figure?.getPreviousSibling() : figure?.getNextSibling();
  const target = sibling ?? outside;
  if ($isElementNode(target)) {
    if (isBackward) target.selectEnd();
    else target.selectStart();
  }
  return true;
}

function $isAtEdge(block: ElementNode, selection: RangeSelection, isBackward: boolean): boolean {
  const leaves = $leavesOf(block);
  const { key, offset } = selection.anchor;
  const edge = isBackward ? leaves[0] : leaves.at(-1);
  if (edge === undefined) return true;
  if (key === edge.getKey()) return offset === (isBackward ? 0 : edge.getTextContentSize());
  return key === block.getKey() && offset === (isBackward ? 0 : block.getChildrenSize());
}

function $tab(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = $textBlockOf(selection.anchor.getNode());
  if (!$isListItem(block)) return false;
  event.preventDefault();
  block.setForm(
    block.ordered(),
    Math.max(0, Math.min(3, block.depth() + (event.shiftKey ? -1 : 1))),
  );
  return true;
}
