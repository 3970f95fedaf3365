import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '#core/article/reading';
import { newStory, textBlock } from '#core/article/story';
import { checkStory } from '#core/checks/engine';
import { parseExample } from '#core/checks/example';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Example } from '#core/checks/types';
import { decide, decisionFor, takeBack } from '#core/ledger/decisions';
import { numberLedger } from '#core/ledger/number-ledger';

const FILLER = `${'The town waits for word from the council, which meets again to hear what went wrong. '.repeat(5)}Nobody knows more so far.`;
const ledger = (text: string, decisions: Example['decisions'] = []) => {
  const { story } = parseExample({ text, decisions });
  return numberLedger(readArticle(story.article), story.decisions);
};
const shown = (text: string, decisions: Example['decisions'] = []) =>
  ledger(text, decisions).map(({ kind, title, arithmetic, verdict }) => [
    kind,
    title,
    arithmetic,
    verdict,
  ]);

describe('the number ledger', () => {
  test.each([
    [
      'The council has 12 members: seven for, four against.',
      [['sum', '12 members', '7 + 4 = 11, not 12', 'disagrees']],
    ],
    ['The storm left 12 dead: 7 men, 5 women.', [['sum', '12 dead', '7 + 5 = 12', 'agrees']]],
    [
      'The storm left 12 dead: at least 5 men and 6 women.',
      [['sum', '12 dead', '5 + 6 = 11 of 12', 'open']],
    ],
    [
      'The vote split: 60% for the pier, 30% against and 20% undecided.',
      [['shares', '3 shares of one whole', '60 + 30 + 20 = 110, not 100', 'disagrees']],
    ],
    [
      'The vote split: 60% for, 20% against, 5% ill and the rest undecided.',
      [['shares', '3 shares of one whole', '60 + 20 + 5 = 85, 15 left', 'agrees']],
    ],
    [
      'Sales went from 10 to 12, up 50%.',
      [['change', '10 to 12', '10 to 12 is up 20%, not up 50%', 'disagrees']],
    ],
    [
      'Sales fell from $200 million to $150 million, down 25%.',
      [
        [
          'change',
          '$200 million to $150 million',
          '200,000,000 to 150,000,000 is down 25%',
          'agrees',
        ],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(shown(text).slice(0, 1)).toEqual(expected);
  });

  test('the same thing counted in several places, with every place', () => {
    const text = `headline: 11 members quit\nThe council has 12 members. All twelve council members quit.\n${FILLER}`;
    const [members] = ledger(text);
    expect([members?.title, members?.arithmetic, members?.verdict]).toEqual([
      'members',
      '11 and 12',
      'disagrees',
    ]);
    expect(members?.uses.map(({ text: use, place }) => [place.block, use])).toEqual([
      ['b1', '11 members'],
      ['b2', '12 members'],
      ['b2', 'twelve council members'],
    ]);
  });

  test('a figure marked as right sets all others against it', () => {
    const text = 'The council has 12 members. Eleven members quit.\nTwo more members are ill.';
    expect(shown(text)).toEqual([['count', 'members', '12 and 11', 'open']]);
    expect(shown(text, [['figure', '12 members', 'member']])).toEqual([
      ['count', 'members', '12 and 11', 'disagrees'],
    ]);
    expect(shown(text, [['figure', '5 boats', 'boat']])).toEqual([
      ['count', 'members', '12 and 11', 'open'],
    ]);
  });

  test('money goes by currency, percentages and ages together, single counts in one entry', () => {
    const text =
      'It cost $5 million, €3 and $7. Some 5% of 20 boats sank, 2 percentage points more. Ana Reis, 49, saw three gulls on Oct. 13, 2009, at 3 p.m.';
    expect(ledger(text).map(({ kind, title, uses }) => [kind, title, uses.length])).toEqual([
      ['once', 'Counted once', 2],
      ['money', 'USD', 2],
      ['money', 'EUR', 1],
      ['percent', 'percent', 2],
      ['age', 'age', 1],
    ]);
  });

  test('says "disagrees" of sums, shares and changes exactly where the checks do', () => {
    const lines = [
      'The storm left 12 dead: 5 men, 6 women.',
      'The storm left 12 dead: 7 men, 5 women.',
      'They won 12 games: 3-2, 4-1 and 5-0.',
      'The vote split: 60% for, 30% against and 20% undecided.',
      'Asked to name more than one, 60% said rain, 30% wind and 20% fog.',
      'Sales went from 10 to 12, up 50%.',
      'The rate went from 10% to 12%, up 2 percentage points.',
      'From 2009 to 2012 sales were up 50%.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 6 }), (texts) => {
        const blocks = texts.map((text, at) => textBlock(`b${at}`, 'paragraph', text));
        const story = newStory({ id: 's', slug: 's', article: { blocks } });
        const found = checkStory(story, PLAIN_BOOK).filter(({ check }) =>
          ['parts-total', 'percent-sum', 'percent-change'].includes(check),
        );
        const wrong = numberLedger(readArticle(story.article)).filter(
          ({ kind, verdict }) =>
            ['sum', 'shares', 'change'].includes(kind) && verdict === 'disagrees',
        );
        expect(wrong.map(({ uses }) => uses[0]?.place.block).sort()).toEqual(
          found.map(({ block }) => block).sort(),
        );
      }),
    );
  });

  test('a decision about a figure taken back leaves the findings there were', () => {
    const { story } = parseExample({ text: 'The council has 12 members. Eleven members quit.' });
    const decision = decisionFor('figure', ['12 members', 'member'], 'Jo Lee', '');
    const before = checkStory(story, PLAIN_BOOK);
    const during = checkStory(decide(story, decision), PLAIN_BOOK);
    expect(during.length).toBe(before.length + 1);
    expect(checkStory(takeBack(decide(story, decision), decision), PLAIN_BOOK)).toEqual(before);
  });
});
