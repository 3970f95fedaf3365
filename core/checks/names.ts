import lexicon from '#assets/lexicons/names.json';
import type { BlockId } from '../article/model';
import type { ReadBlock } from '../article/reading';
import type { Place } from './types';

const set = (words: string) => new Set(words.split(' '));
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

/** One way a person is written, and where. */
export interface NameForm {
  readonly text: string;
  readonly places: readonly Place[];
}

/** A person of the story with every form of the name. */
export interface LedgerEntry {
  /** The fullest form, the earliest of equals. */
  readonly full: string;
  readonly surname: string;
  readonly titles: readonly string[];
  readonly sure: boolean;
  /** Every spelling as printed, the full one first; later forms (surname alone) after it. */
  readonly forms: readonly NameForm[];
  readonly first: Place;
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

interface Building {
  full: string;
  surname: string;
  titles: Set<string>;
  sure: boolean;
  forms: Map<string, Place[]>;
  first: Place;
}

/**
 * Everyone the blocks name, in order of first mention. Full names that are equal make one person; a surname alone
 * belongs to the last person of that surname. One pass over the names, one over the capitalised words.
 */
export function nameLedger(blocks: readonly ReadBlock[]): readonly LedgerEntry[] {
  const people = new Map<string, Building>();
  const bySurname = new Map<string, Building>();
  for (const block of blocks) {
    for (const person of namesOf(block)) {
      const place = placeOf(block.id, person);
      const alone = person.given.length === 0;
      const known = alone ? bySurname.get(person.surname) : people.get(person.name);
      const entry = known ?? newEntry(person, place);
      if (person.title !== '') entry.titles.add(person.title);
      entry.sure ||= person.sure;
      if (entry.full.split(' ').length === 1 && !alone) entry.full = person.name;
      add(entry, person.name, place);
      if (!known) people.set(person.name, entry);
      bySurname.set(person.surname, entry);
    }
  }
  for (const block of blocks) addSurnames(block, bySurname);
  return [...people.values()].map(finish);
}

function newEntry(person: PersonName, first: Place): Building {
  const { name, surname, sure } = person;
  return { full: name, surname, titles: new Set(), sure, forms: new Map(), first };
}

function add(entry: Building, text: string, place: Place): void {
  const places = entry.forms.get(text);
  if (places) places.push(place);
  else entry.forms.set(text, [place]);
}

/** Surnames that stand alone, outside the full names already counted. */
function addSurnames(block: ReadBlock, bySurname: ReadonlyMap<string, Building>): void {
  const names = namesOf(block);
  let next = 0;
  for (const match of block.text.matchAll(/\p{Lu}[\p{L}\p{M}]*(?:[’'‑-]\p{Lu}[\p{L}\p{M}]*)*/gu)) {
    const start = match.index;
    while (next < names.length && (names[next]?.end ?? 0) <= start) next += 1;
    if ((names[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const entry = bySurname.get(match[0]);
    if (entry) add(entry, match[0], placeOf(block.id, { start, end: start + match[0].length }));
  }
}

function placeOf(block: BlockId, range: { readonly start: number; readonly end: number }): Place {
  return { block, start: range.start, end: range.end };
}

function finish(entry: Building): LedgerEntry {
  const { full, surname, sure, first } = entry;
  const forms = [...entry.forms].map(([text, places]) => ({ text, places }));
  forms.sort((a, b) => Number(b.text === full) - Number(a.text === full));
  return { full, surname, titles: [...entry.titles], sure, forms, first };
}
