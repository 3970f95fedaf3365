import { textBlock } from '#core/article/story';
import type { Fault, Faults } from './inject';
import { insert, sentence, somewhere } from './inject';
import type { Random } from './made';
import {
  between,
  city,
  date,
  group,
  groupStart,
  job,
  MONTHS,
  noun,
  one,
  person,
  spelled,
  WEEKDAYS,
  weekday,
} from './made';

const SHORT = 'Jan.|Feb.|March|April|May|June|July|Aug.|Sept.|Oct.|Nov.|Dec.'.split('|');

const wrongDay = (random: Random): string => {
  const on = date(random, 1960, 2030);
  const wrong = WEEKDAYS[(weekday(on) + 1 + random(6)) % 7];
  const { year, month, day } = on;
  return one(
    [
      `It began on ${wrong}, ${MONTHS[month - 1]} ${day}, ${year}.`,
      `The ${noun(random)} closed on ${wrong}, ${SHORT[month - 1]} ${day}, ${year}, and never reopened.`,
      `On ${wrong} ${day} ${MONTHS[month - 1]} ${year} ${group(random)} met in ${city(random)}.`,
      `The ${job(random)} died on ${MONTHS[month - 1]} ${day}, ${year} (${wrong}).`,
    ],
    random,
  );
};

/** Days that no calendar has. */
const noSuchDate = (random: Random): string => {
  const short = one([4, 6, 9, 11], random);
  const year = between(1970, 2030, random);
  const [month, day] = one(
    [
      [2, 30],
      [2, 31],
      [short, 31],
      [between(1, 12, random), between(32, 39, random)],
    ],
    random,
  ) as [number, number];
  const name = MONTHS[month - 1] ?? '';
  const leap = `It ended on ${one(['Feb.', 'February'], random)} 29, ${year - (year % 4) + between(1, 3, random)}.`;
  return one(
    [
      `It ended on ${name} ${day}, ${year}.`,
      `The ${noun(random)} reopened on ${SHORT[month - 1]} ${day}, ${year}, at noon.`,
      `It was filed on ${day} ${name} ${year}.`,
      `The form is dated ${year}-${String(month).padStart(2, '0')}-${day}.`,
      leap,
    ],
    random,
  );
};

const small = (random: Random): string => {
  const value = between(2, 9, random);
  return one(
    [
      `There were ${value} ${one(['schools', 'bridges', 'hotels', 'museums', 'churches', 'mills'], random)} in the town.`,
      `Some ${value} ${group(random)} were hurt.`,
      `The ${job(random)} has ${value} sisters.`,
      `She wrote ${value} books about the ${noun(random)}.`,
      `Only ${value} ${group(random)} came to the ${noun(random)}.`,
    ],
    random,
  );
};

const first = (random: Random): string => {
  const value = one(
    [
      between(13, 99, random),
      between(100, 999, random),
      between(2200, 99_000, random).toLocaleString('en-US'),
    ],
    random,
  );
  return one(
    [
      `${value} people waited in the rain for hours.`,
      `${value} ${group(random)} were arrested at the ${noun(random)}.`,
      `${between(12, 95, random)}% of ${group(random)} said they agreed.`,
      `${value} old ${noun(random)} workers lost their jobs that year.`,
    ],
    random,
  );
};

const longMonth = (random: Random): string => {
  const month = one([1, 2, 8, 9, 10, 11, 12], random);
  const day = between(1, 28, random);
  return one(
    [
      `It opened ${MONTHS[month - 1]} ${day}, ${between(1990, 2024, random)}.`,
      `On ${MONTHS[month - 1]} ${day} ${group(random)} met.`,
      `The ${noun(random)} opened ${one(['Mar.', 'Apr.', 'Jun.', 'Jul.'], random)} ${day}, 2015.`,
      `They met on ${one(WEEKDAYS, random)}, ${MONTHS[month - 1]} ${day}.`,
      `It opened ${one(['Jan', 'Feb', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'], random)} ${day}, 2012.`,
    ],
    random,
  );
};

const ordinal = (random: Random): string => {
  const day = between(1, 28, random);
  const ending =
    day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  const month = between(1, 12, random);
  return one(
    [
      `It opened on ${SHORT[month - 1]} ${day}${ending}.`,
      `On ${MONTHS[month - 1]} ${day}${ending}, ${between(1990, 2024, random)}, it closed.`,
      `The vote is due ${day}${ending} ${MONTHS[month - 1]} ${between(1990, 2024, random)}.`,
    ],
    random,
  );
};

