import type {
  Block,
  FigureBlock,
  LooseText,
  Photo,
  RelatedItem,
  Repair,
  StoryPatch,
  TextBlock,
  TextKind,
} from '../../article/model';
import { BODY_KINDS } from '../../article/model';
import { counter, figureBlock, missingPhoto, textBlock } from '../../article/story';
import type { Note, Placed, Unit } from './units';
import { linesOf, rawOf } from './units';

export interface Built {
  readonly blocks: readonly Block[];
  readonly photos: readonly Photo[];
  readonly repairs: readonly Repair[];
  readonly loose: readonly LooseText[];
}

const KINDS: ReadonlySet<string> = new Set(BODY_KINDS);

/** Turns settled units into blocks, photos and repairs; what is still open is a paragraph. */
export function build(units: readonly Unit[], related: readonly RelatedItem[]): Built {
  const blockId = counter('b');
  const photoId = counter('p');
  const undoId = counter('u');
  const blocks: Block[] = [];
  const photos: Photo[] = [];
  const loose: LooseText[] = [];
  const made = new Map<Unit, TextBlock | FigureBlock>();
  const pending: { readonly note: Note; readonly place: Placed }[] = [];
  const find = (unit: Unit) => made.get(unit) ?? null;
  for (const each of units) {
    const before = blocks.at(-1)?.id ?? null;
    let block: TextBlock | FigureBlock | null = null;
    if (each.role === 'loose') {
      loose.push({ lines: linesOf(each), text: rawOf(each) });
    } else if (each.role === 'figure') {
      const photo = missingPhoto(photoId(), each.file ?? '');
      photos.push(photo);
      block = figureBlock(blockId(), photo.id, each.caption ?? '', each.credit ?? '');
    } else if (each.role !== 'gone' && each.role !== 'related') {
      block = toText(each, blockId());
    }
    if (block) {
      made.set(each, block);
      blocks.push(block);
    }
    const place = { block, before, newId: undoId, related, find };
    for (const note of [...each.notes, ...invisibleNotes(each, block)])
      pending.push({ note, place });
  }
  return { blocks, photos, loose, repairs: toRepairs(pending) };
}

function toText(from: Unit, id: string): TextBlock {
  const kind = (KINDS.has(from.role) ? from.role : 'paragraph') as TextKind;
  const block = textBlock(id, kind, from.text);
  if (kind !== 'list-item') return block;
  return { ...block, ordered: from.ordered ?? false, depth: from.depth ?? 0 };
}

/** Lines that stayed but lost characters nobody sees. */
function invisibleNotes(from: Unit, block: TextBlock | FigureBlock | null): readonly Note[] {
  if (!block || from.notes.some((note) => note.check === 'invisible-char')) return [];
  const lines = [...from.lines, ...(from.joined ?? []).flatMap((each) => each.lines)];
  const touched = lines.filter((line) => line.invisible > 0);
  if (touched.length === 0) return [];
  const raw = rawOf(from).trim();
  return [
    {
      check: 'invisible-char',
      lines: touched.map((line) => line.no),
      message:
        'Replaced or took out characters that cannot be seen (non-breaking space, zero-width space).',
      text: touched.map((line) => line.raw).join('\n'),
      undo: ({ newId }) =>
        block.kind === 'figure'
          ? [{ op: 'insert-block', after: block.id, block: textBlock(newId(), 'paragraph', raw) }]
          : [{ op: 'replace-block', block: block.id, with: { ...block, spans: [{ text: raw }] } }],
    },
  ];
}

function toRepairs(
  pending: readonly { readonly note: Note; readonly place: Placed }[],
): readonly Repair[] {
  const repairId = counter('i');
  return pending
    .map((each, at) => ({ ...each, at }))
    .sort((a, b) => (a.note.lines[0] ?? 0) - (b.note.lines[0] ?? 0) || a.at - b.at)
    .map(({ note, place }) => ({
      id: repairId(),
      check: note.check,
      lines: note.lines,
      message: note.message,
      text: note.text,
      undo: note.undo ? note.undo(place) : [bringBack(note, place)],
      undone: false,
    }));
}

/** The text comes back as a paragraph where it stood, or beside the block that was made of the line. */
function bringBack(note: Note, place: Placed): StoryPatch {
  const block = textBlock(place.newId(), 'paragraph', note.text);
  return { op: 'insert-block', after: place.block?.id ?? place.before, block };
}
