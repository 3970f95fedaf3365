import type { Decision, Photo, ReadKind } from '../article/model';
import type { ReadBlock } from '../article/reading';
import { metaValues } from '../captions/metadata';
import { isGivenName } from '../captions/people';
import { knownPlace } from '../captions/places';
import { splitOf } from '../captions/reading';
import type { PersonName } from '../checks/names';
import { namesOf, roleOf, titleOf } from '../checks/names';
import { perBlock } from '../checks/per-block';
import type { Place } from '../checks/types';
import type { Rulings } from './decisions';
import { createUnion, foldName, rulingsOf } from './decisions';

/** One way a person is written, and where, in reading order. */
export interface NameForm {
  readonly text: string;
  readonly places: readonly Place[];
}

/** A person of the story, or a name of another kind that a decision speaks of. */
export interface LedgerEntry {
  /** The same as long as nothing is joined to it. */
  readonly id: string;
  /** The fullest form, the earliest of equals; the spelling marked as right where it is a full one. */
  readonly full: string;
  readonly surname: string;
  /** Titles before the name and roles behind it, with the places where both stand, in order of first mention. */
  readonly titles: readonly NameForm[];
  /** A known first name, a title, a photo's file or a decision says that this is a person; otherwise only its shape does. */
  readonly sure: boolean;
  /** Every spelling as printed, the full one first; others in order of first mention. */
  readonly forms: readonly NameForm[];
  readonly first: Place;
  /** The first full name in the text itself; null when only captions and the like give one. */
  readonly introduced: Place | null;
  /** How many mentions each kind of block has. */
  readonly kinds: ReadonlyMap<ReadKind, number>;
  /** Ids of the photos whose own metadata names this person. */
  readonly photos: readonly string[];
  /** The spelling that was marked as right; null: none was. */
  readonly right: string | null;
  /** Spellings that were joined to this entry by a decision. */
  readonly merged: boolean;
}

export interface LedgerOptions {
  readonly decisions?: readonly Decision[];
  readonly photos?: readonly Photo[];
}

/** A name of a block: a person’s, or a capitalised word that may be a surname alone. */
interface Mention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly person: PersonName | null;
}

