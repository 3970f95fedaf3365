import { expect, it } from 'vitest';
import { newStory, textBlock } from '#core/article/story';
import { dismissalFor } from '#core/checks/dismissals';
import { checkStory, createEngine } from '#core/checks/engine';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { dismissalsHere } from '../../../renderer/state/dismissals-here';

it('lists the story’s own dismissals and those of every story that silence something here', () => {
  const text = 'It cost TK million, or TK in all.';
  const story = newStory({
    id: 's',
    slug: 's',
    article: { blocks: [textBlock('b1', 'paragraph', text)] },
  });
  const book = { ...PLAIN_BOOK, checks: { 'missing-element': 'off' as const } };
  const findings = checkStory(story, book);
  expect(findings.map(({ check }) => check)).toEqual(['placeholder', 'placeholder']);
  const [first] = findings;
  if (!first) throw new Error('nothing was found');
  const once = dismissalFor(first, 'once', 'jo', '2026-11-27T08:00:00.000Z');
  const always = dismissalFor(first, 'always', 'jo', '2026-11-27T08:00:00.000Z');
  const other = { ...always, key: 'placeholder|xxx' };

  const one = createEngine().run({ ...story, dismissals: [once] }, book);
  expect(one.findings).toHaveLength(1);
  expect(dismissalsHere([once], [other], one.dismissed)).toEqual([{ dismissal: once, places: 1 }]);

  const all = createEngine().run({ ...story, dismissals: [always] }, book);
  expect(all.findings).toHaveLength(0);
  expect(dismissalsHere([], [always, other], all.dismissed)).toEqual([
    { dismissal: always, places: 2 },
  ]);
});
