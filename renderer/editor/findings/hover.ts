import type { LexicalEditor } from 'lexical';
import { $getNearestNodeFromDOMNode, $isTextNode } from 'lexical';
import type { BlockId } from '#core/article/model';
import { $textBlockOf } from '../blocks';
import { $blockId } from '../blocks/state';
import { $offsetAt } from '../bridge/places';

/** The pointer must rest this long before a finding is announced, in milliseconds. */
const REST = 90;

/**
 * Watches the pointer and tells which offset of which block it rests on; null once it leaves. `find` gives the key of a
 * painted place or null. Gives its clean-up.
 */
export function watchPointer(
  editor: LexicalEditor,
  root: HTMLElement,
  find: (block: BlockId, offset: number) => string | null,
  tell: (key: string | null, rect: DOMRect | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: string | null = null;
  const say = (key: string | null, rect: DOMRect | null) => {
    if (key === told) return;
    told = key;
    tell(key, rect);
  };
  const look = (x: number, y: number) => {
    const hit = root.ownerDocument.caretPositionFromPoint?.(x, y) ?? null;
    if (hit === null || hit.offsetNode.nodeType !== Node.TEXT_NODE) return say(null, null);
    const rect = charRect(hit.offsetNode, hit.offset, x, y);
    if (rect === null) return say(null, null);
    const key = editor.read(() => {
      const node = $getNearestNodeFromDOMNode(hit.offsetNode);
      const block = $textBlockOf(node);
      if (!$isTextNode(node) || block === null) return null;
      const point = { key: node.getKey(), offset: hit.offset, type: 'text' } as const;
      return find($blockId(block), $offsetAt(block, point));
    });
    say(key, key === null ? null : rect);
  };
  const move = (event: PointerEvent) => {
    clearTimeout(timer);
    if (event.buttons === 0) timer = setTimeout(look, REST, event.clientX, event.clientY);
  };
  const leave = () => {
    clearTimeout(timer);
    say(null, null);
  };
  root.addEventListener('pointermove', move, { passive: true });
  root.addEventListener('pointerleave', leave);
  return () => {
    clearTimeout(timer);
    root.removeEventListener('pointermove', move);
    root.removeEventListener('pointerleave', leave);
  };
}

/** The box of the characters beside a text offset, if the point is inside it (not in the space after a line). */
function charRect(text: Node, offset: number, x: number, y: number): DOMRect | null {
  const range = document.createRange();
  range.setStart(text, Math.max(0, offset - 1));
  range.setEnd(text, Math.min((text.nodeValue ?? '').length, offset + 1));
  const inside = [...range.getClientRects()].find(
    (rect) => x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top && y <= rect.bottom,
  );
  return inside ?? null;
}
