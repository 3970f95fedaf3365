import states from '#assets/lexicons/us-states.json';
import { isQuoted } from '../attribution';
import type { BlockCheck, Draft } from '../types';

const SHORT: ReadonlyMap<string, string> = new Map(
  states.states.flatMap(({ name, short, postal }) => [
    ...(short === '' ? [] : [[short, name] as const]),
    [postal, name] as const,
  ]),
);
const LONG: ReadonlyMap<string, string> = new Map(
  states.states.flatMap(({ name, short }) => (short === '' ? [] : [[name, short] as const])),
);
const escaped = (word: string) => word.replaceAll('.', String.raw`\.`);
const alternatives = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
/** A city and a comma before it; no postcode after it, which makes it an address. */
const CITY = String.raw`(?<=(?<![\p{L}’'-])\p{Lu}[\p{L}.’'-]*\p{Ll}[’']?,[ \u00a0])`;
const ABBREVIATED = new RegExp(
  String.raw`${CITY}(${alternatives(SHORT.keys())})(?![\p{L}\p{N}’'-])(?! +\d{5})`,
  'gu',
);
const FULL = new RegExp(
  String.raw`${CITY}(${alternatives(LONG.keys())})(?![\p{L}\p{N}’'-])(?! +\d{5})(?! \p{Lu})`,
  'gu',
);
/** "RENO, Nev. (AP) —": a dateline keeps the abbreviation. */
const DATELINE = /^[^a-z]{2,40}, .{0,60}?(?:\(\p{Lu}{2,}\)|[—–]|--| - )/u;
const POSTAL_ENDS = /^(?:[,;)](?! ?(?:PhD|Ph\.D|M\.?D|MPH|MBA|RN|JD)\b)|[.!?](?:\s|$)|$)/u;
const DATED = /^,?(?: \p{Lu}\p{Ll}+\.? \d{1,2})?(?:,? \(\p{Lu}{2,}\))? (?:[—–]|--)/u;
/** Behind this a stop belongs to the sentence as well as to the abbreviation. */
const SENTENCE_END = /^[)”"’']*(?:$|[ \u00a0\n]+[“"‘']?(?:\p{Lu}|\d))/u;

export const stateName: BlockCheck = {
  id: 'state-name',
  title: 'Name of the state',
  section: 'House style and consistency',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'list-item', 'dek', 'bio'],
  why: 'In running text the name of a state with a city is spelled out; captions and datelines abbreviate it. Other houses abbreviate throughout.',
  source: 'AP Stylebook, state names',
  examples: {
    flags: [
      { text: 'He moved to Reno, [[Nev.]], in May.', fixed: 'He moved to Reno, Nevada, in May.' },
      { text: 'He moved to Reno, [[Nev.]]', fixed: 'He moved to Reno, Nevada.' },
      {
        text: 'He moved to Troy, [[N.Y.]] She stayed.',
        fixed: 'He moved to Troy, New York. She stayed.',
      },
      { text: 'He left Macon, [[GA]], for good.', fixed: 'He left Macon, Georgia, for good.' },
      {
        text: 'He moved to Reno, [[Nevada]], in May.',
        fixed: 'He moved to Reno, Nev., in May.',
        book: { options: { stateNames: 'abbreviated' } },
      },
    ],
    passes: [
      { text: 'He moved to Reno, Nevada, in May.' },
      { text: 'caption: Ana Reis waves in Reno, Nev., on Oct. 13, 2009.' },
      { text: 'RENO, Nev. (AP) — The pier opened.' },
      { text: 'Reno, Nev., March 17 -- The pier opened.' },
      { text: 'In the Centers, VA nurses met Ana Reis, MD, PhD.' },
      { text: '“I moved to Reno, Nev., then,” she said.' },
      { text: 'Sen. Ana Reis, D-Nev., left. Write to 5 Pier Road, Reno, NV 89501.' },
      { text: 'They met in Washington, D.C., in May.' },
      { text: 'He moved to Reno, Nev., in May.', book: { options: { stateNames: 'any' } } },
    ],
  },
  run(block, analysis, book) {
    const house = book.options['stateNames'] ?? 'full';
    if (house === 'any' || !block.text.includes(', ')) return [];
    const { text, id } = block;
    const after = DATELINE.exec(text)?.[0].length ?? 0;
    const abbreviate = house === 'abbreviated';
    const drafts: Draft[] = [];
    for (const match of text.matchAll(abbreviate ? FULL : ABBREVIATED)) {
      const printed = match[0];
      const start = match.index;
      const end = start + printed.length;
      if (start < after || isQuoted(analysis, start, end)) continue;
      // Two capitals are many things ("VA nurses", "MD, PhD"): a state stands between commas.
      if (/^\p{Lu}{2}$/u.test(printed) && !POSTAL_ENDS.test(text.slice(end))) continue;
      // "Miami, Fla., March 17 --": a dateline without its capitals.
      if (DATED.test(text.slice(end, end + 40))) continue;
      const word = (abbreviate ? LONG : SHORT).get(printed) ?? printed;
      const rest = text.slice(end);
      const stop = !abbreviate && printed.endsWith('.') && SENTENCE_END.test(rest) ? '.' : '';
      // "Reno, Nevada." at a sentence's end keeps one stop.
      const to = abbreviate && word.endsWith('.') && rest.startsWith('.') ? end + 1 : end;
      drafts.push({
        block: id,
        start,
        end,
        message: abbreviate
          ? `With a city the house abbreviates ${printed}.`
          : `In running text the state is spelled out: ${word}.`,
        fact: `${printed} → ${word}`,
        fixes: [
          {
            title: word,
            safe: true,
            edits: [{ op: 'replace', block: id, start, end: to, text: word + stop }],
          },
        ],
      });
    }
    return drafts;
  },
};
