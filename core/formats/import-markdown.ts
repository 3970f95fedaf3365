import { fail } from '../util/result';
import type { ImportFormat } from './types';

/** Markdown. */
export const markdownFormat: ImportFormat = {
  id: 'markdown',
  title: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  read: (input) => fail('internal', `${input.name}: not built yet`),
};
