import type { NumberMention } from '../numbers';
import type { BlockCheck } from '../types';

const UP =
  /\b(?:up|rose|rise|rises|rising|grew|grow|growth|increas\w+|climb\w*|jump\w*|gain\w*|surg\w+|soar\w*|more)\b/iu;
const DOWN =
  /\b(?:down|fell|fall|falls|falling|drop\w*|declin\w+|decreas\w+|shrank|shrunk|cut|lost|loss|plung\w+|less|fewer)\b/iu;
const LINK = /^ (?:[\p{L} ]{0,24} )?to (?:about |some |nearly |almost |just |more than |over )?$/u;

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
    ],
    passes: [
      { text: 'Sales went from 0.90 to 1.23, up 37%.' },
      { text: 'Sales went from 10 to 12, up 20%.' },
      { text: 'The rate went from 10% to 12%, up 2 percentage points.' },
      { text: 'From 10 to 12 people came, and 50% of them stayed.' },
      { text: 'From 2009 to 2012 sales were up 50%.' },
    ],
  },
  run(block, analysis) {
    const { id, text } = block;
    const numbers = analysis.numbers;
    if (!numbers.some((number) => number.kind === 'percent')) return [];
    return analysis.sentences.flatMap((sentence) => {
      const inside = numbers.filter((n) => n.start >= sentence.start && n.end <= sentence.end);
      const [first, second, percent, ...more] = inside;
      if (!first || !second || percent?.kind !== 'percent' || more.length > 0) return [];
      if (!comparable(first, second) || !LINK.test(text.slice(first.end, second.start))) return [];
      const from = text.slice(Math.max(0, first.start - 5), first.start);
      if (!/\bfrom $/iu.test(from)) return [];
      const words = text.slice(second.end, percent.start);
      const direction = UP.test(words) ? 1 : DOWN.test(words) ? -1 : 0;
      if (direction === 0 || words.length > 60) return [];
      const [low, high] = change(first, second);
      const said = direction * percent.value;
      const slack = Math.max(1, percent.slack);
      if (said >= low - slack && said <= high + slack) return [];
      const right = Math.round(((second.value - first.value) / first.value) * 1000) / 10;
      return [
        {
          block: id,
          start: first.start - from.trimStart().length,
          end: percent.end,
          message: `The change between these figures is ${right}%.`,
          fact: `${right}%, not ${said}%`,
        },
      ];
    });
  },
};

/** Two amounts of the same kind that are no years. */
function comparable(first: NumberMention, second: NumberMention): boolean {
  const year = (n: NumberMention) => Number.isInteger(n.value) && n.value >= 1500 && n.value < 2200;
  if (first.kind !== second.kind && !(first.kind === 'count' && second.kind === 'money'))
    return false;
  if (first.kind !== 'count' && first.kind !== 'money') return false;
  if (first.kind === 'count' && year(first) && year(second)) return false;
  return first.value > 0 && first.upTo === null && second.upTo === null;
}

/** The least and the greatest change in percent that rounding of both figures allows. */
function change(first: NumberMention, second: NumberMention): readonly [number, number] {
  const least = (second.value - second.slack) / (first.value + first.slack);
  const most = (second.value + second.slack) / Math.max(first.value - first.slack, first.value / 2);
  const fine = first.value >= 20 || first.slack < 0.5;
  // Whole small counts ("10 to 12") are exact.
  if (!fine) {
    const exact = (second.value / first.value - 1) * 100;
    return [exact, exact];
  }
  return [(least - 1) * 100, (most - 1) * 100];
}
