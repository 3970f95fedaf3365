import type { PhotoMetadata } from '#core/article/model';
import { textBlock } from '#core/article/story';
import { does, doThat, madeCaption } from './caption-copy';
import { twoAgencies } from './credit-forms';
import type { Fault, Faults } from './inject';
import { figure, insert, somewhere, withFigure } from './inject';
import type { Random } from './made';
import {
  another,
  apDate,
  between,
  city,
  date,
  groupStart,
  iso,
  MONTHS,
  noun,
  one,
  person,
  plusDays,
  slip,
} from './made';

const creditMismatch: Fault = figure((random) => {
  const first = person(random);
  const second = another(first, random);
  const [wire, other] = twoAgencies(random);
  const part = one(['xmp', 'iim'] as const, random);
  const metadata: PhotoMetadata = one(
    [
      { creator: { [part]: [second.full] }, creditLine: { [part]: [wire] } },
      { creator: { [part]: [second.full.toUpperCase()] } },
      { creditLine: { [part]: [other] } },
      {
        creator: { [part]: [first.full] },
        creditLine: { [part]: [other] },
        source: { [part]: [other] },
      },
      { source: { [part]: [other] } },
      { creditLine: { [part]: [`${second.full}/${other}`] } },
    ],
    random,
  );
  return {
    caption: madeCaption(random),
    credit: one(
      [`${first.full}/${wire}`, `Photograph: ${first.full}/${wire}`, `(${first.full}/${wire})`],
      random,
    ),
    alt: 'A scene',
    photo: { metadata },
  };
});

const dateMismatch: Fault = figure((random) => {
  const taken = date(random, 2000, 2023);
  const away = (random(2) === 0 ? 1 : -1) * between(2, 40, random);
  const said = plusDays(taken, away);
  const text = one(
    [
      `${person(random).full} ${does(random)} in ${city(random)} on ${apDate(said)}.`,
      `${groupStart(random)} ${doThat(random)}, ${MONTHS[said.month - 1]} ${said.day}, ${said.year}.`,
      `${groupStart(random)} ${doThat(random)} near the ${noun(random)} in ${city(random)} on ${said.day} ${MONTHS[said.month - 1]} ${said.year}.`,
    ],
    random,
  );
  const stamp = one([iso(taken), `${iso(taken)}T14:20:00`, iso(taken).replaceAll('-', '')], random);
  return {
    caption: text,
    credit: `${person(random).full}/AP`,
    alt: 'A scene',
    photo: { metadata: { dateCreated: { xmp: [stamp] } } },
  };
});

const placeMismatch: Fault = (story, random) => {
  const here = city(random);
  const there = city(random);
  if (here === there) return null;
  const country = new Set([
    'Atlanta',
    'Boston',
    'Chicago',
    'Dallas',
    'Denver',
    'Houston',
    'Los Angeles',
    'Miami',
    'Philadelphia',
    'San Francisco',
    'Seattle',
  ]).has(there)
    ? ['United States']
    : [];
  return {
    story: withFigure(
      story,
      {
        caption: `${person(random).full} ${does(random)} ${one(['in', 'near a market in', 'at a ceremony in', 'outside a court in'], random)} ${here} on Monday.`,
        credit: `${person(random).full}/AP`,
        alt: 'A scene',
        photo: {
          metadata: {
            locationShown: { xmp: [one([there, [there, ...country].join(', ')], random)] },
          },
        },
      },
      random,
    ),
    at: ['fault.caption'],
  };
};

const ORDERS: readonly ((random: Random) => string)[] = [
  (random) =>
    `EMBARGOED UNTIL 0${between(1, 9, random)}00 GMT ${one(['MONDAY', 'SUNDAY', 'FRIDAY'], random)}`,
  (random) => `HOLD FOR RELEASE UNTIL ${between(1, 11, random)} A.M.`,
  (random) => `NO USE IN ${one(['FRANCE', 'JAPAN', 'GERMANY', 'SWITZERLAND'], random)}`,
  (random) => `${one(['UK', 'AUSTRIA', 'ITALY'], random)} OUT. NO ONLINE USE.`,
  () => 'Not for use after 12 May 2024.',
  () => 'One-time use only. Delete after publication.',
  () => 'Face of the child must be obscured before publication.',
  () => 'KILL. This picture is withdrawn.',
  () => 'Do not crop. Do not alter.',
  () => 'Exclusive to The Harbour Post until Sunday.',
  () => 'Web use requires prior permission of the photographer.',
  () => 'Image must be used with the story it was sent with.',
];

