import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BODY_TEXT, countWords } from '#core/article/counts';
import type { Story } from '#core/article/model';
import { STATUSES } from '#core/article/model';
import { readArticle, readingText } from '#core/article/reading';
import type { StorySummary } from '#core/ipc/contract';
import { readJson, writeJson } from './json-file';
import { readStory, STORY_ENDING, STORY_FILE } from './story-folder';

/** Summaries of a library, remembered by the size and time of each story's file. */
export interface Summaries {
  readonly list: (root: string) => Promise<readonly StorySummary[]>;
  /** Writes what is remembered, so that the next start need not read every story. */
  readonly keep: () => Promise<void>;
}

const summary = z.object({
  ref: z.string(),
  slug: z.string(),
  headline: z.string(),
  status: z.enum(STATUSES),
  words: z.number(),
  photos: z.number(),
  modified: z.number(),
  trouble: z.string().nullable(),
});
const stored = z.object({
  version: z.literal(1),
  entries: z.array(z.tuple([z.string(), z.string(), summary])),
});

/** The words the bar shows too: of the body, without furniture, captions and credits. */
function wordsOf(story: Story): number {
  const body = readArticle(story.article).filter(({ kind }) => BODY_TEXT.has(kind));
  return body.reduce((sum, { text }) => sum + countWords(text), 0);
}

/** The row of a story in the queue. `modified` in milliseconds since 1970. */
export function summarise(ref: string, story: Story, modified: number): StorySummary {
  const headline = story.article.blocks.find((block) => block.kind === 'headline');
  return {
    ref,
    slug: story.slug,
    headline: headline?.kind === 'headline' ? readingText(headline.spans) : '',
    status: story.status,
    words: wordsOf(story),
    photos: story.photos.length,
    modified,
    trouble: null,
  };
}

function troubled(ref: string, modified: number, trouble: string): StorySummary {
  return {
    ref,
    slug: ref.slice(0, -STORY_ENDING.length),
    headline: '',
    status: 'draft',
    words: 0,
    photos: 0,
    modified,
    trouble,
  };
}

/** Reads libraries; `cache` is a file that may be deleted at any time. */
export function createSummaries(cache: string): Summaries {
  let known: Map<string, { readonly stamp: string; readonly summary: StorySummary }> | null = null;
  let changed = false;

  const load = async () => {
    if (known) return known;
    const parsed = stored.safeParse(await readJson(cache).catch(() => null));
    const entries = parsed.success ? parsed.data.entries : [];
    known = new Map(entries.map(([path, stamp, row]) => [path, { stamp, summary: row }]));
    return known;
  };

  const one = async (
    entries: NonNullable<typeof known>,
    root: string,
    ref: string,
  ): Promise<StorySummary | null> => {
    const folder = join(root, ref);
    const info = await lstat(join(folder, STORY_FILE)).catch(() => null);
    if (info === null) {
      const at = await lstat(folder).catch(() => null);
      // Gone since the folder was listed.
      if (at === null) return null;
      return troubled(ref, at.mtimeMs, `${ref} has no ${STORY_FILE}. Put it back from a backup.`);
    }
    const stamp = `${info.mtimeMs}:${info.size}:${info.ino}`;
    const before = entries.get(folder);
    if (before?.stamp === stamp) return before.summary;
    const read = await readStory(folder, ref);
    const row = read.ok
      ? summarise(ref, read.value.story, info.mtimeMs)
      : troubled(ref, info.mtimeMs, read.message);
    entries.set(folder, { stamp, summary: row });
    changed = true;
    return row;
  };

  return {
    async list(root) {
      const entries = await load();
      const found = await readdir(root, { withFileTypes: true });
      const refs = found
        .filter(
          (entry) =>
            entry.isDirectory() && entry.name.endsWith(STORY_ENDING) && !entry.name.startsWith('.'),
        )
        .map((entry) => entry.name);
      const rows: StorySummary[] = [];
      const waiting = [...refs];
      const worker = async () => {
        for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
          const row = await one(entries, root, ref);
          if (row) rows.push(row);
        }
      };
      // Enough at a time to keep the disk busy, few enough to stay below the limit of open files.
      await Promise.all(Array.from({ length: 16 }, worker));
      return rows.sort((a, b) => b.modified - a.modified || (a.ref < b.ref ? -1 : 1));
    },
    async keep() {
      if (!changed || !known) return;
      changed = false;
      const entries = [...known].map(([path, entry]) => [path, entry.stamp, entry.summary]);
      await writeJson(cache, { version: 1, entries });
    },
  };
}
