import sides from '#assets/lexicons/us-uk.json';
import type { ReadBlock } from '../../article/reading';
import { editDistance } from '../../captions/fold';
import { analyse } from '../analysis';
import { bareWord } from '../lexicon';
import { within } from '../quotations';
import { harperCheckId, SPELLING_RULE } from './checks';
import type { HarperLint } from './lint';
import type { StoryWords } from './story-words';
import { isTitled, startsSentence } from './story-words';

/** Why a finding of Harper is not shown. */
export type Silence =
  | 'lexicon'
  | 'address'
  | 'name'
  | 'abbreviation'
  | 'compound'
  | 'accents'
  | 'language'
  | 'usual'
  | 'quotation'
  | 'fine';

/** Where a lint stands: its block, and everything that Harper says of the block. */
export interface LintPlace {
  readonly block: ReadBlock;
  readonly lints: readonly HarperLint[];
}

/** Checks that speak of what people said too: a slip in a quotation is the desk’s own. */
const IN_QUOTATIONS: ReadonlySet<string> = new Set(['spelling', 'typo']);

/** The reason not to show what Harper says, or null when it is to be shown. */
export function silence(lint: HarperLint, place: LintPlace, story: StoryWords): Silence | null {
  const { block } = place;
  const { start, end } = lint;
  if (otherLanguage(place, lint)) return 'language';
  if (inAddress(block.text, start, end)) return 'address';
  if (inLexicon(block.text, start, end, story)) return 'lexicon';
  if (lint.rule === SPELLING_RULE) return silentWord(lint, place, story);
  const spoken =
    block.kind === 'quotation' ||
    block.kind === 'pullquote' ||
    within(analyse(block).quotations, start, end);
  if (spoken && !IN_QUOTATIONS.has(harperCheckId(lint.rule, lint.kind))) return 'quotation';
  return EXCEPTIONS[lint.rule]?.(lint, place) ? 'fine' : null;
}

/**
 * Is the replacement what the keys may have meant? One slip, two in a long word; swapped letters are one. An ending more
 * is no slip: dictionaries lack plurals and derived words rather than writers their stems.
 */
