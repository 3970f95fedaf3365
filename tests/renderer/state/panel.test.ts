import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '#core/article/reading';
import { newStory, textBlock } from '#core/article/story';
import { storyKey } from '#core/checks/dismissals';
import { checkStory } from '#core/checks/engine';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import { NO_CHECK } from '../../../renderer/state/app-state';
import {
  arrange,
  candidates,
  filterWords,
  foldAlike,
  NO_FILTER,
  newSince,
  shownFindings,
  stillThere,
} from '../../../renderer/state/panel';

const story = (text: string, imported?: string) => {
  const make = (words: string) =>
    newStory({
      id: 's',
      slug: 's',
      article: {
        blocks: words.split('\n').map((line, at) => textBlock(`b${at}`, 'paragraph', line)),
      },
    });
  const now = make(text);
  return imported === undefined
    ? now
    : { ...now, imported: { at: '', blocks: readArticle(make(imported).article) } };
};
const check = (given: ReturnType<typeof story>) => checkStory(given, PLAIN_BOOK);
const state = (given: ReturnType<typeof story>) => ({
  check: { ...NO_CHECK, findings: check(given) },
  lights: new Set(['error', 'warning', 'suggestion'] as const),
  filter: NO_FILTER,
  seen: { opened: null, mark: null },
  story: given,
  book: PLAIN_BOOK,
});

const RISES = 'Fares rose 5 percent at the pier. Rents rose 5 percent too.\nTolls rose 7 percent.';

describe('the findings panel', () => {
  it('folds what is identical and nothing else, and loses none', () => {
    const findings = check(story(RISES)).filter((one) => one.check === 'percent-style');
    expect(findings).toHaveLength(3);
    const folds = foldAlike(findings);
    expect(folds.map((fold) => fold.findings.map((one) => one.actual))).toEqual([
      ['5 percent', '5 percent'],
      ['7 percent'],
    ]);
    expect(arrange(findings, 'reading')[0]?.folds).toEqual(folds);
    expect(arrange(findings, 'check')[0]).toMatchObject({ check: 'percent-style', count: 3 });
  });

  it('keeps findings without words apart', () => {
    const base = check(story(RISES))[0] as Finding;
    const two = ['a', 'b'].map((key) => ({ ...base, actual: '', key }));
    expect(foldAlike(two)).toHaveLength(2);
  });

  it('says what is new since the import, though a neighbouring word changed', () => {
    const now = story(
      'Old fares rose 5 percent near the pier.\nTolls rose 9 percent.',
      'Fares rose 5 percent at the pier.\nTolls rose 9%.',
    );
    const shown = candidates({ ...state(now), filter: { ...NO_FILTER, since: 'import' } });
    expect(shown.map((one) => one.actual)).toEqual(['9 percent']);
  });

  it('shows everything when nothing is known of the time before', () => {
    const now = state(story(RISES));
    for (const since of ['import', 'opened', 'mark'] as const) {
      expect(candidates({ ...now, filter: { ...NO_FILTER, since } })).toBe(now.check.findings);
    }
  });

  it('has no new finding against itself, and never more than came', () => {
    const all = check(story(RISES));
    const some = fc.subarray([...all]);
    fc.assert(
      fc.property(some, some, (before, after) => {
        expect(newSince(after, after)).toEqual([]);
        const fresh = newSince(after, before);
        expect(fresh.length).toBeGreaterThanOrEqual(after.length - before.length);
        expect(after).toEqual(expect.arrayContaining([...fresh]));
        const count = (list: readonly Finding[], key: string) =>
          list.filter((one) => storyKey(one) === key).length;
        for (const key of new Set(after.map(storyKey))) {
          expect(count(fresh, key)).toBeLessThanOrEqual(count(after, key));
        }
      }),
    );
  });

  it('narrows by the section of the check and the kind of block', () => {
    const now = state(story(RISES));
    const numbers = new Set(['Numbers, dates, money']);
    const shown = shownFindings({ ...now, filter: { ...NO_FILTER, sections: numbers } });
    expect(shown.map((one) => one.check)).toContain('percent-style');
    expect(
      shownFindings({ ...now, filter: { ...NO_FILTER, sections: new Set(['Credits']) } }),
    ).toEqual([]);
    expect(
      shownFindings({ ...now, filter: { ...NO_FILTER, kinds: new Set(['caption']) } }),
    ).toEqual([]);
    expect(filterWords({ sections: numbers, kinds: new Set(['caption']), since: 'opened' })).toBe(
      'New since opened, Numbers, dates, money, Captions',
    );
  });

  it('finds the open finding again when the words beside it changed', () => {
    const before = check(story(RISES));
    const after = check(story(RISES.replace('Rents rose', 'All rents grew')));
    const second = before.filter((one) => one.actual === '5 percent')[1];
    const again = stillThere(after, second);
    expect(again?.actual).toBe('5 percent');
    expect(again?.start).toBeGreaterThan(second?.start ?? 0);
    expect(stillThere(after, undefined)).toBeUndefined();
  });
});
