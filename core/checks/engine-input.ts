import type { Decision, Dismissal, Photo, RelatedItem, Story, StoryDates } from '../article/model';
import { isFigure } from '../article/model';
import type { ReadBlock } from '../article/reading';
import { readArticle, readBlock } from '../article/reading';
import type { ReadFigure } from './types';

/** All that checking needs of a story, as data that crosses to a worker. */
export interface EngineInput {
  readonly blocks: readonly ReadBlock[];
  readonly figures: readonly ReadFigure[];
  readonly dates: StoryDates;
  readonly related: readonly RelatedItem[];
  readonly dismissals: readonly Dismissal[];
  /** The texts as they came in; null: the story was written here. */
  readonly imported: readonly ReadBlock[] | null;
  readonly decisions?: readonly Decision[] | undefined;
}

/** Reads a story for checking. Unchanged blocks give the identical objects again. */
export function readForChecks(story: Story): EngineInput {
  const photos = new Map<string, Photo>(story.photos.map((photo) => [photo.id, photo]));
  const figures: ReadFigure[] = [];
  for (const block of story.article.blocks) {
    if (!isFigure(block)) continue;
    const [caption, credit] = readBlock(block);
    if (!caption || !credit) continue;
    const photo = photos.get(block.photo) ?? null;
    figures.push({ id: block.id, photo, caption, credit, alt: block.alt });
  }
  const { dates, related, dismissals, decisions } = story;
  const imported = story.imported?.blocks ?? null;
  const blocks = readArticle(story.article);
  return { blocks, figures, dates, related, dismissals, imported, decisions };
}

/** True for a whole story, false for what was read from it. */
export function isStory(input: Story | EngineInput): input is Story {
  return 'article' in input;
}
