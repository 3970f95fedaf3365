import type { LexicalEditor, NodeKey, RangeSelection, TextNode } from 'lexical';
import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  HISTORY_PUSH_TAG,
  mergeRegister,
} from 'lexical';
import { $textBlockOf } from '../blocks';
import { $leavesOf } from '../bridge/spans';
import type { SmartOptions } from './smart';
import { smartSubstitution } from './smart';

/** The last substitution, which Backspace takes back as long as nothing else happened. */
interface Last {
  readonly key: NodeKey;
  readonly offset: number;
  readonly text: string;
  readonly straight: string;
}

/** Turns typed quotes and dashes. `options` is asked at every character, so that settings hold at once. */
export function registerSmartTyping(
  editor: LexicalEditor,
  options: () => SmartOptions,
): () => void {
  let last: Last | null = null;
  return mergeRegister(
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        if (event.inputType !== 'insertText' || event.isComposing || editor.isComposing())
          return false;
        const typed = event.data;
        const selection = $getSelection();
        if (typed === null || typed.length !== 1 || !$isRangeSelection(selection)) return false;
        const before = $textBefore(selection);
        const substitution = before === null ? null : smartSubstitution(before, typed, options());
        if (before === null || substitution === null) return false;
        event.preventDefault();
        last = $substitute(selection, before, typed, substitution);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => {
        const undo = last;
        last = null;
        return isBackward && undo !== null && $takeBack(undo);
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerUpdateListener(({ dirtyLeaves, editorState }) => {
      if (last === null || dirtyLeaves.size === 0) return;
      const { key, offset, text } = last;
      const node = editorState._nodeMap.get(key);
      const kept = $isTextNode(node) && node.__text.slice(0, offset).endsWith(text);
      if (!kept) last = null;
    }),
  );
}

/** The block's text up to the selection's start; suggested deletions do not count. */
function $textBefore(selection: RangeSelection): string | null {
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const node = start.getNode();
  const block = $textBlockOf(node);
  if (block === null) return null;
  if (!$isTextNode(node)) {
    const child = start.offset === 0 ? null : node.getChildAtIndex(start.offset - 1);
    return node.is(block) && child === null ? '' : (child?.getTextContent() ?? null);
  }
  let text = '';
  for (const leaf of $leavesOf(block)) {
    if (leaf.is(node)) return text + node.getTextContent().slice(0, start.offset);
    text += leaf.getTextContent();
  }
  return text;
}

function $substitute(
  selection: RangeSelection,
  before: string,
  typed: string,
  { back, text }: { readonly back: number; readonly text: string },
): Last | null {
  // Its own step in history: undoing it does not take the word before it away too.
  $addUpdateTag(HISTORY_PUSH_TAG);
  if (!selection.isCollapsed()) selection.removeText();
  const node = selection.anchor.getNode();
  const offset = selection.anchor.offset;
  const straight = before.slice(before.length - back) + typed;
  if (back > 0 && $isTextNode(node) && offset >= back) {
    node.spliceText(offset - back, back, text, true);
  } else {
    selection.insertText(text);
  }
  const after = $getSelection();
  if (!$isRangeSelection(after) || !$isTextNode(after.anchor.getNode())) return null;
  return { key: after.anchor.key, offset: after.anchor.offset, text, straight };
}

function $takeBack({ key, offset, text, straight }: Last): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  if (selection.anchor.key !== key || selection.anchor.offset !== offset) return false;
  const node = $getNodeByKey<TextNode>(key);
  if (!$isTextNode(node) || !node.getTextContent().slice(0, offset).endsWith(text)) return false;
  $addUpdateTag(HISTORY_PUSH_TAG);
  node.spliceText(offset - text.length, text.length, straight, true);
  return true;
}
