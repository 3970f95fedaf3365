import { exportHtml } from './export-html';
import { exportMarkdown } from './export-markdown';
import { exportText } from './export-text';
import type { ExportFormat } from './types';

/** Every export format, in menu order: menus, dialogs and the command line read this list. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [exportHtml, exportMarkdown, exportText];

/** The format of an id, or undefined. */
export function exportFormat(id: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.id === id);
}
