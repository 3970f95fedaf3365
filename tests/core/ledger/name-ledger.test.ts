import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionKind } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { missingPhoto } from '#core/article/story';
import { parseExample } from '#core/checks/example';
import type { Place } from '#core/checks/types';
import { decisionFor } from '#core/ledger/decisions';
import type { LedgerOptions } from '#core/ledger/name-ledger';
import { nameLedger } from '#core/ledger/name-ledger';
import { contradicts, respell } from '#core/ledger/spelling';

const made = (kind: DecisionKind, ...words: string[]) => decisionFor(kind, words, '', '');
const at = ({ block, start, end }: Place) => `${block} ${start}–${end}`;
const ledger = (text: string, options: LedgerOptions = {}) =>
  nameLedger(readArticle(parseExample({ text }).story.article), options);
const shown = (text: string, options: LedgerOptions = {}) =>
  ledger(text, options).map((entry) => [
    entry.full,
    entry.forms.map((form) => `${form.text} ×${form.places.length}`).join(', '),
  ]);

describe('the name ledger', () => {
  test('gathers later forms and titles under the full name, with their places', () => {
    const [reis, lee] = ledger('Mayor Ana Reis spoke. Reis left.\nMr. Lee stayed with Ms. Reis.');
    expect(reis?.full).toBe('Ana Reis');
    expect(reis?.titles.map(({ text, places }) => [text, places.map(at)])).toEqual([
      ['Mayor', ['b1 0–14']],
      ['Ms.', ['b2 20–28']],
    ]);
    expect(reis?.forms.map(({ text, places }) => [text, places.map(at)])).toEqual([
      ['Ana Reis', ['b1 6–14']],
      ['Reis', ['b1 22–26', 'b2 24–28']],
    ]);
    expect(lee?.full).toBe('Lee');
    expect(lee?.first && at(lee.first)).toBe('b2 4–7');
  });

  test('knows the role behind a name, and not what else may stand there', () => {
    const titles = (text: string) => ledger(text)[0]?.titles.map((title) => title.text);
    expect(titles('Peter Lund, the deputy mayor of Ribe, spoke.')).toEqual(['deputy mayor']);
    expect(titles('Peter Lund, a lawyer, spoke.')).toEqual(['lawyer']);
    expect(titles('Peter Lund, who is mayor, spoke.')).toEqual([]);
    expect(titles('Peter Lund, the mayors and others spoke.')).toEqual([]);
  });

  test('middle names, initials and capitals are one person; another first name is another', () => {
    expect(
      shown('Ana Maria Reis and Peter Reis came. A. Reis spoke.\ncaption: ANA REIS waves'),
    ).toEqual([
      ['Ana Maria Reis', 'Ana Maria Reis ×1, A. Reis ×1, ANA REIS ×1'],
      ['Peter Reis', 'Peter Reis ×1'],
    ]);
  });

  test('a surname alone belongs to who was last named in full', () => {
    expect(
      shown('Sven Larsen came. Larsen spoke.\nPeter Larsen came. Larsen left. Larsen ran.'),
    ).toEqual([
      ['Sven Larsen', 'Sven Larsen ×1, Larsen ×1'],
      ['Peter Larsen', 'Peter Larsen ×1, Larsen ×2'],
    ]);
  });

  test('tells where people are named, and leaves out who took the picture', () => {
    const entries = ledger(
      'headline: Reis opens pier\nAna Reis opened it.\ncaption: Thomas Lee waves.\ncredit: Peter Lund/AP',
    );
    expect(
      entries.map(({ full, introduced, kinds }) => [full, introduced !== null, [...kinds]]),
    ).toEqual([
      [
        'Ana Reis',
        true,
        [
          ['headline', 1],
          ['paragraph', 1],
        ],
      ],
      ['Thomas Lee', false, [['caption', 1]]],
    ]);
  });

  test('names the photos whose files name the person', () => {
    const photo = {
      ...missingPhoto('p1', 'a.jpg'),
      metadata: { personShown: { xmp: ['Ana Reis', 'Jo Lund'] } },
    };
    expect(ledger('Ana Reis spoke.', { photos: [photo] })[0]?.photos).toEqual(['p1']);
  });

  test('a decision joins names, surnames and words that are nobody’s surname', () => {
    const text = 'Ana Brandvold spoke. Brandwold left.\nAnna Brandvold ran. Rukban and Rubkan met.';
    const options = {
      decisions: [
        made('same', 'Ana Brandvold', 'Anna Brandvold'),
        made('same', 'Brandwold', 'Brandvold'),
        made('same', 'Rukban', 'Rubkan'),
        made('same', 'Nobody Here', 'Nobody There'),
      ],
    };
    expect(shown(text, options)).toEqual([
      ['Ana Brandvold', 'Ana Brandvold ×1, Brandwold ×1, Anna Brandvold ×1'],
      ['Rukban', 'Rukban ×1, Rubkan ×1'],
    ]);
  });

  test('a name that was kept apart is a person of its own', () => {
    expect(
      shown('Ana Reis spoke. Ana M. Reis left.', {
        decisions: [made('apart', 'Ana Reis', 'Ana M. Reis')],
      }).map(([full]) => full),
    ).toEqual(['Ana Reis', 'Ana M. Reis']);
  });
});

