import { countsOf } from '../../ledger/number-ledger';
import { spell } from '../number-words';
import { readNumbers } from '../numbers';
import type { Draft, StoryCheck } from '../types';

export const numberNotAsDecided: StoryCheck = {
  id: 'number-not-as-decided',
  title: 'Number not as decided',
  section: 'Numbers, dates, money',
  severity: 'error',
  scope: 'story',
  why: 'The desk has marked how many there are. Another count of the same thing is a slip, or counts something else.',
  source: 'The desk’s own decisions in the number ledger',
  examples: {
    flags: [
      {
        text: 'headline: [[11]] members quit\nThe council has 12 members. All twelve members quit.',
        decisions: [['figure', '12 members', 'member']],
        fixed: '12 members quit',
      },
      {
        text: 'caption: The [[eleven]] council members leave.\nThe council has 12 members.',
        decisions: [['figure', '12 members', 'member']],
        fixed: 'The twelve council members leave.',
      },
    ],
    passes: [
      { text: 'headline: 11 members quit\nThe council has 12 members.' },
      // Others, some of them, and the parts of the whole.
      {
        text: 'The council has 12 members: seven men and five women. Two more members left; one of the members stayed. Another 3 members are ill.',
        decisions: [['figure', '12 members', 'member']],
      },
      // Something else is counted, or measured.
      {
        text: 'The council has 12 members, 11 offices and 10 years. In 2009 members came.',
        decisions: [['figure', '12 members', 'member']],
      },
    ],
  },
  run({ blocks, decisions }) {
    const decided = decisions.filter(({ kind }) => kind === 'figure');
    if (decided.length === 0) return [];
    return blocks.flatMap((block) =>
      countsOf(block).flatMap(({ number, noun }): readonly Draft[] => {
        const [right = ''] = decided.find(({ words }) => words[1] === noun.key)?.words ?? [];
        const target = readNumbers(right)[0];
        if (!target || (number.value === target.value && number.upTo === null)) return [];
        const { start, end } = number.numberAt;
        const actual = block.text.slice(start, end);
        const text = number.form === 'figures' ? right.slice(0, target.end) : spell(target.value);
        const simple = number.end === end && number.upTo === null && number.form !== 'phrase';
        return [
          {
            block: block.id,
            start,
            end,
            message: `The desk marked ${right} as right; here the count is ${actual}.`,
            fact: `${actual} → ${text}`,
            fixes: simple
              ? [
                  {
                    title: text,
                    safe: false,
                    edits: [{ op: 'replace', block: block.id, start, end, text }],
                  },
                ]
              : [],
          },
        ];
      }),
    );
  },
};
