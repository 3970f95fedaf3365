import type { FigureBlock, Photo, PhotoId, Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import type { Severity } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import type { StoryRef } from '#core/ipc/contract';
import { SEVERITIES } from './findings';

/** Address of a photo's picture inside the app's own protocol. */
export function photoAddress(ref: StoryRef, file: string): string {
  return `/photo/${encodeURIComponent(ref)}/${encodeURIComponent(file)}`;
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
