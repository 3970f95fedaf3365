import { changesIn } from '../../ledger/arithmetic';
import type { BlockCheck } from '../types';

export const percentChange: BlockCheck = {
  id: 'percent-change',
  title: 'Percentage does not fit',
  section: 'Numbers, dates, money',
  severity: 'warning',
  scope: 'block',
  kinds: ['paragraph', 'caption', 'dek', 'list-item'],
  why: 'The two figures and the percentage of change say the same thing twice; here they differ by more than rounding.',
  source: 'Arithmetic',
  examples: {
    flags: [
      { text: 'Sales went [[from 10 to 12, up 50%]].' },
      { text: 'Sales fell [[from $200 million to $150 million, a drop of 35 percent]].' },
      { text: 'Sales fell [[35 percent, from $200 million to $150 million]], in one of 3 years.' },
    ],
    passes: [
      { text: 'Sales rose 20%, from 10 to 12.' },
      { text: 'Some 35% of them came from 200 to 150 miles away, down the road.' },
      { text: 'Sales went from 0.90 to 1.23, up 37%.' },
      { text: 'Sales went from 10 to 12, up 20%.' },
      { text: 'The rate went from 10% to 12%, up 2 percentage points.' },
      { text: 'From 10 to 12 people came, and 50% of them stayed.' },
      { text: 'From 2009 to 2012 sales were up 50%.' },
    ],
  },
  run(block, analysis) {
    return changesIn(analysis).flatMap(({ at, said, right, verdict }) =>
      verdict === 'disagrees'
        ? [
            {
              block: block.id,
              ...at,
              message: `The change between these figures is ${right}%.`,
              fact: `${right}%, not ${said}%`,
            },
          ]
        : [],
    );
  },
};
