import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storySchema } from '#core/article/schema';
import { applyPatches } from '#core/article/story';
import { importFile } from '#core/formats/index';
import type { Imported } from '#core/formats/types';
import { letters, lostLines, storyLetters } from './kept';

const folder = new URL('../../../fixtures/scrapes/', import.meta.url).pathname;
const sample = new URL('../../../../assets/samples/harbour-talks.txt', import.meta.url).pathname;
const sources = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
  sample,
].map((path) => readFileSync(path, 'utf8'));

function read(text: string): Imported {
  const result = importFile({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const pool = sources.flatMap((source) => source.split('\n'));
const shuffled = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pool) },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    {
      maxLength: 60,
    },
  )
  .map((lines) => lines.join('\n'));
const rotated = fc
  .tuple(fc.constantFrom(...sources), fc.nat(), fc.nat())
  .map(([source, at, to]) => {
    const lines = source.split('\n');
    const moved = lines.splice(at % lines.length, 1 + (to % 9));
    lines.splice(to % (lines.length + 1), 0, ...moved);
    return lines.join('\n');
  });
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 12 })
    .map((lines) => lines.join('\n')),
);

describe('a plain text scrape', () => {
  test.each(sources.map((source) => [source.slice(0, 30), source]))(
    '%s: no line is lost',
    (_, source) => {
      expect(lostLines(source, read(source))).toEqual([]);
    },
  );

  test('no line is lost, whatever the order of the lines', () => {
    fc.assert(
      fc.property(fc.oneof(shuffled, rotated), (text) => {
        expect(lostLines(text, read(text))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('any text is read the same way twice, into a story that can be stored', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = new TextEncoder().encode(text);
        const once = importFile({ name: 'a.txt', bytes });
        expect(importFile({ name: 'a.txt', bytes })).toEqual(once);
        if (!once.ok) {
          expect(once.code).toBe('bad-input');
          return;
        }
        expect(storySchema.safeParse(once.value.story).success).toBe(true);
        const decoded = new TextDecoder().decode(bytes);
        expect(lostLines(decoded, once.value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('every repair can be undone: its text comes back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...sources), rotated, shuffled), (text) => {
        const { story, report } = read(text);
        for (const repair of report.repairs) {
          const undone = applyPatches(story, repair.undo);
          const back = storyLetters(undone);
          for (const line of repair.text.split('\n')) expect(back).toContain(letters(line));
          expect(undone).not.toEqual(story);
          expect(storySchema.safeParse(undone).success).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('block ids are unique, also after every repair was undone', () => {
    for (const source of sources) {
      const { story, report } = read(source);
      const ids = [
        ...story.article.blocks.map((block) => block.id),
        ...report.repairs.flatMap((repair) =>
          repair.undo.flatMap((patch) => (patch.op === 'insert-block' ? [patch.block.id] : [])),
        ),
      ];
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('two megabytes of any shape are read', () => {
    const paragraph = `${'The river rose again that night and nobody had moved the boats. '.repeat(4)}\n\n`;
    const shapes = [
      paragraph.repeat(8_000),
      'a'.repeat(2_000_000),
      'word '.repeat(400_000),
      'Short line\n'.repeat(180_000),
      Array.from(
        { length: 30_000 },
        (_, at) => `Paragraph ${at} of many that end too soon and are cut off here ...`,
      ).join('\n\n'),
      'More from here\n\nA title\n\n'.repeat(60_000),
      '|'.repeat(500_000),
      '(((('.repeat(200_000),
      'Jane Doe | AFP\n'.repeat(6_000),
      Array.from({ length: 2_000 }, (_, at) => `Photo: Jane Doe ${at}/AFP\n\nHome ${at}.jpg`).join(
        '\n\n',
      ),
      Array.from(
        { length: 2_000 },
        (_, at) => `Jane Doe speaks in Rome, May ${at} | JO ROE${at}/AFP`,
      ).join('\n'),
      'Jane Doe is a reporter at the Post in Rome.\n\n'.repeat(20_000),
    ];
    for (const shape of shapes) {
      const { report } = read(shape);
      expect(report.lineCount).toBe(shape.split('\n').length);
    }
  });
});
