import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spell, wordsValue } from '#core/checks/number-words';
import { readNumbers } from '#core/checks/numbers';

const read = (text: string) =>
  readNumbers(text).map(({ value, upTo, kind, currency }) => [
    Number(value.toFixed(6)),
    upTo,
    kind,
    currency,
  ]);
const one = (value: number, kind = 'count', currency: string | null = null) => [
  [value, null, kind, currency],
];
const range = (low: number, high: number, kind = 'count', currency: string | null = null) => [
  [low, high, kind, currency],
];

describe('numbers in words', () => {
  test.each([
    ['twenty-seven men', one(27)],
    ['twenty seven men', one(27)],
    ['nineteen hundred seats', one(1900)],
    ['two hundred and fifty-one thousand', one(251_000)],
    ['one million two hundred thousand and five', one(1_200_005)],
    ['a hundred and fifty ships', one(150)],
    ['a million', one(1_000_000)],
    ['a million and a half', one(1_500_000)],
    ['one and a half million', one(1_500_000)],
    ['two and three-quarters', one(2.75)],
    ['one-and-a-half times', one(1.5)],
    ['half a million', one(500_000)],
    ['a half-million', one(500_000)],
    ['a quarter of a million', one(250_000)],
    ['a dozen boats', one(12)],
    ['half a dozen', one(6)],
    ['two dozen', one(24)],
    ['two-thirds of them', one(0.666667, 'fraction')],
    ['three-quarters', one(0.75, 'fraction')],
    ['one-third', one(0.333333, 'fraction')],
    ['a third of them', one(0.333333, 'fraction')],
    ['half of them', one(0.5, 'fraction')],
    ['the twenty-third time', one(23, 'ordinal')],
    ['her first goal', one(1, 'ordinal')],
    ['the two hundred and first', one(201, 'ordinal')],
    ['five percent', one(5, 'percent')],
    ['five million euros', one(5_000_000, 'money', 'EUR')],
    ['two million and three million', [...one(2_000_000), ...one(3_000_000)]],
    // Parts of other words, set phrases, and words that only look like numbers.
    ['a tent, someone, often, an hour, half an hour, half-hearted', []],
    ['a quarter past, half past', []],
    ['a third man, the second half', [...one(3, 'ordinal'), ...one(2, 'ordinal')]],
    ['a million-to-one chance', one(1_000_000)],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('every number that is spelled out reads as itself', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), (value) => {
        const words = spell(value);
        expect(wordsValue(words)).toBe(value);
        const text = `Some ${words} people.`;
        const [number, ...more] = readNumbers(text);
        expect(more).toEqual([]);
        expect([number?.value, number?.kind]).toEqual([value, 'count']);
        expect(text.slice(number?.start, number?.end)).toBe(words);
      }),
    );
    for (let value = 0; value < 2000; value += 1) expect(wordsValue(spell(value))).toBe(value);
  });

  test('the British "and" says the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 101, max: 999 }), (value) => {
        expect(wordsValue(spell(value).replace('hundred ', 'hundred and '))).toBe(value);
      }),
    );
  });
});

