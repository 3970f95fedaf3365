import { textBlock } from '#core/article/story';
import { cleanCaption, does, doThat } from './caption-copy';
import { anyCredit } from './credit-forms';
import type { Fault, Faults } from './inject';
import { figure, withBlocks, withFigure } from './inject';
import type { Random } from './made';
import {
  another,
  apDate,
  between,
  capital,
  city,
  date,
  group,
  groupStart,
  job,
  noun,
  one,
  person,
  printed,
  WEEKDAYS,
} from './made';

const DOING =
  'waving to supporters|inspecting the damage|speaking to reporters|cutting the ribbon|walking past a crowd|holding up a banner|celebrating after the vote|carrying boxes|leaving court|repairing nets|painting a wall|playing the violin'.split(
    '|',
  );

/** Captions that name what is to be seen and say of nothing that it happens. */
const LABELS: readonly ((random: Random) => string)[] = [
  (random) => `${person(random).full}, ${person(random).full}, ${printed(date(random), random)}`,
  (random) =>
    `${person(random).full} and ${person(random).full} in ${city(random)}, ${printed(date(random), random)}`,
  (random) =>
    `${person(random).full} ${one(DOING, random)} in ${city(random)} on ${one(WEEKDAYS, random)}`,
  (random) =>
    `The ${noun(random)} of ${city(random)} after the ${noun(random)} fire of ${between(1950, 2020, random)}`,
  (random) =>
    `A ${noun(random)} in the old quarter of ${city(random)}, on a wet morning in ${one(['March', 'June', 'October'], random)}`,
  (random) =>
    `${groupStart(random)} near a ${noun(random)} in ${city(random)}, ${apDate(date(random))}`,
  (random) =>
    `Members of the ${city(random)} ${noun(random)} team with ${person(random).full}, the ${job(random)}`,
  (random) =>
    `The new ${noun(random)} beside the ${noun(random)}, a project of the ${job(random)} ${person(random).full}`,
  (random) =>
    `${groupStart(random)} at the gates of the ${noun(random)} before dawn on ${one(WEEKDAYS, random)}`,
  (random) => `A view of the ${noun(random)} from the roof of the ${city(random)} ${noun(random)}`,
];

const PAST =
  'spoke to reporters|waved to supporters|inspected the damage|walked past a crowd|held up a banner|carried boxes|marched through the rain|gave a speech|met survivors|sang for the crowd|took part in a drill|laid a wreath|drove a tractor|swam across the river|threw flowers|stood outside the court|wept after the verdict|embraced a friend|shook hands with a visitor|fled a fire|lit candles|watched the parade|tried to cross the river|read from a letter'.split(
    '|',
  );

/** A picture's caption in the past. */
const past = (random: Random): string =>
  one(
    [
      `${person(random).full} ${one(PAST, random)} in ${city(random)} on ${one(WEEKDAYS, random)}.`,
      `${groupStart(random)} ${one(PAST, random)} near the ${noun(random)} in ${city(random)}.`,
      `The ${job(random)} ${person(random).full}, left, ${one(PAST, random)}.`,
      `${groupStart(random)} ${one(PAST, random)}. ${cleanCaption(random)}`,
    ],
    random,
  );

const ACTIVE = (random: Random): string =>
  random(2) === 0
    ? `${person(random).full} ${does(random)}`
    : `${groupStart(random)} ${doThat(random)}`;

/** Says what and when, not where. */
const noPlace = (random: Random): string =>
  one(
    [
      `${person(random).full} ${one(['speaks', 'smiles', 'waves', 'sings', 'dances', 'applauds'], random)} ${one(['on Monday', 'Tuesday', `on ${apDate(date(random))}`], random)}.`,
      `${person(random).full} ${does(random)} ${one(['on Thursday', 'Saturday', `on ${apDate(date(random))}`], random)}.`,
      `${groupStart(random)} ${doThat(random)} on ${one(WEEKDAYS, random)}.`,
      `${person(random).full}, ${one(['left', 'right'], random)}, ${does(random)} with ${person(random).full} on ${apDate(date(random))}.`,
    ],
    random,
  );

const noDate = (random: Random): string =>
  `${ACTIVE(random)} ${one(['near the', 'outside the', 'at the'], random)} ${noun(random)} in ${city(random)}.`;

function noPosition(random: Random): string {
  const first = person(random);
  const second = another(first, random);
  const third = random(3) === 0 ? `, ${another(second, random).full}` : '';
  return one(
    [
      `${first.full} and ${second.full} ${doThat(random)} in ${city(random)} on ${one(WEEKDAYS, random)}.`,
      `${first.full}${third} and ${second.full} ${doThat(random)}.`,
      `${first.full}, ${second.full}, ${apDate(date(random))}`,
      `${capital(job(random))} ${first.full} and ${job(random)} ${second.full} ${doThat(random)} in ${city(random)}.`,
      `${first.full} greets ${second.full} at the ${noun(random)} in ${city(random)}.`,
    ],
    random,
  );
}

const sameAsHeadline: Fault = (story, random) => {
  const own = story.article.blocks.find((block) => block.kind === 'headline');
  const headline = `${groupStart(random)} ${doThat(random)} in ${city(random)}`;
  const text = one([headline, `${headline}.`, headline.toUpperCase(), `${headline} `], random);
  const blocks = story.article.blocks.filter((block) => block !== own);
  const made = withBlocks(story, [textBlock('hed', 'headline', headline), ...blocks]);
  const caption = random(3) === 0 ? `${text.trim()} (${person(random).full}/AP)` : text;
  return {
    story: withFigure(made, { caption, credit: '', alt: 'A scene' }, random),
    at: ['fault.caption'],
  };
};

const stopMissing: Fault = (story, random) => {
  const never = random(2) === 0;
  const caption = `${ACTIVE(random)} in ${city(random)}`;
  return {
    story: withFigure(
      story,
      { caption: never ? `${caption}.` : caption, credit: anyCredit(random), alt: 'A scene' },
      random,
    ),
    at: ['fault.caption'],
    book: { options: { captionStop: never ? 'never' : 'always' } },
  };
};

const captioned = (make: (random: Random) => string): Fault =>
  figure((random) => ({
    caption: make(random),
    credit: anyCredit(random),
    alt: `Some ${group(random)}`,
  }));

export const CAPTION_FAULTS: Faults = {
  'caption-missing': figure((random) => ({
    caption: one(['', ' ', '\u00a0'], random),
    credit: anyCredit(random),
    alt: one([null, `Some ${group(random)} at a ${noun(random)}`], random),
    photo: {
      originalName: one([`IMG_${between(1000, 9999, random)}.jpg`, `${noun(random)}.png`], random),
    },
  })),
  'caption-draft': figure((random) => {
    const name = person(random).full;
    const draft = `${name} in ${city(random)} on ${apDate(date(random))}.`;
    const template = `${name} {verb} in ${city(random)} on ${apDate(date(random))}.`;
    const drafted = random(2) === 0;
    return {
      caption: drafted ? draft : template,
      credit: anyCredit(random),
      alt: `Some ${group(random)} at a ${noun(random)}`,
      photo: drafted ? { draft } : {},
    };
  }),
  'caption-fragment': captioned((random) => one(LABELS, random)(random)),
  'caption-tense': captioned(past),
  'caption-no-place': captioned(noPlace),
  'caption-no-date': captioned(noDate),
  'caption-position': captioned(noPosition),
  'caption-duplicates-headline': sameAsHeadline,
  'caption-stop': stopMissing,
};
