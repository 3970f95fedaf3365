import { mergeSpans } from '../article/edit';
import type { Mark, Span } from '../article/model';

/** Only these addresses come over from foreign files. Null for anything else (scripts, local files, fragments). */
export function safeLink(href: string | null | undefined): string | null {
  if (!href) return null;
  // Control characters and spaces inside a scheme are how scripts hide from such a test.
  const link = [...href.trim()].filter((char) => char.charCodeAt(0) > 32).join('');
  return /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(link) ? link : null;
}

/** A span; leaves out empty fields so that equal formats compare equal. */
export function span(text: string, marks: readonly Mark[], link: string | null): Span {
  return {
    text,
    ...(marks.length > 0 ? { marks } : {}),
    ...(link ? { link } : {}),
  };
}

/** Folds white space over span borders as a page shows it: one space, none at the ends and beside line breaks. */
export function foldSpans(spans: readonly Span[]): readonly Span[] {
  const folded: Span[] = [];
  let last = '\n';
  for (const each of spans) {
    let text = '';
    for (const char of each.text) {
      const isBreak = char === '\n';
      const isSpace = char === ' ' || char === '\t' || char === '\r' || char === '\f';
      if (isSpace && (last === ' ' || last === '\n')) continue;
      if (isBreak && last === ' ') text = text.endsWith(' ') ? text.slice(0, -1) : text;
      text += isSpace ? ' ' : char;
      last = isSpace ? ' ' : char;
    }
    folded.push({ ...each, text });
  }
  return trimSpans(mergeSpans(folded));
}

function trimSpans(spans: readonly Span[]): readonly Span[] {
  const result = [...spans];
  while (result.length > 0) {
    const first = result[0];
    if (!first) break;
    const text = first.text.replace(/^[ \n]+/, '');
    if (text !== '') {
      result[0] = { ...first, text };
      break;
    }
    result.shift();
  }
  while (result.length > 0) {
    const last = result.at(-1);
    if (!last) break;
    const text = last.text.replace(/[ \n]+$/, '');
    if (text !== '') {
      result[result.length - 1] = { ...last, text };
      break;
    }
    result.pop();
  }
  return result;
}

/** The spans of a part of the text, by offsets. */
export function sliceSpans(spans: readonly Span[], start: number, end: number): readonly Span[] {
  const part: Span[] = [];
  let at = 0;
  for (const each of spans) {
    const text = each.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') part.push({ ...each, text });
    at += each.text.length;
  }
  return trimSpans(part);
}

/** Plain text of spans. */
export function spanText(spans: readonly Span[]): string {
  return spans.map((each) => each.text).join('');
}
