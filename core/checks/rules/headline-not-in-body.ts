import { namesOf } from '../names';
import type { NumberMention } from '../numbers';
import { perBlock } from '../per-block';
import type { CheckStory, Draft, StoryCheck } from '../types';

const HEADS = new Set(['headline', 'dek']);
const BODY = new Set(['paragraph', 'list-item', 'crosshead', 'quotation', 'pullquote']);
/** Too little text to tell what is missing. */
const LEAST_WORDS = 60;
/** "7 ways to …" counts the story's own items. */
const ITEMS =
  /^[ \u00a0-](?:\p{L}+[ \u00a0]){0,3}(?:ways?|things?|tips?|reasons?|lessons?|questions?|steps?|takeaways?|facts?|rules?|myths?|ideas?|books?|films?|movies?|charts?|photos?|pictures?|minutes?|keys?|secrets?|trends?|tools?|apps?|examples?|mistakes?|signs?|moments?|stories|principles|practices|strategies|benefits|resources|activities)(?!\p{L})/iu;

export const headlineNotInBody: StoryCheck = {
  id: 'headline-not-in-body',
  title: 'Headline says what the story does not',
  section: 'Names, titles, attribution',
  severity: 'warning',
  scope: 'story',
  why: 'A name or number in a headline comes from the story. One that the text never gives is often a slip.',
  source: 'Galley',
  examples: {
    flags: [
      { text: `headline: Fire at pier kills [[12]]\n${body('The fire killed 11 people')}` },
      { text: `headline: [[Ana Reis]] opens pier\n${body('Dana Oyelaran opened the pier')}` },
      {
        text: `headline: Pier opens\ndek: It cost [[$12 million]]\n${body('The pier cost $21 million')}`,
      },
    ],
    passes: [
      { text: `headline: Fire at pier kills 12\n${body('The fire killed twelve people')}` },
      { text: `headline: Pier to cost 5 million\n${body('The pier costs 4.94 million')}` },
      { text: `headline: 7 ways to build a pier\n${body('The pier was built')}` },
      { text: `headline: Ana Reis opens pier\n${body('Mayor A. Reis opened the pier')}` },
      { text: `headline: Bill Brandvold opens pier\n${body('William Brandvold opened it')}` },
      { text: `headline: Fire kills 12\n${body('The fire killed 7 men and 5 women')}` },
      { text: 'headline: Fire at pier kills 12\nThe pier is shut.' },
    ],
  },
  run(story) {
    const heads = story.blocks.filter(
      (block) => HEADS.has(block.kind) && (/\d/u.test(block.text) || namesOf(block).length > 0),
    );
    if (heads.length === 0) return [];
    const blocks = story.blocks.filter((block) => BODY.has(block.kind));
    let words = 0;
    for (const block of blocks) words += wordCount(block);
    if (words < LEAST_WORDS) return [];
    const said = (word: string) => blocks.some((block) => block.text.includes(word));
    const drafts: Draft[] = [];
    for (const head of heads) {
      for (const { sure, given, surname, name, title, start, end } of namesOf(head)) {
        if (!sure || given.length === 0 || title !== '' || said(surname)) continue;
        // "The Ana Reis Pier Project": a person is two or three words.
        if (name.split(' ').length > 3 || said(given[0] ?? '')) continue;
        drafts.push({
          block: head.id,
          start,
          end,
          message: `The headline names ${name}; the text does not.`,
          fact: 'not in the text',
        });
      }
      drafts.push(...numbers(story, head.id));
    }
    return drafts;
  },
};

const wordCount = perBlock((block) => block.text.split(' ').length);

function numbers(story: CheckStory, id: string): readonly Draft[] {
  const head = story.block(id);
  if (!head) return [];
  const wanted = story
    .analysis(head)
    .numbers.filter((number) => speaks(number) && !isName(head.text, number));
  if (wanted.length === 0) return [];
  const values: NumberMention[] = [];
  for (const block of story.blocks) {
    if (!BODY.has(block.kind)) continue;
    values.push(...story.analysis(block).numbers);
  }
  return wanted
    .filter((number) => !given(number, values))
    .map(
      ({ start, end }): Draft => ({
        block: id,
        start,
        end,
        message: `The text does not give ${head.text.slice(start, end)}.`,
        fact: 'not in the text',
      }),
    );
}

function speaks({ kind, form, value, upTo }: NumberMention): boolean {
  if (form !== 'figures' || upTo !== null || value < 2) return false;
  return kind === 'count' || kind === 'percent' || kind === 'money' || kind === 'age';
}

/** Years, items of a list, and numbers that are part of a name: "Windows 10", "G20", "Route 66". */
function isName(text: string, { start, end, value, kind }: NumberMention): boolean {
  if (kind === 'money' || kind === 'percent') return false;
  if (value >= 1000 && value <= 2100 && end - start === 4) return true;
  if (ITEMS.test(text.slice(end)) || /^(?:[-‑/.:+]\p{L}?|\p{L})/u.test(text.slice(end)))
    return true;
  const before = text.slice(Math.max(0, start - 20), start);
  // After "kills", "hurts" a number counts; after a capitalised word or "#" it may name.
  return (
    /(?:[#/.:-]|\b(?:top|day|part|no\.|round|section|week|chapter|page|version)[ \u00a0])$/iu.test(
      before,
    ) || /(?:^|[ \u00a0])\p{Lu}[\p{L}\p{N}.-]*[ \u00a0]$/u.test(before)
  );
}

/** Within rounding of a number of the text of its kind, or the sum of two neighbouring counts. */
function given({ value, slack, kind }: NumberMention, said: readonly NumberMention[]): boolean {
  // A round number may stand for one near it; 47 is not said for 46.
  const reach = Math.max(slack, value >= 20 && value % 10 === 0 ? value * 0.05 : 0);
  const near = (one: number) => Math.abs(one - value) <= reach;
  return said.some((one, at) => {
    if (!sameKind(kind, one.kind)) return false;
    if (near(one.value) || (one.upTo !== null && near(one.upTo))) return true;
    const next = said[at + 1];
    return one.kind === 'count' && next?.kind === 'count' && near(one.value + next.value);
  });
}

/** A sum of money is no percentage; a plain number may be any of them, as its unit can stand elsewhere. */
function sameKind(a: NumberMention['kind'], b: NumberMention['kind']): boolean {
  const plain = (kind: NumberMention['kind']) => kind !== 'money' && kind !== 'percent';
  return a === b || plain(b) || (plain(a) && b === 'money');
}

/** Sixty words and more of a story that begins so. */
function body(first: string): string {
  return `${first} in Esbjerg on Monday, police said. ${'The town has waited for word from the council, which meets again next week to hear what went wrong. '.repeat(3)}Nobody knows more so far.`;
}
