import type { Edit } from '#core/article/edit';
import type { BlockId, FigureBlock, Photo, PhotoId, Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import type { RightsOrder } from '#core/captions/rights';
import { restricts, rightsOrders } from '#core/captions/rights';
import type { Severity } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import type { StoryRef } from '#core/ipc/contract';
import { SEVERITIES } from './findings';

/** Address of a photo's picture inside the app's own protocol; with `edge`, of a small JPEG of it (pixels). */
export function photoAddress(ref: StoryRef, file: string, edge?: 480 | 2400): string {
  const address = `/photo/${encodeURIComponent(ref)}/${encodeURIComponent(file)}`;
  return edge === undefined ? address : `${address}?edge=${edge}`;
}

/** Does the browser show this file itself? TIFF, HEIC and Photoshop files are shown by a JPEG of them. */
export function isShownByBrowser(file: string): boolean {
  return /\.(?:jpe?g|png|webp|gif|avif)$/iu.test(file);
}

export interface FigureRow {
  readonly figure: FigureBlock;
  readonly photo: Photo | null;
  /** 1-based, in reading order. */
  readonly number: number;
  readonly findings: readonly Finding[];
  /** The worst severity among its findings; null: clear. */
  readonly light: Severity | null;
}

/** The figures of a story in reading order, each with the findings that touch it. */
export function figureRows(story: Story, findings: readonly Finding[]): readonly FigureRow[] {
  return story.article.blocks.filter(isFigure).map((figure, at) => {
    const own = new Set([figure.id, figure.caption.id, figure.credit.id, `${figure.id}.alt`]);
    const mine = findings.filter((finding) => own.has(finding.block));
    const light = SEVERITIES.find((severity) => mine.some((one) => one.severity === severity));
    return {
      figure,
      photo: photoOf(story, figure.photo),
      number: at + 1,
      findings: mine,
      light: light ?? null,
    };
  });
}

function photoOf(story: Story, id: PhotoId): Photo | null {
  return story.photos.find((photo) => photo.id === id) ?? null;
}

/** Sets a figure's alt text (null: none written; empty: decorative). */
export function withAlt(story: Story, figure: string, alt: string | null): Story {
  return {
    ...story,
    article: {
      ...story.article,
      blocks: story.article.blocks.map((block) =>
        block.id === figure && isFigure(block) ? { ...block, alt } : block,
      ),
    },
  };
}

/** Puts an arrived picture in the place of a photo that the story only named; figures keep pointing at it. */
export function withArrived(story: Story, missing: PhotoId, arrived: Photo): Story {
  const photos = story.photos.some((photo) => photo.id === missing)
    ? story.photos.map((photo) => (photo.id === missing ? { ...arrived, id: missing } : photo))
    : [...story.photos, { ...arrived, id: missing }];
  return { ...story, photos };
}

/** Adds photos that the story does not have yet. */
export function withPhotos(story: Story, photos: readonly Photo[]): Story {
  const known = new Set(story.photos.map((photo) => photo.id));
  return { ...story, photos: [...story.photos, ...photos.filter((one) => !known.has(one.id))] };
}

/**
 * Puts another picture in the place of a photo. What was approved stays on record, and holds no more because the hash
 * is another; the orders of the old file are gone with it.
 */
export function withReplaced(story: Story, id: PhotoId, other: Photo): Story {
  const photos = story.photos.map((photo) =>
    photo.id === id ? { ...other, id, approval: photo.approval } : photo,
  );
  return { ...story, photos };
}

/** The edit that makes a block's text `after`, touching only what differs, so that marks around it stay. */
export function leastReplacement(block: BlockId, before: string, after: string): Edit {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return {
    op: 'replace',
    block,
    start: head,
    end: before.length - tail,
    text: after.slice(head, after.length - tail),
  };
}

/** An order of a photo's sender that nobody has acknowledged. */
export interface UnreadOrder {
  readonly figure: BlockId;
  /** 1-based, in reading order. */
  readonly number: number;
  readonly order: RightsOrder;
}

/** The orders that restrict how a story's photos may be used and that nobody has signed. */
export function unreadOrders(story: Story): readonly UnreadOrder[] {
  return figureRows(story, []).flatMap(({ figure, number, photo }) =>
    rightsOrders(photo)
      .filter(({ acknowledged, text }) => acknowledged === null && restricts(text))
      .map((order) => ({ figure: figure.id, number, order })),
  );
}
