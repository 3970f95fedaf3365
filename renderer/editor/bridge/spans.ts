import { $createLinkNode, $isLinkNode } from '@lexical/link';
import type { ElementNode, LexicalNode, LineBreakNode, TextNode } from 'lexical';
import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  IS_BOLD,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  IS_UNDERLINE,
} from 'lexical';
import { mergeSpans } from '#core/article/edit';
import type { Mark, Span } from '#core/article/model';
import type { Fields } from '../blocks/state';
import { breakState, NO_FIELDS, sameJson, spanState } from '../blocks/state';

/** In the order of the schema, so that the same marks always read the same. */
const MARKS: readonly (readonly [Mark, number])[] = [
  ['bold', IS_BOLD],
  ['italic', IS_ITALIC],
  ['underline', IS_UNDERLINE],
  ['strike', IS_STRIKETHROUGH],
  ['superscript', IS_SUPERSCRIPT],
  ['subscript', IS_SUBSCRIPT],
];

function formatOf(marks: readonly Mark[] | undefined): number {
  let format = 0;
  for (const [mark, bit] of MARKS) if (marks?.includes(mark)) format |= bit;
  return format;
}

function marksOf(format: number): Mark[] {
  return MARKS.filter(([, bit]) => (format & bit) !== 0).map(([mark]) => mark);
}

/** One leaf of a block: a run of text or a line break, with everything the model says about it. */
interface Leaf {
  readonly text: string;
  readonly format: number;
  readonly fields: Fields;
  readonly link: string | undefined;
}

export type LeafNode = TextNode | LineBreakNode;

/** The text and line break nodes of a block in order, those inside links included. */
export function $leavesOf(block: ElementNode): LeafNode[] {
  const leaves: LeafNode[] = [];
  const walk = (node: LexicalNode) => {
    if ($isTextNode(node) || $isLineBreakNode(node)) leaves.push(node);
    else if ($isElementNode(node)) for (const child of node.getChildren()) walk(child);
  };
  for (const child of block.getChildren()) walk(child);
  return leaves;
}

/** Whether a leaf's text is in the reading: suggested deletions are not. */
export function $isRead(leaf: LeafNode): boolean {
  return $fieldsOf(leaf)['deleted'] === undefined;
}

function $fieldsOf(leaf: LeafNode): Fields {
  if ($isTextNode(leaf)) return $getState(leaf, spanState);
  const own = $getState(leaf, breakState);
  if (own) return own.fields;
  const before = leaf.getPreviousSibling();
  return $isTextNode(before) ? $getState(before, spanState) : NO_FIELDS;
}

function $formatOf(leaf: LeafNode): number {
  if ($isTextNode(leaf)) return leaf.getFormat();
  const own = $getState(leaf, breakState);
  if (own) return own.format;
  const before = leaf.getPreviousSibling();
  return $isTextNode(before) ? before.getFormat() : 0;
}

function $leafOf(node: LeafNode): Leaf {
  const parent = node.getParent();
  return {
    text: $isLineBreakNode(node) ? '\n' : node.getTextContent(),
    format: $formatOf(node),
    fields: $fieldsOf(node),
    link: $isLinkNode(parent) ? parent.getURL() : undefined,
  };
}

function leavesOfSpans(spans: readonly Span[]): Leaf[] {
  const leaves: Leaf[] = [];
  for (const { text, marks, link, ...rest } of spans) {
    const format = formatOf(marks);
    const fields = Object.keys(rest).length === 0 ? NO_FIELDS : (rest as Fields);
    for (const part of text.split(/(\n)/)) {
      if (part !== '') leaves.push({ text: part, format, fields, link });
    }
  }
  return leaves;
}

function $createLeaf(leaf: Leaf): LeafNode {
  if (leaf.text === '\n') {
    const { format, fields } = leaf;
    return $setState($createLineBreakNode(), breakState, { format, fields });
  }
  const node = $createTextNode(leaf.text).setFormat(leaf.format);
  if (leaf.fields !== NO_FIELDS) $setState(node, spanState, leaf.fields);
  // Nothing is typed into words that are to go; they are accepted or rejected as a whole.
  if (leaf.fields['deleted'] !== undefined) node.setMode('token');
  return node;
}

/** Appends spans to a block as text, line breaks and links. */
export function $appendSpans(block: ElementNode, spans: readonly Span[]): void {
  let parent = block;
  let address: string | undefined;
  for (const leaf of leavesOfSpans(spans)) {
    if (leaf.link !== address) {
      address = leaf.link;
      parent = block;
      if (address !== undefined) {
        parent = $createLinkNode(address);
        block.append(parent);
      }
    }
    parent.append($createLeaf(leaf));
  }
}

/** Reads a block's spans in the model's normal form. */
export function $readSpans(block: ElementNode): readonly Span[] {
  return mergeSpans(
    $leavesOf(block).map((node) => {
      const { text, format, fields, link } = $leafOf(node);
      const marks = marksOf(format);
      return {
        text,
        ...(marks.length > 0 ? { marks } : {}),
        ...(link === undefined ? {} : { link }),
        ...fields,
      };
    }),
  );
}

/** Gives a block other spans; where only words differ, its nodes (and so their elements) stay. */
export function $replaceSpans(block: ElementNode, spans: readonly Span[]): void {
  const wanted = leavesOfSpans(spans);
  const nodes = $leavesOf(block);
  const fits =
    wanted.length === nodes.length &&
    nodes.every((node, at) => sameLeaf($leafOf(node), wanted[at]));
  if (!fits) {
    block.clear();
    $appendSpans(block, spans);
    return;
  }
  nodes.forEach((node, at) => {
    const text = wanted[at]?.text ?? '';
    if ($isTextNode(node) && node.getTextContent() !== text) node.setTextContent(text);
  });
}

function sameLeaf(a: Leaf, b: Leaf | undefined): boolean {
  return (
    b !== undefined &&
    (a.text === '\n') === (b.text === '\n') &&
    a.format === b.format &&
    a.link === b.link &&
    sameJson(a.fields, b.fields)
  );
}
