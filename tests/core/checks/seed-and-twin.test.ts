import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkStory } from '#core/checks/engine';
import { parseStyleBook } from '#core/checks/style-book-parser';
import { resolveStyleBook } from '#core/checks/style-book-resolve';
import { importFile } from '#core/formats/index';

/** The first real input (where it is at hand) and the sample we ship with the same faults must give the same findings. */
const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);
const SAMPLE = new URL('../../../assets/samples/harbour-talks.txt', import.meta.url);

function apBook() {
  const file = new URL('../../../assets/stylebooks/ap.yaml', import.meta.url);
  const parsed = parseStyleBook(readFileSync(file, 'utf8'), 'ap.yaml');
  const { book, problems } = resolveStyleBook('ap', [parsed]);
  expect(problems).toEqual([]);
  return book;
}

function look(file: URL) {
  const imported = importFile({ name: 'story.txt', bytes: readFileSync(file) });
  if (!imported.ok) throw new Error(imported.message);
  const findings = checkStory(imported.value.story, apBook());
  const text = (id: string) => {
    for (const block of imported.value.story.article.blocks) {
      if (block.kind !== 'figure' && block.id === id) return block.kind;
    }
    return id.endsWith('.caption') ? 'caption' : id.endsWith('.credit') ? 'credit' : 'figure';
  };
  return findings.map((found) => ({ ...found, where: text(found.block) }));
}

const inputs = [
  ['the shipped sample', SAMPLE],
  ...(existsSync(SEEDS)
    ? readdirSync(SEEDS).map((name) => [`the seed ${name}`, new URL(name, SEEDS)] as const)
    : []),
] as const;

describe.each(inputs)('%s', (_name, file) => {
  const findings = look(file as URL);
  const ids = new Set(findings.map((found) => found.check));

  test.each([
    'missing-element',
    'alt-missing',
    'caption-fragment',
    'caption-no-place',
    'caption-position',
    'credit-case',
    'relative-day',
    'quote-stacked',
  ])('%s is found', (check) => {
    expect([...ids]).toContain(check);
  });

  test('byline, date, dek and picture file are missing, and the byline is guessed from the bio', () => {
    const missing = findings.filter((found) => found.check === 'missing-element');
    expect(missing.map((found) => found.message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/no byline. Its last lines speak of \p{Lu}/u),
        expect.stringContaining('no date'),
        expect.stringContaining('no dek'),
        expect.stringContaining('file is missing'),
      ]),
    );
  });

  test.each([
    'dup-paragraph',
    'dup-line',
    'near-dup-paragraph',
    'dek-truncated',
    'caption-in-dek',
    'filename-as-text',
    'related-in-body',
    'invisible-char',
    'credit-disagrees',
    'credit-missing',
    'credit-form',
    'caption-person-not-in-story',
    'caption-name-spelling',
    'caption-no-date',
    'quote-unbalanced',
    'weekday-mismatch',
    'date-impossible',
    'hed-length',
    'us-uk-mix',
    'page-boilerplate',
    'placeholder',
    'mojibake',
  ])('%s is silent: repaired on import, or right', (check) => {
    expect(findings.filter((found) => found.check === check)).toEqual([]);
  });

  test('nothing is found in the headline, nor in what an italic or a quotation excuses', () => {
    expect(findings.filter((found) => found.where === 'headline')).toEqual([]);
    expect(findings.map((found) => found.actual)).not.toEqual(
      expect.arrayContaining([expect.stringContaining('so-called')]),
    );
  });
});
