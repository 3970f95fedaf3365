import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Dialect, LocalLinter } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyEdits } from '#core/article/edit';
import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { newStory, textBlock } from '#core/article/story';
import { readForChecks } from '#core/checks/engine';
import { parseExample } from '#core/checks/example';
import { HARPER_CHECKS } from '#core/checks/harper/checks';
import { harperFindings, isRead } from '#core/checks/harper/findings';
import type { HarperLint, HarperLinter } from '#core/checks/harper/lint';
import { dialectOf } from '#core/checks/harper/lint';
import { HARPER_RULES, rulesOn } from '#core/checks/harper/rules';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Example, Finding } from '#core/checks/types';
import { importFile } from '#core/formats/index';
import { realHarper } from '../../../harper';

const SEEDS = new URL('../../../../../shared/seeds/', import.meta.url);
const SAMPLE = new URL('../../../../assets/samples/harbour-talks.txt', import.meta.url);
/** Every check of Harper's on, as its examples are written. */
const ALL_ON = Object.fromEntries(HARPER_CHECKS.map(({ id, severity }) => [id, severity]));

let harper: HarperLinter;
beforeAll(async () => {
  harper = await realHarper();
});

async function findingsOf(story: Story, book: StyleBook): Promise<readonly Finding[]> {
  await harper.configure(dialectOf(book.language), rulesOn(book));
  const lints = new Map<string, readonly HarperLint[]>();
  for (const block of readArticle(story.article)) {
    if (isRead(block)) lints.set(block.text, await harper.lint(block.text));
  }
  return harperFindings(readForChecks(story), (text) => lints.get(text) ?? [], book).findings;
}

function storyOf(...texts: string[]): Story {
  const blocks = texts.map((text, index) => textBlock(`b${index + 1}`, 'paragraph', text));
  return newStory({ id: 's', slug: 's', article: { blocks } });
}

async function ofExample(example: Example) {
  const { story, book, expected } = parseExample(example);
  const checks = { ...ALL_ON, ...book.checks };
  return { story, expected, findings: await findingsOf(story, { ...book, checks }) };
}

const place = (at: { block: string; start: number; end: number }) =>
  `${at.block} ${at.start}–${at.end}`;

describe.each(HARPER_CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test.each(check.examples.flags)('flags $text', async (example) => {
    const { story, expected, findings } = await ofExample(example);
    const ours = findings.filter((found) => found.check === id);
    expect(ours.map(place).sort()).toEqual(expected.map(place).sort());
    for (const { message, fact, fixes } of ours) {
      expect(message).toMatch(/[.?!]”?$/u);
      expect(fact).not.toBe('');
      expect(fact.length).toBeLessThanOrEqual(60);
      expect(fixes.filter(({ safe }) => safe)).toEqual([]);
    }
    if (example.fixed === undefined) return;
    const [fix] = ours[0]?.fixes ?? [];
    const fixed = readArticle(applyEdits(story.article, fix?.edits ?? []));
    expect(fixed.find((block) => block.id === ours[0]?.block)?.text).toBe(example.fixed);
  });

  test.each(check.examples.passes)('passes $text', async (example) => {
    const { findings } = await ofExample(example);
    expect(findings.map(({ check: by, actual }) => `${by}: ${actual}`)).toEqual([]);
  });
});

test('the rules we name are those that Harper has', async () => {
  const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.American });
  const names = Object.keys(await linter.getDefaultLintConfig());
  expect([...HARPER_RULES].sort()).toEqual(names.sort());
});

test.each([
  'The 😀 pier will recieve 👩‍👩‍👧 visitors.',
  'Åsa’s café 🇳🇴 — “naïve”, she said — will recieve them.',
  'Line one of it\nand the second will recieve them.',
])('places are code units: %s', async (text) => {
  const findings = await findingsOf(storyOf(text), PLAIN_BOOK);
  expect(findings.map(({ actual }) => actual)).toEqual(['recieve']);
  const [found] = findings;
  expect(text.slice(found?.start, found?.end)).toBe('recieve');
});

test.each([
  ['en-US', 'color jewelry', 'colour jewellery'],
  ['en-GB', 'colour jewellery', 'color'],
  ['en-AU', 'colour jewellery', 'color'],
  ['en-CA', 'colour centre', 'colorz'],
])('%s has its own spelling', async (language, right, other) => {
  const book = { ...PLAIN_BOOK, language };
  expect(await findingsOf(storyOf(`They sell ${right} by the pier.`), book)).toEqual([]);
  const wrong = await findingsOf(storyOf(`They sell ${other} by the pier.`), book);
  expect(wrong.map(({ check }) => check)).toContain('spelling');
});

const inputs = [
  ['the shipped sample', SAMPLE],
  ...(existsSync(SEEDS)
    ? readdirSync(SEEDS).map((name) => [`the seed ${name}`, new URL(name, SEEDS)] as const)
    : []),
] as const;

test.each(inputs)('no name of %s is a finding', async (_name, file) => {
  const imported = importFile({ name: 'story.txt', bytes: readFileSync(file as URL) });
  if (!imported.ok) throw new Error(imported.message);
  const findings = await findingsOf(imported.value.story, PLAIN_BOOK);
  // The sample sails to one British harbour.
  const rest = findings.filter(({ actual }) => actual !== 'harbours');
  expect(rest.map(({ check, actual, message }) => `${check} ${actual}: ${message}`)).toEqual([]);
});

test('a possessive is no part of the unknown word', async () => {
  const findings = await findingsOf(
    storyOf('The bollardette holds. The bollardette’s cap.'),
    PLAIN_BOOK,
  );
  expect(findings.map(({ actual }) => actual)).toEqual(['bollardette', 'bollardette']);
});

test('three words of the other side’s spelling are still English', async () => {
  const findings = await findingsOf(storyOf('The colour of the bollardette is grey.'), PLAIN_BOOK);
  expect(findings.map(({ actual }) => actual)).toEqual(['colour', 'bollardette', 'grey']);
});

test('published words that no dictionary has are not fixed by “fix all”', async () => {
  const findings = await findingsOf(storyOf('“We recieve teh mail,” she said.'), PLAIN_BOOK);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.flatMap(({ fixes }) => fixes).filter(({ safe }) => safe)).toEqual([]);
});
