import type { BlockCheck } from '../types';

const WORDS: Readonly<Record<string, RegExp>> = {
  $: /^dollars?$/iu,
  '€': /^euros?$/iu,
  '£': /^pounds?$/iu,
  '¥': /^yen$/iu,
};

export const moneyRedundant: BlockCheck = {
  id: 'money-redundant',
  title: 'Currency twice',
  section: 'Numbers, dates, money',
  severity: 'warning',
  scope: 'block',
  kinds: 'all',
  why: 'The sign already says which currency it is.',
  source: 'AP Stylebook, dollars',
  examples: {
    flags: [
      { text: 'It cost [[$5 dollars]] a day.', fixed: 'It cost $5 a day.' },
      { text: 'It cost [[$5 million dollars]].', fixed: 'It cost $5 million.' },
      { text: 'It cost [[€5 euros]].', fixed: 'It cost €5.' },
    ],
    passes: [
      { text: 'It cost $5 a day, or 5 dollars.' },
      { text: 'It cost $5 Canadian dollars.' },
      { text: 'A $5 dollar-store toy.' },
      { text: 'It weighs £5 and 5 pounds.' },
    ],
  },
  run(block, analysis) {
    const { id, text } = block;
    return analysis.numbers.flatMap((number) => {
      const { unitAt, numberAt, start } = number;
      if (number.kind !== 'money' || !unitAt || unitAt.start <= numberAt.end) return [];
      const sign = text.slice(start, numberAt.start).slice(-1);
      const word = text.slice(unitAt.start, unitAt.end);
      if (!WORDS[sign]?.test(word) || text.charAt(unitAt.end) === '-') return [];
      if (/[^s]$/u.test(word) && sign !== '¥' && number.value !== 1) return [];
      const from = unitAt.start - 1;
      return [
        {
          block: id,
          start,
          end: unitAt.end,
          message: 'The sign and the word both name the currency.',
          fact: `${sign} + ${word}`,
          fixes: [
            {
              title: text.slice(start, from),
              edits: [
                { op: 'replace' as const, block: id, start: from, end: unitAt.end, text: '' },
              ],
              safe: true,
            },
          ],
        },
      ];
    });
  },
};
