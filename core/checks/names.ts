import lexicon from '#assets/lexicons/names.json';
import type { ReadBlock } from '../article/reading';

const words = (list: string) => list.split(' ');
const set = (list: string) => new Set(words(list));
const GIVEN = set(lexicon.given);
const TITLES = set(lexicon.titles);
const PARTICLES = set(lexicon.particles);
const SUFFIXES = set(lexicon.suffixes);
const NEVER = set(lexicon.never);
const ORGANISATION = set(lexicon.organisation);

/** A person as a text names them. Offsets span the name without its title. */
export interface PersonName {
  readonly start: number;
  readonly end: number;
  /** As printed, without title, possessive or suffix: "Sergei Lavrov", "Lavrov". */
  readonly name: string;
  /** The title before it: "Foreign Minister", "Dr."; empty when there is none. */
  readonly title: string;
  /** Words of the name before the surname; empty when the surname stands alone behind a title. */
  readonly given: readonly string[];
  readonly surname: string;
  /** True when a known first name or a title says that this is a person; otherwise only its shape does. */
  readonly sure: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD =
  /(?:\p{Lu}\.){1,3}(?:-\p{Lu}\.)?|[\p{L}][\p{L}\p{M}]*(?:[’'‑-]\p{L}[\p{L}\p{M}]*)*\.?|[^\s\p{L}]+/gu;
const CAPITAL = /^\p{Lu}[\p{L}\p{M}’'‑.-]*$/u;
const INITIAL = /^(?:\p{Lu}\.){1,3}(?:-\p{Lu}\.)?$/u;
const POSSESSIVE = /[’']s?$/u;
/** Behind these and a stop a sentence goes on. */
const ABBREVIATED =
  /^(?:Jr|Sr|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Maj|Sgt|Cpl|Pvt|Adm|Cmdr|Det|Insp|Rev|Fr|St)\.$/u;

/**
 * People a text names: two or more capitalised words that look like a name, or a title and a surname. Institutions,
 * places, days and the capital of a sentence's first word are told apart by word lists. In order; no overlaps.
 */
export function personNames(text: string): readonly PersonName[] {
  const words = split(text);
  const found: PersonName[] = [];
  for (let at = 0; at < words.length; ) {
    const run = runFrom(text, words, at);
    if (run.length === 0) {
      at += 1;
      continue;
    }
    const person = read(text, run, at === 0 || startsSentence(text, words, at));
    if (person) found.push(person);
    at += run.length;
  }
  return found;
}

function split(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    let word = match[0];
    if (word.endsWith('.') && !INITIAL.test(word) && !ABBREVIATED.test(word) && !TITLES.has(word)) {
      word = word.slice(0, -1);
    }
    words.push({ text: word, start: match.index, end: match.index + word.length });
  }
  return words;
}

function startsSentence(text: string, words: readonly Word[], at: number): boolean {
  const before = text.slice(words[at - 1]?.end ?? 0, words[at]?.start).trim();
  const mark = words[at - 1]?.text ?? '';
  return /[.!?:…]/u.test(before) || /[.!?:…“"]$/u.test(mark);
}

/** Capitalised words, initials and particles from `at` on, with nothing but single spaces between them. */
function runFrom(text: string, words: readonly Word[], at: number): readonly Word[] {
  const run: Word[] = [];
  for (let next = at; next < words.length; next += 1) {
    const word = words[next];
    if (!word) break;
    const last = run.at(-1);
    if (last && !/^[ \u00a0]{1,2}$/u.test(text.slice(last.end, word.start))) break;
    if (CAPITAL.test(word.text)) run.push(word);
    else if (last && PARTICLES.has(word.text) && continuesAfterParticle(words, next))
      run.push(word);
    else if (
      last &&
      word.text === 'of' &&
      /^(?:Secretary|Minister|Chief|Speaker|Archbishop|Bishop|Duke|Duchess|Prince|Princess)$/u.test(
        last.text,
      )
    )
      run.push(word);
    else break;
    if (POSSESSIVE.test(word.text) && !/^[OD][’']/u.test(word.text)) break;
  }
  return run;
}

function continuesAfterParticle(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.text ?? '';
  return CAPITAL.test(next) || (PARTICLES.has(next) && CAPITAL.test(words[at + 2]?.text ?? ''));
}

function read(text: string, run: readonly Word[], atStart: boolean): PersonName | null {
  let words = [...run];
  const titleWords: string[] = [];
  // "Foreign Minister Sergei Lavrov", "Secretary of State Ann Lee": everything up to the last title word.
  const lastTitle = words.findLastIndex(
    (word, index) => index < words.length - 1 && isTitle(word.text),
  );
  if (lastTitle >= 0) {
    let cut = lastTitle + 1;
    if (words[cut]?.text === 'of') cut += 2;
    titleWords.push(...words.slice(0, cut).map((word) => word.text));
    words = words.slice(cut);
  }
  if (
    atStart &&
    titleWords.length === 0 &&
    words.length > 2 &&
    !GIVEN.has(words[0]?.text ?? '') &&
    GIVEN.has(words[1]?.text ?? '')
  ) {
    words = words.slice(1);
  }
  while (words.length > 0 && NEVER.has(words[0]?.text ?? '')) words = words.slice(1);
  // Nothing after a day, a place word or an agency belongs to the name.
  const stop = words.findIndex((word) => NEVER.has(bare(word.text)));
  if (stop >= 0) words = words.slice(0, stop);
  while (words.length > 0 && SUFFIXES.has(words.at(-1)?.text ?? '')) words.pop();
  while (
    words.length > 0 &&
    (PARTICLES.has(words.at(-1)?.text ?? '') || words.at(-1)?.text === 'of')
  )
    words.pop();
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || words.length > 5) return null;
  return build(text, words, titleWords);
}

function build(
  text: string,
  words: readonly Word[],
  titleWords: readonly string[],
): PersonName | null {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const plain = words.map((word) => bare(word.text));
  if (plain.some((word) => ORGANISATION.has(word) && !GIVEN.has(word))) return null;
  const known = GIVEN.has(plain[0] ?? '') || GIVEN.has((plain[0] ?? '').split(/[-‑]/u)[0] ?? '');
  const titled = titleWords.length > 0;
  const surnameAt = surnameIndex(plain);
  const surname = plain.slice(surnameAt).join(' ');
  if (INITIAL.test(surname) || surname.length < 2) return null;
  if (words.length === 1 && !titled) return null;
  // All capitals are an abbreviation or a heading, unless every word is: "JIM WATSON".
  const capitals = plain.filter(
    (word) => word.length > 1 && word === word.toUpperCase() && !INITIAL.test(word),
  );
  if (capitals.length > 0 && capitals.length < plain.filter((word) => word.length > 1).length)
    return null;
  if (capitals.length > 0 && words.length > 3) return null;
  const end = last.end - (last.text.length - bare(last.text).length);
  const name = text.slice(first.start, end);
  const given = plain.slice(0, surnameAt);
  return {
    start: first.start,
    end,
    name,
    title: titleWords.join(' '),
    given,
    surname,
    sure: known || titled,
  };
}

/** A particle begins the surname: "Ursula von der Leyen"; otherwise it is the last word. */
function surnameIndex(words: readonly string[]): number {
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word));
  return particle > 0 ? particle : words.length - 1;
}

function bare(word: string): string {
  return /^[OD][’']\p{Lu}/u.test(word) ? word.replace(/[’']s$/u, '') : word.replace(POSSESSIVE, '');
}

function isTitle(word: string): boolean {
  return TITLES.has(word);
}

const cache = new WeakMap<ReadBlock, readonly PersonName[]>();

/** The names of a block, computed once. */
export function namesOf(block: ReadBlock): readonly PersonName[] {
  const known = cache.get(block);
  if (known) return known;
  const names = personNames(block.text);
  cache.set(block, names);
  return names;
}

/** Words that go before a title and are no part of it: "But Mayor", "On Secretary". */
const LEADING =
  /^(?:(?:But|And|On|In|As|When|While|After|Acting|Then|The|Former|Even|\p{Lu}\p{Ll}+ly) )+/u;

/** A person's title as printed and where it begins; null when there is none. */
export function titleOf(
  text: string,
  person: PersonName,
): { readonly text: string; readonly start: number } | null {
  const title = person.title.replace(LEADING, '');
  if (title === '') return null;
  const start = text.lastIndexOf(title, person.start);
  // Between title and name there is a space, or two.
  return start >= 0 && person.start - start <= title.length + 2 ? { text: title, start } : null;
}

/** Roles behind a name are common nouns: titles in small letters, and what people do. */
const ROLES = [
  ...[...TITLES]
    .filter((word) => word.length > 5 && !word.endsWith('.'))
    .map((word) => word.toLowerCase()),
  ...words(
    'mayor chief coach judge head founder spokesman spokeswoman spokesperson manager editor chair chairman executive lawyer owner author analyst economist scientist historian',
  ),
].filter(
  (word) =>
    !/^(?:private|brother|sister|father|attorney|general|herr|monsieur|madame)$/u.test(word),
);
const ROLE = new RegExp(
  `^, (?:the |an? |his |her |their )?(?!(?:who|whose|which|and|but|said|says|while|then|when|as|not|is|was|or|with|to|in|on|at|by|for|from|of)\\b)((?:[\\p{Ll}’'-]+ ){0,2}(?:${ROLES.join('|')}))(?![\\p{L}\\p{N}-])`,
  'u',
);
/** Code units looked at behind a name for a role. */
const ROLE_REACH = 60;

/** The role behind a name ("Peter Lund, the deputy mayor of Ribe"): "deputy mayor" and where it ends; null when none is. */
export function roleOf(
  text: string,
  person: PersonName,
): { readonly text: string; readonly end: number } | null {
  if (text.charAt(person.end) !== ',') return null;
  const match = ROLE.exec(text.slice(person.end, person.end + ROLE_REACH));
  return match?.[1] ? { text: match[1], end: person.end + match[0].length } : null;
}
