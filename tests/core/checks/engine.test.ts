import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '#core/article/edit';
import type { Block, Story } from '#core/article/model';
import { BODY_KINDS } from '#core/article/model';
import type { ReadBlock } from '#core/article/reading';
import { readArticle } from '#core/article/reading';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';
import { analyse } from '#core/checks/analysis';
import { dismissalFor } from '#core/checks/dismissals';
import { checkStory, createEngine } from '#core/checks/engine';
import { fixAllSafe, safeFixes } from '#core/checks/fix-all';
import { insideRanges } from '#core/checks/quotations';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { BlockCheck, Check } from '#core/checks/types';

/** Every check on, those that ship off too. */
const ALL_ON: StyleBook = {
  ...PLAIN_BOOK,
  checks: Object.fromEntries(CHECKS.map((check) => [check.id, check.severity])),
};

/** Pieces of copy with most kinds of fault in them: strung together they make stories that checks have much to say on. */
const PIECES = [
  'The council met on Monday, Oct. 13, 2009, at noon. ',
  '“Go,” he said. ',
  '"Go," she said, "and don\'t look back." ',
  '“We will stay ',
  'He didnâ€™t pay Â£5. ',
  'It cost TK million, or 5 percent of $5 dollars. ',
  'Sign up here',
  'IMG_04.jpg',
  '\u00a0',
  ' \u200b',
  'Some 7 people, 27 men and 12 dead: 5 men, 6 women . . . ',
  'Mayor Ana Reis—who is 49—met Sergei Lavrov. ',
  'At 3:00 PM on October 13th the President said so... ',
  'The harbour authority approved the new pier on Monday after a debate of six hours. ',
  '\n',
  '👩‍👧 naïve',
];

const text = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 5 })
  .map((pieces) => pieces.join(''));
const kind = fc.constantFrom(...BODY_KINDS);

const story: fc.Arbitrary<Story> = fc
  .array(fc.record({ kind, text, figure: fc.boolean(), alt: fc.option(text) }), { maxLength: 12 })
  .map((parts) => {
    const blocks: Block[] = parts.map((part, index) =>
      part.figure
        ? figureBlock(`b${index}`, `p${index}`, part.text, 'Jo Lee/AP', part.alt)
        : textBlock(`b${index}`, part.kind, part.text),
    );
    const photos = parts.map((_part, index) => missingPhoto(`p${index}`, `p${index}.jpg`));
    return newStory({ id: 's', slug: 's', article: { blocks }, photos });
  });

