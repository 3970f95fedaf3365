import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportReport, Repair } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { newStory, textBlock } from '#core/article/story';
import { insertLoose, lineWords, undoRepair } from '../../../renderer/state/repairs';

const copy = textBlock('c', 'paragraph', 'A copy of the lede.');
const repair: Repair = {
  id: 'r1',
  check: 'dup-paragraph',
  lines: [3],
  message: 'Left out a copy.',
  text: 'A copy of the lede.',
  undo: [{ op: 'insert-block', after: 'b1', block: copy }],
  undone: false,
};
const loose = { lines: [9], text: 'First loose line\n\nSecond loose line' };
const report: ImportReport = {
  format: 'scrape',
  source: 'page.txt',
  lineCount: 12,
  repairs: [repair],
  loose: [loose],
  losses: [],
  questions: [],
};
const story = newStory({
  id: 's',
  slug: 's',
  article: { blocks: [textBlock('b1', 'paragraph', 'The lede.'), textBlock('l2', 'bio', 'Jo.')] },
  importReport: report,
});
const texts = (given: typeof story) => readArticle(given.article).map((block) => block.text);

describe('repairs', () => {
  it('takes a repair back and marks it', () => {
    const undone = undoRepair(story, repair);
    if (!undone.ok) throw new Error(undone.message);
    expect(texts(undone.value)).toEqual(['The lede.', 'A copy of the lede.', 'Jo.']);
    expect(undone.value.importReport?.repairs[0]?.undone).toBe(true);
    expect(story.importReport?.repairs[0]?.undone).toBe(false);
  });

  it('says what to do when the place is gone', () => {
    const without = { ...story, article: { blocks: [] } };
    const undone = undoRepair(without, repair);
    expect(undone).toMatchObject({ ok: false, code: 'bad-input' });
    expect(undone.ok ? '' : undone.message).toMatch(/Copy the text/u);
  });

  it('inserts loose text as paragraphs with free ids and takes it off the list', () => {
    const next = insertLoose(story, loose);
    expect(texts(next)).toEqual(['The lede.', 'Jo.', 'First loose line', 'Second loose line']);
    const ids = next.article.blocks.map((block) => block.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(next.importReport?.loose).toEqual([]);
  });

  it('never loses a character of loose text but white space', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const one = { lines: [1], text };
        const given = { ...story, importReport: { ...report, loose: [one] } };
        const added = texts(insertLoose(given, one)).slice(2).join('');
        expect(added.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });

  it('writes line numbers as runs', () => {
    expect(lineWords([3])).toBe('line 3');
    expect(lineWords([6, 5, 9, 5])).toBe('lines 5–6, 9');
    expect(lineWords([])).toBe('');
  });
});
