import { sumsIn } from '../../ledger/arithmetic';
import type { BlockCheck } from '../types';

export const partsTotal: BlockCheck = {
  id: 'parts-total',
  title: 'Parts and total disagree',
  section: 'Numbers, dates, money',
  severity: 'warning',
  scope: 'block',
  kinds: ['paragraph', 'caption', 'dek', 'headline', 'list-item'],
  why: 'A total and the parts listed behind it must agree, unless the text says that the list is not complete.',
  source: 'Arithmetic',
  examples: {
    flags: [
      { text: 'The storm left [[12 dead: 5 men, 6 women]].' },
      { text: 'They found [[twelve people (five men and six women]]).' },
    ],
    passes: [
      { text: 'The storm left 12 dead: 7 men, 5 women.' },
      { text: 'The storm left 12 dead, including 5 men and 6 women.' },
      { text: 'The storm left 12 dead: at least 5 men and 6 women.' },
      { text: 'They won 12 games: 3-2, 4-1 and 5-0.' },
    ],
  },
  run(block, analysis) {
    return sumsIn(analysis).flatMap(({ at, total, parts, sum, verdict }) => {
      if (verdict !== 'disagrees') return [];
      const sumText = parts.map((part) => part.value).join(' + ');
      return [
        {
          block: block.id,
          ...at,
          message: `The parts add up to ${sum}, the total says ${total.value}.`,
          fact: `${total.value} ≠ ${sumText}`,
        },
      ];
    });
  },
};
