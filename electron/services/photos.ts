import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Photo } from '#core/article/model';
import { missingPhoto } from '#core/article/story';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { fileFailure, MAX_FILE_BYTES, readBounded, tooLarge } from './files';
import type { LibraryService } from './library';
import type { MetadataService } from './metadata/index';
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

export interface PhotosService extends Lifecycle {
  readonly add: (
    ref: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ) => Promise<Result<readonly Photo[]>>;
  readonly handlers: Handlers<'photos.choose' | 'photos.add'>;
}

/** Several troubles may come at once; a few are told whole, so that the message stays readable. */
function refusal(troubles: readonly string[], count: number): string {
  const told = troubles.slice(0, 3).join(' ');
  const more = troubles.length > 3 ? ` And ${troubles.length - 3} more.` : '';
  const rest = count > troubles.length ? ' None was added; leave these out and add the rest.' : '';
  return `${told}${more}${rest}`;
}

/** Copies pictures into stories. Originals are never altered; the story itself is saved by whoever shows it. */
export function createPhotos(
  platform: Platform,
  library: LibraryService,
  metadata: MetadataService,
): PhotosService {
  const queue = createQueue();

  const add: PhotosService['add'] = (ref, files) =>
    queue.run(ref, async () => {
      // All are looked at before any is written, so that a refusal leaves nothing behind.
      const troubles: string[] = [];
      for (const { name, bytes } of files) {
        if (bytes.byteLength > MAX_FILE_BYTES) return tooLarge(name, bytes.byteLength);
        const trouble = await pictureTrouble(name, bytes);
        if (trouble !== null) troubles.push(trouble);
      }
      if (troubles.length > 0) return fail('bad-input', refusal(troubles, files.length));
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
            metadata: await metadata.arriving(join(folder.value, file)),
          });
        }
        await tellCutOff(files);
        return ok(photos);
      } catch (error) {
        return fileFailure(error, `A photo of ${ref}`);
      }
    });

  const tellCutOff = async (files: readonly { name: string; bytes: Uint8Array }[]) => {
    for (const { name, bytes } of files) {
      if (await pictureCutOff(bytes)) {
        const message = `${name} is cut off: a part of the picture is missing. It was added as it is; ask for the photo again.`;
        platform.broadcast('app.trouble', { message });
      }
    }
  };

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
