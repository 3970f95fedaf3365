import type { Block } from '#core/article/model';
import { readArticle, readBlock } from '#core/article/reading';
import { textBlock } from '#core/article/story';
import { analyse } from '#core/checks/analysis';
import type { Fault, Faults } from './inject';
import { paragraphs, sentence, textOf, withBlocks } from './inject';
import type { Random } from './made';
import { between, group, groupStart, job, noun, one, person } from './made';

const OTHER: { readonly [glyph: string]: string } = { '“': '"', '”': '"', '’': "'", '‘': "'" };

/** One mark of the story turned into its straight counterpart, and the other way round. */
const mixed: Fault = (story, random) => {
  const marks = story.article.blocks.flatMap((block, index) =>
    block.kind === 'paragraph'
      ? [...textOf(block).matchAll(/[“”]|(?<=\p{L})’(?=\p{L})/gu)].map((match) => ({
          index,
          at: match.index,
        }))
      : [],
  );
  if (marks.length < 2) return null;
  const { index, at } = one(marks, random);
  const block = story.article.blocks[index] as Block;
  const text = textOf(block);
  const changed = text.slice(0, at) + (OTHER[text.charAt(at)] ?? '') + text.slice(at + 1);
  return {
    story: withBlocks(
      story,
      story.article.blocks.with(index, textBlock(block.id, 'paragraph', changed)),
    ),
    // Whichever kind is the rarer is reported, at its first place.
    at: story.article.blocks.map(({ id }) => id),
  };
};

const SPEECH =
  'We have waited for this for years|Nobody told us what would happen|I will not go back there|The money ran out in spring|It was the best day of my life|They should have asked us first|That is not what we agreed'.split(
    '|',
  );

/** A quotation and who speaks, with double marks of one family. */
function spoken(random: Random, open = '“', close = '”'): string {
  const [words, more] = [one(SPEECH, random), one(SPEECH, random)];
  const who = `the ${job(random)}`;
  return one(
    [
      `${open}${words},${close} ${who} said.`,
      `${open}${words},${close} said ${person(random).full}. ${open}${more}.${close}`,
      `It was ${open}a complete surprise,${close} ${who} said.`,
      `${person(random).full} called it ${open}the worst ${noun(random)} in the country.${close}`,
    ],
    random,
  );
}

