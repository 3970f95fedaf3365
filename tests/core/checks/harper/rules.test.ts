import { expect, test } from 'vitest';
import { HARPER_RULES, ruleOn, rulesOn, shipsOn } from '#core/checks/harper/rules';
import { PLAIN_BOOK } from '#core/checks/style-book';

const book = {
  ...PLAIN_BOOK,
  harper: {
    rules: { AnA: false, Regionalisms: true },
    kinds: { headline: { AnA: true, RepeatedWords: false } },
  },
};

test('a rule follows its kind of block, then the book, then what ships', () => {
  expect(ruleOn(book, 'paragraph', 'AnA')).toBe(false);
  expect(ruleOn(book, 'headline', 'AnA')).toBe(true);
  expect(ruleOn(book, 'headline', 'RepeatedWords')).toBe(false);
  expect(ruleOn(book, 'paragraph', 'RepeatedWords')).toBe(true);
  expect(ruleOn(book, 'paragraph', 'Regionalisms')).toBe(true);
  expect(ruleOn(PLAIN_BOOK, 'paragraph', 'Regionalisms')).toBe(false);
});

test('Harper runs what is on for any kind, and nothing for checks that are off', () => {
  const on = rulesOn(book);
  for (const rule of ['AnA', 'RepeatedWords', 'Regionalisms', 'SpellCheck']) {
    expect(on).toContain(rule);
  }
  expect(on).not.toContain('LongSentences');
  const loud = rulesOn({ ...PLAIN_BOOK, checks: { wordiness: 'suggestion', spelling: 'off' } });
  expect(loud).toContain('LongSentences');
  expect(loud).not.toContain('SpellCheck');
});

test('rules that contradict a house or alarm on good copy ship off', () => {
  const named = ['OxfordComma', 'NoOxfordComma', 'UseTitleCase', 'Dashes', 'EllipsisLength'];
  for (const rule of [...named, 'UnclosedQuotes', 'Months', 'SpelledNumbers', 'MassNouns']) {
    expect(HARPER_RULES).toContain(rule);
    expect(shipsOn(rule), rule).toBe(false);
  }
});
