import type { DateMention } from '../dates';
import { daysInMonth, monthName } from '../dates';
import type { BlockCheck, Draft } from '../types';

/** Words that may follow a date but no counted noun: "On Feb. 30 the …" against "In February 30 people …". */
const GOES_ON =
  /^(?:$|[^\p{L}\s]|\s(?:$|[^\p{Ll}]|(?:and|or|to|at|in|on|for|from|through|until|till|the|a|an|when|as|because|after|before|with|by|but|that|which|was|is|were|will|has|had|of)\b))/u;

export const dateImpossible: BlockCheck = {
  id: 'date-impossible',
  title: 'No such date',
  section: 'Numbers, dates, money',
  severity: 'error',
  scope: 'block',
  kinds: 'all',
  why: 'The calendar has no such day: the day or the month is wrong.',
  source: 'Gregorian calendar',
  examples: {
    flags: [
      { text: 'It opened on [[Feb. 30]], at noon.' },
      { text: 'It opened on [[April 31, 2009]].' },
      { text: 'It opened on [[Feb. 29, 2009]].' },
      { text: 'It opened on [[31 June 2009]].' },
      { text: 'It opened on [[Oct. 32, 2009]].' },
      { text: 'Filed [[13/31/2009]].' },
      { text: 'Filed [[30/02/2009]].' },
      { text: 'Filed [[2009-02-30]].' },
      { text: 'Er öffnete am [[31. April 2009]].' },
    ],
    passes: [
      { text: 'It opened on Feb. 28 and closed on Feb. 29, 2008.' },
      { text: 'Filed 31/12/2009 and 12/31/2009.' },
      { text: 'In February 30 people came.' },
      { text: 'In April 2009 it closed; by June 45 shops had gone.' },
      { text: 'It was born on Feb. 29.' },
      { text: 'Version 13.31.2009b is out.' },
    ],
  },
  run(block, analysis) {
    return analysis.dates.flatMap((date) => check(block.id, block.text, date));
  },
};

function check(block: string, text: string, date: DateMention): readonly Draft[] {
  const { day, month, year, start, end } = date;
  if (day === null || (year !== null && year < 1583)) return [];
  if (date.form === 'figures' && text.slice(start, end).includes('.') && month > 12) return [];
  const inFigures = date.form === 'iso' || date.form === 'figures';
  const days = month >= 1 && month <= 12 ? daysInMonth(month, year) : 0;
  if (day >= 1 && day <= days) return [];
  // A number of people, not of a day.
  if (year === null && !inFigures) {
    if (day > 31 || day === 0) return [];
    const rest = text.slice(end, end + 24);
    if (!GOES_ON.test(rest) || /\b[Ii]n $/u.test(text.slice(Math.max(0, start - 4), start)))
      return [];
  }
  const [message, fact] =
    days === 0
      ? ['There is no such month.', 'no such month']
      : [
          `${monthName(month)}${year !== null && month === 2 ? ` ${year}` : ''} has ${days} days.`,
          `${monthName(month)} has ${days} days`,
        ];
  return [{ block, start, end, message, fact }];
}