export function isSlip(word: string, replacement: string): boolean {
  const [from, to] = [word.toLowerCase(), replacement.toLowerCase()];
  if (/[\s’'-]/u.test(to) || from.length < 3 || ENDING.test(restOf(from, to))) return false;
  // The dictionary knows it with a capital alone.
  if (from === to) return word !== replacement;
  const distance = editDistance(from, to, 2);
  if (from.length === 3) return distance === 1 && sameLetters(from, to);
  return distance === 1 || (distance === 2 && from.length >= 9 && from[0] === to[0]);
}

const ENDING = /^(?:s|es|ed|er|ers|ing|ings|ly|ness|able)$/u;

/** What a word has behind another one that it begins with; '' when it does not. */
function restOf(word: string, stem: string): string {
  return word.startsWith(stem) ? word.slice(stem.length) : '';
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

const EITHER_SIDE: ReadonlySet<string> = new Set(sides.pairs.flatMap((pair) => pair.split('/')));

/** Is a word that no dictionary has most likely a slip: one step from a known word, and not set apart as a word of its own? */
export function isLikelySlip({ start, end, replacements }: HarperLint, block: ReadBlock): boolean {
  const { text } = block;
  const word = text.slice(start, end);
  const apart = /["“”‘’'(-]$/u.test(text.slice(0, start)) && /^["“”’')-]/u.test(text.slice(end));
  const hyphened = text[start - 1] === '-' || text[end] === '-';
  const capital = /^\p{Lu}/u.test(word);
  if (apart || hyphened || (capital && (word.length < 6 || isTitled(block)))) return false;
  return replacements.some((one) => isSlip(word, one));
}

function silentWord(lint: HarperLint, place: LintPlace, story: StoryWords): Silence | null {
  const { block } = place;
  const { start, end } = lint;
  const printed = block.text.slice(start, end);
  const word = bareWord(printed);
  if (story.names.has(word)) return 'name';
  if (word.length < 3 || word === word.toUpperCase()) return 'abbreviation';
  if (/\d|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}/u.test(word)) return 'name';
  if (/[^\p{ASCII}’]/u.test(word)) return 'accents';
  if (
    word.length <= 4 &&
    block.text[end] === '.' &&
    /^\.[,;]?\s\p{Ll}/u.test(block.text.slice(end))
  ) {
    return 'abbreviation';
  }
  // "Theatre", "Centre", "Labour": names keep the spelling of their country.
  if (/^\p{Lu}/u.test(word) && EITHER_SIDE.has(word.toLowerCase())) return 'name';
  if (/^\p{Lu}/u.test(word)) return isName(word, lint, block, story) ? 'name' : null;
  return isCompound(lint, place) ? 'compound' : null;
}

/** A capital inside a sentence is a name’s; at its start it is one when the story uses it so, or another name follows. */
function isName(word: string, lint: HarperLint, block: ReadBlock, story: StoryWords): boolean {
  const used = story.capitals.get(word);
  if ((used?.inside ?? 0) > 0 || (used?.all ?? 0) > 1) return true;
  const { start, end } = lint;
  if (isTitled(block) || startsSentence(block, start)) {
    const beside = /^[’']?s?[ \u00a0]\p{Lu}/u.test(block.text.slice(end)) && !isTitled(block);
    return beside || !lint.replacements.some((one) => isSlip(word, one)) || word.length < 5;
  }
  return true;
}

/** Part of a word with hyphens, or two words that are often written as one. */
function isCompound(lint: HarperLint, { block, lints }: LintPlace): boolean {
  const { start, end } = lint;
  const word = block.text.slice(start, end);
  const hyphen =
    /[\p{L}\p{N}][-‑–]$/u.test(block.text.slice(Math.max(0, start - 2), start)) ||
    /^[-‑–][\p{L}\p{N}]/u.test(block.text.slice(end));
  if (hyphen && !lint.replacements.some((one) => isSlip(word, one))) return true;
  return lints.some(
    (other) =>
      other.rule === 'SplitWords' &&
      other.start === start &&
      other.end === end &&
      !other.replacements.some(hasSmallWord),
  );
}

const SMALL = new Set('a an and as at be by for in is it of on or the to'.split(' '));

function hasSmallWord(replacement: string): boolean {
  return replacement
    .toLowerCase()
    .split(' ')
    .some((word) => SMALL.has(word));
}

/** Web and mail addresses, handles, hashtags, file names, code and what mixes letters with figures. */
function inAddress(text: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  while (from > 0 && !/\s/u.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && !/\s/u.test(text.charAt(to))) to += 1;
  const chunk = text.slice(from, to);
  return (
    /[@#_\\<>{}=§]|:\/\/|^\/|\/.*\/|www\.|\p{L}\.\p{Ll}{2}|^[“"(]?\.\p{L}/iu.test(chunk) ||
    /\p{L}\d|\d\p{L}{2}/u.test(chunk.replace(/(?:\d)(?:st|nd|rd|th|s|pm|am)\b/giu, ''))
  );
}

function inLexicon(text: string, start: number, end: number, story: StoryWords): boolean {
  if (story.accepted(text.slice(start, end))) return true;
  if (story.phrases.length === 0) return false;
  const folded = text.toLowerCase();
  return story.phrases.some((phrase) => {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      if (at <= start && end <= at + phrase.length) return true;
    }
    return false;
  });
}

/**
 * A block in which every fourth word is unknown, or a sentence with half of its words or four that are a third, is not
 * English. The other side’s spelling is.
 */
function otherLanguage({ block, lints }: LintPlace, lint: HarperLint): boolean {
  const unknown = lints.filter(
    ({ rule, start, end }) =>
      rule === SPELLING_RULE &&
      /^\p{Ll}{2}/u.test(block.text.slice(start, end)) &&
      !EITHER_SIDE.has(block.text.slice(start, end)),
  );
  if (unknown.length < 3) return false;
  const { tokens, sentences } = analyse(block);
  if (unknown.length >= 4 && unknown.length * 4 >= tokens.length) return true;
  const sentence = sentences.find(({ start, end }) => start <= lint.start && lint.end <= end);
  if (!sentence) return false;
  const inside = (one: { readonly start: number }) =>
    sentence.start <= one.start && one.start < sentence.end;
  const strange = unknown.filter(inside).length;
  const all = tokens.filter(inside).length;
  return (strange >= 3 && strange * 2 >= all) || (strange >= 4 && strange * 3 >= all);
}

/** Words that are rightly doubled. */
const DOUBLES = new Set('that had is do bye very no now so there ha blah knock'.split(' '));

/** What single rules get wrong in good copy, found in tests/bench/quality-harper.bench.test.ts: true lets it pass. */
const EXCEPTIONS: Readonly<Record<string, (lint: HarperLint, place: LintPlace) => boolean>> = {
  RepeatedWords({ start, end }, { block }) {
    const words = block.text.slice(start, end);
    const first = /^[\p{L}’']+/u.exec(words)?.[0] ?? '';
    return (
      DOUBLES.has(first.toLowerCase()) ||
      first.length < 2 ||
      /^\p{Lu}/u.test(words) ||
      /\n|[.,]/u.test(words)
    );
  },
  SplitWords: (lint) => !lint.replacements.some(hasSmallWord),
  /** "An hotel" is debated, and how an abbreviation is said is for the ear. */
  AnA({ start, end }, { block }) {
    const next = /^\s([\p{L}’'-]+)/u.exec(block.text.slice(end))?.[1] ?? '';
    return (
      next.length < 2 ||
      /^h/iu.test(next) ||
      /\p{Lu}\p{Lu}/u.test(next) ||
      /[^\s“"‘'(—–]$/u.test(block.text.slice(0, start))
    );
  },
  /** "2 tbsp. oil": most abbreviations are short or have no vowel. */
  SentenceCapitalization({ start }, { block }) {
    if (!['paragraph', 'dek', 'caption', 'bio'].includes(block.kind)) return true;
    const before = /(\p{Ll}{4,})[.!?] $/u.exec(block.text.slice(Math.max(0, start - 24), start));
    return !/[aeiouy]/u.test(before?.[1] ?? '');
  },
  /** One space before ".com" is none too many, and several in one line set a table. */
  Spaces({ start, end }, { block, lints }) {
    if (!/^[ \u00a0]{2,}$/u.test(block.text.slice(start, end))) return true;
    return lints.filter(({ rule }) => rule === 'Spaces').length > 2;
  },
  /** "A lot depends on it." */
  QuantifierNeedsOf: ({ start, end }, { block }) => block.text.slice(start, end) === 'lot',
};
