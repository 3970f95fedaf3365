import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LexiconWord } from '#core/article/model';
import { lexiconWith, lexiconWithout, readLexicon } from '#core/checks/lexicon';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { errorCode, fileFailure, MAX_FILE_BYTES, writeAtomic } from './files';
import type { LibraryService } from './library';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';
import { watchBooks } from './stylebook-files';

export interface LexiconService extends Lifecycle {
  /** The words of the library; none when there is no file. */
  readonly words: () => Promise<Result<readonly LexiconWord[]>>;
  readonly handlers: Handlers<'lexicon.list' | 'lexicon.add' | 'lexicon.remove'>;
}

const FILE = 'lexicon.txt';

/**
 * Words that are right in every story: `lexicon.txt` in the library, which people may write too. A change touches the
 * lines of its own word and no others.
 */
export function createLexicon(
  platform: Pick<Platform, 'broadcast'>,
  library: Pick<LibraryService, 'folder'>,
): LexiconService {
  const queue = createQueue();
  const watcher = watchBooks(() => platform.broadcast('lexicon.changed', null), FILE);
  const path = () => join(library.folder(), FILE);

  async function read(): Promise<Result<string>> {
    watcher.follow(library.folder());
    try {
      const text = await readFile(path(), 'utf8');
      return text.length <= MAX_FILE_BYTES / 16
        ? ok(text)
        : fail('too-large', `${FILE} in the library is too large to be a list of words.`);
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? ok('') : fileFailure(error, FILE);
    }
  }

  const words = () =>
    queue.run(FILE, async (): Promise<Result<readonly LexiconWord[]>> => {
      const text = await read();
      return text.ok ? ok(readLexicon(text.value)) : text;
    });

  const change = (make: (text: string) => string) =>
    queue.run(FILE, async (): Promise<Result<readonly LexiconWord[]>> => {
      const text = await read();
      if (!text.ok) return text;
      const next = make(text.value);
      try {
        if (next !== text.value) {
          await mkdir(library.folder(), { recursive: true });
          await writeAtomic(path(), next);
        }
      } catch (error) {
        return fileFailure(error, FILE);
      }
      return ok(readLexicon(next));
    });

  return {
    words,
    async shutdown() {
      await queue.drained();
      watcher.close();
    },
    handlers: {
      'lexicon.list': words,
      'lexicon.add': ([entry]) => change((text) => lexiconWith(text, entry)),
      'lexicon.remove': ([word]) => change((text) => lexiconWithout(text, word)),
    },
  };
}
