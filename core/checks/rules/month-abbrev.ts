import type { DateMention } from '../dates';
import { monthName } from '../dates';
import type { BlockCheck, Draft } from '../types';

/** AP's short forms; March to July have none. */
const SHORT: Readonly<Record<number, string>> = {
  1: 'Jan.',
  2: 'Feb.',
  8: 'Aug.',
  9: 'Sept.',
  10: 'Oct.',
  11: 'Nov.',
  12: 'Dec.',
};

export const monthAbbrev: BlockCheck = {
  id: 'month-abbrev',
  title: 'Month’s form',
  section: 'Numbers, dates, money',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'caption', 'list-item', 'bio', 'quotation', 'pullquote'],
  why: 'With a day, AP shortens the long months (“Oct. 13”) and spells March to July. A month alone or with a year is always spelled.',
  source: 'AP Stylebook, months',
  examples: {
    flags: [
      { text: 'It opened [[October]] 13, 2009.', fixed: 'It opened Oct. 13, 2009.' },
      { text: 'It opened [[Oct]] 13.', fixed: 'It opened Oct. 13.' },
      { text: 'It opened [[Mar.]] 13.', fixed: 'It opened March 13.' },
      {
        text: 'It opened 13 [[Oct.]] 2009.',
        book: { options: { monthAbbrev: 'never' } },
        fixed: 'It opened 13 October 2009.',
      },
    ],
    passes: [
      { text: 'It opened Oct. 13, 2009.' },
      { text: 'It opened in October 2009.' },
      { text: 'It opened July 13 and closed in October.' },
      { text: 'It opened October 13.', book: { options: { monthAbbrev: 'never' } } },
      { text: 'Er kam am 13. Oktober 2009.' },
    ],
  },
  run(block, analysis, book) {
    const never = book.options['monthAbbrev'] === 'never';
    return analysis.dates.flatMap((date) => check(block.id, block.text, date, never));
  },
};

function check(block: string, text: string, date: DateMention, never: boolean): readonly Draft[] {
  const { monthAt, day, month } = date;
  if (!monthAt || day === null || (date.form === 'day-month' && !never)) return [];
  const { start, end } = monthAt;
  const printed = text.slice(start, end);
  const full = monthName(month);
  if (printed !== full && !full.startsWith(printed.slice(0, 3))) return [];
  if (printed !== full && printed.replace('.', '').length > 4) return [];
  const right = never ? full : (SHORT[month] ?? full);
  if (printed === right) return [];
  return [
    {
      block,
      start,
      end,
      message: `With a day the month is ${right}`.replace(/([^.])$/u, '$1.'),
      fact: `${printed} → ${right}`,
      fixes: [
        { title: right, edits: [{ op: 'replace', block, start, end, text: right }], safe: true },
      ],
    },
  ];
}
