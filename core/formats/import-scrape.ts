import { fail } from '../util/result';
import type { ImportFormat } from './types';

/** Plain text. */
export const scrapeFormat: ImportFormat = {
  id: 'scrape',
  title: 'Plain text',
  extensions: ['txt', 'text'],
  read: (input) => fail('internal', `${input.name}: not built yet`),
};
