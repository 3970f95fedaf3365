import { ok } from '../util/result';
import { decodeText } from './import-bytes';
import { imported } from './import-draft';
import { readScrape } from './scrape/read';
import type { ImportFormat } from './types';

/** Plain text, as copied or scraped from a page: structure is found by its shape, never by the words of one site. */
export const scrapeFormat: ImportFormat = {
  id: 'scrape',
  title: 'Plain text',
  extensions: ['txt', 'text'],
  read: (input) => {
    const decoded = decodeText(input.bytes, input.name);
    if (!decoded.ok) return decoded;
    const { story, report } = readScrape(decoded.value.text, input.name);
    const guess = {
      lines: [],
      message: 'The file is not UTF-8 and names no encoding. It was read as Windows-1252.',
    };
    const losses = decoded.value.guessed ? [guess, ...report.losses] : report.losses;
    return ok(imported(input, story, { ...report, losses }));
  },
};
