import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetadataService } from './metadata/index';
import type { PictureWork } from './pictures/work';
import type { Lifecycle, Platform } from './platform';

/**
 * Sizes that are made, pixels of the longer side: rows and sheets of photos, the desk's stage, and the whole picture
 * where the window cannot show the original.
 */
export const THUMBNAIL_EDGES = [480, 2400, 20_000] as const;
export type ThumbnailEdge = (typeof THUMBNAIL_EDGES)[number];

/** Pictures made at one time: sharp has threads of its own, and the desk needs a core. */
const AT_ONCE = 2;
/** Files kept; the oldest go when the app starts. */
const KEPT = 5_000;

export interface ThumbnailsService extends Lifecycle {
  /** Path of a small JPEG of the picture at `path`, made when first asked for; null when none can be made. */
  readonly of: (path: string, edge: ThumbnailEdge) => Promise<string | null>;
}

/** Makes small pictures in the picture worker and keeps them in the app's data folder, named by what they show. */
export function createThumbnails(
  platform: Pick<Platform, 'paths'>,
  metadata: Pick<MetadataService, 'preview'>,
  pictures: Pick<PictureWork, 'shrink'>,
): ThumbnailsService {
  const folder = join(platform.paths.userData, 'thumbnails');
  const underway = new Map<string, Promise<string | null>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await task();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };

  const make = async (path: string, edge: ThumbnailEdge, target: string) => {
    const temp = `${target}.${process.pid}.tmp`;
    const inner = `${target}.${process.pid}.inner.tmp`;
    try {
      await mkdir(folder, { recursive: true });
      const made =
        (await pictures.shrink(path, edge, temp)) ||
        // Camera raw and HEIC: the camera has put a JPEG inside.
        ((await metadata.preview(path, inner)) && (await pictures.shrink(inner, edge, temp)));
      if (!made) return null;
      await rename(temp, target);
      return target;
    } catch {
      return null;
    } finally {
      await rm(inner, { force: true });
      await rm(temp, { force: true });
    }
  };

  return {
    async boot() {
      await tidy(folder);
    },
    async of(path, edge) {
      const info = await stat(path).catch(() => null);
      if (!info?.isFile()) return null;
      // A changed file has another name here, so no old picture is ever shown for it.
      const key = createHash('sha256')
        .update(`${path}\0${info.size}\0${info.mtimeMs}\0${edge}`)
        .digest('hex');
      const target = join(folder, `${key}.jpg`);
      if ((await stat(target).catch(() => null)) !== null) return target;
      const known = underway.get(target);
      if (known) return known;
      const made = turn(() => make(path, edge, target)).finally(() => underway.delete(target));
      underway.set(target, made);
      return made;
    },
  };
}

/** Takes out what a killed process left, and the oldest pictures beyond those that are kept. */
async function tidy(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      left: name.endsWith('.tmp'),
      time: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const old = files
    .filter(({ left }) => !left)
    .sort((a, b) => b.time - a.time)
    .slice(KEPT);
  for (const { path } of [...old, ...files.filter(({ left }) => left)]) {
    await rm(path, { force: true });
  }
}