describe('the engine', () => {
  test('gives the same findings, byte for byte, over 100 runs', () => {
    const [sample] = fc.sample(story, { numRuns: 1, seed: 7 });
    if (!sample) throw new Error('No sample');
    const first = JSON.stringify(checkStory(sample, ALL_ON));
    for (let run = 0; run < 100; run += 1) {
      expect(JSON.stringify(checkStory(structuredClone(sample), ALL_ON))).toBe(first);
    }
  });

  test('finds places inside their blocks, in reading order, under keys that differ', () => {
    fc.assert(
      fc.property(story, (sample) => {
        const result = createEngine().run(sample, ALL_ON);
        expect(result.troubles).toEqual([]);
        const blocks = new Map(readArticle(sample.article).map((block) => [block.id, block]));
        for (const found of result.findings) {
          for (const place of [found, ...found.related]) {
            const length = blocks.get(place.block)?.text.length ?? 0;
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeGreaterThanOrEqual(place.start);
            expect(place.end).toBeLessThanOrEqual(length);
          }
          for (const edit of found.fixes.flatMap((fix) => fix.edits)) {
            if (edit.op !== 'replace') continue;
            expect(edit.end).toBeLessThanOrEqual(blocks.get(edit.block)?.text.length ?? 0);
          }
        }
        const keys = result.findings.map((found) => found.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });

  test('after edits finds what a fresh engine finds', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 2, maxLength: 4 }), (states) => {
        const engine = createEngine();
        for (const state of states) {
          expect(engine.run(state, ALL_ON)).toEqual(createEngine().run(state, ALL_ON));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('in slices finds the same, and says how far it is', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (sample) => {
        const steps: number[] = [];
        const sliced = await createEngine().runSliced(sample, ALL_ON, {
          sliceLength: 10,
          onProgress: (done, total) => steps.push(total === 0 ? 1 : done / total),
        });
        expect(sliced).toEqual(createEngine().run(sample, ALL_ON));
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        expect(steps.at(-1)).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  test('fix all leaves no safe fix that it could have made, and changes no quotation', () => {
    fc.assert(
      fc.property(story, (sample) => {
        let article = sample.article;
        for (let round = 0; round < 6; round += 1) {
          const edits = safeFixes(checkStory({ ...sample, article }, ALL_ON));
          if (edits.length === 0) break;
          const kept = new Map(readArticle(applyEdits(article, edits)).map((b) => [b.id, b.text]));
          for (const block of readArticle(article)) {
            const after = kept.get(block.id);
            if (after !== undefined) expect(quoted(after)).toEqual(quoted(block.text));
          }
          article = applyEdits(article, edits);
        }
        expect(safeFixes(checkStory({ ...sample, article }, ALL_ON))).toEqual([]);
        const once = fixAllSafe(sample, (one) => checkStory(one, ALL_ON));
        expect(fixAllSafe(once.story, (one) => checkStory(one, ALL_ON)).edits).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

test('a link that leads elsewhere is looked at again, though the words are the same', () => {
  const [sample] = fc.sample(story, { numRuns: 1, seed: 7 });
  if (!sample) throw new Error('No sample');
  const linked = (link: string): Story => ({
    ...sample,
    article: { blocks: [textBlock('b0', 'paragraph', [{ text: 'The report', link }])] },
  });
  const engine = createEngine();
  const checks = (link: string) =>
    engine.run(linked(link), ALL_ON).findings.map((found) => found.check);
  expect(checks('https://example.org/r')).not.toContain('link-scheme');
  expect(checks('htp://example.org/r')).toContain('link-scheme');
  expect(checks('https://example.org/r')).not.toContain('link-scheme');
});

test('marks that would read otherwise when turned are no safe fix', () => {
  const [sample] = fc.sample(story, { numRuns: 1, seed: 7 });
  if (!sample) throw new Error('No sample');
  const blocks = [textBlock('b0', 'headline', 'naïve"Go," she said, "and don\'t look back."')];
  const findings = checkStory({ ...sample, article: { blocks } }, ALL_ON).filter(
    (found) => found.check === 'hed-quotes',
  );
  expect(findings.map((found) => found.fixes.map((fix) => fix.safe))).toEqual([[false], [true]]);
});

/** What stands inside quotation marks, with quote glyphs made equal. */
function quoted(text: string): readonly string[] {
  const block = { id: 'b', kind: 'paragraph', text, figure: null } as const;
  const { quotes } = analyse(block);
  return insideRanges(quotes).map(({ start, end }) =>
    text.slice(start, end).replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'"),
  );
}

const marker: BlockCheck = {
  id: 'marker',
  title: 'Marker',
  section: 'Test',
  severity: 'warning',
  scope: 'block',
  kinds: 'all',
  why: 'A test.',
  source: 'Test',
  examples: { flags: [], passes: [] },
  run: (block) =>
    [...block.text.matchAll(/mark/gu)].map((match) => ({
      block: block.id,
      start: match.index,
      end: match.index + 4,
      message: 'A mark.',
      fact: 'mark',
      fixes: [
        {
          title: 'word',
          edits: [
            {
              op: 'replace' as const,
              block: block.id,
              start: match.index,
              end: match.index + 4,
              text: 'word',
            },
          ],
          safe: true,
        },
      ],
    })),
};

const of = (...texts: string[]) =>
  newStory({
    id: 's',
    slug: 's',
    article: { blocks: texts.map((t, index) => textBlock(`b${index + 1}`, 'paragraph', t)) },
  });

describe('switches, guard and trouble', () => {
  test('a book switches checks off and changes severities', () => {
    const off = { ...PLAIN_BOOK, checks: { marker: 'off' as const } };
    const error = { ...PLAIN_BOOK, checks: { marker: 'error' as const } };
    expect(checkStory(of('a mark'), off, [marker])).toEqual([]);
    expect(checkStory(of('a mark'), error, [marker])[0]?.severity).toBe('error');
    const shipsOff: Check = { ...marker, off: true };
    expect(checkStory(of('a mark'), PLAIN_BOOK, [shipsOff])).toEqual([]);
    expect(checkStory(of('a mark'), error, [shipsOff])).toHaveLength(1);
  });

  test('a new book is taken up although the story is the same', () => {
    const engine = createEngine([marker]);
    const sample = of('a mark');
    expect(engine.run(sample, PLAIN_BOOK).findings[0]?.severity).toBe('warning');
    const error = { ...PLAIN_BOOK, checks: { marker: 'error' as const } };
    expect(engine.run(sample, error).findings[0]?.severity).toBe('error');
  });

  test('a fix inside a quotation is never safe, outside it is', () => {
    const safe = (t: string) =>
      checkStory(of(t), PLAIN_BOOK, [marker]).map((found) => found.fixes[0]?.safe);
    expect(safe('a mark, “a mark” and ‘a mark’ and "mark"')).toEqual([true, false, false, false]);
    expect(safe('He said: „Ein mark“, « un mark » and the boys’ mark')).toEqual([
      false,
      false,
      true,
    ]);
    expect(safe('“It goes on, mark')).toEqual([false]);
  });

  test('a check that throws is reported and the others still run', () => {
    const broken: Check = {
      ...marker,
      id: 'broken',
      run: () => {
        throw new Error('no good');
      },
    };
    const result = createEngine([broken, marker]).run(of('a mark'), PLAIN_BOOK);
    expect(result.troubles).toEqual([{ check: 'broken', block: 'b1', message: 'no good' }]);
    expect(result.findings).toHaveLength(1);
  });

  test('a place outside the block is trouble, not a finding', () => {
    const wild: Check = {
      ...marker,
      run: (block: ReadBlock) => [{ block: block.id, start: 0, end: 99, message: 'x', fact: 'x' }],
    };
    const result = createEngine([wild]).run(of('a mark'), PLAIN_BOOK);
    expect(result.findings).toEqual([]);
    expect(result.troubles).toHaveLength(1);
  });
});

describe('dismissals', () => {
  const at = '2026-05-04T10:00:00Z';

  test('once: this place only, even where the same words stand in the same context', () => {
    const sample = of('a mark here', 'a mark here', 'another mark there');
    const [, second] = checkStory(sample, PLAIN_BOOK, [marker]);
    if (!second) throw new Error('No finding');
    const dismissals = [dismissalFor(second, 'once', 'Jo', at)];
    const result = createEngine([marker]).run({ ...sample, dismissals }, PLAIN_BOOK);
    expect(result.findings.map((found) => found.block)).toEqual(['b1', 'b3']);
    expect(result.dismissed.map((found) => found.block)).toEqual(['b2']);
  });

  test('once survives a change of quotes, case and spaces around it', () => {
    const [found] = checkStory(of('He said "a  mark here"'), PLAIN_BOOK, [marker]);
    if (!found) throw new Error('No finding');
    const dismissals = [dismissalFor(found, 'once', 'Jo', at)];
    const sample = { ...of('New words first. He said “A mark here”'), dismissals };
    expect(checkStory(sample, PLAIN_BOOK, [marker])).toEqual([]);
  });

  test('story: the same words everywhere, but no other check', () => {
    const sample = of('a mark here', 'another mark there');
    const [first] = checkStory(sample, PLAIN_BOOK, [marker]);
    if (!first) throw new Error('No finding');
    const dismissals = [dismissalFor(first, 'story', 'Jo', at)];
    expect(dismissals[0]).toEqual({
      key: 'marker|mark',
      scope: 'story',
      check: 'marker',
      actual: 'mark',
      message: 'A mark.',
      by: 'Jo',
      at,
    });
    const other: Check = { ...marker, id: 'other' };
    const result = createEngine([marker, other]).run({ ...sample, dismissals }, PLAIN_BOOK);
    expect(result.findings.map((found) => found.check)).toEqual(['other', 'other']);
    expect(result.dismissed).toHaveLength(2);
  });
});