const today = (random: Random): string => {
  const day = one(['today', 'yesterday'], random);
  return one(
    [
      `The council approved the budget ${day}.`,
      `${groupStart(random)} marched through ${city(random)} ${day}.`,
      `The ${job(random)} resigned ${day} after a long night.`,
      `Yesterday the ${noun(random)} burned down.`,
      `A court in ${city(random)} ruled ${day} that the ${noun(random)} must close.`,
      `${person(random).full} told reporters ${day} that the ${noun(random)} was safe.`,
      `The results were announced ${one(['today', 'yesterday', 'tonight'], random)}.`,
    ],
    random,
  );
};

const clock = (random: Random): string => {
  const [hour, minutes] = [between(1, 12, random), one(['00', '15', '30', '45'], random)];
  const half = one(['PM', 'AM', 'pm', 'am', 'P.M.', 'A.M.'], random);
  return one(
    [
      `It opens at ${hour}:${minutes} ${half} on most days.`,
      `The ${noun(random)} closes at ${hour}${half}, ${group(random)} say.`,
      `By ${hour} ${half.toUpperCase()} nobody was left.`,
      `It lasted from ${hour}:${minutes}${half} until dawn.`,
    ],
    random,
  );
};

const percent = (random: Random): string => {
  const value = one(
    [String(between(2, 95, random)), `${between(1, 40, random)}.${between(1, 9, random)}`],
    random,
  );
  return one(
    [
      `It rose ${value} percent in a year.`,
      `Some ${value} per cent of ${group(random)} agreed.`,
      `The ${noun(random)} lost ${value} percent of its visitors.`,
    ],
    random,
  );
};

const twice = (random: Random): string => {
  const value = between(2, 900, random);
  return one(
    [
      `It cost $${value} dollars in all.`,
      `The ${noun(random)} cost $${value} million dollars.`,
      `They paid €${value} euros for it.`,
      `A fine of £${value},000 pounds was set.`,
      `The debt is $${between(2, 9, random)}.${between(1, 9, random)} billion dollars.`,
    ],
    random,
  );
};

function shares(random: Random): string {
  const [a, b] = [between(41, 58, random), between(20, 33, random)];
  const rest = 100 - a - b;
  const wrong = rest + one([-9, -6, 5, 8, 11], random);
  const sign = one(['%', ' percent'], random);
  return one(
    [
      `The vote split: ${a}${sign} for it, ${b}${sign} against and ${wrong}${sign} undecided.`,
      `The budget is divided among three funds: ${a}${sign} goes to schools, ${b}${sign} to roads and ${wrong}${sign} to parks.`,
      `The electorate is made up of ${a}${sign} ${group(random)}, ${b}${sign} ${group(random)} and ${wrong}${sign} others.`,
      `Of the total, ${a}${sign} came from tolls, ${b}${sign} from taxes and the remaining ${wrong}${sign} from loans.`,
    ],
    random,
  );
}

function changeIn(random: Random): string {
  const from = between(20, 400, random);
  const up = random(2) === 0;
  const real = between(10, 60, random);
  const to = Math.round(from * (up ? 1 + real / 100 : 1 - real / 100));
  const said = real + one([12, 18, 25, 40], random);
  const unit = one(['', ' million'], random);
  const sign = one(['%', ' percent'], random);
  const money = unit === '' ? '' : '$';
  return one(
    [
      `Sales ${up ? 'rose' : 'fell'} from ${money}${from}${unit} to ${money}${to}${unit}, ${up ? 'up' : 'down'} ${said}${sign}.`,
      `The number of ${group(random)} ${up ? 'grew' : 'dropped'} from ${from} to ${to}, ${up ? 'an increase' : 'a decrease'} of ${said}${sign}.`,
      `Output went from ${money}${from}${unit} in May to ${money}${to}${unit} in June, ${up ? 'a rise' : 'a fall'} of ${said}${sign}.`,
      `Prices ${up ? 'climbed' : 'declined'} ${said}${sign}, from ${money}${from}${unit} to ${money}${to}${unit}.`,
    ],
    random,
  );
}

