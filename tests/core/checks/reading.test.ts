import { describe, expect, test } from 'vitest';
import { readDates, weekdayOf } from '#core/checks/dates';
import { personNames } from '#core/checks/names';
import { readQuotes } from '#core/checks/quotations';
import { sentences } from '#core/checks/sentences';
import { candidatePairs, sketchOf, wordSimilarity } from '#core/checks/similarity';
import { readTimes } from '#core/checks/times';
import { tokens } from '#core/checks/tokens';
import { readYears } from '#core/checks/years';

const words = (text: string) => text.split(' ');

describe('quotations', () => {
  const quoted = (text: string) =>
    readQuotes(text).quotations.map(({ start, end }) => text.slice(start, end));

  test.each([
    ['“Go,” he said.', ['“Go,”']],
    ['"Go," he said. "Stay."', ['"Go,"', '"Stay."']],
    ['“She said ‘go’ to me,” he said.', ['“She said ‘go’ to me,”', '‘go’']],
    ['‘She said “go” to me,’ he said.', ['‘She said “go” to me,’', '“go”']],
    ['Er sagte „Geh“ und »Komm«.', ['„Geh“', '»Komm«']],
    ['Elle dit « va » enfin.', ['« va »']],
    ['The boys’ room in the ’90s, rock ’n’ roll, don’t.', []],
    ["The boys' room isn't 6' 2\" or 12\" wide.", []],
    ['“It goes on', ['“It goes on']],
    ['“Go,’’ he said.', ['“Go,’’']],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test('knows depth and whether a quotation closes', () => {
    expect(readQuotes('“She said ‘go’ and').quotations.map((q) => [q.depth, q.closed])).toEqual([
      [0, false],
      [1, true],
    ]);
  });
});

describe('sentences', () => {
  test.each([
    ['Mr. Lee met Gen. Ali at 3 p.m. They left.', ['Mr. Lee met Gen. Ali at 3 p.m.', 'They left.']],
    ['It cost $1.5 million. Why?', ['It cost $1.5 million.', 'Why?']],
    ['“Go,” he said. “Now.” She went.', ['“Go,” he said.', '“Now.”', 'She went.']],
    ['J. K. Reis of the U.S. Senate spoke.', ['J. K. Reis of the U.S. Senate spoke.']],
    ['He waited ... and left.', ['He waited ... and left.']],
  ])('%s', (text, expected) => {
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

test('tokens keep apostrophes, hyphens and figures together', () => {
  expect(tokens('Didn’t co-op pay 1,200.50 at 3:30?').map((token) => token.text)).toEqual([
    'Didn’t',
    'co-op',
    'pay',
    '1,200.50',
    'at',
    '3:30',
  ]);
});

describe('dates and times', () => {
  const read = (text: string) =>
    readDates(text).map(({ year, month, day, weekday, form }) => [year, month, day, weekday, form]);

  test.each([
    ['Tuesday, Oct. 13, 2009', [[2009, 10, 13, 2, 'month-day']]],
    ['on Tue Oct 13', [[null, 10, 13, 2, 'month-day']]],
    ['Tuesday 13 October 2009', [[2009, 10, 13, 2, 'day-month']]],
    ['13 October 2009 (Tuesday)', [[2009, 10, 13, 2, 'day-month']]],
    ['in October 2009', [[2009, 10, null, null, 'month-year']]],
    ['on 2009-10-13', [[2009, 10, 13, null, 'iso']]],
    [
      '13/10/2009 and 10/13/2009',
      [
        [2009, 10, 13, null, 'figures'],
        [2009, 10, 13, null, 'figures'],
      ],
    ],
    ['mardi 13 octobre 2009', [[2009, 10, 13, 2, 'day-month']]],
    ['Dienstag, dem 13. Oktober 2009', [[2009, 10, 13, 2, 'day-month']]],
    ['martes, 13 de octubre de 2009', [[2009, 10, 13, 2, 'day-month']]],
    ['the 13th of October 2009', [[2009, 10, 13, null, 'day-month']]],
    ['on 2009/10/13', [[2009, 10, 13, null, 'iso']]],
    ['Oct. 13-15, 2009', [[2009, 10, 13, null, 'month-day']]],
    ['13–15 October 2009', [[2009, 10, 13, null, 'day-month']]],
    ['You may 3 times march 5 miles', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('know the last of several days', () => {
    const last = (text: string) => readDates(text).map(({ lastDay }) => lastDay);
    expect(last('Oct. 13-15, 13–15 October and Oct. 13')).toEqual([15, 15, null]);
  });

  test('weekdays over leap years and centuries', () => {
    expect(weekdayOf(2000, 2, 29)).toBe(2);
    expect(weekdayOf(1900, 3, 1)).toBe(4);
    expect(weekdayOf(2026, 11, 23)).toBe(1);
  });

  test.each([
    ['At 3:30 PM, 9am and 13 p.m.; I am 5.', ['3:30 p', '9 a']],
    ['3:30 p.m. EST', ['3:30 p EST']],
    ['from 9:00 to 17:30, at 24:00', ['9:00 -', '17:30 -', '24:00 -']],
    ['15:30 GMT, 23h15 hours', ['15:30 - GMT', '23:15 -']],
    ['at noon, at midnight and at 3 o’clock', ['12 -', '0 -', '3 -']],
    // Scores, laps, verses and ratios.
    ['won 3:2 and 15:30, John 3:16, at 25:00, a 16:10 screen', []],
  ])('%s', (text, expected) => {
    const shown = readTimes(text).map(
      ({ hour, minute, half, zone }) =>
        `${hour}${minute === null ? '' : `:${String(minute).padStart(2, '0')}`} ${half ?? '-'}${zone ? ` ${zone}` : ''}`,
    );
    expect(shown).toEqual(expected);
  });

  test.each([
    ['in the 1990s, the ’80s and the mid-1900s', ['1990–1999', '1980–1989', '1900–1909']],
    [
      'fiscal 2009, fiscal year 2010-11, FY09, FY1999/00',
      ['2009–2009', '2010–2011', '2009–2009', '1999–2000'],
    ],
    ['1990 seats, 30s of rain, FYI 20', []],
  ])('%s', (text, expected) => {
    expect(readYears(text).map(({ from, to }) => `${from}–${to}`)).toEqual(expected);
  });
});

describe('names', () => {
  const names = (text: string) => personNames(text).map((name) => [name.title, name.name]);

  test.each([
    [
      'Mayor Ana Reis met Sergei Lavrov.',
      [
        ['Mayor', 'Ana Reis'],
        ['', 'Sergei Lavrov'],
      ],
    ],
    ['Ursula von der Leyen spoke.', [['', 'Ursula von der Leyen']]],
    ['The talks with Secretary of State Ann Lee ended.', [['Secretary of State', 'Ann Lee']]],
    ['Dr. King’s words.', [['Dr.', 'King']]],
    [
      'J. R. Tolkien and Sean O’Brien',
      [
        ['', 'J. R. Tolkien'],
        ['', 'Sean O’Brien'],
      ],
    ],
    ['In Harbour Street the Town Council met on Monday.', []],
    ['When Maria Lund left, the University of Oslo closed.', [['', 'Maria Lund']]],
    ['JIM WATSON took it.', [['', 'JIM WATSON']]],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('similarity', () => {
  test('is the share of words in the same order', () => {
    expect(wordSimilarity(words('a b c d e'), words('a b c d e'), 0.9)).toBe(1);
    expect(wordSimilarity(words('a b c d e'), words('a b x d e'), 0.5)).toBeCloseTo(0.8);
    expect(wordSimilarity(words('a b c d e'), words('v w x y z'), 0.9)).toBe(0);
  });

  test('candidates grow with the paragraphs, not with their pairs', () => {
    const common = 'The council met in the town hall and heard item ';
    const sketches = Array.from({ length: 2000 }, (_, index) =>
      sketchOf(`${common}${index} of ${index * 7} and ${index * 13} with ${index * 29} more`),
    );
    expect(candidatePairs(sketches).length).toBeLessThan(2000 * 200);
    const twins = [
      sketchOf('one two three four five six'),
      sketchOf('one two three four five seven'),
    ];
    expect(candidatePairs(twins)).toEqual([[0, 1]]);
  });
});
