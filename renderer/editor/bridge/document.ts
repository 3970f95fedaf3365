import type { LexicalEditor, NodeKey, UpdateListenerPayload } from 'lexical';
import { $getNodeByKey, $getRoot, $getState, HISTORIC_TAG } from 'lexical';
import type { Block, BlockId, Story, StoryDesk } from '#core/article/model';
import { $topBlockOf } from '../blocks';
import { deskState } from '../blocks/state';
import type { Dirty, Reading } from './from-lexical';
import { $lexicalToArticle, EMPTY_READING } from './from-lexical';

/** The story as the tree holds it, kept up to date by reading only what each update touched. */
export interface StoryDocument {
  readonly story: Story;
  readonly reading: Reading;
}

/** The story without its article. */
export function deskOf(story: Story): StoryDesk {
  const { article: _article, ...desk } = story;
  return desk;
}

/** Whether two desks hold the same values (compared one by one, by identity). */
export function sameDesk(a: StoryDesk, b: StoryDesk): boolean {
  const keys = Object.keys(a) as (keyof StoryDesk)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** A document just loaded: the story's own objects under the keys they were given. */
export function loadedDocument(story: Story, placed: ReadonlyMap<NodeKey, Block>): StoryDocument {
  const order = $getRoot().getChildrenKeys();
  const all: Dirty = { keys: new Set(order), order: true };
  const { reading } = $lexicalToArticle(EMPTY_READING, all);
  const own = order.map((key, at) => placed.get(key) ?? (reading.blocks[at] as Block));
  const byKey = new Map(order.map((key, at) => [key, own[at] as Block]));
  // The very array too, unless the sheet had to add a paragraph to type in.
  const blocks = own.length === story.article.blocks.length ? story.article.blocks : own;
  return { story, reading: { ...reading, blocks, byKey } };
}

export interface DocumentChange {
  readonly document: StoryDocument;
  /** As in EditorEvents.onChange. */
  readonly blocks: readonly BlockId[] | null;
}

/**
 * The document after an update; null when the update changed nothing of the story. Reads the update's own state.
 * `seeds` are blocks that were written in this update, preferred over reading them back.
 */
export function changedDocument(
  known: StoryDocument,
  update: UpdateListenerPayload,
  seeds: ReadonlyMap<NodeKey, Block>,
): DocumentChange | null {
  const historic = update.tags.has(HISTORIC_TAG);
  if (!historic && update.dirtyElements.size === 0 && update.dirtyLeaves.size === 0) return null;
  return update.editorState.read(() => {
    const dirty = historic ? $differing(update) : $touched(update);
    const { reading, changed } = $lexicalToArticle(known.reading, dirty, seeds);
    const desk = dirty.order ? $getState($getRoot(), deskState) : null;
    const deskChanged = desk !== null && !sameDesk(desk, deskOf(known.story));
    if (reading === known.reading && !deskChanged) return null;
    const story = withArticle(known.story, desk, reading.blocks);
    return { document: { story, reading }, blocks: deskChanged ? null : changed };
  });
}

/** Keeps the order of the story's fields, so that saving it changes no more lines of its file than it must. */
function withArticle(story: Story, desk: StoryDesk | null, blocks: readonly Block[]): Story {
  const article = story.article.blocks === blocks ? story.article : { ...story.article, blocks };
  if (desk === null) return { ...story, article };
  const kept = Object.fromEntries(
    Object.keys(story)
      .filter((key) => key === 'article' || key in desk)
      .map((key) => [key, undefined]),
  );
  return { ...kept, ...desk, article };
}

/** What an ordinary update touched, from Lexical's own lists. */
function $touched({ dirtyElements, dirtyLeaves }: UpdateListenerPayload): Dirty {
  const keys = new Set<NodeKey>();
  for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) {
    const top = key === 'root' ? null : $topBlockOf($getNodeByKey(key));
    if (top !== null) keys.add(top.getKey());
  }
  return { keys, order: dirtyElements.get('root') === true };
}

/** What an undo or redo changed: Lexical does not say, so nodes are compared by identity. */
function $differing({ editorState, prevEditorState }: UpdateListenerPayload): Dirty {
  const keys = new Set<NodeKey>();
  for (const [key, node] of editorState._nodeMap) {
    if (key === 'root' || prevEditorState._nodeMap.get(key) === node) continue;
    const top = $topBlockOf(node);
    if (top !== null) keys.add(top.getKey());
  }
  return { keys, order: true };
}

/** The node key of a block of the document. */
export function keyOf(document: StoryDocument, block: BlockId): NodeKey | undefined {
  return document.reading.keys.get(block);
}

/** Whether the window's keyboard is in this editor. */
export function hasFocus(editor: LexicalEditor): boolean {
  const root = editor.getRootElement();
  return root?.contains(root.ownerDocument.activeElement) === true;
}
