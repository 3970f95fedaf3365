import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '#core/article/edit';
import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { newStory, textBlock } from '#core/article/story';
import { dismissalFor } from '#core/checks/dismissals';
import { checkStory } from '#core/checks/engine';
import { fixAllSafe } from '#core/checks/fix-all';
import { quotationChanges } from '#core/checks/quotation-changes';
import { CHECKS } from '#core/checks/rules/index';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';

const ALL_ON: StyleBook = {
  ...PLAIN_BOOK,
  checks: Object.fromEntries(CHECKS.map((check) => [check.id, check.severity])),
};
const AT = '2026-11-27T08:00:00.000Z';

/** A story whose words came in as they stand. */
function cameIn(...texts: readonly string[]): Story {
  const blocks = texts.map((text, index) => textBlock(`b${index}`, 'paragraph', text));
  const story = newStory({ id: 's', slug: 's', article: { blocks } });
  return { ...story, imported: { at: AT, blocks: readArticle(story.article) } };
}

function rewrite(story: Story, ...texts: readonly string[]): Story {
  return { ...story, article: cameIn(...texts).article };
}

const found = (story: Story) =>
  checkStory(story, ALL_ON).filter((one) => one.check === 'quotation-changed');

const WORDS =
  'pier bridge we never saw it coming at all in this town said mayor council storm'.split(' ');
const word = fc.constantFrom(...WORDS);
const saying = fc.array(word, { minLength: 4, maxLength: 14 }).map((words) => words.join(' '));
const paragraph = fc
  .record({ lead: saying, quoted: saying, straight: fc.boolean(), tail: saying })
  .map(({ lead, quoted, straight, tail }) =>
    straight ? `He ${lead}, "${quoted}," ${tail}.` : `He ${lead}, “${quoted},” ${tail}.`,
  );
const copy = fc.array(paragraph, { minLength: 1, maxLength: 6 });

describe('changes inside quotations', () => {
  test('none in copy as it came in, cut, copied, put in another order, or fixed by every safe fix', () => {
    fc.assert(
      fc.property(copy, fc.nat(), (texts, cut) => {
        const story = cameIn(...texts);
        expect(found(story)).toEqual([]);
        const [first] = story.article.blocks;
        const copied = first ? [{ ...first, id: 'copy' }] : [];
        const blocks = [
          ...story.article.blocks.toReversed().toSpliced(cut % texts.length, 1),
          ...copied,
        ];
        expect(found({ ...story, article: { blocks } })).toEqual([]);
        const fixed = fixAllSafe(story, (one) => checkStory(one, ALL_ON)).story;
        expect(found(fixed)).toEqual([]);
      }),
    );
  });

  test('any word changed, put in or taken out is found, and its fix brings back what was said', () => {
    fc.assert(
      fc.property(
        copy,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(0, 1, 2),
        (texts, which, where, how) => {
          const story = cameIn(...texts);
          const at = which % texts.length;
          const text = texts[at] ?? '';
          const [all = '', open = '', said = '', close = ''] =
            /(["“])(.*?)([,]["”])/u.exec(text) ?? [];
          const words = said.split(' ');
          const place = where % words.length;
          const changed = [
            words.with(place, 'harbour'),
            words.toSpliced(place, 0, 'harbour'),
            words.toSpliced(place, 1),
          ][how];
          const now = text.replace(all, `${open}${changed?.join(' ')}${close}`);
          fc.pre(!texts.some((one) => one.includes(`${changed?.join(' ')},`)));
          const after = rewrite(story, ...texts.with(at, now));
          const findings = found(after);
          expect(findings).toHaveLength(1);
          const [fix] = findings[0]?.fixes ?? [];
          if (!fix) throw new Error('There is no way back');
          expect(fix.safe).toBe(false);
          const back = { ...after, article: applyEdits(after.article, fix.edits) };
          expect(found(back)).toEqual([]);
          expect(readArticle(back.article)[at]?.text).toBe(text);
        },
      ),
    );
  });

  test('a signature holds until the words change again', () => {
    const story = cameIn('He said, “We never saw it coming, none of us.”');
    const once = rewrite(story, 'He said, “We never saw it, none of us.”');
    const [first] = found(once);
    if (!first) throw new Error('Nothing was found');
    const signed = { ...once, dismissals: [dismissalFor(first, 'once', 'jo', AT)] };
    expect(found(signed)).toEqual([]);
    const again = { ...rewrite(signed, 'He said, “We never saw it, not one.”') };
    expect(found(again)).toHaveLength(1);
  });

  test('a quotation split by its attribution and joined again keeps every word', () => {
    const whole = '“We never saw it coming. Nobody told us,” the mayor said.';
    const split = '“We never saw it coming,” the mayor said. “Nobody told us.”';
    expect(found(rewrite(cameIn(whole), split))).toEqual([]);
    expect(found(rewrite(cameIn(split), whole))).toEqual([]);
    const lost = '“We never saw it,” the mayor said. “Nobody told us.”';
    expect(found(rewrite(cameIn(whole), lost)).length).toBeGreaterThan(0);
  });

  test('finds the quotation it was when its paragraph moved and was split', () => {
    const story = cameIn('One.', 'Two. “We never saw it coming at all,” he said.', 'Three.');
    const moved = rewrite(
      story,
      'Three.',
      'Two.',
      'One.',
      '“We hardly saw it coming at all,” he said.',
    );
    const changes = quotationChanges(story.imported?.blocks ?? [], readArticle(moved.article));
    expect(changes.map(({ now, before }) => [now.text, before?.text])).toEqual([
      ['We hardly saw it coming at all,', 'We never saw it coming at all,'],
    ]);
  });
});
