import { diffWordsWithSpace } from 'diff';

/** A stretch of the file's text: the same as printed, only in the file, or only printed. */
export interface WordPart {
  readonly kind: 'same' | 'file' | 'printed';
  readonly text: string;
}

/** What the file says against what is printed, word by word. */
export function wordParts(printed: string, file: string): readonly WordPart[] {
  return diffWordsWithSpace(printed, file).map(({ value, added, removed }) => ({
    kind: added ? 'file' : removed ? 'printed' : 'same',
    text: value,
  }));
}
