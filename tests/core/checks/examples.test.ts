import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '#core/article/edit';
import { readArticle } from '#core/article/reading';
import { newStory, textBlock } from '#core/article/story';
import { checkStory, createEngine } from '#core/checks/engine';
import { parseExample } from '#core/checks/example';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Check, Example } from '#core/checks/types';

/** The book of an example, with the check it belongs to switched on. */
function bookFor(check: Check, book: StyleBook): StyleBook {
  if (book.checks[check.id] !== undefined) return book;
  return { ...book, checks: { ...book.checks, [check.id]: check.severity } };
}

function findingsOf(check: Check, example: Example) {
  const { story, book, expected } = parseExample(example);
  const result = createEngine([check]).run(story, bookFor(check, book));
  expect(result.troubles).toEqual([]);
  return { story, expected, findings: result.findings };
}

const place = (at: { block: string; start: number; end: number }) =>
  `${at.block} ${at.start}–${at.end}`;

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  test('has examples of both kinds, a reason and a source', () => {
    expect(check.examples.flags.length).toBeGreaterThan(0);
    expect(check.examples.passes.length).toBeGreaterThan(0);
    for (const text of [check.title, check.section, check.why, check.source]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
  });

  test.each(check.examples.flags.map((example) => [example.text, example] as const))(
    'flags %s',
    (_text, example) => {
      const { story, expected, findings } = findingsOf(check, example);
      if (expected.length === 0) expect(findings.length).toBeGreaterThan(0);
      else expect(findings.map(place).sort()).toEqual(expected.map(place).sort());
      for (const found of findings) {
        expect(found.message).not.toBe('');
        expect(found.fact).not.toBe('');
        expect(found.fact.length).toBeLessThanOrEqual(60);
      }
      if (example.fixed === undefined) return;
      const first = findings[0];
      const fix = first?.fixes[0];
      if (!first || !fix) throw new Error('The example names a fixed text, but there is no fix');
      const fixed = readArticle(applyEdits(story.article, fix.edits));
      expect(fixed.find((block) => block.id === first.block)?.text ?? '').toBe(example.fixed);
    },
  );

  test.each(check.examples.passes.map((example) => [example.text, example] as const))(
    'passes %s',
    (_text, example) => {
      expect(findingsOf(check, example).findings).toEqual([]);
    },
  );
});

test('every file in core/checks/rules is a check of the list, and ids do not repeat', () => {
  const folder = new URL('../../../core/checks/rules', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/u, ''));
  const ids = CHECKS.map((check) => check.id);
  expect(ids.toSorted()).toEqual(files.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test('what our checks say passes our own checks', () => {
  const texts = CHECKS.flatMap((check) => [
    check.why,
    ...check.examples.flags.flatMap((example) =>
      findingsOf(check, example).findings.map((found) => found.message),
    ),
  ]);
  const article = {
    blocks: [...new Set(texts)].map((text, index) => textBlock(`b${index}`, 'paragraph', text)),
  };
  const story = newStory({ id: 'messages', slug: 'messages', article });
  const ours = CHECKS.filter((check) => check.scope === 'block' || check.section === 'Quotes');
  // Galley's own words put a stop inside the marks only where it belongs to what is quoted.
  const house = { ...PLAIN_BOOK, options: { quotePunctuation: 'logical' } };
  const wrong = checkStory(story, house, ours).map(
    (found) => `${found.check} in: ${readArticle(article).find((b) => b.id === found.block)?.text}`,
  );
  expect(wrong).toEqual([]);
});
