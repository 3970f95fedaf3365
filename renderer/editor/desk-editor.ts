import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import type { ElementNode, LexicalEditor, NodeKey, UpdateTag } from 'lexical';
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getRoot,
  $getState,
  $setSelection,
  $setState,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  FORMAT_TEXT_COMMAND,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  mergeRegister,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { applyEdits } from '#core/article/edit';
import type { Block, Story } from '#core/article/model';
import { newStory } from '#core/article/story';
import { assertNever } from '#core/util/assert-never';
import type { EditorApi, EditorCommand, EditorEvents, EditorOptions } from './api';
import { $deleteBlocks, $insertFigure, $moveBlocks, $setKind } from './behaviour/blocks';
import {
  $keepSelection,
  $linkSelection,
  $readSelection,
  $restoreSelection,
  $selectPlace,
  scrollToPlace,
} from './behaviour/selection';
import { $isFigure, $isTextBlock } from './blocks';
import { paintPicture, setPictureSource } from './blocks/figure/picture';
import { altState, deskState, photoState } from './blocks/state';
import type { StoryDocument } from './bridge/document';
import {
  changedDocument,
  deskOf,
  hasFocus,
  keyOf,
  loadedDocument,
  sameDesk,
} from './bridge/document';
import { EMPTY_READING } from './bridge/from-lexical';
import { $articleToLexical, $reconcileArticle } from './bridge/to-lexical';
import { GalleyExtension } from './extension';
import { createHighlights } from './findings/highlights';
import { watchPointer } from './findings/hover';
import { registerSmartTyping } from './typing/register';

/** The editor behind `<GalleyEditor>`: usable before it has an element, and after it lost one. */
export interface DeskEditor {
  readonly api: EditorApi;
  readonly lexical: LexicalEditor;
  /** Shows the editor in an element (null: nowhere). Gives the clean-up. */
  readonly attach: (root: HTMLElement) => () => void;
  readonly setEvents: (events: EditorEvents) => void;
  readonly setOptions: (options: EditorOptions) => void;
}

