import type { Decision } from '../article/model';
import type { ReadBlock } from '../article/reading';
import type { Place } from '../checks/types';
import { foldName, rulingsOf } from './decisions';
import type { LedgerEntry } from './name-ledger';
import { nearSpellings, oneApart } from './near-names';

/** A name a letter away from an entry's: perhaps the same person. */
export interface Offer {
  /** The entry's own name or surname, and the other one, as printed. */
  readonly own: string;
  readonly other: string;
  readonly places: readonly Place[];
  /** The other one's entry; null where it is a spelling of nobody's. */
  readonly entry: LedgerEntry | null;
}

/** Two spellings that belong to no entry and are a letter apart, the rarer first. */
export type LoosePair = readonly [
  { readonly word: string; readonly places: readonly Place[] },
  { readonly word: string; readonly places: readonly Place[] },
];

export interface Offers {
  /** By entry id. */
  readonly byEntry: ReadonlyMap<string, readonly Offer[]>;
  readonly loose: readonly LoosePair[];
}

/** Shorter surnames and first names are too often two ("Lee", "Lea"). */
const LEAST_SURNAME = 4;
const LEAST_GIVEN = 3;

/** Names of the ledger, and words that look like them, that are a letter apart; what was decided is no offer. */
export function nearOffers(
  entries: readonly LedgerEntry[],
  blocks: readonly ReadBlock[],
  decisions: readonly Decision[],
): Offers {
  const { areApart, areSame } = rulingsOf(decisions);
  const isOpen = (a: string, b: string) => !areApart(a, b) && !areSame(a, b);
  const byEntry = new Map<string, Offer[]>();
  const offer = (entry: LedgerEntry, made: Offer) => {
    const list = byEntry.get(entry.id) ?? [];
    if (!list.some(({ other }) => other === made.other)) byEntry.set(entry.id, [...list, made]);
  };
  for (const [a, b] of nearPeople(entries)) {
    if (!isOpen(a.full, b.full)) continue;
    offer(a, { own: a.full, other: b.full, places: placesOf(b), entry: b });
    offer(b, { own: b.full, other: a.full, places: placesOf(a), entry: a });
  }
  const loose: LoosePair[] = [];
  // The first one of a surname stands for it.
  const bySurname = new Map(entries.toReversed().map((entry) => [entry.surname, entry]));
  for (const [rare, usual] of nearSpellings(blocks)) {
    if (!isOpen(rare.word, usual.word)) continue;
    const entry = bySurname.get(usual.word);
    const other = bySurname.get(rare.word);
    if (entry && !other) {
      offer(entry, { own: usual.word, other: rare.word, places: rare.places, entry: null });
    } else if (!entry && !other && !isNamed(entries, usual.word)) loose.push([rare, usual]);
  }
  return { byEntry, loose };
}

/** Full names of which one word is the same and the other a letter away. */
function nearPeople(
  entries: readonly LedgerEntry[],
): readonly (readonly [LedgerEntry, LedgerEntry])[] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    if (!entry.full.includes(' ')) continue;
    for (const key of [`given ${givenOf(entry)}`, `surname ${foldName(entry.surname)}`]) {
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
  }
  return [...groups].flatMap(([key, list]) => {
    const word = key.startsWith('given ') ? (one: LedgerEntry) => foldName(one.surname) : givenOf;
    const least = key.startsWith('given ') ? LEAST_SURNAME : LEAST_GIVEN;
    return list.flatMap((a, at) =>
      list.slice(at + 1).flatMap((b) => {
        const [one, two] = [word(a), word(b)];
        const isNear = Math.min(one.length, two.length) >= least && oneApart(one, two);
        return isNear && one !== two ? [[a, b] as const] : [];
      }),
    );
  });
}

function givenOf({ full }: LedgerEntry): string {
  return foldName(full.split(' ')[0] ?? '');
}

function isNamed(entries: readonly LedgerEntry[], word: string): boolean {
  return entries.some(({ forms }) => forms.some(({ text }) => text.split(' ').includes(word)));
}

function placesOf({ forms }: LedgerEntry): readonly Place[] {
  return forms.flatMap(({ places }) => places);
}
