import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: the same in both, or what the file has where the print has something else (either may be ''). */
export type WordPart =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'differs'; readonly printed: string; readonly file: string };

/** What the file says against what is printed, word by word. */
export function wordParts(printed: string, file: string): readonly WordPart[] {
  const parts: WordPart[] = [];
  for (const { value, added, removed } of diffWordsWithSpace(printed, file)) {
    const before = parts.at(-1);
    if (!added && !removed) {
      // Only space between two differences: the reader sees one.
      const next: WordPart = { kind: 'same', text: value };
      parts.push(next);
    } else if (before?.kind === 'differs') {
      parts[parts.length - 1] = {
        kind: 'differs',
        printed: before.printed + (removed ? value : ''),
        file: before.file + (added ? value : ''),
      };
    } else {
      parts.push({ kind: 'differs', printed: removed ? value : '', file: added ? value : '' });
    }
  }
  return joined(parts);
}

/** Differences with only space between them are one. */
function joined(parts: readonly WordPart[]): readonly WordPart[] {
  const result: WordPart[] = [];
  for (const part of parts) {
    const [before, space] = [result.at(-2), result.at(-1)];
    if (
      part.kind === 'differs' &&
      before?.kind === 'differs' &&
      space?.kind === 'same' &&
      space.text.trim() === ''
    ) {
      result.splice(-2, 2, {
        kind: 'differs',
        printed: before.printed + space.text + part.printed,
        file: before.file + space.text + part.file,
      });
    } else result.push(part);
  }
  return result;
}

/** The printed text with the file's words at one of the differences. */
export function withFileWords(parts: readonly WordPart[], at: number): string {
  return parts
    .map((part, index) =>
      part.kind === 'same' ? part.text : index === at ? part.file : part.printed,
    )
    .join('');
}
