import type { ElementNode, LexicalEditor } from 'lexical';
import { $getNodeByKey } from 'lexical';
import type { BlockId } from '#core/article/model';
import type { Finding, Place } from '#core/checks/types';
import { $isFigure, $isTextBlock } from '../blocks';
import { $pointAt, $readingTextOf, carryOffset, domPointOf } from '../bridge/places';

/** The names the style sheet uses in `::highlight()`. Later ones paint over earlier ones. */
const NAMES = [
  'found',
  'found-current',
  'finding-suggestion',
  'finding-warning',
  'finding-error',
  'finding-current',
] as const;
type Name = (typeof NAMES)[number];

/** One range to paint; `key` is the finding it stands for ('' for a find match). */
interface Mark {
  readonly name: Name;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface Held {
  /** The reading text the marks' offsets count in. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly element: Element;
  /** What is painted of it: nothing while the block is far from the window. */
  ranges: readonly (readonly [Name, AbstractRange])[];
}

const RANK = { suggestion: 0, warning: 1, error: 2 } as const;

/**
 * Paints findings and find matches over the text with the CSS Custom Highlight API; nodes are never touched. The
 * browser looks at every range of a highlight again after every keystroke, so only blocks near the window hold any.
 */
export interface Highlights {
  readonly showFindings: (findings: readonly Finding[], current: string | null) => void;
  readonly showMatches: (matches: readonly Place[], current: number) => void;
  /** Repaints blocks whose text or elements changed; null: any may have. */
  readonly refresh: (blocks: readonly BlockId[] | null) => void;
  /** The finding painted at an offset of a block: the worst, then the shortest. */
  readonly findingAt: (block: BlockId, offset: number) => Mark | null;
  /** Makes the marks visible in the document, and takes them out of it again. */
  readonly attach: () => void;
  readonly detach: () => void;
}

/** `keyOf` gives the node key of a block id. */
export function createHighlights(
  editor: LexicalEditor,
  keyOf: (block: BlockId) => string | undefined,
): Highlights {
  const supported = typeof CSS !== 'undefined' && 'highlights' in CSS;
  const registry = new Map<Name, Highlight>();
  if (supported) {
    NAMES.forEach((name, at) => {
      const highlight = new Highlight();
      highlight.priority = at;
      registry.set(name, highlight);
    });
  }
  const held = new Map<BlockId, Held>();
  const near = new WeakSet<Element>();
  const owners = new WeakMap<Element, BlockId>();
  let findingMarks = new Map<BlockId, Mark[]>();
  let matchMarks = new Map<BlockId, Mark[]>();
  let margins = new Map<BlockId, string>();

  const erase = (block: Held | undefined) => {
    for (const [name, range] of block?.ranges ?? []) registry.get(name)?.delete(range);
    if (block) block.ranges = [];
  };

  /** Paints a block's marks if it is near the window; called inside a read of the editor's state. */
  const $paint = (block: Held, node: ElementNode) => {
    erase(block);
    if (!near.has(block.element)) return;
    const ranges: [Name, AbstractRange][] = [];
    for (const mark of block.marks) {
      if (mark.end <= mark.start) continue;
      const start = domPointOf(editor, $pointAt(node, mark.start, 'start'));
      const end = domPointOf(editor, $pointAt(node, mark.end, 'end'));
      if (start === null || end === null) continue;
      const range = new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      });
      ranges.push([mark.name, range]);
      registry.get(mark.name)?.add(range);
    }
    block.ranges = ranges;
  };

  const observer = supported
    ? new IntersectionObserver(
        (entries) => {
          editor.getEditorState().read(() => {
            for (const { target, isIntersecting } of entries) {
              if (isIntersecting) near.add(target);
              else near.delete(target);
              const id = owners.get(target);
              const block = id === undefined ? undefined : held.get(id);
              if (id === undefined || block?.element !== target) continue;
              const node = $textNode(id);
              if (isIntersecting && node) $paint(block, node);
              else erase(block);
            }
          });
        },
        // `scrollMargin` reaches into panes that scroll; the types do not know it yet.
        { rootMargin: '4% 0px', scrollMargin: '4% 0px' } as IntersectionObserverInit,
      )
    : null;

  const $textNode = (block: BlockId): ElementNode | null => {
    const key = keyOf(block);
    const node = key === undefined ? null : $getNodeByKey(key);
    return $isTextBlock(node) ? node : null;
  };

  /** Takes a block's marks; called inside a read of the editor's state. */
  const $hold = (id: BlockId, marks: readonly Mark[]) => {
    const before = held.get(id);
    const node = $textNode(id);
    const element = node ? editor.getElementByKey(node.getKey()) : null;
    if (node === null || element === null || marks.length === 0) {
      erase(before);
      if (before) observer?.unobserve(before.element);
      held.delete(id);
      return;
    }
    erase(before);
    if (before?.element !== element) {
      // A block drawn anew is where the old one was.
      if (before && near.has(before.element)) near.add(element);
      if (before) observer?.unobserve(before.element);
      owners.set(element, id);
      observer?.observe(element);
    }
    const block: Held = { text: $readingTextOf(node), marks, element, ranges: [] };
    held.set(id, block);
    $paint(block, node);
  };

  const marksOf = (block: BlockId): readonly Mark[] => [
    ...(findingMarks.get(block) ?? []),
    ...(matchMarks.get(block) ?? []),
  ];

  const repaint = (before: ReadonlyMap<BlockId, unknown>, after: ReadonlyMap<BlockId, unknown>) => {
    if (!supported) return;
    editor.getEditorState().read(() => {
      for (const block of new Set([...before.keys(), ...after.keys()])) {
        const marks = marksOf(block);
        const known = held.get(block);
        if (known === undefined ? marks.length > 0 : !sameMarks(known.marks, marks)) {
          $hold(block, marks);
        }
      }
    });
  };

  const paintMargins = () => {
    const root = editor.getRootElement();
    for (const element of root?.querySelectorAll('.figure[data-finding]') ?? []) {
      element.removeAttribute('data-finding');
    }
    for (const [block, severity] of margins) {
      const key = keyOf(block);
      const element = key === undefined ? null : editor.getElementByKey(key);
      element?.setAttribute('data-finding', severity);
    }
  };

  return {
    showFindings(findings, current) {
      const before = findingMarks;
      const next = markFindings(findings, current, (block) => isFigureKey(editor, keyOf(block)));
      findingMarks = next.marks;
      margins = next.margins;
      repaint(before, findingMarks);
      paintMargins();
    },
    showMatches(matches, current) {
      const before = matchMarks;
      matchMarks = new Map();
      matches.forEach(({ block, start, end }, at) => {
        const name = at === current ? 'found-current' : 'found';
        push(matchMarks, block, { name, key: '', start, end });
      });
      repaint(before, matchMarks);
    },
    refresh(blocks) {
      if (!supported) return;
      editor.getEditorState().read(() => {
        // A block that comes back (undo) is not held, but its marks are still known.
        const all = new Set([...held.keys(), ...findingMarks.keys(), ...matchMarks.keys()]);
        for (const id of blocks ?? all) {
          const known = held.get(id);
          const node = $textNode(id);
          if (known && node) {
            const text = $readingTextOf(node);
            const same = text === known.text && known.element.isConnected;
            if (blocks === null && same && known.ranges.every(isDrawn)) continue;
            const carry = carryOffset(known.text, text);
            for (const marks of [findingMarks, matchMarks]) {
              const own = marks.get(id);
              if (own)
                marks.set(
                  id,
                  own.map((mark) => carried(mark, carry)),
                );
            }
          }
          if (known || marksOf(id).length > 0) $hold(id, marksOf(id));
        }
      });
      if (blocks === null) paintMargins();
    },
    findingAt(block, offset) {
      let best: Mark | null = null;
      for (const mark of findingMarks.get(block) ?? []) {
        if (offset < mark.start || offset > mark.end || mark.start === mark.end) continue;
        if (best === null || rank(mark) > rank(best)) best = mark;
      }
      return best;
    },
    attach() {
      for (const [name, highlight] of registry) CSS.highlights.set(name, highlight);
      this.refresh(null);
    },
    detach() {
      for (const [name, highlight] of registry) {
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      }
    },
  };
}

