import type { Range } from '../checks/analysis';
import type { NumberMention } from '../checks/numbers';

/** What a number counts: the noun as printed, its singular for comparing, and where it stands. */
export interface CountedNoun {
  readonly text: string;
  readonly key: string;
  readonly at: Range;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  policemen: 'policeman',
  firemen: 'fireman',
  fishermen: 'fisherman',
  lives: 'life',
  wives: 'wife',
  dead: 'dead',
  injured: 'injured',
  wounded: 'wounded',
  missing: 'missing',
};
/** Measures and loose words: two of them in one story are seldom the same thing. */
const LOOSE = new Set(
  'year month week day hour minute second decade time way thing percent point mile foot inch yard metre meter kilometre kilometer pound ton tonne kilo degree acre hectare other part half third quarter of step reason lot kind type case'.split(
    ' ',
  ),
);
/** Words that end what a number counts, and words in s that are no plural. */
const STOP = new Set(
  'of in on at to for from by with and or but as is was were are be been has had have who which that this these those than the a an its his her their our said says does us plus minus per less more later ago old up down if when while after before across about against into over under out off does goes takes makes comes gives gets needs wants means shows adds seems'.split(
    ' ',
  ),
);
const WORD = /^[ \u00a0](\p{Ll}[\p{Ll}\p{M}’'-]*)/u;
/** Words that may stand between a number and its noun. */
const REACH = 3;

/** The noun that a count speaks of ("12 council members" counts members); null when none stands right behind it. */
export function countedNoun(text: string, number: NumberMention): CountedNoun | null {
  if (number.kind !== 'count') return null;
  let from = number.end;
  for (let step = 0; step < REACH; step += 1) {
    const match = WORD.exec(text.slice(from, from + 32));
    const word = match?.[1] ?? '';
    if (!match || STOP.has(word)) return null;
    const start = from + 1;
    from += match[0].length;
    const key = singular(word);
    if (key !== null && !continues(text, from, word)) {
      return LOOSE.has(key) ? null : { text: word, key, at: { start, end: from } };
    }
  }
  return null;
}

/** "5 dead": words of state are nouns only at the end of what is counted: "dead fish" are fish. */
function continues(text: string, from: number, word: string): boolean {
  if (!/^(?:dead|injured|wounded|missing)$/u.test(word)) return false;
  const next = WORD.exec(text.slice(from, from + 32))?.[1];
  return next !== undefined && !STOP.has(next) && singular(next) !== null;
}

function singular(word: string): string | null {
  const known = IRREGULAR[word];
  if (known !== undefined) return known;
  if (!/[^s]s$/u.test(word) || word.length < 4 || /(?:ous|ics|[’'])/u.test(word)) return null;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
