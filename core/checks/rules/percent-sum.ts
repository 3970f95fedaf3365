import type { BlockCheck } from '../types';

const PARTITION =
  /\b(?:the rest|the remain(?:der|ing)|broken? down|breakdown|split|divided|made up of|consist(?:s|ed|ing) of)\b/iu;
const OVERLAP =
  /\b(?:more than one|multiple|half|thirds?|quarters?|could (?:choose|select|pick|name)|also|overlap|up from|down from|compared|rose|fell|grew|increas|decreas|year earlier|last year)\b/iu;

export const percentSum: BlockCheck = {
  id: 'percent-sum',
  title: 'Shares do not add up',
  section: 'Numbers, dates, money',
  severity: 'warning',
  scope: 'block',
  kinds: ['paragraph', 'caption', 'dek', 'list-item'],
  why: 'Shares of one whole add up to 100, give or take a point for rounding.',
  source: 'Arithmetic',
  examples: {
    flags: [
      { text: '[[The vote split: 60% for the pier, 30% against and 20% undecided.]]' },
      {
        text: '[[The cost is divided: the state pays 50 percent, the county 30 percent and the town 10 percent.]]',
      },
    ],
    passes: [
      { text: 'The vote split: 60% for the pier, 30% against and 10% undecided.' },
      { text: 'The vote split: 33% for the pier, 33% against and 33% undecided.' },
      { text: 'Asked to name more than one, 60% said rain, 30% wind and 20% fog.' },
      { text: 'Some 60% read papers, 30% hear radio and 20% watch television.' },
      { text: 'The vote split: 60% for, 30% against and the rest undecided.' },
    ],
  },
  run(block, analysis) {
    const { id, text } = block;
    if (!PARTITION.test(text)) return [];
    return analysis.sentences.flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      if (!PARTITION.test(sentence) || OVERLAP.test(sentence)) return [];
      const shares = analysis.numbers.filter(
        (number) => number.kind === 'percent' && number.start >= start && number.end <= end,
      );
      if (shares.length < 3 || shares.some((share) => share.upTo !== null)) return [];
      const sum = shares.reduce((total, share) => total + share.value, 0);
      const rest = /\bthe rest\b|\bthe remain/iu.test(sentence);
      const slack = 1 + shares.reduce((total, share) => total + share.slack, 0) / 4;
      if (rest ? sum < 100 : Math.abs(sum - 100) <= slack) return [];
      const shown = Number(sum.toFixed(1));
      return [
        {
          block: id,
          start,
          end,
          message: `The shares add up to ${shown}, not to 100.`,
          fact: `${shares.map((share) => share.value).join(' + ')} = ${shown}`,
        },
      ];
    });
  },
};
