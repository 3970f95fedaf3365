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
  /** The rows of the queue with the content of each story's pictures. */
  readonly pictures: (root: string) => Promise<readonly StoryPictures[]>;
  /** Writes what is remembered, so that the next start need not read every story. */
  readonly keep: () => Promise<void>;
}

/** Which pictures a story has, and when it came out. */
export interface StoryPictures {
  readonly summary: StorySummary;
  /** SHA-256 of each picture, hexadecimal. */
  readonly hashes: readonly string[];
  /** ISO date, or null. */
  readonly published: string | null;
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
  version: z.literal(2),
  entries: z.array(
    z.object({
      path: z.string(),
      stamp: z.string(),
      summary,
      hashes: z.array(z.string()),
      published: z.string().nullable(),
    }),
  ),
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
  let known: Map<string, StoryPictures & { readonly stamp: string }> | null = null;
  let changed = false;

  const load = async () => {
    if (known) return known;
    const parsed = stored.safeParse(await readJson(cache).catch(() => null));
    const entries = parsed.success ? parsed.data.entries : [];
    known = new Map(entries.map(({ path, ...entry }) => [path, entry]));
    return known;
  };

  const one = async (
    entries: NonNullable<typeof known>,
    root: string,
    ref: string,
  ): Promise<StoryPictures | null> => {
    const folder = join(root, ref);
    const info = await lstat(join(folder, STORY_FILE)).catch(() => null);
    if (info === null) {
      const at = await lstat(folder).catch(() => null);
      // Gone since the folder was listed.
      if (at === null) return null;
      const trouble = `${ref} has no ${STORY_FILE}. Put it back from a backup.`;
      return { summary: troubled(ref, at.mtimeMs, trouble), hashes: [], published: null };
    }
    const stamp = `${info.mtimeMs}:${info.size}:${info.ino}`;
    const before = entries.get(folder);
    if (before?.stamp === stamp) return before;
    const read = await readStory(folder, ref);
    const row = read.ok
      ? summarise(ref, read.value.story, info.mtimeMs)
      : troubled(ref, info.mtimeMs, read.message);
    const entry = {
      stamp,
      summary: row,
      hashes: read.ok ? read.value.story.photos.flatMap(({ sha256 }) => sha256 ?? []) : [],
      published: read.ok ? read.value.story.dates.published : null,
    };
    entries.set(folder, entry);
    changed = true;
    return entry;
  };

  const pictures = async (root: string): Promise<readonly StoryPictures[]> => {
    const entries = await load();
    const found = await readdir(root, { withFileTypes: true });
    const refs = found
      .filter(
        (entry) =>
          entry.isDirectory() && entry.name.endsWith(STORY_ENDING) && !entry.name.startsWith('.'),
      )
      .map((entry) => entry.name);
    const rows: StoryPictures[] = [];
    const waiting = [...refs];
    const worker = async () => {
      for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
        const row = await one(entries, root, ref);
        if (row) rows.push(row);
      }
    };
    // Enough at a time to keep the disk busy, few enough to stay below the limit of open files.
    await Promise.all(Array.from({ length: 16 }, worker));
    return rows.sort(
      ({ summary: a }, { summary: b }) => b.modified - a.modified || (a.ref < b.ref ? -1 : 1),
    );
  };

  return {
    pictures,
    async keep() {
      if (!changed || !known) return;
      changed = false;
      const entries = [...known].map(([path, entry]) => ({ path, ...entry }));
      await writeJson(cache, { version: 2, entries });
    },
  };
}