/** Creates an editor with an empty story. */
export function createDeskEditor(
  firstEvents: EditorEvents,
  firstOptions: EditorOptions,
): DeskEditor {
  let events = firstEvents;
  let options = firstOptions;
  let document: StoryDocument | null = null;
  let seeds: ReadonlyMap<NodeKey, Block> = new Map();
  let loading = false;

  const editor = buildEditorFromExtensions(GalleyExtension);
  const known = (): StoryDocument => {
    if (document === null) throw new Error('The editor has no story yet');
    return document;
  };
  const highlights = createHighlights(editor, (block) => document?.reading.keys.get(block));
  setPictureSource(editor, (photo) => ({
    address: options.photoAddress(photo),
    photo: document?.story.photos.find(({ id }) => id === photo) ?? null,
  }));

  const load = (story: Story) => {
    loading = true;
    let placed: ReadonlyMap<NodeKey, Block> = new Map();
    // Figures ask for their photos while they are drawn, before the new tree can be read.
    document = { story, reading: document?.reading ?? EMPTY_READING };
    editor.update(
      () => {
        $setSelection(null);
        placed = $articleToLexical(story.article);
        $setState($getRoot(), deskState, deskOf(story));
      },
      { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
    );
    document = editor.getEditorState().read(() => loadedDocument(story, placed));
    loading = false;
    resetHistory(editor);
    highlights.showFindings([], null);
    highlights.showMatches([], -1);
  };

  /** Runs an update that is its own step in history, at once, without taking the keyboard from where it is. */
  const step = (work: () => void) => {
    const tags: UpdateTag[] = [HISTORY_PUSH_TAG];
    if (!hasFocus(editor)) tags.push(SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG);
    editor.update(work, { discrete: true, tag: tags });
  };

  const change = (next: (story: Story) => Story) => {
    flush(editor);
    const before = known();
    const after = next(before.story);
    if (after === before.story) return;
    const desk = deskOf(after);
    step(() => {
      const kept = $keepSelection();
      if (after.article !== before.story.article) {
        seeds = $reconcileArticle(after.article, before.reading.keys, before.reading.byKey);
        const byId = new Map([...seeds].map(([key, block]) => [block.id, key]));
        $restoreSelection(kept, (id) => {
          const node = $getNodeByKey(byId.get(id) ?? keyOf(before, id) ?? '');
          return $isTextBlock(node) && node.isAttached() ? node : null;
        });
      }
      const known = $getState($getRoot(), deskState);
      if (known === null || !sameDesk(known, desk)) $setState($getRoot(), deskState, desk);
    });
    seeds = new Map();
  };

  const repaintPictures = () => {
    editor.getEditorState().read(() => {
      for (const node of $getRoot().getChildren()) {
        const element = $isFigure(node) ? editor.getElementByKey(node.getKey()) : null;
        if (element === null) continue;
        paintPicture(editor, element, $getState(node, photoState), $getState(node, altState));
      }
    });
  };

  mergeRegister(
    editor.registerUpdateListener((update) => {
      if (loading || document === null) return;
      const change = changedDocument(document, update, seeds);
      if (change === null) return;
      const photosChanged = change.document.story.photos !== document.story.photos;
      document = change.document;
      highlights.refresh(change.blocks);
      if (photosChanged) repaintPictures();
      events.onChange(document.story, change.blocks);
    }),
    editor.registerUpdateListener(({ editorState, prevEditorState }) => {
      const selection = editorState._selection;
      if (loading || selection === prevEditorState._selection) return;
      events.onSelection(editorState.read(() => $readSelection(editor)));
    }),
    ...[CAN_UNDO_COMMAND, CAN_REDO_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        () => {
          // Both stacks are final only after the command that moved an entry between them.
          queueMicrotask(() => events.onHistory(historyState(editor)));
          return false;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        const pictures = files.filter((file) => file.type.startsWith('image/'));
        if (pictures.length > 0) events.onPictures(pictures);
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    registerSmartTyping(editor, () => ({
      smartQuotes: options.smartQuotes,
      smartDashes: options.smartDashes,
      language: document?.story.language ?? 'en',
    })),
  );

  const api: EditorApi = {
    load,
    story: () => {
      flush(editor);
      return known().story;
    },
    change,
    applyEdits: (edits) => {
      if (edits.length === 0) return;
      change((story) => ({ ...story, article: applyEdits(story.article, edits) }));
    },
    showFindings: (findings, current) => {
      flush(editor);
      highlights.showFindings(findings, current);
    },
    showMatches: (matches, current) => {
      flush(editor);
      highlights.showMatches(matches, current);
    },
    reveal: (place, { focus = false } = {}) => {
      // Alt text has no place in the sheet: its figure stands for it.
      const id = place.block.replace(/\.alt$/, '');
      const key = keyOf(known(), place.block) ?? keyOf(known(), id);
      const tags = focus ? [] : [SKIP_DOM_SELECTION_TAG];
      editor.update(() => void $selectPlace(key, place), {
        discrete: true,
        tag: [...tags, SKIP_SCROLL_INTO_VIEW_TAG],
      });
      scrollToPlace(editor, key, place);
      if (focus) editor.getRootElement()?.focus({ preventScroll: true });
    },
    focus: () => editor.focus(undefined, { defaultSelection: 'rootStart' }),
    run: (command) => runCommand(editor, command, step),
    setKind: (kind, { ordered = false } = {}) => step(() => $setKind(kind, ordered)),
    insertFigure: (photo) => step(() => $insertFigure(photo)),
    selection: () => editor.getEditorState().read(() => $readSelection(editor)),
    setLink: (address) => step(() => $linkSelection(address)),
  };
  load(newStory({ id: 'empty', slug: 'empty' }));

  return {
    api,
    lexical: editor,
    attach(root) {
      editor.setRootElement(root);
      highlights.attach();
      const stop = watchPointer(
        editor,
        root,
        (block, offset) => highlights.findingAt(block, offset)?.key ?? null,
        (key, rect) => events.onFinding(key, rect),
      );
      // A picture holds no caret: pressing on it goes to the words under it.
      const toCaption = (event: PointerEvent) => {
        if (!(event.target instanceof Element) || !event.target.closest('.picture')) return;
        event.preventDefault();
        const { target } = event;
        editor.update(() => {
          const figure = $getNearestNodeFromDOMNode(target);
          if ($isFigure(figure)) figure.getFirstChild<ElementNode>()?.selectEnd();
        });
        root.focus({ preventScroll: true });
      };
      root.addEventListener('pointerdown', toCaption);
      return () => {
        stop();
        root.removeEventListener('pointerdown', toCaption);
        highlights.detach();
        editor.setRootElement(null);
      };
    },
    setEvents(next) {
      events = next;
    },
    setOptions(next) {
      const moved = next.photoAddress !== options.photoAddress;
      options = next;
      if (moved) repaintPictures();
    },
  };
}

function runCommand(
  editor: LexicalEditor,
  command: EditorCommand,
  step: (work: () => void) => void,
): void {
  switch (command) {
    case 'undo':
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      return;
    case 'redo':
      editor.dispatchCommand(REDO_COMMAND, undefined);
      return;
    case 'bold':
    case 'italic':
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, command);
      return;
    case 'move-up':
      step(() => void $moveBlocks('up'));
      return;
    case 'move-down':
      step(() => void $moveBlocks('down'));
      return;
    case 'delete-block':
      step($deleteBlocks);
      return;
    default:
      assertNever(command);
  }
}

function historyOf(editor: LexicalEditor) {
  return getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState;
}

function historyState(editor: LexicalEditor) {
  const { undoStack, redoStack } = historyOf(editor).peek();
  return { canUndo: undoStack.length > 0, canRedo: redoStack.length > 0 };
}

/** An empty history that starts at the tree as it stands, so that the first change can already be undone. */
function resetHistory(editor: LexicalEditor): void {
  const history = historyOf(editor).peek();
  history.undoStack = [];
  history.redoStack = [];
  history.current = { editor, editorState: editor.getEditorState() };
  editor.dispatchCommand(CAN_UNDO_COMMAND, false);
  editor.dispatchCommand(CAN_REDO_COMMAND, false);
}

/** Finishes an update that is still waiting, so that what is read is what was typed. */
function flush(editor: LexicalEditor): void {
  if (editor._pendingEditorState !== null) editor.update(() => {}, { discrete: true });
}