const NO_DECISIONS: readonly Decision[] = [];
/** Who took the picture or wrote the story is no person of it. */
const SKIPPED = new Set<ReadKind>(['credit', 'byline']);
const TEXT = new Set<ReadKind>(['paragraph', 'list-item', 'quotation', 'pullquote']);
const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*(?:[’'‑-]\p{Lu}[\p{L}\p{M}]*)*/gu;

const mentionsOf = perBlock((block: ReadBlock): readonly Mention[] => {
  if (SKIPPED.has(block.kind)) return [];
  const people = namesOf(block).map(
    (person): Mention => ({ text: person.name, start: person.start, end: person.end, person }),
  );
  const alone: Mention[] = [];
  let next = 0;
  for (const { 0: text, index: start } of block.text.matchAll(CAPITALISED)) {
    while ((people[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if ((people[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    alone.push({ text, start, end: start + text.length, person: null });
  }
  const all = [...people, ...alone].sort((a, b) => a.start - b.start);
  if (block.kind !== 'caption') return all;
  const { captionRange } = splitOf(block);
  return all.filter(({ start, end }) => start >= captionRange.start && end <= captionRange.end);
});

interface Building {
  readonly key: string;
  surname: string;
  readonly titles: Map<string, Place[]>;
  sure: boolean;
  readonly forms: Map<string, Place[]>;
  readonly fullForms: Map<string, number>;
  first: Place | null;
  introduced: Place | null;
  readonly kinds: Map<ReadKind, number>;
  /** What stands around one of the mentions says that this is a person. */
  cued: boolean;
  merged: boolean;
  isWord: boolean;
}

/**
 * Everyone the blocks name, in order of first mention. Full names with one first name and one surname make one person,
 * as do those that a decision joins; an initial belongs to the only person it fits; a surname alone to the person of
 * that surname who was last named in full. Two passes over the names, whose reading is kept per block.
 */
export function nameLedger(
  blocks: readonly ReadBlock[],
  { decisions = NO_DECISIONS, photos = [] }: LedgerOptions = {},
): readonly LedgerEntry[] {
  const rulings = rulingsOf(decisions);
  const { entryOf, firstOf, entries } = gatherPeople(blocks, rulings);
  const lastOf = new Map<string, Building>();
  for (const block of blocks) {
    for (const mention of mentionsOf(block)) {
      const { person, text } = mention;
      const full = person !== null && person.given.length > 0;
      const entry = full
        ? entryOf(text)
        : (lastOf.get(person?.surname ?? text) ?? firstOf.get(person?.surname ?? text));
      if (!entry) continue;
      take(entry, block, mention);
      if (full) lastOf.set(person.surname, entry);
    }
  }
  const named = photos.map((photo) => ({
    id: photo.id,
    names: new Set(metaValues(photo, 'personShown').map(foldName)),
  }));
  return entries()
    .flatMap((entry) => finish(entry, rulings, named) ?? [])
    .sort(
      (a, b) => order(blocks, a.first) - order(blocks, b.first) || a.first.start - b.first.start,
    );
}

const orders = new WeakMap<readonly ReadBlock[], ReadonlyMap<string, number>>();

function order(blocks: readonly ReadBlock[], place: Place): number {
  let known = orders.get(blocks);
  if (!known) {
    known = new Map(blocks.map((block, at) => [block.id, at]));
    orders.set(blocks, known);
  }
  return known.get(place.block) ?? 0;
}

/** The people there are, before their mentions are counted: full names, names behind a title alone, and merged ones. */
function gatherPeople(blocks: readonly ReadBlock[], rulings: Rulings) {
  const union = createUnion();
  const keys = new Map<string, string>();
  const surnames = new Map<string, string[]>();
  const alone: PersonName[] = [];
  const seen: PersonName[] = [];
  for (const block of blocks) {
    for (const { person } of mentionsOf(block)) {
      if (!person) continue;
      if (person.given.length === 0) alone.push(person);
      else if (!keys.has(person.name)) {
        const key = keyOf(person, rulings);
        keys.set(person.name, key);
        seen.push(person);
        const list = surnames.get(person.surname) ?? [];
        if (!list.includes(key)) surnames.set(person.surname, [...list, key]);
      }
    }
  }
  joinInitials(seen, keys, surnames, union, rulings);
  // A surname behind a title, of nobody who is named in full, is a person all the same.
  for (const { surname } of alone) {
    if (surnames.has(surname)) continue;
    surnames.set(surname, [`=${foldName(surname)}`]);
  }
  const merged = joinDecided(keys, surnames, union, rulings);
  const made = new Map<string, Building>();
  const building = (key: string): Building => {
    const root = union.find(key);
    const known = made.get(root);
    if (known) return known;
    const entry = newEntry(root, merged.has(root));
    made.set(root, entry);
    return entry;
  };
  const firstOf = new Map<string, Building>();
  for (const [surname, list] of surnames) firstOf.set(surname, building(list[0] ?? ''));
  return {
    entryOf: (name: string) => {
      const key = keys.get(name);
      return key === undefined ? undefined : building(key);
    },
    firstOf,
    entries: () => [...made.values()],
  };
}

/** First name and surname; the whole name where it was said to be somebody else. */
function keyOf(person: PersonName, rulings: Rulings): string {
  const [given = ''] = person.given;
  const whole = foldName(person.name);
  const isKeptApart = rulings.pairs.some(
    ({ kind, words }) => kind === 'apart' && words.some((word) => foldName(word) === whole),
  );
  return isKeptApart ? whole : foldName(`${given} ${person.surname}`);
}

/** "A. Reis" is Ana Reis, where no other Reis begins so. */
function joinInitials(
  seen: readonly PersonName[],
  keys: ReadonlyMap<string, string>,
  surnames: ReadonlyMap<string, readonly string[]>,
  union: ReturnType<typeof createUnion>,
  rulings: Rulings,
): void {
  for (const { name, surname, given } of seen) {
    const [initial = ''] = given;
    if (!/^\p{Lu}\.$/u.test(initial)) continue;
    const own = keys.get(name) ?? '';
    const fits = (surnames.get(surname) ?? []).filter(
      (key) => key !== own && key.startsWith(initial.charAt(0).toLowerCase()),
    );
    const [only] = fits;
    if (only !== undefined && fits.length === 1 && !rulings.areApart(name, only))
      union.join(own, only);
  }
}

/** Joins what was decided to be one; gives the keys of those entries. A name the story has no more joins nothing. */
function joinDecided(
  keys: ReadonlyMap<string, string>,
  surnames: Map<string, string[]>,
  union: ReturnType<typeof createUnion>,
  rulings: Rulings,
): ReadonlySet<string> {
  const byFold = new Map([...keys].map(([name, key]) => [foldName(name), key]));
  const bySurname = new Map(
    [...surnames].map(([surname, list]) => [foldName(surname), list[0] ?? '']),
  );
  const touched: string[] = [];
  for (const { kind, words } of rulings.pairs) {
    if (kind !== 'same') continue;
    const [one, two] = words.map((word) => {
      const key =
        byFold.get(foldName(word)) ?? bySurname.get(foldName(word)) ?? `=${foldName(word)}`;
      // A word that is nobody's surname: from now on its mentions are found.
      if (!word.includes(' ') && !surnames.has(word)) surnames.set(word, [key]);
      return key;
    });
    if (one === undefined || two === undefined) continue;
    union.join(one, two);
    touched.push(one);
  }
  return new Set(touched.map((key) => union.find(key)));
}

function newEntry(key: string, merged: boolean): Building {
  return {
    key,
    surname: '',
    titles: new Map(),
    sure: false,
    forms: new Map(),
    fullForms: new Map(),
    first: null,
    introduced: null,
    kinds: new Map(),
    cued: false,
    merged,
    isWord: true,
  };
}

function take(entry: Building, block: ReadBlock, { text, start, end, person }: Mention): void {
  const place: Place = { block: block.id, start, end };
  const { kind } = block;
  const inText = TEXT.has(kind);
  entry.cued ||= inText && !entry.sure && isCued(block.text, start, end);
  add(entry.forms, text, place);
  entry.first ??= place;
  entry.kinds.set(kind, (entry.kinds.get(kind) ?? 0) + 1);
  if (!person) {
    if (entry.surname === '') entry.surname = text;
    return;
  }
  entry.isWord = false;
  entry.sure ||= person.sure || isGivenName(person.given[0] ?? '');
  if (entry.surname === '' || entry.fullForms.size === 0) entry.surname = person.surname;
  const title = titleOf(block.text, person);
  if (title) add(entry.titles, title.text, { block: block.id, start: title.start, end });
  if (person.given.length === 0) return;
  const role = title ? null : roleOf(block.text, person);
  if (role) add(entry.titles, role.text, { block: block.id, start, end: role.end });
  entry.fullForms.set(text, person.given.length);
  if (inText) entry.introduced ??= place;
}

const SPEAKS =
  'says?|said|tells?|told|adds?|added|asks?|asked|argues?|argued|writes?|wrote|explains?|explained|recalls?|recalled|notes?|noted|insists?|insisted|thinks?|believes?';
const CUE_BEHIND = new RegExp(`^(?:,? (?:${SPEAKS})|, who|, \\d{1,2}\\b)(?![\\p{L}])`, 'u');
const CUE_BEFORE = new RegExp(`\\b(?:${SPEAKS}|according to) $`, 'u');

function isCued(text: string, start: number, end: number): boolean {
  return (
    CUE_BEHIND.test(text.slice(end, end + 12)) ||
    CUE_BEFORE.test(text.slice(Math.max(0, start - 14), start))
  );
}

function add(into: Map<string, Place[]>, text: string, place: Place): void {
  const places = into.get(text);
  if (places) places.push(place);
  else into.set(text, [place]);
}

function finish(
  entry: Building,
  rulings: Rulings,
  named: readonly { readonly id: string; readonly names: ReadonlySet<string> }[],
): LedgerEntry | null {
  const { first, surname, introduced, kinds, merged } = entry;
  if (!first) return null;
  const forms = toForms(entry.forms);
  const right = forms.find(({ text }) => rulings.right.has(foldName(text)))?.text ?? null;
  const longest = Math.max(0, ...entry.fullForms.values());
  const fullest = [...entry.fullForms].find(([, words]) => words === longest)?.[0];
  const full = right?.includes(' ') ? right : (fullest ?? forms[0]?.text ?? surname);
  const folded = forms.map(({ text }) => foldName(text));
  const photos = named
    .filter(({ names }) => folded.some((form) => form.includes(' ') && names.has(form)))
    .map(({ id }) => id);
  const sure =
    entry.sure ||
    merged ||
    photos.length > 0 ||
    (!entry.isWord && entry.cued && knownPlace(full) === null);
  forms.sort((a, b) => Number(b.text === full) - Number(a.text === full));
  return {
    id: entry.key,
    full,
    surname,
    titles: toForms(entry.titles),
    sure,
    forms,
    first,
    introduced,
    kinds,
    photos,
    right,
    merged,
  };
}

function toForms(map: ReadonlyMap<string, readonly Place[]>): NameForm[] {
  return [...map].map(([text, places]) => ({ text, places }));
}
