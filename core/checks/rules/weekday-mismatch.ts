import type { ReadBlock } from '../../article/reading';
import type { DateMention } from '../dates';
import { daysFrom, daysInMonth, shortDate, weekdayName, weekdayOf } from '../dates';
import type { CheckStory, Draft, StoryCheck } from '../types';

/** Without a printed year, a date this many days from publication is taken to be of the same time. */
const NEAR = 60;
/** The Gregorian calendar came to Britain and America in 1752. */
const GREGORIAN = 1753;
const OLD_STYLE = /\bO\.\s?S\.|\bOld Style\b|\bJulian\b/iu;

export const weekdayMismatch: StoryCheck = {
  id: 'weekday-mismatch',
  title: 'Weekday and date disagree',
  section: 'Numbers, dates, money',
  severity: 'error',
  scope: 'story',
  why: 'The calendar knows the weekday of every date. Where they disagree one of the two is wrong, and only the source knows which.',
  source: 'Gregorian calendar',
  examples: {
    flags: [
      { text: 'It opened on [[Monday, Oct. 13, 2009]], at noon.' },
      { text: 'It opened on [[Mon Oct 13 2009]].' },
      { text: 'It opened on [[Monday, 13 October 2009]].' },
      { text: 'It opened on [[13 October 2009 (Monday]]).' },
      { text: 'Er öffnete am [[Montag, dem 13. Oktober 2009]].' },
      { text: 'Il a ouvert le [[lundi 13 octobre 2009]].' },
      { text: 'It opens on [[Monday, Oct. 13]].', dates: { published: '2009-10-10' } },
    ],
    passes: [
      { text: 'It opened on Tuesday, Oct. 13, 2009, at noon.' },
      { text: 'It opens on Monday, Oct. 13.' },
      { text: 'It opened on Monday, Oct. 13.', dates: { published: '2009-03-10' } },
      { text: 'It opened on Monday, Oct. 13, 1700, Old Style.' },
      { text: 'Open Saturday and Sunday, Oct. 10 and 11, 2009.' },
      { text: 'The Sun, Oct. 13, 2009, had it first.' },
      {
        text: 'In May 2008 they met; on Monday, Oct. 13, it ended.',
        dates: { published: '2009-10-20' },
      },
    ],
  },
  run(story) {
    return story.blocks.flatMap((block) =>
      story
        .analysis(block)
        .dates.flatMap((date) => (date.weekday === null ? [] : check(block, date, story))),
    );
  },
};

function check(block: ReadBlock, date: DateMention, story: CheckStory): readonly Draft[] {
  const { month, day, weekday, weekdayAt } = date;
  if (day === null || weekday === null || !weekdayAt || date.shared) return [];
  const year = date.year ?? yearNear(block, date, story);
  if (year === null || year < GREGORIAN || month < 1 || month > 12) return [];
  if (day < 1 || day > daysInMonth(month, year)) return [];
  const actual = weekdayOf(year, month, day);
  if (actual === weekday || OLD_STYLE.test(block.text)) return [];
  const printed = shortDate(year, month, day);
  return [
    {
      block: block.id,
      start: Math.min(date.start, weekdayAt.start),
      end: Math.max(date.end, weekdayAt.end),
      message: `${printed} is a ${weekdayName(actual)}, not a ${weekdayName(weekday)}.`,
      fact: `${printed} is a ${weekdayName(actual)}`,
    },
  ];
}

/** The year in which a date without one lies close to publication; null when another year is spoken of nearby. */
function yearNear(block: ReadBlock, date: DateMention, story: CheckStory): number | null {
  const { published } = story.dates;
  if (published === null || date.day === null) return null;
  if (/(?<!\d)(?:1[89]|20)\d\d(?!\d)/u.test(block.text)) return null;
  const base = Number(published.slice(0, 4));
  for (const year of [base, base - 1, base + 1]) {
    if (Math.abs(daysFrom(published, year, date.month, date.day)) <= NEAR) return year;
  }
  return null;
}
