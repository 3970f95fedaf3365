import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { PhotoUse, WantedPhoto } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { ok } from '#core/util/result';
import { readBounded, sha256 } from './files';
import type { LibraryService } from './library';
import { foldName } from './names';
import { PICTURE_EXTENSIONS } from './picture-files';

/** Files that are looked at in one search. */
const MOST_FILES = 50_000;
const PICTURE = new RegExp(
  `^\\.(?:${[...PICTURE_EXTENSIONS, 'jpeg', 'tiff', 'heif'].join('|')})$`,
  'iu',
);
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Names in a folder that end like a picture's, as people sort them; folders below are not looked into. */
export async function picturesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => PICTURE.test(extname(name)) && !name.startsWith('.'))
    .toSorted(byName.compare);
}

/** Where pictures with these contents are used in other stories, each use by itself, the latest first. */
export async function photoUses(
  library: Pick<LibraryService, 'pictures'>,
  ref: string,
  hashes: readonly string[],
): Promise<Result<readonly PhotoUse[]>> {
  const wanted = new Set(hashes);
  const stories = await library.pictures();
  if (!stories.ok) return stories;
  const uses = stories.value
    .filter(({ summary }) => summary.ref !== ref)
    .flatMap(({ summary, hashes: there, published }) =>
      [...new Set(there)]
        .filter((hash) => wanted.has(hash))
        .map((hash): PhotoUse => {
          const { slug, headline, modified } = summary;
          // The day it came out is what a reader remembers; a story without one was last touched then.
          const out = published === null ? Number.NaN : Date.parse(published);
          return { hash, ref: summary.ref, slug, headline, at: Number.isNaN(out) ? modified : out };
        }),
    );
  return ok(uses.toSorted((a, b) => b.at - a.at));
}

export interface FoundFile {
  readonly id: string;
  readonly path: string;
}

/**
 * Looks below a folder for the files of photos: by content where the hash is known, else by name. Links are not
 * followed. Calls `progress` with the files seen; stops when `cancelled` says so.
 */
export async function findPhotos(
  folder: string,
  wanted: readonly WantedPhoto[],
  { progress, cancelled }: { progress: (seen: number) => void; cancelled: () => boolean },
): Promise<readonly FoundFile[]> {
  const found = new Map<string, string>();
  const open = () => wanted.filter(({ id }) => !found.has(id));
  let seen = 0;
  const folders = [folder];
  for (let at = folders.shift(); at !== undefined; at = folders.shift()) {
    const entries: Dirent[] = await readdir(at, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (cancelled() || seen >= MOST_FILES || open().length === 0) {
        return [...found].map(([id, path]) => ({ id, path }));
      }
      const path = join(at, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) folders.push(path);
      if (!entry.isFile() || !PICTURE.test(extname(entry.name))) continue;
      seen += 1;
      progress(seen);
      for (const id of await matching(path, entry.name, open())) found.set(id, path);
    }
  }
  return [...found].map(([id, path]) => ({ id, path }));
}

async function matching(
  path: string,
  name: string,
  wanted: readonly WantedPhoto[],
): Promise<readonly string[]> {
  const named = wanted.filter(
    (one) => one.sha256 === null && foldName(one.originalName) === foldName(name),
  );
  const size = (await stat(path).catch(() => null))?.size;
  // Reading is dear: only a file of the right size can have the content.
  const alike = wanted.filter((one) => one.sha256 !== null && one.bytes === size);
  if (alike.length === 0) return named.map(({ id }) => id);
  const read = await readBounded(path, name, { links: false });
  const hash = read.ok ? sha256(read.value) : null;
  return [...named, ...alike.filter((one) => one.sha256 === hash)].map(({ id }) => id);
}
