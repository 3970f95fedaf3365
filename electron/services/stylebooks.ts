import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { bookId, newBookText } from '#core/checks/style-book-edit';
import { resolveStyleBook } from '#core/checks/style-book-resolve';
import type { LoadedStyleBook, StyleBookSource } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { fileFailure, writeAtomic } from './files';
import type { LibraryService } from './library';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';
import type { BookFile } from './stylebook-files';
import { createBookFiles, parseBook, watchBooks } from './stylebook-files';
import { tryOutRow } from './stylebook-try-out';
import type { TasksService } from './tasks';

type StyleBookMethods =
  | 'stylebooks.list'
  | 'stylebooks.load'
  | 'stylebooks.open'
  | 'stylebooks.create'
  | 'stylebooks.write'
  | 'stylebooks.reveal'
  | 'stylebooks.try';

export interface StyleBooksService extends Lifecycle {
  readonly list: () => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The book of an id with what it extends merged in; the plain one when there is none. */
  readonly load: (id: string) => Promise<LoadedStyleBook>;
  readonly handlers: Handlers<StyleBookMethods>;
}

/** Style books: those that ship with the app and those in the library's own `stylebooks/`, which come first. */
export function createStyleBooks(
  platform: Platform,
  library: LibraryService,
  tasks: TasksService,
): StyleBooksService {
  const read = createBookFiles();
  const queue = createQueue();
  const changed = () => platform.broadcast('stylebooks.changed', null);
  const watcher = watchBooks(changed);
  const folder = () => join(library.folder(), 'stylebooks');

  const all = async (): Promise<readonly BookFile[]> => {
    watcher.follow(folder());
    const shipped = await read(join(platform.paths.assets, 'stylebooks'), false);
    const own = await read(folder(), true);
    const ids = new Set(own.map(({ book }) => book.id));
    return [...own, ...shipped.filter(({ book }) => !ids.has(book.id))].filter(
      ({ book }) => book.id !== '',
    );
  };

  const list = async () => {
    const rows = (await all()).map(({ book: { id, book } }) => ({ id, title: book.title ?? id }));
    const plain = rows.some(({ id }) => id === PLAIN_BOOK.id) ? [] : [PLAIN_BOOK];
    return [...rows, ...plain.map(({ id, title }) => ({ id, title }))].sort((a, b) =>
      a.title < b.title ? -1 : 1,
    );
  };

  const load = async (id: string): Promise<LoadedStyleBook> => {
    const books = (await all()).map(({ book }) => book);
    if (id === PLAIN_BOOK.id && !books.some((book) => book.id === id)) {
      return { book: PLAIN_BOOK, problems: [] };
    }
    return resolveStyleBook(id, books);
  };

  const find = async (id: string): Promise<Result<BookFile>> => {
    const file = (await all()).find(({ book }) => book.id === id);
    return file ? ok(file) : fail('not-found', `There is no style book file with the id ${id}`);
  };

  const open = async (id: string): Promise<Result<StyleBookSource>> => {
    const file = await find(id);
    if (!file.ok) return file;
    const { book: parsed, own, text, name } = file.value;
    const { book, problems } = await load(id);
    const parent = parsed.extends;
    const inherited = parent === null ? PLAIN_BOOK : (await load(parent)).book;
    const { title } = book;
    return ok({
      id,
      title,
      file: name,
      own,
      text,
      parent,
      says: parsed.book,
      book,
      inherited,
      problems,
    });
  };

  const put = async (path: string, name: string, text: string): Promise<Result<null>> => {
    const [problem] = parseBook(text, name).problems;
    if (problem) {
      const { line, column, message } = problem;
      return fail('bad-input', `${name}, line ${line}, column ${column}: ${message}`);
    }
    try {
      await mkdir(folder(), { recursive: true });
      await writeAtomic(path, text);
    } catch (error) {
      return fileFailure(error, name);
    }
    changed();
    return ok(null);
  };

  const write = (id: string, text: string, before: string) =>
    queue.run(id, async (): Promise<Result<StyleBookSource>> => {
      const file = await find(id);
      if (!file.ok) return file;
      if (!file.value.own) {
        return fail('denied', `${file.value.name} ships with Galley. Make a house book of it.`);
      }
      if (file.value.text !== before) {
        return fail('conflict', `${file.value.name} was changed by another program meanwhile.`);
      }
      const written = await put(file.value.path, file.value.name, text);
      return written.ok ? open(id) : written;
    });

  const create = (title: string, parent: string) =>
    queue.run('/', async (): Promise<Result<StyleBookSource>> => {
      const taken = new Set((await all()).map(({ book }) => book.id));
      const wanted = bookId(title);
      let id = wanted;
      for (let count = 2; taken.has(id) || id === PLAIN_BOOK.id; count += 1)
        id = `${wanted}-${count}`;
      const name = `${id}.yaml`;
      const written = await put(join(folder(), name), name, newBookText(id, title, parent));
      return written.ok ? open(id) : written;
    });

  return {
    list,
    load,
    async shutdown() {
      await queue.drained();
      watcher.close();
    },
    handlers: {
      'stylebooks.list': async () => ok(await list()),
      'stylebooks.load': async ([id]) => ok(await load(id)),
      'stylebooks.open': ([id]) => open(id),
      'stylebooks.create': ([title, parent]) => create(title, parent),
      'stylebooks.write': ([id, text, before]) => write(id, text, before),
      'stylebooks.reveal': async ([id]) => {
        const file = await find(id);
        if (!file.ok) return file;
        platform.reveal(file.value.path);
        return ok(null);
      },
      'stylebooks.try': async ([id, row]) => tryOutRow(library, tasks, (await load(id)).book, row),
    },
  };
}
