import { describe, expect, test } from 'vitest';
import { createEngine } from '#core/checks/engine';
import { parseExample } from '#core/checks/example';
import { CHECKS } from '#core/checks/rules/index';
import type { Example } from '#core/checks/types';

type Sketch = string | Example;

/** What the catalogue says must be found (first) and must not (the rest, traps included), check by check. */
const ROWS: { readonly [check: string]: readonly [Sketch, ...Sketch[]] } = {
  'filename-as-text': ['IMG_04.jpg', 'The file IMG_04.jpg was empty, the story said.'],
  'page-boilerplate': ['Sign up here', 'Shares of retailers like Home Depot fell.'],
  placeholder: ['The pier cost TK.', 'They met at Super Bowl XXX.', '[CNET] had it first.'],
  mojibake: ['It didnâ€™t open.', 'It didn’t open.'],
  'caption-fragment': ['caption: Clinton, Lavrov, Oct. 13', 'caption: Clinton meets Lavrov'],
  'caption-tense': ['caption: Smith spoke in Moscow.', 'caption: Smith speaks in Moscow.'],
  'caption-no-place': ['caption: Smith speaks Monday', 'caption: Smith speaks Monday in Moscow'],
  'caption-position': [
    'caption: Ana Smith and Ben Jones wave in Porto.',
    'caption: Ana Smith, left, and Ben Jones wave in Porto.',
  ],
  'credit-case': ['credit: JIM WATSON/AFP', 'credit: Jim Watson/AFP'],
  'credit-form': ['credit: Jo Lee for Getty', 'credit: Jo Lee/Getty Images'],
  'credit-doubled-agency': ['credit: Alamy/Alamy', 'credit: Jo Lee/Alamy'],
  'credit-agency-spelling': ['credit: Jo Lee/Gety', 'credit: Jo Lee/Getty Images'],
  'credit-no-creator': [
    'caption: A scene.\ncredit: Getty Images',
    'caption: A scene.\ncredit: Jo Lee/Getty Images',
    'caption: A scene.\ncredit: STR/AFP',
  ],
  'credit-licence-missing': [
    'credit: Source: Wikimedia Commons',
    'credit: Jo Lee, CC BY-SA 4.0, via Wikimedia Commons',
  ],
  'credit-glued': ['caption: The pier in MayCredit: EPA', 'caption: The pier in May\ncredit: EPA'],
  'caption-name-spelling': [
    'caption: Sergei Lavrow speaks in Porto.\nMinister Sergei Lavrov opened the pier.',
    'caption: Sergei Lavrov speaks in Porto.\nMinister Sergei Lavrov opened the pier.',
  ],
  'quote-mixed': ['“Go," he said. “Stay.”', '“Go,” he said.', '“Go,” he said. It is 6\'2" long.'],
  'quote-unbalanced': ['“Go, he said', '“Go,” he said', '“Go on.\n“Do go on,” he said.'],
  'quote-stacked': ['He called it “good.” “I like it,” he said.', '“Good,” he said. “I like it.”'],
  'quote-punct-order': ['He called it “great”.', 'He called it “great.”'],
  'ellipsis-style': ['He ... and she … left ... late.', 'He ... left ... late.'],
  'dash-style': ['It is a — b, and a — b, and c—d', 'It is a — b, 1990–2000.'],
  'number-small': [
    'They saw 7 people there.',
    'They saw seven people.',
    'Ana, 7, won 7-3 at 7 Elm St.',
  ],
  'number-start': [
    '27 men fled over the wall.',
    'Twenty-seven men fled.',
    '2009 was a wet year there.',
  ],
  'month-abbrev': [
    'It opened October 13.',
    'It opened Oct. 13.',
    'In October 2009, on July 4, it did.',
  ],
  'date-ordinal': ['It opened Oct. 13th.', 'It opened Oct. 13.', 'On the Fourth of July it did.'],
  'weekday-mismatch': ['It was Monday, Oct. 13, 2009.', 'It was Tuesday, Oct. 13, 2009.'],
  'date-impossible': ['It opened on Feb. 30.', 'It opened on Feb. 28.'],
  'relative-day': [
    'The mayor resigned today.',
    'The mayor resigned Tuesday.',
    'In today’s world all resigned.',
  ],
  'time-style': ['It opens at 3:00 PM', 'It opens at 3 p.m.'],
  'percent-style': ['It rose 5 percent.', 'It rose 5%.', 'It rose 5 percentage points.'],
  'money-redundant': ['It cost $5 dollars.', 'It cost $5.', 'It cost $5 Canadian dollars.'],
  'percent-sum': [
    'The vote split: 60% yes, 30% no and 20% other.',
    'The vote split: 60% yes, 30% no and 10% other.',
  ],
  'percent-change': ['Sales went from 10 to 12, up 50%.', 'Sales went from 0.90 to 1.23, up 37%.'],
  'parts-total': ['It left 12 dead: 5 men, 6 women.', 'It left 12 dead: 7 men, 5 women.'],
  'age-vs-birth': [
    'Ana Reis, born in 1960, was 30 in 2009.',
    'Ana Reis, born in 1960, was 49 in 2009.',
  ],
  'list-count': [
    'There are five ways to go:\nlist-item: On\nlist-item: Off\nlist-item: Up\nlist-item: In',
    'There are four ways to go:\nlist-item: On\nlist-item: Off\nlist-item: Up\nlist-item: In',
  ],
  'first-reference': [
    'Secretary Clinton left Moscow.',
    'Secretary of State Hillary Clinton left Moscow.',
  ],
  'name-variant': [
    'The camp of Rukban is full. In Rukban it rained.\nNobody in Rubkan knew.',
    'The ships left Iceland, and Iceland was glad. They met in Ireland.',
  ],
  'title-case': [
    'Then the President said no.',
    'Then the president said no.',
    'Then the Pope said no.',
  ],
  'title-abbrev': [
    'On Monday Senator Lee left.',
    'On Monday Sen. Lee left.',
    '“Senator Lee left,” he said.',
  ],
  'composition-title': [
    'They saw the opera The Love for Three Oranges.',
    'They saw the opera “The Love for Three Oranges.”',
  ],
  'anonymous-source': [
    'It is over, one senior official said.',
    'It is over, Mayor Ana Reis said.',
    'It is over, one official said, speaking on condition of anonymity.',
  ],
  'house-spelling': [
    {
      text: 'The web site is down.',
      book: {
        words: [
          {
            id: 'web site',
            find: 'web site',
            replace: ['website'],
            class: 'amend',
            severity: 'warning',
            note: '',
            source: 'House list',
            wholeWord: true,
            matchCase: false,
          },
        ],
      },
    },
    'The website is down.',
  ],
  'us-uk-mix': [
    'The centre of town has a new color.',
    'The center of town has a new color.',
    'The color of the Bolshoi Theatre is new.',
  ],
  'hyphen-mix': [
    'He sent an email, an email and an e-mail.',
    'He is well known, a well-known man.',
  ],
  'caps-mix': [
    'They use the internet. He hates the Internet.',
    'Congress met. A congress of bees met.',
  ],
  'state-name': [
    'He moved to Reno, Nev., in May.',
    'He moved to Reno, Nevada, in May.',
    'caption: Reno, Nev.',
  ],
  'abbrev-definition': ['The WLTP is new. The WLTP is strict.', 'NASA and the FBI met the CEO.'],
  'crime-unattributed': [
    'Doe stole $5 from the till.',
    'Doe is charged with stealing $5.',
    'It is a killer disease.',
  ],
  'accused-label': [
    'Police saw alleged killer Doe.',
    'Doe, charged with killing, left.',
    'The alleged fraud cost $5.',
  ],
  'minor-named': [
    'Jon Doe, 15, was arrested.',
    'A boy of 15 was arrested.',
    'Jon Doe, 15, was charged as an adult.',
  ],
  'contact-exposed': ['Her number, 202-555-0100, was on it.', 'Call the hotline at 202-555-0100.'],
  'link-bare': ['It is at https://example.org/a today.', 'It is <here|https://example.org/a>.'],
  'link-tracking': [
    '<Here|https://a.example/?utm_source=x> it is.',
    '<Here|https://a.example/?id=2> it is.',
  ],
  'link-scheme': [
    '<Here|htp://a.example/> it is.',
    '<Here|mailto:a@b.example> it is.',
    '<Call|tel:+15550100>',
  ],
  'hed-case': [
    'headline: Clinton talks iran\nHe went to Iran. All of Iran knew, and Iran was glad.',
    'headline: Clinton talks Iran\nHe went to Iran. All of Iran knew, and Iran was glad.',
  ],
  'hed-quotes': [
    'headline: Mayor wants “reset”',
    'headline: Mayor wants ‘reset’',
    'headline: Mayors’ ball',
  ],
  'hed-numeral': ['headline: Five die', 'headline: 5 die'],
  'alt-missing': [
    'caption: A scene.',
    'caption: A scene.\nalt: Two ships',
    'caption: A scene.\nalt: ',
  ],
  'alt-equals-caption': [
    'caption: A ship.\nalt: A ship.',
    'caption: A ship.\nalt: A grey hull at dawn.',
  ],
  'alt-prefix': ['alt: A picture of Simon', 'alt: Simon at his desk', 'alt: A painting of Simon'],
};

describe.each(Object.entries(ROWS))('%s', (id, [flagged, ...passed]) => {
  const check = CHECKS.find((one) => one.id === id);
  const count = (sketch: Sketch) => {
    if (!check) throw new Error(`${id} has no check`);
    const { story, book } = parseExample(typeof sketch === 'string' ? { text: sketch } : sketch);
    const on = { ...book, checks: { [id]: check.severity } };
    return createEngine([check]).run(story, on).findings.length;
  };
  test('finds what the catalogue marks', () => expect(count(flagged)).toBeGreaterThan(0));
  test.each(passed.map((sketch) => [JSON.stringify(sketch), sketch] as const))(
    'passes %s',
    (_name, sketch) => expect(count(sketch)).toBe(0),
  );
});
