import type { ElementNode, Klass, LexicalNode, LexicalNodeConfig } from 'lexical';
import { $create, $isElementNode, ParagraphNode } from 'lexical';
import type { BodyKind, TextKind } from '#core/article/model';
import { BioNode } from './bio/node';
import { BylineNode } from './byline/node';
import { CaptionNode } from './caption/node';
import { CreditNode } from './credit/node';
import { CrossheadNode } from './crosshead/node';
import { DekNode } from './dek/node';
import { FigureNode } from './figure/node';
import { HeadlineNode } from './headline/node';
import { ListItemNode } from './list-item/node';
import { StoryParagraphNode } from './paragraph/node';
import { PullquoteNode } from './pullquote/node';
import { QuotationNode } from './quotation/node';

/** The node class of every kind of text block. */
const CLASSES: { readonly [kind in TextKind]: Klass<ElementNode> } = {
  headline: HeadlineNode,
  dek: DekNode,
  byline: BylineNode,
  paragraph: StoryParagraphNode,
  crosshead: CrossheadNode,
  quotation: QuotationNode,
  pullquote: PullquoteNode,
  'list-item': ListItemNode,
  bio: BioNode,
  caption: CaptionNode,
  credit: CreditNode,
};

const KINDS = new Map<unknown, TextKind>(
  Object.entries(CLASSES).map(([kind, klass]) => [klass, kind as TextKind]),
);

/** The node classes of text blocks, for transforms that all of them share. */
export const TEXT_CLASSES: readonly Klass<ElementNode>[] = Object.values(CLASSES);

/** What the editor has to know to hold a story. */
export const STORY_NODES: readonly LexicalNodeConfig[] = [
  ...TEXT_CLASSES,
  FigureNode,
  {
    replace: ParagraphNode,
    with: () => $create(StoryParagraphNode),
    withKlass: StoryParagraphNode,
  },
];

/** Creates an empty block node of a kind. */
export function $createTextBlock(kind: TextKind): ElementNode {
  return $create(CLASSES[kind]);
}

/** The kind of a text block node; null for anything else. */
export function kindOf(node: LexicalNode | null | undefined): TextKind | null {
  return node ? (KINDS.get(node.constructor) ?? null) : null;
}

/** Whether a kind stands in the article's own sequence (not inside a figure). */
export function isBodyKind(kind: TextKind): kind is BodyKind {
  return kind !== 'caption' && kind !== 'credit';
}

export function $isTextBlock(node: LexicalNode | null | undefined): node is ElementNode {
  return $isElementNode(node) && kindOf(node) !== null;
}

export function $isFigure(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}

export function $isListItem(node: LexicalNode | null | undefined): node is ListItemNode {
  return node instanceof ListItemNode;
}

/** The text block around a node, itself included; null outside one. */
export function $textBlockOf(node: LexicalNode | null): ElementNode | null {
  for (let at = node; at !== null; at = at.getParent()) if ($isTextBlock(at)) return at;
  return null;
}

/** The child of the root around a node: a text block or a whole figure; null for the root itself. */
export function $topBlockOf(node: LexicalNode | null): ElementNode | null {
  for (let at = node; at !== null; at = at.getParent()) {
    if (at.getParent()?.getKey() === 'root') return $isElementNode(at) ? at : null;
  }
  return null;
}
