import { ClipboardImportExtension, GetClipboardDataExtension } from '@lexical/clipboard';
import { HistoryExtension } from '@lexical/history';
import { DOMRenderExtension, domOverride } from '@lexical/html';
import { LinkExtension } from '@lexical/link';
import { RichTextExtension } from '@lexical/rich-text';
import type { ElementNode } from 'lexical';
import {
  $createParagraphNode,
  $getState,
  $setState,
  configExtension,
  defineExtension,
  mergeRegister,
  RootNode,
  TextNode,
} from 'lexical';
import { $completeFigure } from './behaviour/blocks';
import { registerKeys } from './behaviour/keys';
import { STORY_NODES, TEXT_CLASSES } from './blocks';
import { FigureNode } from './blocks/figure/node';
import { $blockId, freshId, idState, spanState } from './blocks/state';
import { exporters } from './paste/copy';
import { importers } from './paste/importers';

/** Names of the classes that the sheet's styles use for marks. */
const THEME = {
  link: 'link',
  text: {
    bold: 'bold',
    italic: 'italic',
    underline: 'underline',
    strikethrough: 'strike',
    superscript: 'superscript',
    subscript: 'subscript',
  },
};

function $giveId(node: ElementNode): void {
  if ($blockId(node) === '') $setState(node, idState, freshId());
}

/** Nodes and their rules, without anything that needs a window: also what tests build a headless editor from. */
export const StoryNodesExtension = defineExtension({
  name: 'galley/story-nodes',
  nodes: () => STORY_NODES,
  theme: THEME,
  register: (editor) =>
    mergeRegister(
      ...TEXT_CLASSES.map((klass) => editor.registerNodeTransform(klass, $giveId)),
      editor.registerNodeTransform(FigureNode, (figure) => {
        $giveId(figure);
        $completeFigure(figure);
      }),
      editor.registerNodeTransform(RootNode, (root) => {
        if (root.isEmpty()) root.append($createParagraphNode());
      }),
    ),
});

const TRACKED = ['inserted', 'deleted', 'notes'] as const;

/** Shows tracked changes and notes as classes on the text's own element; suggested deletions are not copied as HTML. */
const spanClasses = domOverride([TextNode], {
  $decorateDOM: (node, previous, dom) => {
    const fields = $getState(node, spanState);
    if (previous !== null && $getState(previous, spanState, 'direct') === fields) return;
    for (const name of TRACKED) dom.classList.toggle(name, fields[name] !== undefined);
  },
  $exportDOM: (node, $next) =>
    $getState(node, spanState)['deleted'] === undefined ? $next() : { element: null },
});

/** Everything the story's editor does, in one history. */
export const GalleyExtension = defineExtension({
  name: 'galley/editor',
  namespace: 'galley',
  dependencies: [
    StoryNodesExtension,
    RichTextExtension,
    LinkExtension,
    HistoryExtension,
    configExtension(DOMRenderExtension, { overrides: [spanClasses] }),
    configExtension(ClipboardImportExtension, { $importMimeType: importers }),
    configExtension(GetClipboardDataExtension, { $exportMimeType: exporters }),
  ],
  register: (editor) => registerKeys(editor),
});
