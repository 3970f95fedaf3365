import { textBlock } from '#core/article/story';
import type { Fault, Faults } from './inject';
import { insert, sentence, somewhere, textOf, withBlocks } from './inject';
import type { Random } from './made';
import { between, city, group, job, noun, one, person, slip } from './made';

const TITLES =
  'Secretary|Commissioner|Councilwoman|Councilman|Inspector|Senator|Representative|Governor|President|Minister|Judge|Professor|Detective|Dr.|Sen.|Gov.|Rep.|Capt.|Col.|Sgt.|Ambassador|Coach|Sheriff|Superintendent'.split(
    '|',
  );

/** The surname of somebody whom the story names nowhere. */
function newcomer(story: Parameters<Fault>[0], random: Random) {
  const text = story.article.blocks.map(textOf).join('\n');
  for (;;) {
    const made = person(random);
    if (!text.includes(made.surname) && !text.includes(made.given)) return made;
  }
}

const firstReference: Fault = (story, random) => {
  const { surname, full } = newcomer(story, random);
  const title = one(TITLES, random);
  const text = one(
    [
      `The report was written by ${title} ${surname}, who left in ${between(1990, 2020, random)}.`,
      `In ${city(random)}, ${title} ${surname} met ${group(random)}.`,
      `A letter from ${title} ${surname} arrived at the ${noun(random)}.`,
      `That was when ${title} ${surname} closed the ${noun(random)}.`,
    ],
    random,
  );
  const later =
    random(2) === 0
      ? ` ${surname} left early.`
      : random(2) === 0
        ? ` The ${job(random)} ${full} disagreed.`
        : '';
  return sentence(() => text + later)(story, random);
};

const laterReference: Fault = (story, random) => {
  const { full, surname } = newcomer(story, random);
  const first = `It was ${full}, a ${job(random)} from ${city(random)}, who found the ${noun(random)}. ${surname} told nobody.`;
  const again = one(
    [
      `In the end ${full} sold the ${noun(random)}.`,
      `Most ${group(random)} sided with ${full}.`,
      `The ${noun(random)} now belongs to ${full}, who lives in ${city(random)}.`,
    ],
    random,
  );
  const blocks = story.article.blocks.toSpliced(1, 0, textBlock('told', 'paragraph', first));
  return {
    story: insert(
      withBlocks(story, blocks),
      Math.max(2, somewhere(story, random) + 1),
      textBlock('fault', 'paragraph', again),
    ),
    at: ['fault'],
  };
};

