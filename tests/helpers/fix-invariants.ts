import { expect } from 'vitest';
import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { checkStory } from '#core/checks/engine';
import { fixAllSafe, safeFixes } from '#core/checks/fix-all';
import { insideRanges, readQuotes } from '#core/checks/quotations';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';

/** A book with every check on, those that ship off too. */
export const everythingOn = (book: StyleBook): StyleBook => ({
  ...book,
  checks: Object.fromEntries(CHECKS.map((check) => [check.id, check.severity])),
});

/** What stands inside quotation marks, without the marks themselves: which glyphs are used does not count. */
export function quotedWords(text: string): readonly string[] {
  return insideRanges(readQuotes(text)).map(({ start, end }) =>
    text.slice(start, end).replace(/["“”„‟‘’'`]/gu, ''),
  );
}

/** Fixing all leaves no safe fix, changes no quotation, and doing it twice changes nothing. */
export function expectFixAllHolds(story: Story, book: StyleBook): void {
  const check = (one: Story) => checkStory(one, book);
  const before = new Map(readArticle(story.article).map(({ id, text }) => [id, text]));
  const once = fixAllSafe(story, check);
  for (const { id, text } of readArticle(once.story.article)) {
    expect(quotedWords(text)).toEqual(quotedWords(before.get(id) ?? ''));
  }
  expect(safeFixes(check(once.story))).toEqual([]);
  const twice = fixAllSafe(once.story, check);
  expect(twice.edits).toBe(0);
  expect(twice.story).toBe(once.story);
}
