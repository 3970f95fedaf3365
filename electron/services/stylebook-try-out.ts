import type { StyleBook, WordRow } from '#core/checks/style-book';
import { tryOut } from '#core/checks/try-out';
import type { TryOut } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { ok } from '#core/util/result';
import type { LibraryService } from './library';
import { readStory, storyFolder } from './story-folder';
import type { TasksService } from './tasks';

const MOST_SAMPLES = 200;
const MOST_A_STORY = 12;

/** Runs a row over every story of the library as a task; what was found so far when it is stopped. */
export async function tryOutRow(
  library: LibraryService,
  tasks: TasksService,
  book: StyleBook,
  row: WordRow,
): Promise<Result<TryOut>> {
  const list = await library.list();
  if (!list.ok) return list;
  const look = tryOut(book, row);
  const label = `Trying “${row.find}”`;
  const task = tasks.start(Math.max(list.value.length, 1), label);
  const perStory: TryOut['perStory'][number][] = [];
  const samples: TryOut['samples'][number][] = [];
  let [stories, unread, found, silenced] = [0, 0, 0, 0];
  try {
    for (const { ref, headline, slug } of list.value) {
      if (task.cancelled()) break;
      const folder = await storyFolder(library.folder(), ref);
      const story = folder.ok ? await readStory(folder.value, ref) : folder;
      stories += 1;
      task.progress(stories, label);
      if (!story.ok) {
        unread += 1;
        continue;
      }
      const places = look(story.value.story);
      const title = headline || slug;
      const speaks = places.filter((place) => !place.silenced).length;
      found += speaks;
      silenced += places.length - speaks;
      if (places.length > 0) perStory.push({ ref, title, count: places.length });
      const room = Math.min(MOST_A_STORY, MOST_SAMPLES - samples.length);
      samples.push(...places.slice(0, room).map((place) => ({ ...place, ref, title })));
    }
  } finally {
    task.end();
  }
  perStory.sort((a, b) => b.count - a.count);
  const cancelled = task.cancelled();
  return ok({ stories, unread, cancelled, found, silenced, perStory, samples });
}