const nameVariant: Fault = (story, random) => {
  let made = newcomer(story, random);
  while (made.surname.length < 6 || /[’']|^\p{Lu}\p{L}?\p{Lu}/u.test(made.surname))
    made = newcomer(story, random);
  const { full, surname } = made;
  // Inside the word: a change of its last letters is an inflection to any reader.
  let wrong = slip(surname, random);
  for (
    let turn = 0;
    turn < 30 && wrong.slice(0, -2) === surname.slice(0, wrong.length - 2);
    turn += 1
  )
    wrong = slip(surname, random);
  const first = `It was ${full} who found the ${noun(random)}. Later ${surname} told ${group(random)} about it, and so the ${job(random)} heard from ${surname} too.`;
  const again = one(
    [
      `Nobody in ${city(random)} believed ${wrong}.`,
      `The ${job(random)} says that ${wrong} lied.`,
      `For ${wrong} it was the end of the ${noun(random)}.`,
    ],
    random,
  );
  const blocks = story.article.blocks.toSpliced(1, 0, textBlock('told', 'paragraph', first));
  return {
    story: insert(
      withBlocks(story, blocks),
      Math.max(2, somewhere(story, random) + 1),
      textBlock('fault', 'paragraph', again),
    ),
    at: ['fault', 'told'],
  };
};

/** A spelling that the desk has ruled out comes back. */
const undecided: Fault = (story, random) => {
  let made = newcomer(story, random);
  while (made.surname.length < 6) made = newcomer(story, random);
  const { full, given, surname } = made;
  const wrong = slip(surname, random);
  const decision = (kind: 'same' | 'spelling', words: readonly string[]) => ({
    kind,
    words,
    by: 'Kim',
    at: '2026-01-05T08:00:00Z',
  });
  const told = `It was ${full} who found the ${noun(random)}. Later ${surname} told ${group(random)} about it.`;
  const again = `In ${city(random)}, ${one([`${given} ${wrong}`, `${given} ${wrong}`, wrong], random)} met a ${job(random)}.`;
  const blocks = story.article.blocks.toSpliced(1, 0, textBlock('told', 'paragraph', told));
  const known = again.includes(`${given} ${wrong}`)
    ? [`${given} ${wrong}`, full]
    : [wrong, surname];
  return {
    story: {
      ...insert(
        withBlocks(story, blocks),
        Math.max(2, somewhere(story, random) + 1),
        textBlock('fault', 'paragraph', again),
      ),
      decisions: [decision('same', known), decision('spelling', [known[1] ?? full])],
    },
    at: ['fault'],
  };
};

const CAPITALS =
  'President|Prime Minister|Mayor|Governor|Senator|Chancellor|Ambassador|Bishop|Professor|Sheriff|Attorney General|Foreign Minister|Congressman|Colonel|Chairman|Secretary|Minister|Councilman|Superintendent|Commissioner'.split(
    '|',
  );
const titleCase = (random: Random): string => {
  const title = one(CAPITALS, random);
  return one(
    [
      `On Tuesday the ${title} said that the ${noun(random)} would stay.`,
      `${person(random).full} met the ${title}, who agreed.`,
      `For a ${title} it was a bad day.`,
      `Many ${group(random)} wrote to the ${title} about it.`,
      `The former ${title} lives in ${city(random)}.`,
    ],
    random,
  );
};

const LONG =
  'Senator|Governor|Representative|Lieutenant|Captain|Colonel|Sergeant|Lieutenant Colonel|Lieutenant Governor|Doctor|Reverend'.split(
    '|',
  );
const titleAbbrev = (random: Random): string => {
  const { full, surname } = person(random);
  const title = one(LONG, random);
  const name = title === 'Doctor' || title === 'Reverend' || random(3) > 0 ? full : surname;
  return one(
    [
      `On Monday ${title} ${name} met ${group(random)}.`,
      `The ${noun(random)} was closed by ${title} ${name}.`,
      `A letter by ${title} ${name} made it public.`,
    ],
    random,
  );
};

const WORKS =
  'opera|novel|film|movie|play|song|album|book|memoir|musical|poem|documentary|painting|ballet'.split(
    '|',
  );
const ADJECTIVES = 'Silent|Golden|Last|Broken|Distant|Hidden|Burning|Lonely|Northern|Secret'.split(
  '|',
);
const cap = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const workTitle = (random: Random): string =>
  one(
    [
      `The ${one(ADJECTIVES, random)} ${cap(noun(random))}`,
      `${cap(noun(random))} of the ${one(ADJECTIVES, random)} ${cap(noun(random))}`,
      `A ${cap(noun(random))} in ${city(random)}`,
      `The ${cap(job(random))} and the ${cap(noun(random))}`,
    ],
    random,
  );
const composition = (random: Random): string =>
  one(
    [
      `They saw the ${one(WORKS, random)} ${workTitle(random)} at the ${noun(random)}.`,
      `Her ${one(['first', 'best', 'latest', 'debut'], random)} ${one(WORKS, random)} ${workTitle(random)} sold well.`,
      `He wrote the ${one(WORKS, random)} ${workTitle(random)} in ${between(1950, 2020, random)}.`,
      `Based on the ${one(WORKS, random)} ${workTitle(random)}, it was a success.`,
    ],
    random,
  );

const WHO =
  'senior official|former aide|government official|diplomat|person familiar with the matter|military official|company insider|source|White House official|law enforcement official|senior adviser|executive|staff member|former employee|intelligence official'.split(
    '|',
  );
const anonymous = (random: Random): string => {
  const who = one(WHO, random);
  const article = /^[aeiou]/u.test(who) ? 'an' : 'a';
  return one(
    [
      `The ${noun(random)} will close, ${article} ${who} said.`,
      `${cap(article)} ${who} told the paper that the vote was rigged.`,
      `One ${who} said that the ${noun(random)} was empty.`,
      `According to one ${who}, the ${noun(random)} will be sold.`,
      `“It is over,” said one ${who}.`,
    ],
    random,
  );
};

const SPEECHES =
  'The roof is old and nobody has looked after it for many years now.|I have never seen anything like it in all my life, and I hope I never will again.|There was no plan, there was no money, and there was no time left to look for either.|It will be years before people can come back here, if they ever do come back.'.split(
    '|',
  );
const unattributed: Fault = (story, random) => {
  // Around it stand two paragraphs in which nobody speaks.
  const quiet = (id: string) =>
    textBlock(
      id,
      'paragraph',
      `The ${noun(random)} near the ${noun(random)} has been shut since ${between(1990, 2020, random)}. The town has no other.`,
    );
  const words = one(SPEECHES, random);
  const [open, close] = random(3) === 0 ? ['"', '"'] : ['“', '”'];
  const made = insert(
    story,
    somewhere(story, random),
    quiet('before'),
    textBlock('fault', 'paragraph', `${open}${words}${close}`),
    quiet('after'),
  );
  return { story: made, at: ['fault'] };
};

const headline: Fault = (story, random) => {
  const text = story.article.blocks.map(textOf).join('\n');
  const value = between(13, 89, random);
  if (new RegExp(String.raw`\b(?:${value}|${value - 1}|${value + 1})\b`, 'u').test(text))
    return null;
  const { full } = newcomer(story, random);
  const amount = `$${between(101, 899, random)} ${one(['million', 'billion'], random)}`;
  const made = one(
    [
      `Fire at ${noun(random)} kills ${value}`,
      `${full} opens new ${noun(random)}`,
      `${city(random)} ${noun(random)} to cost ${amount}`,
      `${full} says ${noun(random)} must close`,
      `${value}% of ${group(random)} want a new ${noun(random)}`,
      `How ${full} saved the ${noun(random)}`,
      `Court frees ${value} ${group(random)}`,
    ],
    random,
  );
  const kind = random(3) === 0 ? 'dek' : 'headline';
  const rest = story.article.blocks.filter((block) => block.kind !== kind);
  return { story: withBlocks(story, [textBlock('fault', kind, made), ...rest]), at: ['fault'] };
};

export const NAME_FAULTS: Faults = {
  'first-reference': firstReference,
  'later-reference': laterReference,
  'name-variant': nameVariant,
  'name-not-as-decided': undecided,
  'title-case': sentence(titleCase),
  'title-abbrev': sentence(titleAbbrev, {
    language: 'en-US',
    options: { titleAbbrev: 'before-name' },
  }),
  'composition-title': sentence(composition),
  'anonymous-source': sentence(anonymous),
  'quote-unattributed': unattributed,
  'headline-not-in-body': headline,
};
