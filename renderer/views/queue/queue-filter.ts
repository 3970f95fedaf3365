import type { Status } from '#core/article/model';
import type { StorySummary } from '#core/ipc/contract';

/** Stories whose slug or headline holds every word typed, in the given status (null: any), newest first. */
export function filterStories(
  stories: readonly StorySummary[],
  query: string,
  status: Status | null,
): readonly StorySummary[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return stories
    .filter((story) => {
      if (status !== null && (story.trouble !== null || story.status !== status)) return false;
      const text = `${story.slug} ${story.headline}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.modified - a.modified);
}
