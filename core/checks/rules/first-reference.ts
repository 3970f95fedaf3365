import lexicon from '#assets/lexicons/names.json';
import type { ReadBlock } from '../../article/reading';
import { rulingsOf } from '../../ledger/decisions';
import type { PersonName } from '../names';
import { namesOf, titleOf } from '../names';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import type { CheckStory, Draft, Fix, Place, StoryCheck } from '../types';

/** Captions, headlines and deks are read apart from the text: a name there does not introduce anybody. */
const BODY = new Set(['paragraph', 'list-item']);
const ELSEWHERE = new Set(['paragraph', 'list-item', 'caption', 'headline', 'dek', 'alt']);
/** Titles whose holders are known by one name. */
const ONE_NAME =
  /(?:^| )(?:King|Queen|Prince|Princess|Pope|Emperor|Sultan|Emir|Sheikh|Sister|Brother|Father|Fr\.|Lord|Lady|Baron|Baroness|Duke|Duchess|Sir|Dame|Don|Doña|Miss|Cardinal|Imam|Saint)$/u;
/** Titles that are part of an institution's or a rank's name as often as they stand before a person's. */
const DOUBTFUL = /(?:^| )(?:General|Private|Marshal|Chief|Leader|Justice|Attorney|Speaker|Mayor)$/u;
/** "Minister of External Affairs" is an office; "Secretary of State Lee" is a person. */
const OFFICE =
  / of(?! (?:State|Defen[cs]e|Labor|Commerce|Education|Energy|Health|Agriculture|Transportation)$)/u;
const TITLES = new Set([...lexicon.titles.split(' '), ...lexicon.never.split(' ')]);
const GIVEN = new Set(lexicon.given.split(' '));
/** What follows when a name is at its end: not another part of an institution's name. */
const AFTER = /^(?:[’']s? +\p{Ll}|[,.;:]|\)| +\p{Ll}|$)/u;

export const firstReference: StoryCheck = {
  id: 'first-reference',
  title: 'First mention without a first name',
  section: 'Names, titles, attribution',
  severity: 'warning',
  scope: 'story',
  why: 'The text introduces a person by first name and surname. A caption or headline does not do it, as not everybody reads them.',
  source: 'AP Stylebook, names; BBC News style guide, names',
  examples: {
    flags: [
      {
        text: 'caption: Dana Oyelaran, Oct. 13\n[[Secretary Oyelaran]] met the council in Esbjerg. Oyelaran left early.',
        fixed: 'Secretary Dana Oyelaran met the council in Esbjerg. Oyelaran left early.',
      },
      { text: 'The council met [[Commissioner Brandvold]] in Esbjerg.\nBrandvold left early.' },
      {
        text: '[[Secretary Oyelaran]] met the council.\nSecretary of State Dana Oyelaran spoke later.',
        fixed: 'Secretary of State Dana Oyelaran met the council.',
      },
    ],
    passes: [
      { text: 'Secretary of State Dana Oyelaran met the council.\nSecretary Oyelaran left early.' },
      { text: 'Queen Sofie met the council. Father Anders came too.' },
      { text: 'headline: Secretary Oyelaran meets council\nDana Oyelaran met the council.' },
      { text: '“I like Secretary Oyelaran,” she said.' },
      { text: 'The General Motors plant and the Mayor Hotel are closed.' },
      { text: 'caption: Secretary Oyelaran waves.\nDana Oyelaran met the council.' },
      // One person under two surnames, as the desk decided.
      {
        text: 'Dana Oyelaran met the council.\nSecretary Oyelarin left early.',
        decisions: [['same', 'Oyelaran', 'Oyelarin']],
      },
      { text: 'Dana and Ib Oyelaran met. Then Mr. Oyelaran left.' },
    ],
  },
  run(story) {
    const { surnameKey } = rulingsOf(story.decisions);
    const introduced = new Set<string>();
    const drafts: Draft[] = [];
    for (const block of story.blocks) {
      if (!BODY.has(block.kind)) continue;
      for (const mention of mentions(block)) {
        const surname = surnameKey(mention.person.surname);
        if (introduced.has(surname)) continue;
        if (mention.full || mention.lone) introduced.add(surname);
        else if (!within(story.analysis(block).quotations, mention.start, mention.person.end)) {
          introduced.add(surname);
          drafts.push(draftOf(story, block, mention));
        }
      }
    }
    return drafts;
  },
};

interface Mention {
  readonly person: PersonName;
  /** Where the title begins. */
  readonly start: number;
  readonly full: boolean;
  /** A surname behind a title that this check does not judge. */
  readonly lone: boolean;
}

const mentions = perBlock((block: ReadBlock): readonly Mention[] =>
  namesOf(block).map((person) => {
    const title = titleOf(block.text, person);
    const start = title?.start ?? person.start;
    const full = person.given.length > 0 || title === null;
    return { person, start, full, lone: !full && !judged(block.text, person) };
  }),
);

function judged(text: string, person: PersonName): boolean {
  const { title, surname } = person;
  if (ONE_NAME.test(title) || DOUBTFUL.test(title) || OFFICE.test(title)) return false;
  if (GIVEN.has(surname) || TITLES.has(surname) || surname.length < 3) return false;
  // Only letters, and not all capitals: "Mr. X", "Coach PC".
  if (!/\p{Ll}/u.test(surname)) return false;
  return AFTER.test(text.slice(person.end, person.end + 4));
}

function draftOf(story: CheckStory, block: ReadBlock, mention: Mention): Draft {
  const { person, start } = mention;
  const { end, surname, title } = person;
  const fuller = fullNames(story, surname);
  const printed = block.text.slice(start, end);
  const fixes: Fix[] = fuller.slice(0, 3).map((name) => {
    // "Secretary" becomes "Secretary of State" where the story has it so.
    const whole = name.title.startsWith(`${title} of `) ? `${name.title} ` : '';
    const from = whole === '' ? person.start : start;
    const text = `${whole}${name.name}`;
    return {
      title: text,
      safe: false,
      edits: [{ op: 'replace', block: block.id, start: from, end, text }],
    };
  });
  const known = fuller[0];
  return {
    block: block.id,
    start,
    end,
    message: known
      ? `The text first names ${known.name} as “${printed}”, without the first name.`
      : `The text first names “${printed}” here, without a first name.`,
    fact: 'first name missing',
    fixes,
    related: fuller.slice(0, 3).map((name) => name.place),
  };
}

interface FullName {
  readonly name: string;
  readonly title: string;
  readonly place: Place;
}

/** The different full names of a surname anywhere in the story, each with its longest title. */
function fullNames(story: CheckStory, surname: string): readonly FullName[] {
  const found = new Map<string, FullName>();
  for (const block of story.blocks) {
    if (!ELSEWHERE.has(block.kind) || !block.text.includes(surname)) continue;
    for (const { name, title, given, start, end, ...person } of namesOf(block)) {
      if (person.surname !== surname || given.length === 0) continue;
      const known = found.get(name);
      if (known && known.title.length >= title.length) continue;
      found.set(name, { name, title, place: { block: block.id, start, end } });
    }
  }
  return [...found.values()];
}
