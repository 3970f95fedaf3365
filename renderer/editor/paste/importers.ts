import type { ImportMimeTypeConfig } from '@lexical/clipboard';
import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard';
import { $isLinkNode } from '@lexical/link';
import type { BaseSelection, ElementNode, LexicalNode } from 'lexical';
import {
  $createParagraphNode,
  $getEditor,
  $isElementNode,
  $isRangeSelection,
  $setState,
} from 'lexical';
import type { Span } from '#core/article/model';
import { $createTextBlock, $isFigure, $isListItem, $textBlockOf, kindOf } from '../blocks';
import { $identify, idState, NO_FIELDS } from '../blocks/state';
import { $appendSpans } from '../bridge/spans';
import { safeAddress } from './address';
import type { PastedBlock } from './clean';
import { cleanHtml, plainBlocks } from './clean';

/** What a paste or drop makes of each kind of clipboard content. Registered over Lexical's own importers. */
export const importers: ImportMimeTypeConfig = {
  'application/x-lexical-editor': [$insertOwn],
  'text/html': [
    (html, selection) => {
      const blocks = cleanHtml(html);
      return blocks.length > 0 && $insertBlocks(blocks, selection);
    },
  ],
  'text/plain': [(text, selection) => $insertPlain(text, selection)],
  'text/uri-list': [(text, selection) => $insertPlain(text, selection)],
};

function $insertPlain(text: string, selection: BaseSelection): boolean {
  const blocks = plainBlocks(text);
  const only = blocks[0]?.spans[0]?.text;
  if (blocks.length === 1 && only !== undefined) selection.insertText(text.replace(/[\r\n]/g, ''));
  else $insertBlocks(blocks, selection);
  return true;
}

/** Puts blocks in at the selection. In a caption, credit or other one-line block they run on in it. */
export function $insertBlocks(blocks: readonly PastedBlock[], selection: BaseSelection): boolean {
  const at = $isRangeSelection(selection) ? $textBlockOf(selection.anchor.getNode()) : null;
  const kind = kindOf(at);
  const [first, ...rest] = blocks;
  if (first === undefined) return false;
  if (
    kind === 'caption' ||
    kind === 'credit' ||
    (rest.length === 0 && first.kind === 'paragraph')
  ) {
    selection.insertNodes($inlineNodes(joined(blocks)));
    return true;
  }
  $insertGeneratedNodes($getEditor(), blocks.map($blockOf), selection);
  return true;
}

function joined(blocks: readonly PastedBlock[]): readonly Span[] {
  return blocks.flatMap((block, at) => (at === 0 ? block.spans : [{ text: ' ' }, ...block.spans]));
}

function $inlineNodes(spans: readonly Span[]): LexicalNode[] {
  const holder = $createParagraphNode();
  $appendSpans(holder, spans);
  return holder.getChildren();
}

function $blockOf(block: PastedBlock): ElementNode {
  const node = $identify($createTextBlock(block.kind), '', NO_FIELDS);
  if ($isListItem(node)) node.setForm(block.ordered === true, block.depth ?? 0);
  $appendSpans(node, block.spans);
  return node;
}

/** Text copied in Galley keeps everything; its blocks get new ids, its links are held to the same rule as others. */
function $insertOwn(data: string, selection: BaseSelection, $next: () => boolean): boolean {
  const payload = readPayload(data);
  if (payload === null || payload.namespace !== $getEditor()._config.namespace) return false;
  let nodes: LexicalNode[];
  try {
    nodes = $generateNodesFromSerializedNodes(payload.nodes).flatMap($makeOwn);
  } catch {
    return $next();
  }
  const kind = $isRangeSelection(selection)
    ? kindOf($textBlockOf(selection.anchor.getNode()))
    : null;
  if (kind === 'caption' || kind === 'credit') {
    selection.insertNodes(nodes.flatMap((node, at) => $inlineOf(node, at)));
  } else {
    $insertGeneratedNodes($getEditor(), nodes, selection);
  }
  return true;
}

function readPayload(
  data: string,
): { readonly namespace: unknown; readonly nodes: { type: string }[] } | null {
  try {
    const payload: unknown = JSON.parse(data);
    if (typeof payload !== 'object' || payload === null) return null;
    const { namespace, nodes } = payload as { namespace?: unknown; nodes?: unknown };
    return Array.isArray(nodes) ? { namespace, nodes } : null;
  } catch {
    return null;
  }
}

/** Readies a copied node for this story; a link that must not be one gives its content instead. */
function $makeOwn(node: LexicalNode): LexicalNode[] {
  if (kindOf(node) !== null || $isFigure(node)) $setState(node, idState, '');
  if (!$isElementNode(node)) return [node];
  const children = node.getChildren();
  const own = children.flatMap($makeOwn);
  if ($isLinkNode(node) && safeAddress(node.getURL()) === null) return own;
  if (own.length !== children.length || own.some((child, at) => !child.is(children[at]))) {
    node.clear();
    node.append(...own);
  }
  return [node];
}

function $inlineOf(node: LexicalNode, at: number): LexicalNode[] {
  if (!$isElementNode(node) || node.isInline()) return [node];
  const own = node.getChildren().flatMap((child, index) => $inlineOf(child, index));
  return at === 0 ? own : [...$inlineNodes([{ text: ' ' }]), ...own];
}
