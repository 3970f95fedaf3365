import data from '#assets/lexicons/verbs.json';
import { foldSame } from './fold';

export interface FiniteVerb {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** unclear: may be a past form or a participle ("burned"). */
  readonly tense: 'present' | 'past' | 'unclear';
}

const verbs = new Set(data.verbs);
const alsoNouns = new Set(data.alsoNouns);
const pasts = new Set(data.pasts);
const clearPasts = new Set(data.clearPasts);

const PRESENT_AUXILIARIES = new Set(
  "is are am has have does do can will may must shall isn't aren't doesn't don't can't won't hasn't haven't".split(
    ' ',
  ),
);
const PAST_AUXILIARIES = new Set(
  "was were had did could would should might wasn't weren't didn't couldn't wouldn't hadn't".split(
    ' ',
  ),
);
const PRONOUN_CONTRACTION =
  /^(?:it|he|she|that|there|here|what|who|they|we|you|i)'(?:s|re|m|ve|ll|d)$/i;
/** After these a word is a noun or an infinitive. */
const BEFORE_NOUN = new Set(
  'a an the this these those his her its their our my your some any no each every another of in on at by with from for into near during after before under over between through against without within among around across to as or new old late great first second third last next two three four five six seven eight nine ten several many few own other more most such'.split(
    ' ',
  ),
);
/** After a word that is noun or verb, these say it was the verb. */
const AFTER_VERB =
  /^(?:a|an|the|all|both|each|every|some|many|several|more|two|three|four|five|he|she|they|we|this|these|those|his|her|its|their|our|my|your|him|them|it|us|me|in|on|at|by|with|from|for|into|onto|near|during|after|before|under|over|between|through|against|past|to|as|up|down|out|off|away|back|along|across|around|among|about|toward|towards|outside|inside|beside|behind|next|while|ahead|together|alongside|amid|upon|that|how|why|what|who|where|when|not|alone|still|high|low|guard|\d.*|\p{Lu}.*|\p{Ll}+(?:ly|ing|s))$/u;
const PLURALS = new Set(
  'dormice mice geese officials people police men women children fans crew crews staff media youth cattle fish sheep deer who which that and they we you i others many some several two three both all hundreds thousands dozens'.split(
    ' ',
  ),
);

const CLAUSE = /^(?:a|an|the|he|she|they|it|that|his|her|its|their|how|why|what)$/;

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Punctuation stands between this and the word before. */
  readonly broken: boolean;
}

function words(text: string): readonly Word[] {
  const list: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\d]+(?:['’.-][\p{L}\p{M}\d]+)*/gu)) {
    const between = text.slice(end, match.index);
    list.push({
      text: match[0],
      lower: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
      broken: /[^\s]/.test(between),
    });
    end = match.index + match[0].length;
  }
  return list;
}

/**
 * Verbs that can be finite, in order, by a lexicon, endings and neighbours. Leans towards seeing a verb: a text with
 * none has none, almost surely.
 */
export function finiteVerbs(text: string): readonly FiniteVerb[] {
  const list = words(foldSame(text));
  const found: FiniteVerb[] = [];
  for (const [index, word] of list.entries()) {
    const tense = tenseOf(word, list[index - 1], list[index + 1]);
    if (tense) found.push({ text: word.text, start: word.start, end: word.end, tense });
  }
  return found;
}

function tenseOf(
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
): FiniteVerb['tense'] | null {
  const { lower } = word;
  if (PRONOUN_CONTRACTION.test(word.text)) return 'present';
  if (word.text !== lower) return isImperative(word, before, after) ? 'present' : null;
  if (PRESENT_AUXILIARIES.has(lower)) return 'present';
  if (PAST_AUXILIARIES.has(lower)) return 'past';
  const nounBefore = before !== undefined && !word.broken && isBeforeNoun(before);
  if (nounBefore) return null;
  if (clearPasts.has(lower)) return before ? 'past' : null;
  const base = thirdPerson(lower);
  if (base) {
    if (!alsoNouns.has(base)) return 'present';
    return after && !after.broken && AFTER_VERB.test(after.text) ? 'present' : null;
  }
  if (verbs.has(lower) && before) {
    const subject =
      word.broken ||
      /s$/.test(before.lower) ||
      PLURALS.has(before.lower) ||
      /^\p{Lu}/u.test(before.text);
    if (!subject) return null;
    if (!alsoNouns.has(lower)) return 'present';
    return after && !after.broken && AFTER_VERB.test(after.text) ? 'present' : null;
  }
  if (pasts.has(lower)) return before ? 'unclear' : null;
  if (/[^e]ed$/.test(lower) && lower.length > 4 && before) return 'unclear';
  // An unlisted word in -s before "he", "that", "the": "insists he", "spearheads the".
  if (
    /[^su]s$/.test(lower) &&
    before &&
    !before.lower.endsWith('s') &&
    after &&
    !after.broken &&
    CLAUSE.test(after.text)
  ) {
    return 'present';
  }
  return null;
}

/** "Get a …", "Watch the …" at the beginning of a sentence. */
function isImperative(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (before && !word.broken) return false;
  return (
    verbs.has(word.lower) &&
    after !== undefined &&
    !after.broken &&
    /^(?:a|an|the|your|this|these|more|how|what|us|me)$/.test(after.text)
  );
}

function isBeforeNoun(word: Word): boolean {
  return BEFORE_NOUN.has(word.lower) || /'s?$/.test(word.lower) || /^\d+$/.test(word.text);
}

/** "carries" → carry, "goes" → go, "sits" → sit; null when the base is no known verb. */
function thirdPerson(lower: string): string | null {
  if (!lower.endsWith('s') || lower.length < 4) return null;
  const bases = [lower.slice(0, -1)];
  if (lower.endsWith('ies')) bases.push(`${lower.slice(0, -3)}y`);
  if (lower.endsWith('es')) bases.push(lower.slice(0, -2));
  return bases.find((base) => verbs.has(base)) ?? null;
}

/** Whether the text holds a verb that can be finite. */
export function hasFiniteVerb(text: string): boolean {
  return finiteVerbs(text).length > 0;
}