/** A clean quotation loses one of its marks. */
const unbalanced: Fault = (story, random) => {
  // The copy's own quotations where it has some, made ones otherwise.
  const own = paragraphs(story).filter((index) => {
    const [read] = readBlock(story.article.blocks[index] as Block);
    if (!read || !/^[^“”"]*(?:“[^“”"]*”[^“”"]*)+$/u.test(read.text)) return false;
    return analyse(read).quotes.quotations.every(({ closed }) => closed);
  });
  if (own.length > 0 && random(3) > 0) {
    const index = one(own, random);
    const block = story.article.blocks[index] as Block;
    const text = textOf(block);
    const marks = [...text.matchAll(/[“”]/gu)].map((match) => match.index);
    const at = one(marks, random);
    const changed = text.slice(0, at) + text.slice(at + 1);
    return {
      story: withBlocks(
        story,
        story.article.blocks.with(index, textBlock(block.id, 'paragraph', changed)),
      ),
      at: [block.id],
    };
  }
  const straight = random(2) === 0;
  const [open, close] = straight ? ['"', '"'] : ['“', '”'];
  return sentence((dice) => {
    const text = spoken(dice, open, close);
    const marks = [...text.matchAll(/[“”"]/gu)].map((match) => match.index);
    const at = one(marks, dice);
    return text.slice(0, at) + text.slice(at + 1);
  })(story, random);
};

const stacked = (random: Random): string => {
  const [open, close] = random(2) === 0 ? ['“', '”'] : ['"', '"'];
  return one(
    [
      `The ${job(random)} called it ${open}${one(SPEECH, random).toLowerCase()}.${close} ${open}${one(SPEECH, random)},${close} she said.`,
      `${open}${one(SPEECH, random)}!${close} ${open}${one(SPEECH, random)},${close} ${person(random).full} said.`,
      `To the ${job(random)} it was ${open}a good ${noun(random)}.${close} ${open}${one(SPEECH, random)},${close} another added.`,
      `${groupStart(random)} spoke of ${open}a lost ${noun(random)}?${close} ${open}${one(SPEECH, random)},${close} they said.`,
    ],
    random,
  );
};

const outside = (random: Random): string => {
  const [open, close] = random(2) === 0 ? ['“', '”'] : ['"', '"'];
  return one(
    [
      `He called it ${open}a great ${noun(random)}${close}.`,
      `${open}${one(SPEECH, random)}${close}, the ${job(random)} said.`,
      `The so-called ${open}${noun(random)} tax${close}, which ${group(random)} pay, is rising.`,
      `${person(random).full} spoke of ${open}a lost ${noun(random)}${close}, and left.`,
    ],
    random,
  );
};

const ELLIPSES = [' ... ', '... ', ' … ', '… ', ' . . . '];

const ellipses: Fault = (story, random) =>
  sentence((dice) => {
    const first = one(ELLIPSES, dice);
    const rest = ELLIPSES.filter((form) => form.trim() !== first.trim());
    const second = one(rest, dice);
    return `The ${job(dice)} waited${first}and waited${second}and left.`;
  })(story, random);

const DASHES = [' — ', '—', ' – ', ' -- '];

const dashes: Fault = (story, random) =>
  sentence((dice) => {
    const first = one(DASHES, dice);
    const second = one(
      DASHES.filter((form) => form !== first),
      dice,
    );
    return `The ${noun(dice)}${first}a ruin${first}fell. The ${noun(dice)}${second}${between(2, 9, dice) > 5 ? 'a new one' : 'the old one'}${second}stood.`;
  })(story, random);

/** A word of a quotation becomes another one after the import. */
const changedSince: Fault = (story, random) => {
  const places = story.article.blocks.flatMap((block, index) => {
    const [read] = block.kind === 'paragraph' ? readBlock(block) : [];
    return read &&
      analyse(read).quotes.quotations.some(({ closed, start, end }) => closed && end - start > 25)
      ? [index]
      : [];
  });
  const own = places.length > 0 && random(3) > 0;
  const before = own ? story : sentence((dice) => spoken(dice))(story, random)?.story;
  if (!before) return null;
  const index = own
    ? one(places, random)
    : before.article.blocks.findIndex((block, at) => block !== story.article.blocks[at]);
  const block = before.article.blocks[index] as Block;
  const [read] = readBlock(block);
  const range =
    read &&
    analyse(read).quotes.quotations.find(({ closed, start, end }) => closed && end - start > 12);
  if (!read || !range) return null;
  const words = [...read.text.slice(range.start, range.end).matchAll(/(?<= )\p{Ll}{3,}(?= )/gu)];
  if (words.length === 0) return null;
  const word = one(words, random);
  const at = range.start + word.index;
  const other = one(['never', 'hardly', 'gladly', 'rarely', ''], random);
  const text = `${read.text.slice(0, at)}${other}${read.text.slice(at + word[0].length)}`.replace(
    '  ',
    ' ',
  );
  return {
    story: {
      ...withBlocks(
        before,
        before.article.blocks.with(index, textBlock(block.id, 'paragraph', text)),
      ),
      imported: { at: '2026-01-05T08:00:00Z', blocks: readArticle(before.article) },
    },
    at: [block.id],
  };
};

export const QUOTE_FAULTS: Faults = {
  'quote-mixed': mixed,
  'quote-unbalanced': unbalanced,
  'quote-stacked': sentence(stacked),
  'quotation-changed': changedSince,
  'quote-punct-order': sentence(outside, {
    language: 'en-US',
    options: { quotePunctuation: 'inside' },
  }),
  'ellipsis-style': ellipses,
  'dash-style': dashes,
};