const instructions: Fault = figure((random) => ({
  caption: madeCaption(random),
  credit: `${person(random).full}/AP`,
  alt: 'A scene',
  photo: {
    metadata: {
      [one(['instructions', 'usageTerms'], random)]: {
        [one(['iim', 'xmp'], random)]: [one(ORDERS, random)(random)],
      },
    },
  },
}));

const MATTER: readonly ((random: Random) => string)[] = [
  () => 'TPX IMAGES OF THE DAY',
  () => 'RESTRICTED TO EDITORIAL USE',
  () => 'EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES.',
  (random) => `MANDATORY CREDIT "${person(random).full.toUpperCase()}"`,
  () => 'NO SALES. NO ARCHIVES.',
  () => 'ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY.',
  () => '=== FOR EDITORIAL USE ONLY ===',
  (random) => `(${city(random).toUpperCase()} - Tags: POLITICS SOCIETY)`,
  (random) => `TO GO WITH AFP STORY BY ${person(random).full.toUpperCase()}`,
  () => '*** Local Caption ***',
  () => 'BEST QUALITY AVAILABLE',
];

const rawMatter: Fault = figure((random) => {
  const note = one(MATTER, random)(random);
  const caption = madeCaption(random);
  return {
    caption: random(4) === 0 ? `${note} ${caption}` : `${caption} ${note}`,
    credit: `${person(random).full}/AFP`,
    alt: 'A scene',
  };
});

const CONTEXT: readonly ((name: string, random: Random) => string)[] = [
  (name, random) => `${name} ${does(random)} in ${city(random)} on Monday.`,
  (name, random) => `${name}, left, ${does(random)} in ${city(random)}.`,
  (name, random) => `${groupStart(random)} listen to ${name} in ${city(random)}.`,
  (name, random) =>
    `From left, ${name} and ${person(random).full} arrive at the ${noun(random)} in ${city(random)}.`,
  (name, random) => `${name} at the ${noun(random)} in ${city(random)}.`,
  (name, random) => `${name}, ${apDate(date(random))}`,
];

const stranger: Fault = figure((random) => ({
  caption: one(CONTEXT, random)(person(random).full, random),
  credit: 'AFP',
  alt: 'A scene',
}));

const nameSpelling: Fault = (story, random) => {
  let made = person(random);
  while (made.surname.length < 6) made = person(random);
  const wrong = slip(made.surname, random);
  const text = one(
    [
      `The talks were led by ${made.full}, who came from ${city(random)}.`,
      `${made.full} has run the ${noun(random)} since ${between(1990, 2020, random)}.`,
      `It was up to ${made.full} to explain the delay. ${made.surname} did so.`,
    ],
    random,
  );
  const at = somewhere(story, random);
  const told = insert(story, at, textBlock('told', 'paragraph', text));
  return {
    story: withFigure(
      told,
      {
        caption: one(CONTEXT, random)(`${made.given} ${wrong}`, random),
        credit: 'AFP',
        alt: 'A scene',
      },
      random,
    ),
    at: ['fault.caption', 'told'],
  };
};

const otherPerson: Fault = figure((random) => {
  const printed = person(random);
  const shown = another(printed, random);
  const words = one(
    [
      `${printed.full} ${does(random)} in ${city(random)} on Monday.`,
      `${printed.full}, left, ${does(random)} in ${city(random)}.`,
      `${printed.full} at the ${noun(random)} in ${city(random)}.`,
    ],
    random,
  );
  const metadata: PhotoMetadata = one(
    [
      { personShown: { xmp: [shown.full] } },
      { personShown: { xmp: [`${shown.surname}, ${shown.given}`] } },
      { description: { iim: [`${shown.full} ${does(random)} in ${city(random)}.`] } },
    ],
    random,
  );
  return { caption: words, credit: 'AFP', alt: 'A scene', photo: { metadata } };
});

export const METADATA_FAULTS: Faults = {
  'meta-credit-mismatch': creditMismatch,
  'meta-date-mismatch': dateMismatch,
  'meta-place-mismatch': placeMismatch,
  'meta-person-mismatch': otherPerson,
  'meta-instructions': instructions,
  'meta-caption-raw': rawMatter,
  'caption-person-not-in-story': stranger,
  'caption-name-spelling': nameSpelling,
};
