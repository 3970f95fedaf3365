import { sharesIn } from '../../ledger/arithmetic';
import type { BlockCheck } from '../types';

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
    return sharesIn(analysis).flatMap(({ at, shares, sum, verdict }) => {
      if (verdict !== 'disagrees') return [];
      const shown = Number(sum.toFixed(1));
      return [
        {
          block: block.id,
          ...at,
          message: `The shares add up to ${shown}, not to 100.`,
          fact: `${shares.map((share) => share.value).join(' + ')} = ${shown}`,
        },
      ];
    });
  },
};
