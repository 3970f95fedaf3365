import data from '#assets/lexicons/given-names.json';
import { foldKey, foldSame } from './fold';
import { findAgency } from './gazetteer';
import { knownPlace } from './places';

/** A person named in a text. Offsets in the text, title not included. */
export interface PersonName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** null: only a surname (after a title). */
  readonly given: string | null;
  readonly surname: string;
}

const givenNames = new Set(data.names);
const foldedNames = new Set(data.names.map(foldKey));

/** Whether the word, in any capitals, is a common given name. */
export function isGivenName(word: string): boolean {
  return foldedNames.has(foldKey(word));
}

const PARTICLE = /^(?:de|del|della|der|den|di|da|dos|du|van|von|bin|ibn|al|el|la|le|ten|ter)$/;
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Father|Sister|Pope|King|Queen|Prince|Princess|President|Vice|Premier|Chancellor|Prime|Minister|Secretary|Senator|Sen|Rep|Representative|Gov|Governor|Mayor|Gen|General|Col|Colonel|Capt|Captain|Lt|Lieutenant|Sgt|Sergeant|Maj|Major|Admiral|Judge|Justice|Chief|Sheriff|Ambassador|Coach|Commissioner|Director|Chairman|Chairwoman|Speaker|Deputy|Officer|Administrator|Congressman|Congresswoman|Councillor|Inspector|Detective|Superintendent)\.?$/;
/** Words that make a run of capitals something else than a person. */
const NO_PERSON =
  /^(?:The|A|An|In|On|At|Of|And|Or|For|With|From|By|To|After|Before|During|This|That|These|His|Her|Its|Their|Our|My|It|He|She|They|We|You|I|As|But|If|When|While|Where|What|Who|Why|How|Not|No|New|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Great|Grand|High|United|National|International|Federal|State|City|County|House|White|Supreme|Court|University|College|School|Institute|Museum|Church|Hospital|Street|Avenue|Road|Park|Square|Bridge|River|Lake|Mount|Island|Islands|Bay|Beach|Airport|Station|Stadium|Arena|Center|Centre|Hall|Theatre|Theater|Palace|Tower|Building|Hotel|Club|Cup|League|Open|Games|Olympic|Olympics|Championship|Championships|Festival|Awards?|Prize|Day|Week|Year|Month|War|Party|Congress|Senate|Parliament|Union|Council|Committee|Commission|Department|Ministry|Office|Agency|Bank|Group|Company|Corp|Inc|Ltd|Press|News|Times|Post|Journal|Magazine|Network|Service|Services|Program|Programme|Project|Plan|Act|Bill|Law|Street|Police|Army|Navy|Air|Force|Guard|Marine|Marines|Space|Shuttle|Mission|Telescope|Array|Spider|Brothers|Sisters|Band|Orchestra|Family|Foundation|Society|Association|Federation|Organization|Organisation|Republic|Kingdom|Empire|Region|Province|District|Area|Valley|Coast|Sea|Ocean|Republican|Republicans|Democrat|Democrats|Democratic|Labour|Conservative|Liberal|American|British|French|German|Russian|Chinese|Indian|Italian|Spanish|Ukrainian|Israeli|Palestinian|European|African|Asian|Catholic|Muslim|Christian|Jewish|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Image|Photo|Photograph|Picture|File|Credit|Figure|Media|Video|Caption|Illustration|Left|Right|Above|Below|Top|Bottom|Clockwise|Full|Stage|Tour|Xpress|Stock|Hope|Complex|Cathedral|Temple|Mosque|Memorial|Monument|Cemetery|Garden|Gardens|Market|Mall|Store|Shop|Factory|Plant|Farm|Zoo|Library|Gallery|Studio|Studios|Records|Entertainment|Pictures|Films|Series|Show|Story|Book|Song|Album|Movie|Film|Play|Opera|Ballet|Team|Crew|Squad|Line|Lines|Airlines|Airways|Motors|Energy|Oil|Gas|Water|Power|Light|Board|Room|Floor|Conference|Summit|Meeting|Treaty|Agreement|Pact|Accord|Rights|Freedom|Peace|Justice|Health|Care|Science|Research|Study|Laboratory|Observatory|Satellite|Station|Ship|Boat|Train|Bus|Car|Plane|Fire|Storm|Hurricane|Typhoon|Earthquake|Flood|Rock|Hill|Hills|Mountain|Mountains|Forest|Woods|Desert|Canyon|Falls|Creek|Pier|Port|Harbor|Harbour|Fort|Camp|Base|Field|Town|Village|World|Global|Earth|Moon|Mars|Saturn|Jupiter|Crater|Collection|Archives?|Medal|Order|Agent|Junior|Senior)$/;
