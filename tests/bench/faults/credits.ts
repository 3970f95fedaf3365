import { textBlock } from '#core/article/story';
import type { CreditForm } from '#core/checks/style-book';
import { cleanCaption, madeCaption } from './caption-copy';
import { agency, creditLine, twoAgencies } from './credit-forms';
import type { Fault, Faults } from './inject';
import { figure, insert, somewhere, withFigure } from './inject';
import type { Random } from './made';
import {
  another,
  apDate,
  between,
  city,
  date,
  iso,
  noun,
  one,
  person,
  plusDays,
  slip,
} from './made';

const captionAndCredit = (make: (random: Random) => string): Fault =>
  figure((random) => ({ caption: cleanCaption(random), credit: make(random), alt: 'A scene' }));

const inCapitals = (random: Random): string => {
  const made = person(random);
  return creditLine(made.full.toUpperCase(), agency(random), random);
};

/** A house's own form for an AP, a Reuters and a Getty picture. */
const HOUSE: { readonly [form in CreditForm]: (name: string) => readonly string[] } = {
  ap: (name) => [`(AP Photo/${name})`],
  reuters: (name) => [`REUTERS/${name}`],
  getty: (name) => [`Photo by ${name}/Getty Images`],
  guardian: (name) => [`Photograph: ${name}/AFP`, `Photograph: ${name}/AP`],
  npr: (name) => [`${name}/AFP`, `${name}/Reuters`],
};
/** What is printed, and the houses whose form it is not. */
const OTHER: readonly ((name: string) => readonly [string, readonly CreditForm[]])[] = [
  (name) => [`Photo: ${name}, AP`, ['ap', 'reuters', 'guardian', 'npr']],
  (name) => [`${name} for Getty`, ['ap', 'guardian', 'npr']],
  (name) => [`Image credit: ${name}/Reuters`, ['ap', 'reuters', 'npr']],
  (name) => [`${name}, AFP`, ['guardian', 'npr']],
  (name) => [`${name} - AFP`, ['guardian', 'npr']],
  (name) => [`${name} (AP)`, ['ap', 'npr']],
  (name) => [`Photograph: ${name}/AFP`, ['npr', 'ap']],
  (name) => [`${name}/AP`, ['ap', 'guardian']],
  (name) => [`${name}/Reuters`, ['reuters', 'guardian']],
  (name) => [`Photo by ${name}/AFP`, ['npr', 'guardian']],
  ...Object.entries(HOUSE)
    .filter(([form]) => form !== 'npr')
    .map(([form, make]) => (name: string): readonly [string, readonly CreditForm[]] => [
      make(name)[0] ?? '',
      (['npr', 'guardian'] as const).filter((house) => house !== form),
    ]),
];

const otherForm: Fault = (story, random) => {
  const [credit, houses] = one(OTHER, random)(person(random).full);
  return {
    story: withFigure(story, { caption: cleanCaption(random), credit, alt: 'A scene' }, random),
    at: ['fault.credit'],
    book: { creditForm: one(houses, random) },
  };
};

function doubled(random: Random): string {
  const [name, wire] = [person(random).full, agency(random)];
  const alias =
    wire === 'AFP'
      ? 'Agence France-Presse'
      : wire === 'AP'
        ? 'Associated Press'
        : wire === 'Getty Images'
          ? 'Getty'
          : wire;
  return one(
    [
      `${name}/${wire}/${wire}`,
      `${wire}/${wire}`,
      `${name} / ${wire}/${wire}`,
      `${name}/${wire} via ${wire}`,
      `(Photo: ${name}/${wire}) ${wire}`,
      `${name}/${wire}, ${wire}`,
      `${name}/${wire} - ${alias}`,
    ],
    random,
  );
}

const LONG_NAMES = [
  'Reuters',
  'Getty Images',
  'Bloomberg',
  'Xinhua',
  'Shutterstock',
  'Anadolu',
  'NurPhoto',
  'Associated Press',
  'Thinkstock',
  'Agence France-Presse',
];

const misspelled = (random: Random): string =>
  creditLine(person(random).full, slip(one(LONG_NAMES, random), random), random);

const noCreator = (random: Random): string => {
  const [first, second] = twoAgencies(random);
  return one(
    [
      first,
      `Photo: ${first}`,
      `(${first})`,
      `${first}/${second}`,
      `Photograph: ${second}`,
      `Image: ${first}`,
      `${first} via ${second}`,
    ],
    random,
  );
};

const noLicence = (random: Random): string => {
  const host = one(['Wikimedia Commons', 'Flickr', 'Wikipedia', 'Wikimedia'], random);
  const name = person(random).full;
  return one(
    [
      `Source: ${host}`,
      `${name}/${host}`,
      `${name} via ${host}`,
      host,
      `Photo: ${name}, ${host}`,
      `Image credit: ${name}/${host}`,
      `Photo by ${name} on ${host}`,
    ],
    random,
  );
};

