import { fail } from '../util/result';
import type { ImportFormat } from './types';

/** Web page. */
export const htmlFormat: ImportFormat = {
  id: 'html',
  title: 'Web page',
  extensions: ['html', 'htm', 'xhtml'],
  read: (input) => fail('internal', `${input.name}: not built yet`),
};
