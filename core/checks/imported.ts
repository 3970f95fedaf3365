import type { Story } from '../article/model';
import { isFigure } from '../article/model';
import type { EngineInput } from './engine-input';
import type { ReadFigure } from './types';

/**
 * The words as they arrived, read for checking, nothing dismissed. Photos are those of the story now, as an import does
 * not keep them. Null when the story has no imported words.
 */
export function readImported(story: Story): EngineInput | null {
  const { imported, dates, related } = story;
  if (!imported) return null;
  const photoOf = new Map(
    story.article.blocks.flatMap((block) =>
      isFigure(block)
        ? [[block.id, story.photos.find((one) => one.id === block.photo) ?? null]]
        : [],
    ),
  );
  const { blocks } = imported;
  const figures: ReadFigure[] = [];
  for (const id of new Set(blocks.flatMap((block) => block.figure ?? []))) {
    const part = (kind: string) =>
      blocks.find((block) => block.figure === id && block.kind === kind);
    const [caption, credit] = [part('caption'), part('credit')];
    if (!caption || !credit) continue;
    const alt = part('alt')?.text ?? null;
    figures.push({ id, photo: photoOf.get(id) ?? null, caption, credit, alt });
  }
  const { decisions } = story;
  return { blocks, figures, dates, related, dismissals: [], imported: blocks, decisions };
}
