/** A seeded source of whole numbers below a limit: the same faults in every run. */
export type Random = (limit: number) => number;

export function seeded(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** One of a list that is not empty. */
export function one<T>(list: readonly T[], random: Random): T {
  const found = list[random(list.length)];
  if (found === undefined) throw new Error('Nothing to choose from');
  return found;
}

const words = (text: string): readonly string[] => text.split(' ');

/** First names as they occur in the world's papers, not those of our own lexicon. */
const GIVEN = words(
  'Amara Anders Aoife Bruno Camille Carlos Chidi Claire Dmitri Elena Emma Fatima Farah Gareth George Hana Hassan Helen Ines Ivan Jack James Jorge Julia Kenji Kwame Laura Leila Liam Lucy Luis Maria Mark Mehmet Michael Mina Nadia Noor Olga Omar Paul Peter Priya Rachel Ravi Robert Rosa Samuel Sarah Sofia Stephen Susan Tariq Thomas Tomas Vera Victor William Yusuf Zoe',
);
const SURNAMES = words(
  'Abdi Adeyemi Almeida Andersson Baker Barbosa Becker Bianchi Brennan Carter Castillo Chaudhry Cooper Delgado Dlamini Dubois Eriksen Farrell Ferreira Fischer Fontaine Gallagher Garland Haddad Hargreaves Henderson Hoffmann Ibrahim Ivanova Jackman Jankowski Kaplan Kowalczyk Kruger Larkin Lindqvist Mancini Marchetti Mbeki McAllister Mendoza Moreau Nakamura Novak O’Connell Okafor Okonkwo Olsen Papadakis Petrov Quiroga Rahman Ramirez Richter Romero Saleh Sandoval Schneider Sharma Silveira Simmons Sorensen Takahashi Thornton Tremblay Vasquez Villanueva Wainwright Whitaker Winslow Yamamoto Zielinski',
);
const ONSET = words('B Br C D Dr F G Gr H K Kr L M N P R S St T Tr V W Z');
const NUCLEUS = words('a e i o u ar er or an en in on el al');
const CODA = words('b d dov g k l ld m n nd nov r rd s sen sk ski ston t vic well');

/** A surname nobody bears, so that no list can know it. */
function inventedSurname(random: Random): string {
  const middle = random(2) === 0 ? one(words('b d k l m n r s t v'), random) : '';
  return `${one(ONSET, random)}${one(NUCLEUS, random)}${middle}${middle === '' ? '' : one(NUCLEUS, random)}${one(CODA, random)}`;
}

export interface Made {
  readonly given: string;
  readonly surname: string;
  readonly full: string;
}

/** A person: most surnames are real ones, one in four is invented. */
export function person(random: Random): Made {
  const given = one(GIVEN, random);
  const surname = random(4) === 0 ? inventedSurname(random) : one(SURNAMES, random);
  return { given, surname, full: `${given} ${surname}` };
}

/** Another person who shares neither name with the first. */
export function another(than: Made, random: Random): Made {
  for (;;) {
    const made = person(random);
    if (made.given !== than.given && made.surname.charAt(0) !== than.surname.charAt(0)) return made;
  }
}

const CITIES =
  'Amsterdam|Atlanta|Athens|Baghdad|Bangkok|Barcelona|Beijing|Berlin|Bogota|Boston|Brussels|Cairo|Chicago|Copenhagen|Dallas|Delhi|Denver|Dublin|Geneva|Glasgow|Houston|Istanbul|Jakarta|Johannesburg|Kyiv|Lagos|Lima|Lisbon|Los Angeles|Madrid|Manila|Melbourne|Mexico City|Miami|Milan|Moscow|Mumbai|Nairobi|Oslo|Paris|Philadelphia|Prague|Rome|San Francisco|Santiago|Seattle|Seoul|Stockholm|Sydney|Tehran|Tokyo|Toronto|Vienna|Warsaw|Zurich'.split(
    '|',
  );
export const city = (random: Random): string => one(CITIES, random);

const NOUNS = words(
  'airport bakery bridge budget campus cathedral clinic council dam embassy factory ferry forest gallery garden harbor hospital hotel kitchen laboratory library market mine monument museum orchard palace parade park parliament pipeline plant prison refinery restaurant river school shelter stadium station storm strike summit temple theater tower tunnel university vaccine valley village vineyard warehouse workshop',
);
export const noun = (random: Random): string => one(NOUNS, random);

const GROUPS = words(
  'activists children demonstrators drivers farmers firefighters fishermen migrants miners nurses officers pilgrims police protesters residents rescuers sailors shoppers soldiers students supporters survivors teachers tourists villagers volunteers voters workers',
);
export const group = (random: Random): string => one(GROUPS, random);
export const groupStart = (random: Random): string => capital(group(random));

const JOBS = words(
  'architect baker coach composer designer economist engineer farmer goalkeeper historian journalist lawyer nurse painter pilot professor sculptor surgeon trader writer',
);
export const job = (random: Random): string => one(JOBS, random);

export const MONTHS = words(
  'January February March April May June July August September October November December',
);
const AP_MONTHS = 'Jan.|Feb.|March|April|May|June|July|Aug.|Sept.|Oct.|Nov.|Dec.'.split('|');
export const WEEKDAYS = words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday');

export interface MadeDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export function date(random: Random, from = 1985, to = 2024): MadeDate {
  return { year: from + random(to - from + 1), month: 1 + random(12), day: 1 + random(28) };
}

/** The date as some paper prints it. */
export function printed({ year, month, day }: MadeDate, random: Random): string {
  const full = MONTHS[month - 1] ?? '';
  return one(
    [
      `${full} ${day}, ${year}`,
      `${AP_MONTHS[month - 1]} ${day}, ${year}`,
      `${day} ${full} ${year}`,
    ],
    random,
  );
}

/** As AP prints it: "Oct. 13, 2009". */
export const apDate = ({ year, month, day }: MadeDate): string =>
  `${AP_MONTHS[month - 1]} ${day}, ${year}`;

/** yyyy-mm-dd. */
export const iso = ({ year, month, day }: MadeDate): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The weekday's number, 0 for Sunday: from the machine's calendar, not from ours. */
export const weekday = ({ year, month, day }: MadeDate): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

export function plusDays(from: MadeDate, days: number): MadeDate {
  const at = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

export const between = (from: number, to: number, random: Random): number =>
  from + random(to - from + 1);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const SMALL = words('zero one two three four five six seven eight nine ten eleven twelve');
/** A small number in words, or in figures from 13 on. */
export const spelled = (value: number): string => SMALL[value] ?? String(value);

/** One slip of the hand inside a word: a letter dropped, doubled, swapped with the next, or another one. */
export function slip(word: string, random: Random): string {
  for (let turn = 0; turn < 40; turn += 1) {
    const at = 1 + random(word.length - 2);
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    if (!/\p{Ll}/u.test(letter)) continue;
    const made = one(
      [
        before + after,
        before + letter + letter + after,
        before + after.charAt(0) + letter + after.slice(1),
        before + one(words('a e i o u r n s t l'), random) + after,
      ],
      random,
    );
    if (
      made !== word &&
      /^[\p{L}’' -]+$/u.test(made) &&
      made.charAt(1) === made.charAt(1).toLowerCase()
    )
      return made;
  }
  return `${word}h`;
}