const words = fc.constantFrom(
  'Ana Reis',
  'Anna Reis',
  'A. Reis',
  'Reis',
  'REIS',
  'Ana Maria Reis',
  'Mayor Reis',
  'Peter van Dijk',
  'Sergei Lavrov',
  'Lavrow',
  'the',
  'said',
  'In Oyelby',
  '“We',
  'O’Neil',
  ',',
  '.',
  '\n',
  'ß',
);
const texts = fc.array(words, { minLength: 1, maxLength: 30 }).map((list) => list.join(' '));
const decided = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom<DecisionKind>('same', 'apart'), words, words)
      .map(([kind, a, b]) => made(kind, a, b)),
    words.map((word) => made('spelling', word)),
  ),
  { maxLength: 4 },
);

describe('whatever the text and the decisions', () => {
  test('every place holds the words of its form, once, in reading order', () => {
    fc.assert(
      fc.property(texts, decided, (text, decisions) => {
        const blocks = readArticle(parseExample({ text: `headline: Reis\n${text}` }).story.article);
        const textOf = new Map(
          blocks.map((block, index) => [block.id, { index, text: block.text }]),
        );
        const seen = new Set<string>();
        for (const entry of nameLedger(blocks, { decisions })) {
          expect(entry.forms[0]?.text === entry.full || entry.right === entry.full).toBe(true);
          for (const form of entry.forms) {
            let last = -1;
            for (const place of form.places) {
              const block = textOf.get(place.block);
              expect(block?.text.slice(place.start, place.end)).toBe(form.text);
              expect(seen.has(at(place))).toBe(false);
              seen.add(at(place));
              const order = (block?.index ?? 0) * 1e6 + place.start;
              expect(order).toBeGreaterThan(last);
              last = order;
            }
          }
        }
      }),
    );
  });

  test('what is joined stays joined in any order of the decisions', () => {
    fc.assert(
      fc.property(texts, decided, (text, decisions) => {
        const blocks = readArticle(parseExample({ text }).story.article);
        const groups = (list: typeof decisions) =>
          nameLedger(blocks, { decisions: list }).map(({ forms }) =>
            forms.flatMap(({ places }) => places.map(at)).sort(),
          );
        expect(groups(decisions.toReversed())).toEqual(groups(decisions));
      }),
    );
  });
});

describe('spellings', () => {
  test.each([
    ['Lavrov', 'Sergei Lavrov', false],
    ['S. Lavrov', 'Sergei Lavrov', false],
    ['SERGEI LAVROV', 'Sergei Lavrov', false],
    ['O’Neil', "Ana O'Neil", false],
    ['Lavrow', 'Sergei Lavrov', true],
    ['Sergej Lavrov', 'Sergei Lavrov', true],
    ['Jose Lund', 'José Lund', true],
    ['Sergei Lavrow', 'Lavrov', true],
    ['Peter Lavrov', 'Lavrov', false],
    ['Ana Maria Reis', 'Ana Reis', true],
    ['Ana Reis', 'Ana Maria Reis', false],
  ])('%s against %s', (form, right, expected) => {
    expect(contradicts(form, right)).toBe(expected);
  });

  test.each([
    ['Lavrow', 'Sergei Lavrov', 'Lavrov'],
    ['S. Lavrow', 'Sergei Lavrov', 'S. Lavrov'],
    ['SERGEJ LAVROW', 'Sergei Lavrov', 'SERGEI LAVROV'],
    ['Sergei Lavrow', 'Lavrov', 'Sergei Lavrov'],
    ['Ana Maria Reis', 'Ana Reis', 'Ana Reis'],
  ])('%s as %s has it', (form, right, expected) => {
    expect(respell(form, right)).toBe(expected);
  });
});