const glued = (random: Random): string => {
  const caption = madeCaption(random).replace(/\.$/u, one(['', '.'], random));
  const [name, wire] = [person(random).full, agency(random)];
  return (
    caption +
    one(
      [
        `Credit: ${wire}`,
        `Credit: ${name}/${wire}`,
        `Photograph: ${name}/${wire}`,
        `Photo: ${name}/${wire}`,
        `Image: ${wire}`,
        `Photo by ${name}/${wire}`,
        `Picture: ${name}/${wire}`,
      ],
      random,
    )
  );
};

const wrongKind: Fault = figure((random) => {
  const drawn = one(
    [
      'illustration',
      'drawing',
      'cartoon',
      'composite',
      'graphic',
      'collage',
      'rendering',
      'infographic',
    ],
    random,
  );
  const article = /^[aei]/u.test(drawn) ? 'An' : 'A';
  const text = `${article} ${drawn} ${one(['showing', 'of', 'that shows'], random)} a ${noun(random)} in ${city(random)}`;
  const label = one(['Photo:', 'Photograph:', 'Photo by'], random);
  const credit = `${label} ${person(random).full}/${agency(random)}`;
  const type = one(
    [
      'trainedAlgorithmicMedia',
      'compositeCapture',
      'digitalArt',
      'compositeWithTrainedAlgorithmicMedia',
    ],
    random,
  );
  return one(
    [
      { caption: `${text}.`, credit, alt: 'A scene' },
      { caption: cleanCaption(random), credit, alt: text },
      {
        caption: madeCaption(random),
        credit,
        alt: 'A scene',
        photo: {
          metadata: {
            digitalSourceType: { xmp: [`http://cv.iptc.org/newscodes/digitalsourcetype/${type}`] },
          },
        },
      },
    ],
    random,
  );
});

const oldPhoto: Fault = (story, random) => {
  const taken = date(random, 1990, 2015);
  const published = plusDays(taken, between(420, 4000, random));
  const inFile = random(2) === 0;
  const caption = inFile
    ? madeCaption(random)
    : madeCaption(random).replace(/on \w+\.$/u, `on ${apDate(taken)}.`);
  const stamp = one(
    [iso(taken), iso(taken).replaceAll('-', ''), `${iso(taken).replaceAll('-', ':')} 10:00:00`],
    random,
  );
  const made = withFigure(
    { ...story, dates: { dateline: '', published: iso(published) } },
    {
      caption,
      credit: creditLine(person(random).full, agency(random), random),
      alt: 'A scene',
      photo: {
        metadata: inFile
          ? { dateCreated: { [one(['xmp', 'iim', 'exif'], random)]: [stamp] } }
          : null,
      },
    },
    random,
  );
  // A story that speaks of that year itself is a look back.
  const speaks = story.article.blocks.some((block) =>
    JSON.stringify(block).includes(String(taken.year)),
  );
  return speaks ? null : { story: made, at: ['fault.caption'] };
};

const disagree: Fault = (story, random) => {
  const first = person(random);
  const second = another(first, random);
  const [wire, other] = twoAgencies(random);
  const credit = `${first.full}/${wire}`;
  const wrong = one(
    [`${first.full}/${other}`, `${second.full}/${wire}`, `${second.full}/${other}`],
    random,
  );
  if (random(2) === 0) {
    const caption = `${madeCaption(random)} (${wrong})`;
    return {
      story: withFigure(story, { caption, credit, alt: 'A scene' }, random),
      at: ['fault.caption', 'fault.credit'],
    };
  }
  const text = `${one(['Photo: ', 'Photograph: ', 'Photo by ', 'Photo credit: ', ''], random)}${wrong}`;
  const made = insert(story, somewhere(story, random), textBlock('line', 'paragraph', text));
  return {
    story: withFigure(made, { caption: cleanCaption(random), credit, alt: 'A scene' }, random),
    at: ['line', 'fault.credit'],
  };
};

export const CREDIT_FAULTS: Faults = {
  'credit-missing': figure((random) => ({
    caption: random(2) === 0 ? madeCaption(random) : cleanCaption(random),
    credit: one(['', ' '], random),
    alt: one([null, 'A scene'], random),
  })),
  'credit-case': captionAndCredit(inCapitals),
  'credit-form': otherForm,
  'credit-doubled-agency': captionAndCredit(doubled),
  'credit-agency-spelling': captionAndCredit(misspelled),
  'credit-no-creator': captionAndCredit(noCreator),
  'credit-licence-missing': captionAndCredit(noLicence),
  'credit-glued': figure((random) => ({ caption: glued(random), credit: '', alt: 'A scene' })),
  'credit-kind': wrongKind,
  'archive-unlabelled': oldPhoto,
  'credit-disagrees': disagree,
};
