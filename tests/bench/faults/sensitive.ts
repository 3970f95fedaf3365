import type { Faults } from './inject';
import { sentence } from './inject';
import type { Random } from './made';
import { between, city, job, noun, one, person, WEEKDAYS } from './made';

const CRIMES: readonly ((random: Random) => string)[] = [
  (random) => `stole $${between(2, 900, random)},000 from the ${noun(random)}`,
  (random) => `robbed a bank in ${city(random)}`,
  (random) => `murdered the ${job(random)}`,
  (random) => `embezzled the savings of the ${noun(random)}`,
  (random) => `defrauded ${between(20, 900, random)} pensioners`,
  (random) => `kidnapped the ${job(random)}’s son`,
  (random) => `bribed a ${job(random)} from ${city(random)}`,
  (random) => `raped a ${job(random)}`,
  (random) => `laundered $${between(2, 90, random)} million through the ${noun(random)}`,
  (random) => `burglarized the ${noun(random)}`,
  (random) => `stabbed the ${job(random)} to death`,
  (random) => `shot and killed a ${job(random)}`,
  (random) => `assaulted a ${job(random)}`,
  (random) => `set fire to the ${noun(random)}`,
];

const crime = (random: Random): string => {
  const made = person(random);
  const name = one([made.full, made.full, made.surname], random);
  const what = one(CRIMES, random)(random);
  return one(
    [
      `${name} ${what}.`,
      `On ${one(WEEKDAYS, random)} ${name} ${what}.`,
      `In ${between(1990, 2020, random)} ${name} ${what}.`,
      `It was there that ${name} ${what}.`,
    ],
    random,
  );
};

const LABELS =
  'killer|murderer|rapist|thief|robber|gunman|bomber|bank robber|drug dealer|arsonist|fraudster|serial killer|kidnapper|child molester|war criminal|car thief|drug trafficker|cop killer|sex offender|hacker'.split(
    '|',
  );
const label = (random: Random): string => {
  const made = person(random);
  const name = one([made.full, made.surname], random);
  const word = one(['alleged', 'accused', 'suspected'], random);
  return one(
    [
      `Police moved ${word} ${one(LABELS, random)} ${name} to ${city(random)}.`,
      `The ${word} ${one(LABELS, random)} ${name} was seen near the ${noun(random)}.`,
      `A lawyer for ${word} ${one(LABELS, random)} ${name} declined to comment.`,
    ],
    random,
  );
};

const minor = (random: Random): string => {
  const [name, age] = [person(random).full, between(11, 17, random)];
  return one(
    [
      `${name}, ${age}, was arrested at the ${noun(random)}.`,
      `Police charged ${age}-year-old ${name} with arson.`,
      `${name}, ${age}, is accused of robbing a ${job(random)}.`,
      `The ${age}-year-old ${name} was detained on ${one(WEEKDAYS, random)}.`,
      `${name}, aged ${age}, was assaulted near the ${noun(random)}.`,
      `A judge in ${city(random)} convicted ${name}, ${age}, of theft.`,
      `Prosecutors say that ${name}, ${age}, was raped in ${city(random)}.`,
    ],
    random,
  );
};

const number = (random: Random): string => {
  const [a, b, c] = [
    between(201, 989, random),
    between(200, 999, random),
    between(1000, 9999, random),
  ];
  return one(
    [
      `${a}-${b}-${c}`,
      `(${a}) ${b}-${c}`,
      `${a}.${b}.${c}`,
      `+1 ${a} ${b} ${c}`,
      `+44 7700 900${between(100, 999, random)}`,
      `07700 900${between(100, 999, random)}`,
      `+49 30 ${between(1000000, 9999999, random)}`,
    ],
    random,
  );
};
const contact = (random: Random): string =>
  one(
    [
      `The neighbor, whose number is ${number(random)}, saw nothing.`,
      `${person(random).full}, ${number(random)}, was at the ${noun(random)}.`,
      `The note read ${number(random)} and nothing else.`,
      `Her mobile, ${number(random)}, was off.`,
      `A slip of paper with ${number(random)} on it lay beside the ${job(random)}.`,
    ],
    random,
  );

export const SENSITIVE_FAULTS: Faults = {
  'crime-unattributed': sentence(crime),
  'accused-label': sentence(label),
  'minor-named': sentence(minor),
  'contact-exposed': sentence(contact),
};
