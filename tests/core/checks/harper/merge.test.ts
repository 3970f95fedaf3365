import { expect, test } from 'vitest';
import { newStory, textBlock } from '#core/article/story';
import { readForChecks } from '#core/checks/engine';
import { withHarper } from '#core/checks/harper/merge';
import type { Finding } from '#core/checks/types';

const TEXT = 'They recieve the the web site by the pier on a day that never came.';
const INPUT = readForChecks(
  newStory({
    id: 's',
    slug: 's',
    article: { blocks: [textBlock('b1', 'headline', 'Pier'), textBlock('b2', 'paragraph', TEXT)] },
  }),
);

function finding(check: string, words: string, text = TEXT, block = 'b2'): Finding {
  const start = text.indexOf(words);
  return {
    key: `${check}|${words}`,
    block,
    start,
    end: start + words.length,
    message: 'm',
    fact: 'f',
    check,
    severity: 'warning',
    kind: 'paragraph',
    actual: words,
    why: '',
    fixes: [],
    related: [],
  };
}

const found = (findings: readonly Finding[], dismissed: readonly Finding[] = []) => ({
  findings,
  dismissed,
});
const ids = (list: readonly Finding[]) => list.map(({ check, actual }) => `${check} ${actual}`);

test('both come in reading order', () => {
  const merged = withHarper(
    found([finding('house-spelling', 'web site'), finding('hed-length', 'Pier', 'Pier', 'b1')]),
    found([finding('typo', 'the the'), finding('spelling', 'recieve')]),
    INPUT,
  );
  expect(ids(merged.findings)).toEqual([
    'hed-length Pier',
    'spelling recieve',
    'typo the the',
    'house-spelling web site',
  ]);
});

test('where both speak of the same words ours stands alone, also when it is dismissed', () => {
  const harper = found([finding('confused-word', 'web site')], [finding('grammar', 'web site')]);
  const own = finding('house-spelling', 'web site');
  expect(ids(withHarper(found([own]), harper, INPUT).findings)).toEqual([
    'house-spelling web site',
  ]);
  const dismissed = withHarper(found([], [own]), harper, INPUT);
  expect(dismissed.findings).toEqual([]);
  expect(ids(dismissed.dismissed)).toEqual(['house-spelling web site']);
});

test('ours about a whole paragraph says nothing of its words', () => {
  const merged = withHarper(
    found([finding('near-dup-paragraph', TEXT)]),
    found([finding('spelling', 'recieve')]),
    INPUT,
  );
  expect(merged.findings).toHaveLength(2);
});

test('findings that dismissals silence stay parted', () => {
  const merged = withHarper(found([]), found([], [finding('spelling', 'recieve')]), INPUT);
  expect(merged.findings).toEqual([]);
  expect(ids(merged.dismissed)).toEqual(['spelling recieve']);
});
