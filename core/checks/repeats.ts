/** Text with quote glyphs, dashes, ellipses and white space made equal: what counts as the same line twice. */
export function foldRepeat(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/…/gu, '...')
    .replace(/\s*(?:[—–]|--)\s*|\s+-\s+/gu, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** How many curly quote marks a text has: the copy with more of them is the one an editor keeps. */
export function curlyCount(text: string): number {
  return text.match(/[“”‘’]/gu)?.length ?? 0;
}

/** White space, no-break and zero-width characters only. */
export function isBlank(text: string): boolean {
  return !/[^\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/u.test(text);
}

/** Longer text is a paragraph, not a line. */
const LONGEST_LINE = 200;

/**
 * Of two equal paragraphs that follow one another: are they a line printed twice (one sentence or less, no quotation,
 * the same glyphs) rather than a paragraph that came from two sources?
 */
export function isLineTwice(first: string, second: string): boolean {
  if (Math.max(first.length, second.length) > LONGEST_LINE) return false;
  if (/["“”„«]/u.test(first) || curlyCount(first) !== curlyCount(second)) return false;
  return !/[.!?…]\s+\p{Lu}/u.test(first.replace(/\b(?:\p{L}\.){1,3}|\b\p{Lu}\p{L}{1,4}\./gu, ''));
}

/** Words that a sentence of any length has at least one of. */
const SENTENCE = /\b(?:the|was|were|is|are|has|have|had|said|says|will|would|they|their)\b/iu;

/** A row of a table, a recipe, a price list: three figures and more, and no sentence. Such lines repeat on purpose. */
export function isData(text: string): boolean {
  const figures = text.match(/(?<![\p{L}\p{N}])[\d½¼¾⅓⅔][\d.,/]*/gu)?.length ?? 0;
  return figures >= 3 && text.length < 45 * figures && !SENTENCE.test(text);
}
