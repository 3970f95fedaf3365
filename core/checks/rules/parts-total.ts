import type { BlockCheck } from '../types';

const HEDGE =
  /\b(?:including|includes?|included|among|at least|about|some|nearly|almost|around|more than|over|up to|mostly|each|another|others?|as well as|plus|also|respectively|from|to|of)\b|%/iu;
const LINK = /^ (?:[\p{L}’'-]+ ){0,3}[\p{L}’'-]+ ?(?::|—|–|\()\s?$/u;
const BETWEEN = /^ (?:[\p{L}’'-]+ ){0,2}[\p{L}’'-]+(?:,|;)?(?: and| &)? $/u;

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
    const { id, text } = block;
    const numbers = analysis.numbers;
    return numbers.flatMap((total, index) => {
      const first = numbers[index + 1];
      if (total.kind !== 'count' || !first || !LINK.test(text.slice(total.end, first.start)))
        return [];
      const parts = [first];
      for (const next of numbers.slice(index + 2)) {
        if (!BETWEEN.test(text.slice(parts.at(-1)?.end ?? 0, next.start))) break;
        parts.push(next);
      }
      const last = parts.at(-1) ?? first;
      const noun = /^ (?:[\p{L}’'-]+)/u.exec(text.slice(last.end))?.[0].length ?? 0;
      const end = last.end + noun;
      if (
        parts.length < 2 ||
        noun === 0 ||
        parts.some((part) => part.kind !== 'count' || part.upTo !== null)
      )
        return [];
      if (HEDGE.test(text.slice(total.end, end))) return [];
      const sum = parts.reduce((all, part) => all + part.value, 0);
      if (sum === total.value || parts.some((part) => part.value > total.value)) return [];
      const sumText = parts.map((part) => part.value).join(' + ');
      return [
        {
          block: id,
          start: total.start,
          end,
          message: `The parts add up to ${sum}, the total says ${total.value}.`,
          fact: `${total.value} ≠ ${sumText}`,
        },
      ];
    });
  },
};
