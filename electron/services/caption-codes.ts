import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#core/util/result';
import { ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { errorCode, fileFailure, writeAtomic } from './files';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';

export interface CaptionCodesService extends Lifecycle {
  readonly handlers: Handlers<'captions.codes' | 'captions.set-codes'>;
}

/** The desk's caption codes: `caption-codes.txt` in the app's data folder, a code, a tab and a text a line. */
export function createCaptionCodes(platform: Pick<Platform, 'paths'>): CaptionCodesService {
  const path = join(platform.paths.userData, 'caption-codes.txt');
  const queue = createQueue();

  const read = async (): Promise<Result<string>> => {
    try {
      return ok(await readFile(path, 'utf8'));
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? ok('') : fileFailure(error, 'caption-codes.txt');
    }
  };

  return {
    shutdown: () => queue.drained(),
    handlers: {
      'captions.codes': read,
      'captions.set-codes': ([text]) =>
        queue.run('codes', async () => {
          try {
            await mkdir(platform.paths.userData, { recursive: true });
            await writeAtomic(path, text);
            return ok(null);
          } catch (error) {
            return fileFailure(error, 'caption-codes.txt');
          }
        }),
    },
  };
}
