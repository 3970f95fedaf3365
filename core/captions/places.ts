import data from '#assets/lexicons/places.json';
import { foldSame } from './fold';

export interface FoundPlace {
  /** As printed: "Moscow", "the Rose Bowl". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Canonical name of a place of the gazetteer; null for a phrase ("at the training center"). */
  readonly known: string | null;
}

const aliases = new Map<string, string>(Object.entries(data.aliases));
const countryOf = new Map<string, string>();
const names = new Set<string>();
for (const { country, cities } of data.places) {
  names.add(country);
  for (const city of cities) {
    names.add(city);
    countryOf.set(city, country);
  }
}
for (const state of data.states) {
  names.add(state);
  countryOf.set(state, 'United States');
}
for (const alias of aliases.keys()) names.add(alias);

const byFirstWord = new Map<string, string[]>();
for (const name of names) {
  const first = name.split(/[ -]/)[0] ?? name;
  byFirstWord.set(
    first,
    [...(byFirstWord.get(first) ?? []), name].sort((a, b) => b.length - a.length),
  );
}

/** Places that are given names, surnames or words as well: known only after a preposition or a comma. */
const DOUBTFUL = new Set(
  'Jordan Georgia Chad Paris Florence Charlotte Austin Houston Dallas Denver Lincoln Washington Virginia Israel Sofia Victoria Salvador Santiago Cork Nice Split Orlando Kingston Wellington Mali Turkey Cali Phoenix Queens Valencia Bergen Perth Bali Aden Lima Kano Homs Oxford Bristol Cambridge Carolina Darwin Petra Milan Kazan Adelaide Sydney Alexandria Lagos Chelsea Brooklyn Montana Dakota Hamburg Essex Colombo Panama Savannah Madison Jackson Columbus Cleveland US'.split(
    ' ',
  ),
);

const PLACE_NOUN =
  'headquarters|airport|airfield|office|offices|stadium|arena|church|mosque|temple|synagogue|cathedral|school|university|campus|court|courthouse|courtroom|street|road|highway|park|beach|coast|hospital|clinic|prison|jail|station|palace|parliament|senate|capital|capitol|city|village|town|suburb|neighbou?rhood|district|border|square|home|house|factory|plant|farm|field|fields|forest|river|lake|sea|ocean|port|harbou?r|bridge|hotel|restaurant|cafe|bar|shop|store|market|mall|museum|gallery|theat(?:re|er)|cinema|studio|stage|cemetery|camp|base|base camp|embassy|consulate|centre|center|club|hall|room|tent|garden|gardens|zoo|aquarium|library|laboratory|lab|warehouse|garage|pier|dock|ship|train|bus|plane|island|mountain|mountains|valley|desert|site|scene|rally|conference|summit|meeting|ceremony|funeral|festival|convention|exhibition|airbase|checkpoint|polling station|gym|pool|pub|racetrack|track|course|pitch|moon|mars|orbit|space|launch pad';
const LOCATIVE = new RegExp(
  `(?<![\\p{L}'-])(?:in|at|near|outside|inside|along|off|aboard|around|across|on|from|over|above|through|throughout|between|toward|towards|downtown|of|to|into)\\s+(?:(?:downtown|central|northern|southern|eastern|western|north|south|east|west|rural|nearby)\\s+)?(?:(?:the|a|an|his|her|their|its|this)\\s+)?(?:\\p{Ll}+[\\s-]+){0,3}?(\\p{Lu}[\\p{L}'.-]*(?:\\s+(?:(?:of|the|de|la|del|du|al)(?=\\s)|\\p{Lu}[\\p{L}'.-]*))*|(?:${PLACE_NOUN})\\b)`,
  'gu',
);
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wednes|Thurs|Fri|Satur|Sun)(?:day)?s?\b|^(?:Mr|Mrs|Ms|Dr|Sir|Lord|President|Prime|Secretary|Senator|Sen|Rep|Gov|Gen|King|Queen|Prince|Princess|Pope)\b/;

/** Canonical name of a place of the gazetteer ("Kiev" → Kyiv); null when it is not in it. */
export function knownPlace(text: string): string | null {
  const bare = foldSame(text)
    .replace(/^the /i, '')
    .replace(/[.,]+$/, '')
    .trim();
  if (!names.has(bare) && !names.has(text.trim())) return null;
  return aliases.get(bare) ?? bare;
}

/** Whether two known places can be the same or one lies in the other (city and country). */
export function compatiblePlaces(a: string, b: string): boolean {
  if (a === b || countryOf.get(a) === b || countryOf.get(b) === a) return true;
  // A state, a province or a part of a country and a city of the same country may go together.
  const [one, two] = [countryOf.get(a), countryOf.get(b)];
  const wide = (place: string) =>
    data.states.includes(place) ||
    ['England', 'Scotland', 'Wales', 'Northern Ireland', 'Britain'].includes(place);
  return one !== undefined && one === two && (wide(a) || wide(b));
}

/** Places of the gazetteer named in a text, in order. */
export function knownPlaces(text: string): readonly FoundPlace[] {
  const folded = foldSame(text);
  const found: FoundPlace[] = [];
  let until = 0;
  for (const match of folded.matchAll(/(?<![\p{L}'-])\p{Lu}[\p{L}.]*/gu)) {
    if (match.index < until) continue;
    const first = match[0].replace(/\.$/, '');
    const options = byFirstWord.get(match[0]) ?? byFirstWord.get(first) ?? [];
    const name = options.find(
      (option) =>
        folded.startsWith(option, match.index) &&
        !/[\p{L}]/u.test(folded[match.index + option.length] ?? ' '),
    );
    if (!name || !standsForPlace(folded, match.index, name)) continue;
    until = match.index + name.length;
    found.push({
      text: text.slice(match.index, until),
      start: match.index,
      end: until,
      known: aliases.get(name) ?? name,
    });
  }
  return found;
}

function standsForPlace(text: string, at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(at + name.length, at + name.length + 20);
  // "Washington Post", "Paris Hilton", "New York Times": the beginning of a longer name.
  const longer = /^ \p{Lu}\p{Ll}/u.test(after);
  const inner = /\p{Lu}[\p{L}.]* $/u.test(before) && !/(?:^|[.!?] )\p{Lu}\p{Ll}* $/u.test(before);
  const placed =
    /(?:\b(?:in|at|near|from|to|of|outside|around|across|downtown|central|for)|,) $/i.test(before);
  if (DOUBTFUL.has(name)) return placed && !longer;
  return placed ? true : !longer && !inner;
}

/** Where a caption says it was taken: known places, and phrases such as "at the training center". */
export function findPlaces(text: string): readonly FoundPlace[] {
  const known = knownPlaces(text);
  const folded = foldSame(text);
  const found: FoundPlace[] = [...known];
  for (const match of folded.matchAll(LOCATIVE)) {
    const name = (match[1] ?? '').replace(/\.$/, '');
    const start = match.index + match[0].length - (match[1] ?? '').length;
    const end = start + name.length;
    if (NO_PLACE.test(name) || known.some((place) => place.start < end && place.end > start))
      continue;
    const preposition = match[0].split(/\s/)[0] ?? '';
    // "of", "to", "from", "on" before a name mark a place only with a place word in the name.
    if (
      /^(?:of|to|into|from|on|over|between|above|through|around|across)$/.test(preposition) &&
      !new RegExp(`\\b(?:${PLACE_NOUN})$`, 'i').test(name)
    )
      continue;
    found.push({ text: text.slice(start, end), start, end, known: null });
  }
  return found.sort((a, b) => a.start - b.start);
}