describe('numbers in figures', () => {
  test.each([
    ['1,200.5 tons', one(1200.5)],
    ['2½ hours', one(2.5)],
    ['¾ of it', one(0.75, 'fraction')],
    ['3/4 of it', one(0.75, 'fraction')],
    ['2 and a half years', one(2.5)],
    ['251 thousand', one(251_000)],
    ['1.1 million', one(1_100_000)],
    ['the 3rd time', one(3, 'ordinal')],
    // What is written in other ways elsewhere, telephone numbers, decades: none.
    ['1,5 and 202-555-0100 and 2009-10-13 and 1990s', []],
    ['24/7 and 9/11', []],
    ['COVID-19', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['$5.2 million', one(5_200_000, 'money', 'USD')],
    ['US$5', one(5, 'money', 'USD')],
    ['A$5, C$5', [...one(5, 'money', 'AUD'), ...one(5, 'money', 'CAD')]],
    ['HK$5 and NZ$7bn', [...one(5, 'money', 'HKD'), ...one(7e9, 'money', 'NZD')]],
    ['£3bn', one(3e9, 'money', 'GBP')],
    ['₹50', one(50, 'money', 'INR')],
    ['¥100', one(100, 'money', 'JPY')],
    ['EUR 5m', one(5_000_000, 'money', 'EUR')],
    ['5 million USD', one(5_000_000, 'money', 'USD')],
    ['5 million euros', one(5_000_000, 'money', 'EUR')],
    ['3 Canadian dollars', one(3, 'money', 'CAD')],
    ['10 Swiss francs', one(10, 'money', 'CHF')],
    ['50 cents', one(0.5, 'money', null)],
    ['50p', one(0.5, 'money', 'GBP')],
    ['99 pence', one(0.99, 'money', 'GBP')],
    ['$5b', one(5e9, 'money', 'USD')],
    ['720p video', one(720)],
    ['5 per cent', one(5, 'percent')],
    ['5 pct', one(5, 'percent')],
    ['2 percentage points', one(2, 'points')],
    ['25 basis points', one(0.25, 'points')],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['a 49-year-old man', one(49, 'age')],
    ['aged 9', one(9, 'age')],
    ['Ana Reis, 49, spoke', one(49, 'age')],
    ['a 6-month-old', one(0.5, 'age')],
    ['in her 30s', range(30, 39, 'age')],
    ['in his mid-40s', range(40, 49, 'age')],
    ['in their late twenties', range(20, 29, 'age')],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['5-7 people', range(5, 7)],
    ['5 to 7 people', range(5, 7)],
    ['between five and seven', range(5, 7)],
    ['five and seven', [...one(5), ...one(7)]],
    ['from 10 to 12', range(10, 12)],
    ['10–12%', range(10, 12, 'percent')],
    ['5 to 7 million', range(5_000_000, 7_000_000)],
    ['$5-7 million', range(5_000_000, 7_000_000, 'money', 'USD')],
    ['$5 to $7', range(5, 7, 'money', 'USD')],
    ['500 to 1 million', range(500, 1_000_000)],
    ['2009-10', range(2009, 2010)],
    ['won 3-2', one(3, 'score')],
    ['7 to 5', [...one(7), ...one(5)]],
    ['€5 to £7', [...one(5, 'money', 'EUR'), ...one(7, 'money', 'GBP')]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('money in any form reads back', () => {
    const amount = fc.integer({ min: 1, max: 99_999_999 });
    const forms: readonly ((figures: string) => readonly [string, string])[] = [
      (figures) => [`$${figures}`, 'USD'],
      (figures) => [`€${figures}`, 'EUR'],
      (figures) => [`A$${figures}`, 'AUD'],
      (figures) => [`EUR ${figures}`, 'EUR'],
      (figures) => [`${figures} pounds`, 'GBP'],
      (figures) => [`${figures} CHF`, 'CHF'],
      (figures) => [`${figures} Hong Kong dollars`, 'HKD'],
    ];
    fc.assert(
      fc.property(amount, fc.constantFrom(...forms), fc.boolean(), (value, form, cents) => {
        const printed = cents ? value / 100 : value;
        const figures = printed.toLocaleString('en-US', { minimumFractionDigits: cents ? 2 : 0 });
        const [text, currency] = form(figures);
        const [number, ...more] = readNumbers(`It cost ${text} in all.`);
        expect(more).toEqual([]);
        expect([number?.value, number?.kind, number?.currency]).toEqual([
          printed,
          'money',
          currency,
        ]);
      }),
    );
  });
});

describe('a number', () => {
  test('knows where the figures and the unit stand', () => {
    const text = 'It rose 5.5 percent.';
    const [number] = readNumbers(text);
    expect(text.slice(number?.numberAt.start, number?.numberAt.end)).toBe('5.5');
    expect(text.slice(number?.unitAt?.start, number?.unitAt?.end)).toBe('percent');
    expect(number?.slack).toBe(0.05);
  });
});

const pieces = fc.constantFrom(
  ...'one|two|twenty|hundred|thousand|million|and|a|an|half|dozen|third|thirds|-|–| to |from |between |5|7|12|1,200|3.5|1990s|½|$|€|US$|EUR |%| percent| euros|p|s|m|,|.|/| |st|-year-old|his |“|é|Ω|\u00a0'.split(
    '|',
  ),
);
const mixed = fc
  .array(fc.oneof(pieces, fc.constant(' '), fc.string({ maxLength: 3 })), { maxLength: 40 })
  .map((list) => list.join(''));

describe('whatever the text', () => {
  test('reading never throws; places are exact, ordered and apart; ranges ascend', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        let from = 0;
        for (const number of readNumbers(text)) {
          expect(number.start).toBeGreaterThanOrEqual(from);
          expect(number.end).toBeGreaterThan(number.start);
          expect(number.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(number.value)).toBe(true);
          if (number.upTo !== null) expect(number.upTo).toBeGreaterThan(number.value);
          const { numberAt, unitAt } = number;
          expect(numberAt.start).toBeGreaterThanOrEqual(number.start);
          expect(numberAt.end).toBeLessThanOrEqual(number.end);
          expect(text.slice(numberAt.start, numberAt.end).trim()).not.toBe('');
          if (unitAt) expect(text.slice(unitAt.start, unitAt.end).trim()).not.toBe('');
          from = number.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a number reads the same wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('5.2 million', 'two-thirds', '$7bn', '10–12%'),
        mixed,
        (text, more) => {
          const alone = readNumbers(text).map(({ value, upTo }) => [value, upTo]);
          const [first] = readNumbers(`${text}. Then ${more}`);
          expect([[first?.value, first?.upTo]]).toEqual(alone);
        },
      ),
    );
  });
});
