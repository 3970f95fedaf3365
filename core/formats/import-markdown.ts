import { fail, ok } from '../util/result';
import { decodeText } from './import-bytes';
import { imported } from './import-draft';
import { readMarkdown } from './markdown/read';
import type { ImportFormat } from './types';

/** The parser's time grows faster than the text where brackets nest; no story comes near this. */
const MARKDOWN_LIMIT = 4 * 1024 * 1024;

/** Markdown with front matter. */
export const markdownFormat: ImportFormat = {
  id: 'markdown',
  title: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  read: (input) => {
    if (input.bytes.length > MARKDOWN_LIMIT) {
      return fail(
        'too-large',
        `${input.name} is larger than ${MARKDOWN_LIMIT / 1024 / 1024} MB. Import it as plain text.`,
      );
    }
    const decoded = decodeText(input.bytes, input.name);
    if (!decoded.ok) return decoded;
    const { story, report, pictures } = readMarkdown(decoded.value.text, input.name);
    return ok(imported(input, story, report, pictures));
  },
};
