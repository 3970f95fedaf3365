import type { BlockCheck } from '../types';

export const dateOrdinal: BlockCheck = {
  id: 'date-ordinal',
  title: 'Ordinal in a date',
  section: 'Numbers, dates, money',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'caption', 'list-item', 'bio', 'headline', 'crosshead', 'quotation'],
  why: 'Beside a month the day is a plain figure.',
  source: 'AP Stylebook, dates; Guardian style guide, dates',
  examples: {
    flags: [
      { text: 'It opened Oct. [[13th]], at noon.', fixed: 'It opened Oct. 13, at noon.' },
      { text: 'It opened on [[3rd]] October 2009.', fixed: 'It opened on 3 October 2009.' },
    ],
    passes: [
      { text: 'It opened Oct. 13, at noon.' },
      { text: 'They met on the Fourth of July and on the 4th of July.' },
      { text: 'It opened on the 13th.' },
    ],
  },
  run(block, analysis) {
    const { id, text } = block;
    return analysis.dates.flatMap((date) => {
      if (!date.ordinal || !date.dayAt || date.day === null) return [];
      if (/ of /u.test(text.slice(date.start, date.end))) return [];
      if (/\bthe $/iu.test(text.slice(Math.max(0, date.dayAt.start - 4), date.dayAt.start)))
        return [];
      const { start, end } = date.dayAt;
      const plain = String(date.day);
      return [
        {
          block: id,
          start,
          end,
          message: 'The day of a date is a plain figure.',
          fact: `${text.slice(start, end)} → ${plain}`,
          fixes: [
            {
              title: plain,
              edits: [{ op: 'replace' as const, block: id, start, end, text: plain }],
              safe: true,
            },
          ],
        },
      ];
    });
  },
};
