import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKS } from '#core/checks/rules/index';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { ParsedBook } from '#core/checks/style-book-parser';
import { parseStyleBook } from '#core/checks/style-book-parser';
import { resolveStyleBook } from '#core/checks/style-book-resolve';
import type { LoadedStyleBook, StyleBookProblem } from '#core/ipc/contract';
import { ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { MAX_FILE_BYTES, sha256 } from './files';
import type { LibraryService } from './library';
import type { Lifecycle, Platform } from './platform';

export interface StyleBooksService extends Lifecycle {
  readonly list: () => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The book of an id with what it extends merged in; the plain one when there is none. */
  readonly load: (id: string) => Promise<LoadedStyleBook>;
  readonly handlers: Handlers<'stylebooks.list' | 'stylebooks.load'>;
}

const CHECK_IDS: ReadonlySet<string> = new Set(CHECKS.map(({ id }) => id));

/** Style books: those that ship with the app and those in the library's own `stylebooks/`, which come first. */
export function createStyleBooks(platform: Platform, library: LibraryService): StyleBooksService {
  /** Parsed files by path and content, so that an unchanged one is not parsed again. */
  const parsed = new Map<string, { readonly hash: string; readonly book: ParsedBook }>();
  /** The last content of each file that had no mistakes: it stays in force while somebody edits. */
  const good = new Map<string, ParsedBook>();

  const readFolder = async (folder: string): Promise<readonly ParsedBook[]> => {
    const names = await readdir(folder).catch(() => []);
    const books: ParsedBook[] = [];
    for (const name of names.filter((file) => /^[^.].*\.ya?ml$/iu.test(file)).sort()) {
      const path = join(folder, name);
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null || text.length > MAX_FILE_BYTES / 16) continue;
      const hash = sha256(text);
      const before = parsed.get(path);
      const book = before?.hash === hash ? before.book : parseStyleBook(text, name, CHECK_IDS);
      parsed.set(path, { hash, book });
      if (book.problems.length === 0) good.set(path, book);
      books.push(book.problems.length === 0 ? book : inForce(book, good.get(path)));
    }
    return books;
  };

  const all = async () => {
    const shipped = await readFolder(join(platform.paths.assets, 'stylebooks'));
    const own = await readFolder(join(library.folder(), 'stylebooks'));
    const ids = new Set(own.map(({ id }) => id));
    return [...own, ...shipped.filter(({ id }) => !ids.has(id))].filter(({ id }) => id !== '');
  };

  const list = async () => {
    const rows = (await all()).map(({ id, book }) => ({ id, title: book.title ?? id }));
    const plain = rows.some(({ id }) => id === PLAIN_BOOK.id) ? [] : [PLAIN_BOOK];
    return [...rows, ...plain.map(({ id, title }) => ({ id, title }))].sort((a, b) =>
      a.title < b.title ? -1 : 1,
    );
  };

  const load = async (id: string): Promise<LoadedStyleBook> => {
    const books = await all();
    if (id === PLAIN_BOOK.id && !books.some((book) => book.id === id)) {
      return { book: PLAIN_BOOK, problems: [] };
    }
    const { book, problems } = resolveStyleBook(id, books);
    return { book, problems: problems as readonly StyleBookProblem[] };
  };

  return {
    list,
    load,
    handlers: {
      'stylebooks.list': async () => ok(await list()),
      'stylebooks.load': async ([id]) => ok(await load(id)),
    },
  };
}

/** A file with mistakes: what it said before, with the mistakes of now; as far as it can be read when it never was good. */
function inForce(broken: ParsedBook, before: ParsedBook | undefined): ParsedBook {
  return before === undefined ? broken : { ...before, problems: broken.problems };
}
