import { fail, ok } from '../util/result';
import { readPage } from './html/read';
import { decodeText } from './import-bytes';
import { imported } from './import-draft';
import type { ImportFormat } from './types';

/** Larger pages are refused: the longest articles, saved with everything around them, have a tenth of it. */
const PAGE_LIMIT = 12 * 1024 * 1024;

/** A saved web page. */
export const htmlFormat: ImportFormat = {
  id: 'html',
  title: 'Web page',
  extensions: ['html', 'htm', 'xhtml'],
  read: (input) => {
    if (input.bytes.length > PAGE_LIMIT) {
      return fail(
        'too-large',
        `${input.name} is larger than ${PAGE_LIMIT / 1024 / 1024} MB. Save the page without its parts, or paste the text.`,
      );
    }
    const decoded = decodeText(input.bytes, input.name, declaredCharset(input.bytes));
    if (!decoded.ok) return decoded;
    const html = decoded.value.text;
    if (nesting(html) > DEEPEST) {
      return fail(
        'bad-input',
        `${input.name} nests its elements too deeply to be read. Copy the text from a browser and paste it.`,
      );
    }
    const { story, report, pictures } = readPage(html, input.name);
    return ok(imported(input, story, report, pictures));
  },
};

const DEEPEST = 1500;

/** Rough depth of open elements: hostile pages nest ten thousands of them to exhaust the stack. */
function nesting(html: string): number {
  let depth = 0;
  let most = 0;
  for (const tag of html.matchAll(
    /<(\/?)(div|span|b|i|em|strong|font|a|ul|ol|li|p|table|tr|td|blockquote|section|article|center|small|big|u|s)\b/gi,
  )) {
    depth = Math.max(0, depth + (tag[1] ? -1 : /^(p|li|tr|td)$/i.test(tag[2] ?? '') ? 0 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

/** The charset that the page's first bytes name; null when they name none. */
function declaredCharset(bytes: Uint8Array): string | null {
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1] ??
    null
  );
}
