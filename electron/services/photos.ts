import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { Photo } from '#core/article/model';
import { missingPhoto } from '#core/article/story';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { fileFailure, MAX_FILE_BYTES, readBounded, tooLarge } from './files';
import type { LibraryService } from './library';
import { originalsWriter, PICTURE_EXTENSIONS, pictureFacts, sniffPicture } from './picture-files';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';

export interface PhotosService extends Lifecycle {
  readonly add: (
    ref: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ) => Promise<Result<readonly Photo[]>>;
  readonly handlers: Handlers<'photos.choose' | 'photos.add'>;
}

/** Copies pictures into stories. Originals are never altered; the story itself is saved by whoever shows it. */
export function createPhotos(platform: Platform, library: LibraryService): PhotosService {
  const queue = createQueue();

  const add: PhotosService['add'] = (ref, files) =>
    queue.run(ref, async () => {
      // All are looked at before any is written, so that a refusal leaves nothing behind.
      for (const { name, bytes } of files) {
        if (bytes.byteLength > MAX_FILE_BYTES) return tooLarge(name, bytes.byteLength);
        if (sniffPicture(bytes) === null) {
          return fail(
            'bad-input',
            `${name} is not a picture Galley can keep. Use JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF or PSD.`,
          );
        }
      }
      const folder = await library.photosFolder(ref);
      if (!folder.ok) return folder;
      try {
        const write = await originalsWriter(dirname(folder.value));
        const photos: Photo[] = [];
        for (const { name, bytes } of files) {
          const extension = sniffPicture(bytes) ?? 'jpg';
          const original = basename(name.replaceAll('\\', '/'));
          const file = await write(original, bytes, extension);
          photos.push({
            ...missingPhoto(`p-${randomUUID()}`, original),
            file,
            ...(await pictureFacts(bytes)),
          });
        }
        return ok(photos);
      } catch (error) {
        return fileFailure(error, `A photo of ${ref}`);
      }
    });

  const choose = async (ref: string): Promise<Result<readonly Photo[]>> => {
    const paths = await platform.chooseFiles('Add photos', [
      { name: 'Pictures', extensions: [...PICTURE_EXTENSIONS, 'jpeg', 'tiff'] },
    ]);
    const files: { name: string; bytes: Uint8Array }[] = [];
    for (const path of paths) {
      const read = await readBounded(path, basename(path));
      if (!read.ok) return read;
      files.push({ name: basename(path), bytes: read.value });
    }
    return files.length === 0 ? ok([]) : add(ref, files);
  };

  return {
    shutdown: () => queue.drained(),
    add,
    handlers: {
      'photos.choose': ([ref]) => choose(ref),
      'photos.add': ([ref, files]) => add(ref, files),
    },
  };
}
