import { readFileSync } from 'node:fs';
import type { StyleBook } from '#core/checks/style-book';
import { parseStyleBook } from '#core/checks/style-book-parser';
import { resolveStyleBook } from '#core/checks/style-book-resolve';

function load(id: string): StyleBook {
  const file = new URL(`../../assets/stylebooks/${id}.yaml`, import.meta.url);
  const parsed = parseStyleBook(readFileSync(file, 'utf8'), `${id}.yaml`);
  const { book, problems } = resolveStyleBook(id, [parsed]);
  if (!book || problems.length > 0) throw new Error(JSON.stringify(problems));
  return book;
}

/**
 * The shipped books that come nearest to the houses the copy is from. A style check that speaks under the nearest book
 * because the copy's own house differs from it has found what it looks for; the tables count those findings apart.
 */
export const NEAREST = { american: load('ap'), british: load('guardian') };

/** Houses that write British English. */
const BRITISH =
  /\.co\.uk\b|bbc\.com|bbc-1|express\.co|cityam|aljazeera|albawaba|theguardian|news\.sky|vg247|linknaija|theparadigmng|indiapost|newsnation/u;

/** The nearest shipped book for a page's address. */
export const bookOf = (url: string): StyleBook =>
  BRITISH.test(url) ? NEAREST.british : NEAREST.american;
