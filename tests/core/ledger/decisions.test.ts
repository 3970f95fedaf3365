import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision, DecisionKind, Story } from '#core/article/model';
import { parseStory, serialiseStory } from '#core/article/schema';
import { newStory, textBlock } from '#core/article/story';
import { checkStory } from '#core/checks/engine';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { decide, decisionFor, takeBack } from '#core/ledger/decisions';

const AT = '2026-01-05T10:00:00Z';
const made = (kind: DecisionKind, ...words: string[]): Decision =>
  decisionFor(kind, words, 'Jo Lee', AT);

const NAMES = ['Ana Reis', 'Anna Reis', 'Ana Brandvold', 'Ana Brandwold', 'Sergei Lavrov', 'Reis'];
const sentence = fc
  .tuple(fc.constantFrom(...NAMES, 'Brandwold', 'Brandvold'), fc.constantFrom('spoke', 'left'))
  .map(([name, verb]) => `Then ${name} ${verb} early.`);
const stories = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((paragraphs): Story => {
    const blocks = paragraphs.map((lines, at) => textBlock(`b${at}`, 'paragraph', lines.join(' ')));
    return newStory({ id: 's', slug: 's', article: { blocks } });
  });
const pair = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 });
const decisions = fc.oneof(
  fc.tuple(fc.constantFrom('same' as const, 'apart' as const), pair),
  fc.tuple(
    fc.constant('spelling' as const),
    fc.constantFrom(...NAMES).map((name) => [name]),
  ),
);
const findings = (story: Story) => checkStory(story, PLAIN_BOOK);

describe('decisions', () => {
  test('joining two names says the same in either order', () => {
    fc.assert(
      fc.property(stories, pair, (story, [a = '', b = '']) => {
        const one = findings(decide(story, made('same', a, b)));
        expect(findings(decide(story, made('same', b, a)))).toEqual(one);
      }),
    );
  });

  test('taken back, a decision leaves exactly the findings there were', () => {
    fc.assert(
      fc.property(stories, decisions, (story, [kind, words]) => {
        const before = findings(story);
        const decision = made(kind, ...words);
        const after = takeBack(decide(story, decision), decision);
        expect(after.decisions).toEqual([]);
        expect(findings(after)).toEqual(before);
      }),
    );
  });

  test('the same decisions give the same findings again', () => {
    fc.assert(
      fc.property(stories, fc.array(decisions, { maxLength: 4 }), (story, list) => {
        const build = () =>
          list.reduce((one, [kind, words]) => decide(one, made(kind, ...words)), story);
        expect(findings(build())).toEqual(findings(structuredClone(build())));
      }),
    );
  });

  test('a pair is one or two, never both; another right spelling takes the place of the first', () => {
    const story = newStory({ id: 's', slug: 's' });
    const apart = decide(decide(story, made('same', 'A B', 'C D')), made('apart', 'C D', 'A B'));
    expect(apart.decisions).toEqual([made('apart', 'C D', 'A B')]);
    const first = decide(story, made('spelling', 'Ana Reis'));
    const second = decide(first, made('spelling', 'Anna Reis'), ['Ana Reis', 'Anna Reis']);
    expect(second.decisions).toEqual([made('spelling', 'Anna Reis')]);
    const other = decide(second, made('spelling', 'Jo Lund'), ['Jo Lund']);
    expect(other.decisions).toHaveLength(2);
  });

  test('are part of the story’s file; one of a kind we do not know is refused with its place', () => {
    const story = decide(newStory({ id: 's', slug: 's' }), made('same', 'Ana Reis', 'Anna Reis'));
    const text = serialiseStory(story);
    expect(parseStory(text, 'story.json')).toEqual({ ok: true, value: story });
    const wrong = parseStory(text.replace('"same"', '"maybe"'), 'story.json');
    expect(wrong).toMatchObject({ ok: false, code: 'bad-input' });
    expect(wrong.ok ? '' : wrong.message).toContain('decisions.0.kind');
  });
});
