import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Photo } from '#core/article/model';
import { missingPhoto } from '#core/article/story';
import type { PhotosAdded, PhotosFound, WantedPhoto } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { fileFailure, MAX_FILE_BYTES, readBounded, tooLarge } from './files';
import type { LibraryService } from './library';
import type { MetadataService } from './metadata/index';
import { findPhotos, photoUses } from './photo-search';
import {
  originalsWriter,
  PICTURE_EXTENSIONS,
  pictureCutOff,
  pictureFacts,
  pictureTrouble,
  sniffPicture,
} from './picture-files';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';
import type { TasksService } from './tasks';

export interface PhotosService extends Lifecycle {
  readonly add: (
    ref: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ) => Promise<Result<PhotosAdded>>;
  readonly handlers: Handlers<'photos.choose' | 'photos.add' | 'photos.uses' | 'photos.find'>;
}

/** From so many files on, the work is shown and can be stopped. */
const SHOWN_FROM = 4;

/** Copies pictures into stories. Originals are never altered; the story itself is saved by whoever shows it. */
export function createPhotos(
  platform: Platform,
  library: LibraryService,
  metadata: MetadataService,
  tasks: Pick<TasksService, 'start'>,
): PhotosService {
  const queue = createQueue();

  const addOne = async (
    folder: string,
    write: Awaited<ReturnType<typeof originalsWriter>>,
    name: string,
    bytes: Uint8Array,
  ): Promise<Photo> => {
    const original = basename(name.replaceAll('\\', '/')).replaceAll(/\p{Cc}+/gu, ' ');
    const file = await write(original, bytes, sniffPicture(bytes, original) ?? 'jpg');
    if (await pictureCutOff(bytes, original)) {
      const message = `${original} is cut off: a part of the picture is missing. It was added as it is; ask for the photo again.`;
      platform.broadcast('app.trouble', { message });
    }
    return {
      ...missingPhoto(`p-${randomUUID()}`, original),
      file,
      ...(await pictureFacts(bytes)),
      metadata: await metadata.arriving(join(folder, file)),
    };
  };

  /** Each file by itself: one that cannot be kept is named, and the rest goes on. `read` gives a file's bytes. */
  const addEach = (
    ref: string,
    files: readonly { readonly name: string; readonly read: () => Promise<Result<Uint8Array>> }[],
  ): Promise<Result<PhotosAdded>> =>
    queue.run(ref, async () => {
      const folder = await library.photosFolder(ref);
      if (!folder.ok) return folder;
      const task = files.length >= SHOWN_FROM ? tasks.start(files.length, 'Adding photos') : null;
      const photos: Photo[] = [];
      const refused: { name: string; message: string }[] = [];
      try {
        const write = await originalsWriter(dirname(folder.value));
        for (const [index, { name, read }] of files.entries()) {
          if (task?.cancelled()) break;
          task?.progress(index, name);
          const bytes = await read();
          const trouble = bytes.ok ? await pictureTrouble(name, bytes.value) : bytes.message;
          if (!bytes.ok || trouble !== null) {
            refused.push({ name, message: trouble ?? '' });
            continue;
          }
          photos.push(await addOne(folder.value, write, name, bytes.value));
        }
        return ok({ photos, refused });
      } catch (error) {
        // What was copied before the trouble (a full disk) is told, so that nothing lies there unknown.
        const failure = fileFailure(error, `A photo of ${ref}`);
        return photos.length === 0
          ? failure
          : ok({ photos, refused: [...refused, { name: ref, message: failure.message }] });
      } finally {
        task?.end();
      }
    });

  const add: PhotosService['add'] = (ref, files) =>
    addEach(
      ref,
      files.map(({ name, bytes }) => ({
        name,
        read: async () =>
          bytes.byteLength > MAX_FILE_BYTES ? tooLarge(name, bytes.byteLength) : ok(bytes),
      })),
    );

  const choose = async (ref: string): Promise<Result<PhotosAdded>> => {
    const paths = await platform.chooseFiles('Add photos', [
      { name: 'Pictures', extensions: [...PICTURE_EXTENSIONS, 'jpeg', 'tiff'] },
    ]);
    const files = paths.map((path) => ({
      name: basename(path),
      read: () => readBounded(path, basename(path)),
    }));
    return files.length === 0 ? ok({ photos: [], refused: [] }) : addEach(ref, files);
  };

  const find = async (
    ref: string,
    wanted: readonly WantedPhoto[],
  ): Promise<Result<PhotosFound>> => {
    const folder = await platform.chooseFolder('Look for photos in', '');
    if (folder === null) return ok({ found: [], looked: false });
    const task = tasks.start(0, 'Looking for photos');
    try {
      const files = await findPhotos(folder, wanted, {
        progress: (seen) => task.progress(seen, 'Looking for photos'),
        cancelled: task.cancelled,
      });
      const found: { id: string; photo: Photo }[] = [];
      for (const { id, path } of files) {
        const name = basename(path);
        const added = await addEach(ref, [{ name, read: () => readBounded(path, name) }]);
        if (!added.ok) return added;
        const [photo] = added.value.photos;
        if (photo) found.push({ id, photo });
      }
      return ok({ found, looked: true });
    } finally {
      task.end();
    }
  };

  return {
    shutdown: () => queue.drained(),
    add,
    handlers: {
      'photos.choose': ([ref]) => choose(ref),
      'photos.add': ([ref, files]) => add(ref, files),
      'photos.uses': ([ref, hash]) => photoUses(library, ref, hash),
      'photos.find': ([ref, wanted]) => find(ref, wanted),
    },
  };
}
