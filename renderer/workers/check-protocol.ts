import type {
  BlockId,
  Decision,
  Dismissal,
  Photo,
  RelatedItem,
  StoryDates,
} from '#core/article/model';
import type { ReadBlock } from '#core/article/reading';
import { sameReading } from '#core/article/reading';
import type { EngineInput, EngineResult } from '#core/checks/engine';
import type { StyleBook } from '#core/checks/style-book';
import type { ReadFigure } from '#core/checks/types';

/** A figure by the ids of its parts: the texts themselves travel with the blocks. */
export interface SentFigure {
  readonly id: BlockId;
  readonly photo: Photo | null;
  readonly caption: BlockId;
  readonly credit: BlockId;
  readonly alt: string | null;
}

/** What changed since the last message; parts left out are as they were. */
export interface Update {
  readonly type: 'update';
  readonly version: number;
  /** Every block in reading order; present when blocks came, went or moved. */
  readonly order?: readonly BlockId[];
  readonly changed: readonly ReadBlock[];
  readonly figures?: readonly SentFigure[];
  readonly dates?: StoryDates;
  readonly related?: readonly RelatedItem[];
  readonly dismissals?: readonly Dismissal[];
  readonly imported?: readonly ReadBlock[] | null;
  readonly decisions?: readonly Decision[];
}

export type ToWorker =
  | Update
  | { readonly type: 'book'; readonly version: number; readonly book: StyleBook };

export type FromWorker =
  | {
      readonly type: 'progress';
      readonly version: number;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'result'; readonly version: number; readonly result: EngineResult }
  | { readonly type: 'trouble'; readonly version: number; readonly message: string };

/** What the sender believes the other side holds. */
export interface Sent {
  readonly blocks: ReadonlyMap<BlockId, ReadBlock>;
  readonly order: readonly BlockId[];
  readonly figures: string;
  readonly photos: readonly (Photo | null)[];
  readonly dates: StoryDates | null;
  readonly related: readonly RelatedItem[] | null;
  readonly dismissals: readonly Dismissal[] | null;
  readonly imported: readonly ReadBlock[] | null;
  readonly decisions: readonly Decision[] | null;
}

export const NOTHING_SENT: Sent = {
  blocks: new Map(),
  order: [],
  figures: '',
  photos: [],
  dates: null,
  related: null,
  dismissals: null,
  imported: null,
  decisions: null,
};

/** The update that brings the other side from `sent` to `input`, and what it holds then. */
export function diff(
  sent: Sent,
  input: EngineInput,
  version: number,
): { readonly update: Update; readonly sent: Sent } {
  const blocks = new Map<BlockId, ReadBlock>();
  const changed: ReadBlock[] = [];
  for (const block of input.blocks) {
    blocks.set(block.id, block);
    const old = sent.blocks.get(block.id);
    if (old && sameReading(old, block)) continue;
    changed.push(block);
  }
  const order = input.blocks.map((block) => block.id);
  const figures = input.figures.map(sendFigure);
  const photos = input.figures.map((figure) => figure.photo);
  const shape = figures.map(({ id, caption, credit, alt }) => [id, caption, credit, alt]);
  const figureKey = JSON.stringify(shape);
  const { dates, related, dismissals, imported, decisions = null } = input;
  const update: Update = {
    type: 'update',
    version,
    changed,
    ...(sameList(order, sent.order) ? {} : { order }),
    ...(figureKey === sent.figures && sameList(photos, sent.photos) ? {} : { figures }),
    ...(dates === sent.dates ? {} : { dates }),
    ...(related === sent.related ? {} : { related }),
    ...(dismissals === sent.dismissals ? {} : { dismissals }),
    ...(imported === sent.imported ? {} : { imported }),
    ...(decisions === sent.decisions ? {} : { decisions: decisions ?? [] }),
  };
  const held = { dates, related, dismissals, imported, decisions };
  const next = { blocks, order, figures: figureKey, photos, ...held };
  return { update, sent: next };
}

function sendFigure(figure: ReadFigure): SentFigure {
  const { id, photo, alt } = figure;
  return { id, photo, caption: figure.caption.id, credit: figure.credit.id, alt };
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** What the worker holds of the open story. */
export interface Held {
  readonly blocks: ReadonlyMap<BlockId, ReadBlock>;
  readonly order: readonly BlockId[];
  readonly figures: readonly SentFigure[];
  readonly dates: StoryDates;
  readonly related: readonly RelatedItem[];
  readonly dismissals: readonly Dismissal[];
  readonly imported: readonly ReadBlock[] | null;
  readonly decisions: readonly Decision[];
}

export const NOTHING_HELD: Held = {
  blocks: new Map(),
  order: [],
  figures: [],
  dates: { dateline: '', published: null },
  related: [],
  dismissals: [],
  imported: null,
  decisions: [],
};

/** Takes in an update. Blocks no longer in the order are forgotten. */
export function takeIn(held: Held, update: Update): Held {
  const order = update.order ?? held.order;
  const changed = new Map(update.changed.map((block) => [block.id, block]));
  const blocks = new Map<BlockId, ReadBlock>();
  for (const id of order) {
    const block = changed.get(id) ?? held.blocks.get(id);
    if (block) blocks.set(id, block);
  }
  return {
    blocks,
    order,
    figures: update.figures ?? held.figures,
    dates: update.dates ?? held.dates,
    related: update.related ?? held.related,
    dismissals: update.dismissals ?? held.dismissals,
    imported: update.imported === undefined ? held.imported : update.imported,
    decisions: update.decisions ?? held.decisions,
  };
}

/** What is held, as the engine reads it. A figure whose texts are not there is left out. */
export function toInput(held: Held): EngineInput {
  const figures: ReadFigure[] = [];
  for (const { id, photo, alt, ...parts } of held.figures) {
    const caption = held.blocks.get(parts.caption);
    const credit = held.blocks.get(parts.credit);
    if (caption && credit) figures.push({ id, photo, caption, credit, alt });
  }
  const { dates, related, dismissals, imported, decisions } = held;
  const blocks = [...held.blocks.values()];
  return { blocks, figures, dates, related, dismissals, imported, decisions };
}
