import givenNames from '#assets/lexicons/given-names.json';
import lexicon from '#assets/lexicons/names.json';
import { rulingsOf } from '../../ledger/decisions';
import { namesOf } from '../names';
import { within } from '../quotations';
import type { Draft, Place, StoryCheck } from '../types';

const BODY = new Set(['paragraph']);
const GIVEN = new Set([...lexicon.given.split(' '), ...givenNames.names]);
/** A child keeps the first name. */
const CHILD = /^,? (?:aged )?(?:\d|1[0-7])(?:,|\.|-year| year)/u;
/** Part of a longer name: "the Ana Reis Foundation", "Ana Reis-Lund". */
const LONGER = /^(?:[ \u00a0]\p{Lu}|[-‑&:])/u;
/** "the Ana Reis pier": the name names something else. */
const WITHIN_NAME = /\b[Tt]he $/u;

/** A full name, whose surname begins at `from`. */
interface Mention extends Place {
  readonly from: number;
  readonly name: string;
  readonly surname: string;
}

export const laterReference: StoryCheck = {
  id: 'later-reference',
  title: 'Full name again',
  section: 'Names, titles, attribution',
  severity: 'suggestion',
  scope: 'story',
  why: 'After the first mention most houses use the surname alone. A child, or people who share a surname, keep the first name.',
  source: 'AP Stylebook, names; courtesy titles',
  examples: {
    flags: [
      {
        text: 'Mayor Ana Brandvold opened the pier.\nThen [[Ana Brandvold]] left.',
        fixed: 'Then Brandvold left.',
      },
      // One person, as the desk decided.
      {
        text: 'Mayor Ana Brandvold opened the pier.\nThen [[Anna Brandvold]] left.',
        decisions: [['same', 'Ana Brandvold', 'Anna Brandvold']],
      },
    ],
    passes: [
      { text: 'Mayor Ana Brandvold opened the pier.\nThen Brandvold left.' },
      { text: 'Ana Brandvold and Peter Brandvold opened it.\nThen Ana Brandvold left.' },
      {
        text: 'Ana Brandvold and Anna Brandvold opened it.\nThen Ana Brandvold left.',
        decisions: [['apart', 'Ana Brandvold', 'Anna Brandvold']],
      },
      { text: 'Ana Brandvold, 9, opened the pier.\nThen Ana Brandvold left.' },
      { text: 'Ana Brandvold opened the pier.\n“It was Ana Brandvold,” he said.' },
      { text: 'Ana Brandvold opened it.\nThe Ana Brandvold Foundation paid.' },
      { text: 'Ana Brandvold opened it.\nAna Brandvold is a writer in Esbjerg.' },
      { text: 'Ana Brandvold opened it.\n“It is open.” – Ana Brandvold' },
      { text: 'headline: Ana Brandvold opens pier\nAna Brandvold opened the pier.' },
      {
        text: 'Ana Brandvold opened it.\nThen Ana Brandvold left.',
        book: { options: { courtesyTitles: 'later-references' } },
      },
    ],
  },
  run(story) {
    if (story.book.options['courtesyTitles'] === 'later-references') return [];
    const { surnameKey, nameKey } = rulingsOf(story.decisions);
    const people = new Map<string, Map<string, Mention[]>>();
    const children = new Set<string>();
    for (const block of story.blocks) {
      if (!BODY.has(block.kind)) continue;
      for (const person of namesOf(block)) {
        const { given, surname, name, start, end } = person;
        if (given.length === 0 || !GIVEN.has(given[0] ?? '')) continue;
        const after = block.text.slice(end, end + 16);
        const key = nameKey(name);
        if (CHILD.test(after)) children.add(key);
        const bySurname: Map<string, Mention[]> = people.get(surnameKey(surname)) ?? new Map();
        const from = block.text.indexOf(surname, start + (given[0]?.length ?? 0));
        const mention = { block: block.id, start, end, from, name, surname };
        const before = bySurname.get(key);
        if (before) before.push(mention);
        else bySurname.set(key, [mention]);
        people.set(surnameKey(surname), bySurname);
      }
    }
    return [...people.values()].flatMap((names): readonly Draft[] => {
      // A shared surname needs the first name.
      if (names.size !== 1) return [];
      const [[key, places] = ['', []]] = names;
      const first = places[0];
      if (places.length < 2 || !first || children.has(key)) return [];
      return places
        .slice(1)
        .flatMap(({ block, start, end, from, name, surname }): readonly Draft[] => {
          const read = story.block(block);
          if (!read || block === first.block || from < start || from >= end) return [];
          if (within(story.analysis(read).quotations, start, end)) return [];
          if (isIntroduction(read.text, start, end)) return [];
          if (LONGER.test(read.text.slice(end)) || WITHIN_NAME.test(read.text.slice(0, start)))
            return [];
          return [
            {
              block,
              start,
              end,
              message: `The text has already introduced ${name}; the surname is enough.`,
              fact: `${name} → ${surname}`.slice(0, 60),
              related: [{ block: first.block, start: first.start, end: first.end }],
              fixes: [
                {
                  title: surname,
                  safe: false,
                  edits: [{ op: 'replace', block, start, end: from, text: '' }],
                },
              ],
            },
          ];
        });
    });
  },
};

/** Notes on people at a story's end, names under a quotation, and titles that tell members of a family apart. */
function isIntroduction(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (
    /(?:[—–]|--?)\s?$/u.test(before) &&
    /[”"]\s*(?:[—–]|--?)\s?$|^\s*(?:[—–]|--?)\s?$/u.test(before)
  )
    return true;
  if (
    /\b(?:First Lady|Mrs\.?|Miss|Ms\.?|Queen|Lady|wife|widow|daughter|son|brother|sister) $/u.test(
      before,
    )
  )
    return true;
  return (
    start < 4 &&
    before.trim() === '' &&
    /^,? (?:is|was|has been|writes|works|serves|joined|leads|covers|teaches|lives) (?:an?|the|as|at|for|in|with|about|on|only)?\b/u.test(
      text.slice(end),
    )
  );
}
