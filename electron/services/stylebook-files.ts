import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALL_CHECKS } from '#core/checks/all-checks';
import type { ParsedBook } from '#core/checks/style-book-parser';
import { parseStyleBook } from '#core/checks/style-book-parser';
import { MAX_FILE_BYTES } from './files';

/** A style book's file as it lies there. */
export interface BookFile {
  readonly path: string;
  readonly name: string;
  readonly own: boolean;
  readonly text: string;
  /** What is in force: the file, or what it said before somebody made a mistake (with the mistakes of now). */
  readonly book: ParsedBook;
}

const CHECK_IDS: ReadonlySet<string> = new Set(ALL_CHECKS.map(({ id }) => id));
/** Milliseconds: programs write a file in several steps. */
const SETTLE = 150;

/** Parses a book against the checks there are. */
export function parseBook(text: string, name: string): ParsedBook {
  return parseStyleBook(text, name, CHECK_IDS);
}

/** A reader of folders of style books that parses a file only when its text is another, and remembers the last good. */
export function createBookFiles() {
  const parsed = new Map<string, { readonly text: string; readonly book: ParsedBook }>();
  /** The last content of each file that had no mistakes: it stays in force while somebody edits. */
  const good = new Map<string, ParsedBook>();

  return async (folder: string, own: boolean): Promise<readonly BookFile[]> => {
    const names = await readdir(folder).catch(() => []);
    const books: BookFile[] = [];
    for (const name of names.filter((file) => /^[^.].*\.ya?ml$/iu.test(file)).sort()) {
      const path = join(folder, name);
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null || text.length > MAX_FILE_BYTES / 16) continue;
      const before = parsed.get(path);
      const now = before?.text === text ? before.book : parseBook(text, name);
      parsed.set(path, { text, book: now });
      if (now.problems.length === 0) good.set(path, now);
      books.push({ path, name, own, text, book: inForce(now, good.get(path)) });
    }
    return books;
  };
}

/** A file with mistakes: what it said before, with the mistakes of now; as far as it can be read when it never was good. */
function inForce(now: ParsedBook, before: ParsedBook | undefined): ParsedBook {
  if (now.problems.length === 0 || before === undefined) return now;
  return { ...before, problems: now.problems };
}

/**
 * Looks out for changes in one folder at a time, by whatever program, or of one file in it; a folder that is not there
 * yet is tried again.
 */
export function watchBooks(onChange: () => void, only: string | null = null) {
  let watched: { readonly folder: string; readonly watcher: FSWatcher } | null = null;
  let timer: NodeJS.Timeout | undefined;
  const close = () => {
    clearTimeout(timer);
    watched?.watcher.close();
    watched = null;
  };
  return {
    close,
    follow(folder: string) {
      if (watched?.folder === folder) return;
      close();
      try {
        const watcher = watch(folder, { persistent: false }, (_type, name) => {
          if (only !== null && name !== null && name !== only) return;
          clearTimeout(timer);
          timer = setTimeout(onChange, SETTLE);
        });
        watcher.on('error', close);
        watched = { folder, watcher };
      } catch {
        // Not there, or nothing can be watched on this disk: the next look reads the files anyway.
      }
    },
  };
}
