import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Photo } from '#core/article/model';
import { missingPhoto } from '#core/article/story';
import type {
  MethodName,
  PhotoPart,
  PhotosAdded,
  PhotosFound,
  WantedPhoto,
} from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { fileFailure, MAX_FILE_BYTES, readBounded, tooLarge } from './files';
import type { LibraryService } from './library';
import type { MetadataService } from './metadata/index';
import { findPhotos, photoUses, picturesIn } from './photo-search';
import { originalsWriter, PICTURE_EXTENSIONS, sniffPicture } from './picture-files';
import type { PictureWork } from './pictures/work';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';
import type { TasksService } from './tasks';
import type { ThumbnailsService } from './thumbnails';

export interface PhotosService extends Lifecycle {
  readonly add: (
    ref: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    part?: PhotoPart | null,
  ) => Promise<Result<PhotosAdded>>;
  readonly handlers: Handlers<Extract<MethodName, `photos.${string}`>>;
}

/** From so many files on, the work is shown and can be stopped. */
const SHOWN_FROM = 4;

/** Copies pictures into stories. Originals are never altered; the story itself is saved by whoever shows it. */
export function createPhotos(
  platform: Platform,
  library: LibraryService,
  metadata: MetadataService,
  tasks: Pick<TasksService, 'start'>,
  pictures: Pick<PictureWork, 'inspect'>,
  thumbnails: Pick<ThumbnailsService, 'of'>,
): PhotosService {
  const queue = createQueue();

  /** Copies one picture into the story, reads what it says and makes its small picture; or says why not. */
  const addOne = async (
    folder: string,
    write: Awaited<ReturnType<typeof originalsWriter>>,
    name: string,
    bytes: Uint8Array,
  ): Promise<Result<Photo>> => {
    const original = basename(name.replaceAll('\\', '/')).replaceAll(/\p{Cc}+/gu, ' ');
    const { trouble, cutOff, facts } = await pictures.inspect(original, bytes);
    if (trouble !== null) return fail('bad-input', trouble);
    const file = await write(original, bytes, sniffPicture(bytes, original) ?? 'jpg');
    if (cutOff) {
      const message = `${original} is cut off: a part of the picture is missing. It was added as it is; ask for the photo again.`;
      platform.broadcast('app.trouble', { message });
    }
    const path = join(folder, file);
    const [said] = await Promise.all([metadata.arriving(path), thumbnails.of(path, 480)]);
    const id = `p-${randomUUID()}`;
    return ok({ ...missingPhoto(id, original), file, ...facts, metadata: said });
  };

  /** Each file by itself: one that cannot be kept is named, and the rest goes on. `read` gives a file's bytes. */
  const addEach = (
    ref: string,
    files: readonly { readonly name: string; readonly read: () => Promise<Result<Uint8Array>> }[],
    part: PhotoPart = { before: 0, total: files.length },
  ): Promise<Result<PhotosAdded>> =>
    queue.run(ref, async () => {
      const folder = await library.photosFolder(ref);
      if (!folder.ok) return folder;
      const { before, total } = part;
      const task = total >= SHOWN_FROM ? tasks.start(total, 'Adding photos') : null;
      const photos: Photo[] = [];
      const refused: { name: string; message: string }[] = [];
      try {
        const write = await originalsWriter(dirname(folder.value));
        for (const [index, { name, read }] of files.entries()) {
          if (task?.cancelled()) return ok({ photos, refused, stopped: true });
          task?.progress(before + index, `Adding ${name}, ${before + index + 1} of ${total}`);
          const bytes = await read();
          const added = bytes.ok ? await addOne(folder.value, write, name, bytes.value) : bytes;
          if (added.ok) photos.push(added.value);
          else refused.push({ name, message: added.message });
        }
        return ok({ photos, refused, stopped: false });
      } catch (error) {
        // What was copied before the trouble (a full disk) is told, so that nothing lies there unknown.
        const failure = fileFailure(error, `A photo of ${ref}`);
        return photos.length === 0
          ? failure
          : ok({
              photos,
              refused: [...refused, { name: ref, message: failure.message }],
              stopped: true,
            });
      } finally {
        task?.end();
      }
    });

  const add: PhotosService['add'] = (ref, files, part) =>
    addEach(
      ref,
      files.map(({ name, bytes }) => ({
        name,
        read: async () =>
          bytes.byteLength > MAX_FILE_BYTES ? tooLarge(name, bytes.byteLength) : ok(bytes),
      })),
      part ?? undefined,
    );

  const choose = async (ref: string): Promise<Result<PhotosAdded>> => {
    const paths = await platform.chooseFiles('Add photos', [
      { name: 'Pictures', extensions: [...PICTURE_EXTENSIONS, 'jpeg', 'tiff'] },
    ]);
    const files = paths.map((path) => ({
      name: basename(path),
      read: () => readBounded(path, basename(path)),
    }));
    return files.length === 0
      ? ok({ photos: [], refused: [], stopped: false })
      : addEach(ref, files);
  };

  const chooseFolder = async (ref: string): Promise<Result<PhotosAdded>> => {
    const folder = await platform.chooseFolder('Add a folder of photos', '');
    if (folder === null) return ok({ photos: [], refused: [], stopped: false });
    const name = basename(folder);
    const names = await picturesIn(folder).catch(() => null);
    if (names === null)
      return fail('io', `The folder ${name} cannot be read. Check its permissions.`);
    if (names.length === 0) return fail('not-found', `There is no picture in ${name}.`);
    return addEach(
      ref,
      names.map((file) => ({
        name: file,
        // A link in a folder may lead anywhere; what it leads to can be added by itself.
        read: () => readBounded(join(folder, file), file, { links: false }),
      })),
    );
  };

  /** What is wrong with a photo's picture; null when nothing is. */
  const troubleOf = async (
    ref: string,
    file: string,
    name: string,
  ): Promise<Result<string | null>> => {
    const shown = name || file;
    const path = await library.photoPath(ref, file);
    if (path === null) {
      return ok(
        `${shown} is no longer in the story’s folder. Look for it in a folder, or replace it.`,
      );
    }
    const read = await readBounded(path, shown, { links: false });
    if (!read.ok) return ok(read.message);
    const { trouble, cutOff } = await pictures.inspect(shown, read.value);
    if (trouble !== null) return ok(trouble);
    if (cutOff)
      return ok(`${shown} is cut off: a part of the picture is missing. Ask for it again.`);
    if ((await thumbnails.of(path, 480)) !== null) return ok(null);
    return ok(
      `${shown} cannot be shown here: its pixels are in a form that is not decoded on this machine. It is kept and exported as it is.`,
    );
  };

  const gone = async (ref: string, files: readonly string[]): Promise<readonly string[]> => {
    const there = await Promise.all(files.map((file) => library.photoPath(ref, file)));
    return files.filter((_, at) => there[at] === null);
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
      'photos.add': ([ref, files, part]) => add(ref, files, part),
      'photos.choose-folder': ([ref]) => chooseFolder(ref),
      'photos.uses': ([ref, hashes]) => photoUses(library, ref, hashes),
      'photos.gone': async ([ref, files]) => ok(await gone(ref, files)),
      'photos.trouble': ([ref, file, name]) => troubleOf(ref, file, name),
      'photos.read': async ([ref, file]) => {
        const path = await library.photoPath(ref, file);
        return path === null
          ? fail('not-found', `${file} is no longer in the story’s folder.`)
          : metadata.readMetadata(path);
      },
      'photos.find': ([ref, wanted]) => find(ref, wanted),
    },
  };
}
