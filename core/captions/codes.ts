/** One code replacement: what is typed between backslashes, and the text that takes its place. */
export interface CaptionCode {
  readonly code: string;
  readonly text: string;
}

export interface CodeProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/**
 * Reads a list of codes: a code, a tab, its text, one a line, as photographers' programs write team lists. Empty lines
 * and lines that begin with `#` do not count. A line that is neither is a problem; the others still hold.
 */
export function parseCodes(source: string): {
  readonly codes: ReadonlyMap<string, string>;
  readonly problems: readonly CodeProblem[];
} {
  const codes = new Map<string, string>();
  const problems: CodeProblem[] = [];
  for (const [index, raw] of source.split(/\r\n?|\n/u).entries()) {
    if (raw.trim() === '' || raw.startsWith('#')) continue;
    const line = index + 1;
    const [, code = '', text = ''] = /^([^\t\\]+)\t+(.*)$/u.exec(raw) ?? [];
    const key = code.trim();
    if (key === '' || text.trim() === '') {
      problems.push({ line, message: 'A line needs a code, a tab and a text.' });
    } else if (codes.has(key)) {
      problems.push({ line, message: `The code ${key} is there twice; the first one counts.` });
    } else codes.set(key, text.trim());
  }
  return { codes, problems };
}

/** A text with every `\code\` that the list knows replaced. Unknown ones stay as typed. */
export function expandCodes(text: string, codes: ReadonlyMap<string, string>): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([^\\\s][^\\\n]*)\\/gu, (typed, code: string) => codes.get(code) ?? typed);
}
