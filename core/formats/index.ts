import type { Result } from '../util/result';
import { fail } from '../util/result';
import { decodeText } from './import-bytes';
import { htmlFormat } from './import-html';
import { markdownFormat } from './import-markdown';
import { scrapeFormat } from './import-scrape';
import { extensionOf, sniffFormat } from './import-sniff';
import type { Imported, ImportFormat, ImportInput } from './types';

export { EXPORT_FORMATS } from './export-index';

/** Every import format, in the order dialogs list them. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [scrapeFormat, htmlFormat, markdownFormat];

/**
 * Reads a file into a story: by its extension, else by its content. Plain text that is a web page inside is read as one.
 * Fails with a message that names the file when it is empty, binary or too large.
 */
export function importFile(input: ImportInput): Result<Imported> {
  try {
    return formatFor(input).read(input);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail('internal', `${input.name} could not be read: ${detail}`);
  }
}

function formatFor(input: ImportInput): ImportFormat {
  const extension = extensionOf(input.name);
  const byName = IMPORT_FORMATS.find((format) => format.extensions.includes(extension));
  if (byName && byName !== scrapeFormat) return byName;
  const decoded = decodeText(input.bytes, input.name);
  const sniffed = decoded.ok ? sniffFormat(decoded.value.text) : 'scrape';
  if (byName && sniffed !== 'html') return byName;
  return IMPORT_FORMATS.find((format) => format.id === sniffed) ?? scrapeFormat;
}
