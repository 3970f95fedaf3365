import type { BlockCheck } from '../types';

const FORMS: Readonly<Record<string, string>> = {
  sign: '%',
  percent: ' percent',
  'per cent': ' per cent',
};

export const percentStyle: BlockCheck = {
  id: 'percent-style',
  title: 'Percentage’s form',
  section: 'Numbers, dates, money',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'caption', 'list-item', 'bio', 'quotation'],
  why: 'A house writes percentages in one form. AP has used the sign with figures since 2019.',
  source: 'AP Stylebook, percentages',
  examples: {
    flags: [
      { text: 'It rose [[5 percent]] in a year.', fixed: 'It rose 5% in a year.' },
      { text: 'It rose [[5.5 per cent]].', fixed: 'It rose 5.5%.' },
      {
        text: 'It rose [[5%]] in a year.',
        book: { options: { percent: 'percent' } },
        fixed: 'It rose 5 percent in a year.',
      },
    ],
    passes: [
      { text: 'It rose 5% in a year.' },
      { text: 'It rose 5 percentage points in a year.' },
      { text: 'Five percent of them left.' },
      { text: 'It rose 5 percent.', book: { options: { percent: 'percent' } } },
    ],
  },
  run(block, analysis, book) {
    const right = FORMS[String(book.options['percent'] ?? 'sign')] ?? '%';
    const { id, text } = block;
    return analysis.numbers.flatMap((number) => {
      const { unitAt, numberAt } = number;
      if (number.kind !== 'percent' || number.form !== 'figures' || !unitAt) return [];
      const printed = text.slice(numberAt.end, unitAt.end);
      const { end } = unitAt;
      if (
        printed.replace(/\u00a0/u, ' ').toLowerCase() === right ||
        /^(?:-|\s?(?:hundred|thousand|million))/u.test(printed)
      )
        return [];
      const figures = text.slice(numberAt.start, numberAt.end);
      return [
        {
          block: id,
          start: numberAt.start,
          end,
          message: 'The house writes percentages another way.',
          fact: `${figures}${printed} → ${figures}${right}`,
          fixes: [
            {
              title: `${figures}${right}`,
              edits: [{ op: 'replace' as const, block: id, start: numberAt.end, end, text: right }],
              safe: true,
            },
          ],
        },
      ];
    });
  },
};
