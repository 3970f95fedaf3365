import type { LexicalEditor } from 'lexical';
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

interface Painted {
  /** The reading text the marks' offsets count in. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly ranges: readonly (readonly [Name, AbstractRange])[];
}

const RANK = { suggestion: 0, warning: 1, error: 2 } as const;

/** Paints findings and find matches over the text with the CSS Custom Highlight API; nodes are never touched. */
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
  const painted = new Map<BlockId, Painted>();
  let findingMarks = new Map<BlockId, Mark[]>();
  let matchMarks = new Map<BlockId, Mark[]>();
  let margins = new Map<BlockId, string>();

  const erase = (block: BlockId) => {
    for (const [name, range] of painted.get(block)?.ranges ?? []) registry.get(name)?.delete(range);
    painted.delete(block);
  };

  /** Draws a block's marks; called inside a read of the editor's state. */
  const $paint = (block: BlockId, marks: readonly Mark[]) => {
    erase(block);
    if (marks.length === 0) return;
    const key = keyOf(block);
    const node = key === undefined ? null : $getNodeByKey(key);
    if (!$isTextBlock(node)) return;
    const ranges: [Name, AbstractRange][] = [];
    for (const mark of marks) {
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
    painted.set(block, { text: $readingTextOf(node), marks, ranges });
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
        const known = painted.get(block);
        if (known === undefined ? marks.length > 0 : !sameMarks(known.marks, marks)) {
          $paint(block, marks);
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
        for (const block of blocks ?? [...painted.keys()]) {
          const known = painted.get(block);
          const key = keyOf(block);
          const node = key === undefined ? null : $getNodeByKey(key);
          if (known === undefined) continue;
          if (!$isTextBlock(node)) {
            erase(block);
            continue;
          }
          const text = $readingTextOf(node);
          if (blocks === null && text === known.text && known.ranges.every(isDrawn)) continue;
          const carry = carryOffset(known.text, text);
          for (const marks of [findingMarks, matchMarks]) {
            const own = marks.get(block);
            if (own)
              marks.set(
                block,
                own.map((mark) => carried(mark, carry)),
              );
          }
          $paint(block, marksOf(block));
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