const RUN =
  /(?<![\p{L}\d@#/'-])\p{Lu}[\p{L}\p{M}'-]*\.?(?: (?:(?:de|del|della|der|den|di|da|dos|du|van|von|bin|ibn|al|el|la|le|ten|ter) )*(?:d'|al-|el-)?\p{Lu}[\p{L}\p{M}'-]*\.?)*/gu;

/**
 * A label that is a list of full names and a date, and nothing else: "Given Surname, Given Surname, Oct. 13, 2009".
 * There the form says that they are people, however rare the names.
 */
const NAME_LIST = (() => {
  const word = String.raw`\p{Lu}[\p{L}\p{M}'-]+`;
  const name = String.raw`${word}(?: (?:\p{Lu}\.|de|del|van|von|bin|al|el|la|${word})){0,2} ${word}`;
  const date = String.raw`(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8})(?:,? \d{4})?|\d{4}`;
  return new RegExp(
    String.raw`^\s*${name}(?:(?:,| and|, and|;) ${name})+(?:,| in| on) (?:${date})\.?\s*$`,
    'u',
  );
})();

/**
 * People named in a caption or a paragraph, by capitals, given names, titles and neighbours. Leans towards leaving out
 * what may be a place or a company.
 */
export function findPeople(text: string): readonly PersonName[] {
  const folded = foldSame(text);
  const found: PersonName[] = [];
  const listed = NAME_LIST.test(folded);
  for (const match of folded.matchAll(RUN)) {
    const beside = listed || isBesidePerson(folded, match[0], match.index);
    const person = personIn(text, folded, match[0], match.index, beside);
    if (person) found.push(person);
  }
  return found;
}

const TWO_WORDS = /^\p{Lu}[\p{L}\p{M}'-]+ \p{Lu}[\p{L}\p{M}'-]*\p{Ll}[\p{L}\p{M}'-]*$/u;
const NAME_BEFORE =
  /(\p{Lu}[\p{L}\p{M}'-]+) \p{Lu}[\p{L}\p{M}'-]+(?:,| and|, and) (?:\p{Ll}{4,12} )?$/u;
const NAME_AFTER = /^(?:,| and|, and) (?:\p{Ll}{4,12} )?(\p{Lu}[\p{L}\p{M}'-]+) \p{Lu}\p{Ll}/u;

/** Two capitalised words joined to a person's name: "Ana Reis and Njoki Wafula". */
function isBesidePerson(folded: string, run: string, at: number): boolean {
  if (!TWO_WORDS.test(run)) return false;
  const before = NAME_BEFORE.exec(folded.slice(Math.max(0, at - 60), at))?.[1];
  const after = NAME_AFTER.exec(folded.slice(at + run.length, at + run.length + 60))?.[1];
  return [before, after].some((given) => given !== undefined && givenNames.has(given));
}

interface Part {
  readonly word: string;
  readonly start: number;
}

function personIn(
  text: string,
  folded: string,
  run: string,
  at: number,
  listed: boolean,
): PersonName | null {
  let parts: Part[] = [];
  let offset = at;
  for (const word of run.split(' ')) {
    parts.push({ word, start: offset });
    offset += word.length + 1;
  }
  let titled = false;
  // Titles and other leading words go ("Foreign Minister Sergei Lavrov" begins at Sergei).
  const lastTitle = parts.findLastIndex((part) => TITLE.test(part.word));
  if (lastTitle >= 0) {
    titled = true;
    parts = parts.slice(lastTitle + 1);
  }
  const known = parts.findIndex((part) => givenNames.has(part.word));
  if (
    known > 0 &&
    parts
      .slice(0, known)
      .some(
        (part) =>
          NO_PERSON.test(part.word) ||
          /^\p{Lu}{2,}$/u.test(part.word) ||
          knownPlace(part.word) ||
          /[^s]s$/.test(part.word),
      )
  ) {
    parts = parts.slice(known);
  }
  // "Baker Julia Reis": a trade that has its capital from the sentence's start.
  if (known === 1 && parts.length === 3 && /(?:^|[.!?:] )$/u.test(folded.slice(0, at))) {
    parts = parts.slice(1);
  }
  parts = withoutTail(parts);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const start = first.start;
  const surname = last.word.replace(/(?:'s|'|\.)$/, '');
  const end = last.start + surname.length;
  if (parts.some((part) => NO_PERSON.test(part.word.replace(/'s$/, '')))) return null;
  if (surname.length < 2 || (/^\p{Lu}+$/u.test(surname) && surname.length < 4)) return null;
  const shown = text.slice(start, end);
  if (knownPlace(shown) || findAgency(shown)) return null;
  const rest = folded.slice(end);
  if (parts.length === 1) {
    return titled && /^\p{Lu}\p{Ll}/u.test(surname)
      ? { text: shown, start, end, given: null, surname }
      : null;
  }
  if (parts.length > 5) return null;
  const before = folded.slice(Math.max(0, start - 20), start);
  const isKnown = givenNames.has(first.word) || /^\p{Lu}\.$/u.test(first.word);
  if (!titled && !isKnown && !listed && !hasPersonCue(rest, before)) return null;
  // "the Sydney Opera", "in San Diego": an article or a place preposition needs a known given name.
  if (
    /\b(?:the|in|at|near|across|outside) $/i.test(before) &&
    (!isKnown || /\bthe $/i.test(before))
  )
    return null;
  return { text: shown, start, end, given: first.word, surname };
}

/** Cuts words that no name ends with: particles, initials, a following month or word of another kind. */
function withoutTail(parts: readonly Part[]): Part[] {
  const kept = [...parts];
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    const possessive = kept.findIndex(
      (part, index) => index < kept.length - 1 && /'s?$/.test(part.word),
    );
    if (possessive >= 0) kept.length = possessive + 1;
    else if (PARTICLE.test(last.word) || /^\p{Lu}\.$/u.test(last.word)) kept.pop();
    else break;
  }
  return kept;
}

function hasPersonCue(rest: string, before: string): boolean {
  if (
    /^ ?(?:,? ?\((?:left|right|cent(?:er|re)|l|r|pictured)\)|, (?:(?:far|second from|third from|top|bottom) )?(?:left|right|cent(?:er|re)),?|, (?:aged )?\d{1,2}(?:,|\.|$| ))/i.test(
      rest,
    )
  )
    return true;
  if (
    /^,? (?:who|whose|says|said|and (?:his|her) (?:wife|husband|son|daughter|family|partner|mother|father))\b/.test(
      rest,
    )
  )
    return true;
  return /\b(?:resident|actor|actress|singer|player|president|minister|mayor|student|teacher|pilot|director|striker|goalkeeper|driver|rider|artist|author|writer|owner|founder|chief|officer|captain|coach|manager|senator|leader|activist|lawyer|doctor|nurse|curator|cosplayer|widow|wife|husband|son|daughter|brother|sister|friend|contributor) $/.test(
    before,
  );
}