function parts(random: Random): string {
  const [a, b, c] = [between(3, 9, random), between(3, 9, random), between(2, 5, random)];
  const wrong = one([1, 2, -1, 3], random);
  const figures = random(2) === 0;
  const put = (value: number) => (figures ? String(value) : spelled(value));
  return one(
    [
      `The storm left ${put(a + b + wrong)} dead: ${put(a)} men, ${put(b)} women.`,
      `They found ${put(a + b + wrong)} people (${put(a)} men and ${put(b)} women).`,
      `The crash killed ${put(a + b + c + wrong)} people: ${put(a)} passengers, ${put(b)} drivers and ${put(c)} pedestrians.`,
      `The jury has ${put(a + b + wrong)} members — ${put(a)} men and ${put(b)} women.`,
      `It won ${put(a + b + c + wrong)} medals: ${put(a)} gold, ${put(b)} silver and ${put(c)} bronze.`,
    ],
    random,
  );
}

const born = (random: Random): string => {
  const [year, then] = [between(1930, 1970, random), between(1995, 2020, random)];
  const age = then - year + one([-12, -7, -3, 3, 6, 10], random);
  const name = person(random).full;
  return one(
    [
      `${name}, born in ${year}, was ${age} in ${then}.`,
      `${name}, who was born in ${city(random)} in ${year}, died in ${then} at ${age}.`,
      `Born on May ${between(1, 28, random)}, ${year}, ${name} died in ${then}, aged ${age}.`,
      `${name} was born in ${year} and died in ${then} at the age of ${age}.`,
    ],
    random,
  );
};

const THINGS = [
  'ways',
  'reasons',
  'steps',
  'rules',
  'lessons',
  'options',
  'tips',
  'goals',
  'questions',
];
const COLORS = ['red', 'blue', 'green', 'white', 'black', 'yellow', 'orange', 'purple'];

const short: Fault = (story, random) => {
  const listed = between(3, 6, random);
  const said = listed + between(1, 2, random);
  if (random(2) === 0) {
    return sentence(
      (dice) =>
        `The flag has ${spelled(said)} colors: ${COLORS.slice(0, listed - 1).join(', ')} and ${one(COLORS.slice(listed), dice)}.`,
    )(story, random);
  }
  const items = Array.from({ length: listed }, (_, index) =>
    textBlock(`item${index}`, 'list-item', `Ask the ${job(random)} about the ${noun(random)}`),
  );
  const intro = `There are ${random(2) === 0 ? spelled(said) : said} ${one(['', 'simple ', 'good '], random)}${one(THINGS, random)} to fix a ${noun(random)}:`;
  // Behind a paragraph, so that no other list follows.
  const at = somewhere(story, random);
  if (story.article.blocks[at]?.kind === 'list-item') return null;
  return {
    story: insert(story, at, textBlock('fault', 'paragraph', intro), ...items),
    at: ['fault'],
  };
};

/** A count that is not the one the desk marked as right, in words or figures, with or without a word before its noun. */
const miscounted: Fault = (story, random) => {
  const right = between(5, 300, random);
  const wrong = right + between(1, 4, random);
  const [noun, key] = one(
    [
      ['people', 'person'],
      ['members', 'member'],
      ['children', 'child'],
      ['ferries', 'ferry'],
      ['boxes', 'box'],
    ],
    random,
  ) as [string, string];
  const count = `${random(2) === 0 && wrong < 20 ? spelled(wrong) : wrong}${one(['', ' young', ' local'], random)} ${noun}`;
  const text = one(
    [
      `In ${city(random)} the ${job(random)} saw ${count} on the pier.`,
      `Later ${count} went back to ${city(random)}.`,
      `It was one of ${count}, ${group(random)} said.`,
    ],
    random,
  );
  const made = insert(story, somewhere(story, random), textBlock('fault', 'paragraph', text));
  const by = { by: 'Kim', at: '2026-01-05T08:00:00Z' };
  return {
    story: {
      ...made,
      decisions: [{ kind: 'figure', words: [`${right} ${noun}`, key], ...by }],
    },
    at: ['fault'],
  };
};

export const NUMBER_FAULTS: Faults = {
  'number-small': sentence(small),
  'number-start': sentence(first),
  'month-abbrev': sentence(longMonth, { language: 'en-US', options: { monthAbbrev: 'with-day' } }),
  'date-ordinal': sentence(ordinal),
  'weekday-mismatch': sentence(wrongDay),
  'date-impossible': sentence(noSuchDate),
  'relative-day': sentence(today),
  'time-style': sentence(clock, { options: { timeStyle: 'spaced-stops' } }),
  'percent-style': sentence(percent, { options: { percent: 'sign' } }),
  'money-redundant': sentence(twice),
  'percent-sum': sentence(shares),
  'percent-change': sentence(changeIn),
  'parts-total': sentence(parts),
  'age-vs-birth': sentence(born),
  'list-count': short,
  'number-not-as-decided': miscounted,
};
