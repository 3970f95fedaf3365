import { basename, extname } from 'node:path';
import type { PhotoMetadata } from '#core/article/model';
import type { WrittenFields } from '#core/photos/written-fields';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Lifecycle, Platform } from '../platform';
import type { ExiftoolOptions } from './exiftool';
import { createExiftool } from './exiftool';
import { metadataOf } from './fields';
import { PRIVATE_ARGUMENTS, tagsToWrite, WRITE_ARGUMENTS } from './write';

export interface MetadataService extends Lifecycle {
  /** What the file at `path` says about itself; a failure names the file. Never writes. */
  readonly readMetadata: (path: string) => Promise<Result<PhotoMetadata>>;
  /** The same for a photo that arrives: null when it cannot be read, which is logged and stops nothing. */
  readonly arriving: (path: string) => Promise<PhotoMetadata | null>;
  /** Writes fields into a file in place and, with `strip`, takes private data out. A failure says why, without the name. */
  readonly writeMetadata: (
    path: string,
    fields: WrittenFields,
    options: { readonly strip: boolean; readonly mark: string },
  ) => Promise<Result<null>>;
  /** Copies the largest JPEG inside a file to `to`; false when there is none. */
  readonly preview: (path: string, to: string) => Promise<boolean>;
  /** The ids of the exiftool processes that run now. */
  readonly processes: () => readonly number[];
}

/** Reads photo metadata with exiftool in a process of its own, started with the first photo. */
export function createMetadata(
  platform: Pick<Platform, 'broadcast'>,
  options: ExiftoolOptions = {},
): MetadataService {
  const exiftool = createExiftool(options);
  let told = false;

  const tell = (message: string) => {
    // Once: every photo of a large import would say the same.
    if (told) return;
    told = true;
    platform.broadcast('app.trouble', { message });
  };

  const readMetadata = async (path: string): Promise<Result<PhotoMetadata>> => {
    const name = basename(path).replaceAll(/\s+/gu, ' ');
    const reading = await exiftool.read(path);
    switch (reading.kind) {
      case 'tags':
        told = false;
        return ok(metadataOf(reading.tags));
      case 'failed':
        return fail('bad-input', `The metadata of ${name} cannot be read: ${reading.reason}.`);
      case 'unavailable':
        tell(
          `Photo metadata is not read: exiftool does not start here (${reading.reason}). Photos arrive without it. On Linux, install perl and add the photos again.`,
        );
        return fail(
          'io',
          `The metadata of ${name} is not read: exiftool does not start here (${reading.reason}).`,
        );
    }
  };

  return {
    readMetadata,
    async arriving(path) {
      const read = await readMetadata(path);
      if (read.ok) return read.value;
      console.warn(read.message);
      return null;
    },
    async writeMetadata(path, fields, { strip, mark }) {
      const tags = { ...tagsToWrite(fields, extname(path).slice(1)), 'XMP-dc:Identifier': mark };
      const writing = await exiftool.write(path, tags, [
        ...WRITE_ARGUMENTS,
        ...(strip ? PRIVATE_ARGUMENTS : []),
      ]);
      if (writing.kind === 'written') return ok(null);
      return fail(
        'io',
        writing.kind === 'unavailable'
          ? `exiftool does not start here (${writing.reason})`
          : writing.reason,
      );
    },
    preview: exiftool.preview,
    processes: exiftool.processes,
    shutdown: exiftool.end,
  };
}
