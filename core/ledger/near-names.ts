import given from '#assets/lexicons/given-names.json';
import lookalikes from '#assets/lexicons/lookalike-names.json';
import lexicon from '#assets/lexicons/names.json';
import places from '#assets/lexicons/places.json';
import type { ReadBlock } from '../article/reading';
import { analyse } from '../checks/analysis';
import { perBlock } from '../checks/per-block';
import type { Place } from '../checks/types';

const words = (text: string) => text.split(' ');
/** Names that exist in their own right: two of them that look alike are two. */
const KNOWN = new Set(
  [
    ...given.names,
    ...words(lexicon.given),
    ...words(lexicon.titles),
    ...words(lexicon.never),
    ...words(lexicon.organisation),
    ...lookalikes.names,
    ...places.states,
    ...Object.keys(places.aliases),
    ...places.places.flatMap(({ country, cities }) => [country, ...cities]),
  ].flatMap(words),
);
const KINDS = new Set(['paragraph', 'list-item', 'dek', 'headline', 'crosshead', 'bio']);
/** Names of a story beyond these are not compared; a list of thousands is no story. */
const MOST = 4000;

/** A capitalised word as spelled, and where. */
export interface SpelledName {
  readonly word: string;
  readonly places: Place[];
  /** The capitalised words that stand right before it. */
  readonly before: Set<string>;
}

/**
 * Spellings a letter apart that are nearly always one name, the rarer first: two that each exist in their own right, or
 * that stand behind different first names, are no pair.
 */
export function nearSpellings(
  blocks: readonly ReadBlock[],
): readonly (readonly [SpelledName, SpelledName])[] {
  return pairs(collect(blocks)).filter(
    ([rare, usual]) => !isSmall(blocks, rare.word) && !isSmall(blocks, usual.word),
  );
}

interface Hit extends Place {
  readonly word: string;
  readonly before: string;
}

const CAPITALISED = /(?<![\p{L}\p{N}’'@#./_-])\p{Lu}\p{Ll}{4,}(?![\p{L}\p{N}@/_-]|[’']\p{Ll}{2})/uy;

/** Words that stand before a name at a sentence's start and are no first name. */
const SENTENCE_WORD =
  /^(?:The|A|An|This|That|These|Those|His|Her|Their|Our|My|Its|And|But|Or|So|For|Of|In|On|At|To|From|By|With|Without|Near|Outside|After|Before|Since|Until|During|Under|Over|Against|About|Through|Between|As|If|When|While|Where|Because|Although|Though|Like|Unlike|Only|Even|Not|Both|Then|Now|Later|Yet|Still|Did|Does|Is|Was|Can|Will|Would|Has|Had|Said|Says|Asked)$/u;

const hitsOf = perBlock((block: ReadBlock): readonly Hit[] =>
  analyse(block).tokens.flatMap(({ text, start }) => {
    if (text.length < 5 || text.charAt(0) === text.charAt(0).toLowerCase()) return [];
    CAPITALISED.lastIndex = start;
    const word = CAPITALISED.exec(block.text)?.[0];
    if (!word) return [];
    const before = block.text.slice(Math.max(0, start - 24), start);
    // "Colmer (pronounced Calmer)": the spelling itself is the subject.
    if (/\b(?:pronounced|spelled|spelt|formerly|née|born) $/u.test(before)) return [];
    // A capital at a sentence's start says nothing.
    if (/(?:^|[.!?:…“”"‘(\n—–] ?)$/u.test(before) && !/\p{Lu}\.\s$/u.test(before)) return [];
    const first = /(\p{Lu}[\p{L}’'-]*\.?)\s$/u.exec(before)?.[1] ?? '';
    const own = SENTENCE_WORD.test(first) ? '' : first;
    return [{ block: block.id, start, end: start + word.length, word, before: own }];
  }),
);

/** Is the word written small somewhere in the story? Then it is no name. Looked up for pairs only: there are few. */
function isSmall(blocks: readonly ReadBlock[], word: string): boolean {
  const small = word.toLowerCase();
  return blocks.some(
    (block) =>
      KINDS.has(block.kind) &&
      block.text.includes(small) &&
      analyse(block).tokens.some(
        ({ text }) => text === small || (text.includes('-') && text.split('-').includes(small)),
      ),
  );
}

function collect(blocks: readonly ReadBlock[]): ReadonlyMap<string, SpelledName> {
  const names = new Map<string, SpelledName>();
  for (const block of blocks) {
    if (!KINDS.has(block.kind)) continue;
    for (const { word, before, ...place } of hitsOf(block)) {
      const known = names.get(word) ?? { word, places: [], before: new Set() };
      known.places.push(place);
      if (before !== '') known.before.add(before);
      names.set(word, known);
    }
  }
  return names;
}

/** Pairs a letter apart, the rarer first. Words that share a spelling with one letter taken out meet in one bucket. */
function pairs(
  names: ReadonlyMap<string, SpelledName>,
): readonly (readonly [SpelledName, SpelledName])[] {
  if (names.size > MOST) return [];
  const buckets = new Map<string, SpelledName[]>();
  const found: (readonly [SpelledName, SpelledName])[] = [];
  const seen = new Set<string>();
  for (const name of names.values()) {
    const { word } = name;
    for (let at = 0; at <= word.length; at += 1) {
      const key = word.slice(0, at) + word.slice(at + 1);
      const bucket = buckets.get(key);
      if (!bucket) {
        buckets.set(key, [name]);
        continue;
      }
      for (const other of bucket) {
        const id = `${other.word} ${word}`;
        if (other === name || seen.has(id)) continue;
        seen.add(id);
        const pair = judge(name, other);
        if (pair) found.push(pair);
      }
      bucket.push(name);
    }
  }
  return found;
}

function judge(a: SpelledName, b: SpelledName): readonly [SpelledName, SpelledName] | null {
  const [rare, usual] = a.places.length < b.places.length ? [a, b] : [b, a];
  if (usual.places.length < 2 || rare.places.length * 2 > usual.places.length) return null;
  if (KNOWN.has(rare.word)) return null;
  if (KNOWN.has(usual.word) && Math.abs(rare.word.length - usual.word.length) === 1) return null;
  if (inflected(rare.word, usual.word) || !oneApart(rare.word, usual.word)) return null;
  // Two first names: two people. "Larsen" and "Larson" of different families.
  const given = [...rare.before].filter((word) => !lexiconTitles.has(word));
  if (given.length > 0 && ![...rare.before].some((word) => usual.before.has(word))) return null;
  return [rare, usual];
}

const lexiconTitles = new Set(words(lexicon.titles));

/** A difference in the last two letters is an ending: Russia, Russian; Carlo, Carla. */
function inflected(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  let same = 0;
  while (same < least && a[same] === b[same]) same += 1;
  return same === 0 || same >= least - 1;
}

/** One letter changed, added or left out, or two neighbours swapped. */
export function oneApart(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