function isFigureKey(editor: LexicalEditor, key: string | undefined): boolean {
  return key !== undefined && editor.getEditorState().read(() => $isFigure($getNodeByKey(key)));
}

function carried(mark: Mark, carry: ReturnType<typeof carryOffset>): Mark {
  const start = carry(mark.start, 'start');
  return { ...mark, start, end: Math.max(start, carry(mark.end, 'end')) };
}

function isDrawn([, range]: readonly [Name, AbstractRange]): boolean {
  return range.startContainer.isConnected && range.endContainer.isConnected;
}

function rank(mark: Mark): number {
  return NAMES.indexOf(mark.name) * 10_000 - (mark.end - mark.start);
}

function push(marks: Map<BlockId, Mark[]>, block: BlockId, mark: Mark): void {
  const list = marks.get(block);
  if (list) list.push(mark);
  else marks.set(block, [mark]);
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, at) => {
      const other = b[at];
      return (
        other !== undefined &&
        mark.name === other.name &&
        mark.start === other.start &&
        mark.end === other.end &&
        mark.key === other.key
      );
    })
  );
}

/** Sorts findings into marks per text block and the worst severity per figure margin. */
function markFindings(
  findings: readonly Finding[],
  current: string | null,
  isFigureId: (block: BlockId) => boolean,
): { readonly marks: Map<BlockId, Mark[]>; readonly margins: Map<BlockId, string> } {
  const marks = new Map<BlockId, Mark[]>();
  const margins = new Map<BlockId, keyof typeof RANK>();
  for (const { block, start, end, kind, severity, key } of findings) {
    const figure = kind === 'alt' ? block.replace(/\.alt$/, '') : block;
    if (kind === 'alt' || (start === end && isFigureId(figure))) {
      const known = margins.get(figure);
      if (known === undefined || RANK[severity] > RANK[known]) margins.set(figure, severity);
      continue;
    }
    push(marks, block, { name: `finding-${severity}`, key, start, end });
    if (key === current) push(marks, block, { name: 'finding-current', key, start, end });
  }
  return { marks, margins };
}
