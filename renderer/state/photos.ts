import type { Edit } from '#core/article/edit';
import { applyEdits } from '#core/article/edit';
import type { BlockId, FigureBlock, Photo, PhotoId, Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { figureBlock } from '#core/article/story';
import { partedAlt } from '#core/captions/alt-text';
import { withPhoto } from '#core/captions/approval';
import { metaValues, withDeskSays } from '#core/captions/metadata';
import type { Severity } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import type { PhotoUse, StoryRef } from '#core/ipc/contract';
import { SEVERITIES } from './findings';

/** Address of a photo's picture inside the app's own protocol; with `edge`, of a small JPEG of it (pixels). */
export function photoAddress(ref: StoryRef, file: string, edge?: 480 | 2400 | 20_000): string {
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

/** The parts of a figure as the desk shows them, top to bottom. */
const PARTS = ['picture', 'caption', 'credit', 'alt'] as const;
export type FigurePart = (typeof PARTS)[number];

/** The part of a figure that a finding is of; null: of none. What is missing stands where it would be. */
export function partOf(
  figure: FigureBlock,
  { block, check }: Pick<Finding, 'block' | 'check'>,
): FigurePart | null {
  if (block === figure.caption.id) return 'caption';
  if (block === figure.credit.id) return 'credit';
  if (block === `${figure.id}.alt`) return 'alt';
  if (block !== figure.id) return null;
  return PARTS.find((part) => check.startsWith(`${part}-`)) ?? 'picture';
}

/** The figures of a story in reading order, each with the findings that touch it. */
export function figureRows(story: Story, findings: readonly Finding[]): readonly FigureRow[] {
  return story.article.blocks.filter(isFigure).map((figure, at) => {
    const mine = PARTS.flatMap((part) =>
      findings.filter((finding) => partOf(figure, finding) === part),
    );
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

/**
 * Puts an arrived picture in the place of a photo that the story only named, or whose file was lost; figures keep
 * pointing at it, and what people have said of it stays with it.
 */
export function withArrived(story: Story, missing: PhotoId, arrived: Photo): Story {
  const photos = story.photos.some((photo) => photo.id === missing)
    ? story.photos.map((photo) => {
        if (photo.id !== missing) return photo;
        const { approval, acknowledged, says, draft } = photo;
        return {
          ...arrived,
          id: missing,
          approval,
          acknowledged,
          ...(says === undefined ? {} : { says }),
          ...(draft === undefined ? {} : { draft }),
        };
      })
    : [...story.photos, { ...arrived, id: missing }];
  return { ...story, photos };
}

/** Adds photos that the story does not have yet. */
export function withPhotos(story: Story, photos: readonly Photo[]): Story {
  const known = new Set(story.photos.map((photo) => photo.id));
  return { ...story, photos: [...story.photos, ...photos.filter((one) => !known.has(one.id))] };
}

/** Puts new photos into the text as figures, in their order, after a block (at the end where there is no such block). */
export function withFigures(
  story: Story,
  photos: readonly Photo[],
  after: BlockId | null,
  freshId: () => string,
): Story {
  const { blocks } = story.article;
  const figures = photos.map((photo) => figureBlock(freshId(), photo.id, '', ''));
  const found = blocks.findIndex((block) => block.id === after);
  const at = found < 0 ? blocks.length : found + 1;
  const article = {
    ...story.article,
    blocks: [...blocks.slice(0, at), ...figures, ...blocks.slice(at)],
  };
  return withPhotos({ ...story, article }, photos);
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

/** Makes a figure's caption read `text` and remembers it as a draft of that photo. */
export function withDraft(story: Story, figure: FigureBlock, text: string): Story {
  const { id, spans } = figure.caption;
  const edit = leastReplacement(id, readingText(spans), text);
  const edited = { ...story, article: applyEdits(story.article, [edit]) };
  return withPhoto(edited, figure.photo, (photo) => ({ ...photo, draft: text }));
}

/** Cuts a figure's alt text to `most` characters; the rest goes before what the extended description says already. */
export function withPartedAlt(story: Story, figure: FigureBlock, most: number): Story {
  const { alt, rest } = partedAlt(figure.alt ?? '', most);
  if (rest === '') return story;
  return withPhoto(withAlt(story, figure.id, alt), figure.photo, (photo) =>
    withDeskSays(photo, 'extendedDescription', [
      [rest, ...metaValues(photo, 'extendedDescription')].join(' '),
    ]),
  );
}

const DAY = 86_400_000;

/** The uses of a photo's picture in other stories that are at most so many days old; `now` in milliseconds since 1970. */
export function recentUses(
  uses: readonly PhotoUse[],
  photo: Photo | null,
  days: number,
  now: number,
): readonly PhotoUse[] {
  if (!photo?.sha256) return [];
  return uses.filter(({ hash, at }) => hash === photo.sha256 && now - at <= days * DAY);
}
