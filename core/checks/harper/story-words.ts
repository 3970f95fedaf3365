import agencies from '#assets/agencies.json';
import abbreviations from '#assets/lexicons/known-abbreviations.json';
import type { ReadBlock } from '../../article/reading';
import type { Agency } from '../../captions/gazetteer';
import { nameLedger } from '../../ledger/name-ledger';
import { analyse } from '../analysis';
import { acceptedBy, bareWord } from '../lexicon';
import { perBlock } from '../per-block';
import type { StyleBook } from '../style-book';

/** What a story itself says about its words: names, and words that it uses on purpose. */
export interface StoryWords {
  /** The lexicon has it, of the house, the library or the story. */
  readonly accepted: (word: string) => boolean;
  /** Entries of several words, in small letters. */
  readonly phrases: readonly string[];
  /** Words of people’s names, of agencies, and abbreviations that readers know. */
  readonly names: ReadonlySet<string>;
  /** Words with a capital where no sentence starts, and how often they stand anywhere. */
  readonly capitals: ReadonlyMap<string, { readonly inside: number; readonly all: number }>;
}

const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}’'.-]+/gu) ?? [];

const KNOWN: ReadonlySet<string> = new Set([
  ...abbreviations.known,
  ...(agencies.agencies as readonly Agency[]).flatMap(({ name, aliases = [] }) =>
    [name, ...aliases].flatMap((text) => words(text).map(bareWord)),
  ),
]);

/** Reads what the blocks of a story and its book’s lexicon say. Names are cached by block. */
export function storyWords(blocks: readonly ReadBlock[], book: StyleBook): StoryWords {
  const names = new Set(KNOWN);
  for (const { forms } of nameLedger(blocks)) {
    for (const { text } of forms) {
      for (const word of words(text)) {
        names.add(bareWord(word));
        for (const part of word.split(/[-‑]/u)) names.add(bareWord(part));
      }
    }
  }
  const capitals = new Map<string, { inside: number; all: number }>();
  for (const block of blocks) {
    for (const { word, inside } of capitalised(block)) {
      const count = capitals.get(word) ?? { inside: 0, all: 0 };
      capitals.set(word, count);
      count.all += 1;
      if (inside) count.inside += 1;
    }
  }
  return {
    accepted: acceptedBy(book.lexicon),
    phrases: book.lexicon
      .filter((entry) => entry.includes(' '))
      .map((entry) => entry.toLowerCase()),
    names,
    capitals,
  };
}

const CAPITAL = /^\p{Lu}/u;

/** Words with a capital; `inside`: not where a sentence starts, and not in a line that capitalises all its words. */
const capitalised = perBlock((block: ReadBlock) => {
  const titled = isTitled(block);
  return analyse(block).tokens.flatMap(({ text, start }) =>
    CAPITAL.test(text)
      ? [{ word: bareWord(text), inside: !titled && !startsSentence(block, start) }]
      : [],
  );
});

const HEADINGS: ReadonlySet<string> = new Set(['headline', 'dek', 'crosshead', 'pullquote']);

/** Does a line give most of its longer words a capital, as headings do? */
export const isTitled = perBlock((block: ReadBlock): boolean => {
  const long = analyse(block).tokens.filter(({ text }) => text.length >= 4 && /^\p{L}/u.test(text));
  const capitals = long.filter(({ text }) => CAPITAL.test(text)).length;
  return long.length >= 2 && capitals >= long.length * (HEADINGS.has(block.kind) ? 0.6 : 0.85);
});

/** Does a sentence start here, or a quotation, or what follows a colon, a dash or a bullet? */
export function startsSentence(block: ReadBlock, at: number): boolean {
  const before = block.text.slice(Math.max(0, at - 12), at);
  if (/(?:^|[\n:•·*|>—–])[\s\p{Pi}"'([]*$/u.test(before) || /["“‘«([]$/u.test(before)) return true;
  return analyse(block).sentences.some(
    ({ start }) => start <= at && !/[\p{L}\p{N}]/u.test(block.text.slice(start, at)),
  );
}
