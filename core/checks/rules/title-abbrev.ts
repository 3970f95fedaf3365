import lexicon from '#assets/lexicons/names.json';
import titles from '#assets/lexicons/title-abbreviations.json';
import { isQuoted } from '../attribution';
import type { PersonName } from '../names';
import { namesOf } from '../names';
import { perBlock } from '../per-block';
import type { BlockCheck, Draft } from '../types';

const SHORT: ReadonlyMap<string, string> = new Map(
  titles.titles.map(({ full, short }) => [full, short]),
);
const LONG: ReadonlyMap<string, string> = new Map(
  titles.titles.map(({ full, short }) => [short, full]),
);
const alternatives = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', String.raw`\.`))
    .join('|');
/** A title right before a capital; other capitals before it make it part of a longer one ("Attorney General"). */
const before = (words: Iterable<string>) =>
  new RegExp(String.raw`(?<![\p{L}’'-])(${alternatives(words)})(?=[ \u00a0]\p{Lu})`, 'gu');
const ABBREVIABLE = before(SHORT.keys());
const ABBREVIATED = before(LONG.keys());
const LONGER =
  /(?:Attorney|Secretary|Solicitor|Surgeon|Inspector|Director|Postmaster|Governor|Comptroller|Adjutant|Consul|Auditor)[ -]$/u;
/** Titles that are ordinary words or parts of names as well: only a known first name makes them a title. */
const DOUBTFUL = new Set(titles.doubtful);
const GIVEN = new Set(lexicon.given.split(' '));

export const titleAbbrev: BlockCheck = {
  id: 'title-abbrev',
  title: 'Form of a title before a name',
  section: 'Names, titles, attribution',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'list-item', 'dek', 'caption', 'bio'],
  why: 'American news style abbreviates some titles before a name and spells them out elsewhere. Other houses never abbreviate them.',
  source: 'AP Stylebook, legislative titles; military titles',
  examples: {
    flags: [
      { text: 'On Monday [[Senator]] Ana Reis left.', fixed: 'On Monday Sen. Ana Reis left.' },
      { text: 'On Monday [[Governor]] Reis left.', fixed: 'On Monday Gov. Reis left.' },
      {
        text: 'On Monday [[Lieutenant Colonel]] Ana Reis left.',
        fixed: 'On Monday Lt. Col. Ana Reis left.',
      },
      {
        text: 'On Monday [[Sen.]] Reis left.',
        fixed: 'On Monday Senator Reis left.',
        book: { options: { titleAbbrev: 'never' } },
      },
    ],
    passes: [
      { text: 'On Monday Sen. Reis left. The senator is well.' },
      { text: '“Senator Reis left,” she said.' },
      { text: 'General Motors and Attorney General Ana Reis settled.' },
      { text: 'The Senator Hotel and the Governor Office are shut.' },
      { text: 'On Monday Senator Reis left.', book: { language: 'en-GB' } },
      { text: 'On Monday Senator Reis left.', book: { options: { titleAbbrev: 'either' } } },
    ],
  },
  run(block, analysis, book) {
    const house =
      book.options['titleAbbrev'] ?? (book.language === 'en-US' ? 'before-name' : 'either');
    if (house === 'either') return [];
    const abbreviate = house === 'before-name';
    const { text, id } = block;
    const hits = abbreviate ? titlesIn(block) : abbreviationsIn(block);
    if (hits.length === 0) return [];
    const drafts: Draft[] = [];
    for (const { start, printed } of hits) {
      const end = start + printed.length;
      if (isQuoted(analysis, start, end)) continue;
      const person = namesOf(block).find(
        (one) => one.start === end + 1 || (one.start === start && printed === 'Doctor'),
      );
      if (!person || !/(?:^|[ ,.;:)’'])/u.test(text.charAt(person.end))) continue;
      if (DOUBTFUL.has(printed) && !isPerson(text, printed, person)) continue;
      const word = (abbreviate ? SHORT : LONG).get(printed) ?? printed;
      drafts.push({
        block: id,
        start,
        end,
        message: abbreviate
          ? `Before a name the title is abbreviated: ${word}`
          : `The house spells this title out: ${word.toLowerCase()}.`,
        fact: `${printed} → ${word}`,
        fixes: [
          {
            title: word,
            safe: false,
            edits: [{ op: 'replace', block: id, start, end, text: word }],
          },
        ],
      });
    }
    return drafts;
  },
};

/** A known first name, or a name at its end before a verb or a mark: not "Captain Cook Islands", "Major League". */
function isPerson(text: string, title: string, person: PersonName): boolean {
  if (GIVEN.has(person.given[0] ?? '')) return true;
  if (/^(?:General|Major|Commander)$/u.test(title)) return false;
  return /^(?:[,.;]|\)| (?:said|says|told|met|was|is|had|has|made|will|and|who|in|of|to)(?!\p{L}))/u.test(
    text.slice(person.end, person.end + 6),
  );
}

const found = (pattern: RegExp) =>
  perBlock((block) =>
    [...block.text.matchAll(pattern)]
      .filter((match) => !LONGER.test(block.text.slice(0, match.index)))
      .map((match) => ({ start: match.index, printed: match[0] })),
  );
const titlesIn = found(ABBREVIABLE);
const abbreviationsIn = found(ABBREVIATED);
