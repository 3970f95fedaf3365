import type { Block, Story, TextBlock, TextKind } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { textBlock } from '#core/article/story';
import { shortDate, weekdayName, weekdayOf } from '#core/checks/dates';

/** A seeded source of numbers: the same faults in every run. */
export type Random = (limit: number) => number;

export function seeded(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Puts one fault into a clean story; null where the story offers no place for it. */
export type Fault = (story: Story, random: Random) => Story | null;

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[random(list.length)];
const withBlocks = (story: Story, blocks: readonly Block[]): Story => ({
  ...story,
  article: { blocks },
});
const isText = (block: Block): block is TextBlock => block.kind !== 'figure';
const textOf = (block: Block) => (isText(block) ? readingText(block.spans) : '');

function paragraphs(story: Story, least = 80): readonly number[] {
  return story.article.blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && textOf(block).length >= least ? [index] : [],
  );
}

function insert(story: Story, at: number, kind: TextKind, text: string): Story {
  return withBlocks(story, story.article.blocks.toSpliced(at, 0, textBlock('fault', kind, text)));
}

/** Inserts a line of this kind at a random place after the first block. */
const line =
  (kind: TextKind, texts: readonly string[]): Fault =>
  (story, random) =>
    insert(story, 1 + random(story.article.blocks.length), kind, pick(texts, random) ?? '');

/** Adds a sentence to a random paragraph. */
const sentence =
  (make: (random: Random) => string): Fault =>
  (story, random) => {
    const at = pick(paragraphs(story), random);
    const block = at === undefined ? undefined : story.article.blocks[at];
    if (at === undefined || !block) return null;
    const changed = textBlock(block.id, 'paragraph', `${textOf(block)} ${make(random)}`);
    return withBlocks(story, story.article.blocks.with(at, changed));
  };

/** Changes the text of a random paragraph that matches; null where the change changes nothing. */
const change =
  (edit: (text: string, random: Random) => string, fits: RegExp = /./u): Fault =>
  (story, random) => {
    const places = paragraphs(story).filter((index) => {
      const block = story.article.blocks[index];
      return block && fits.test(textOf(block));
    });
    const at = pick(places, random);
    const block = at === undefined ? undefined : story.article.blocks[at];
    if (at === undefined || !block) return null;
    const text = edit(textOf(block), random);
    if (text === textOf(block)) return null;
    return withBlocks(story, story.article.blocks.with(at, textBlock(block.id, 'paragraph', text)));
  };

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function wrongDay(random: Random): string {
  const [year, month, day] = [1980 + random(50), 1 + random(12), 1 + random(28)];
  const wrong = weekdayName((weekdayOf(year, month, day) + 1 + random(6)) % 7);
  return random(2) === 0
    ? `It began on ${wrong}, ${MONTHS[month - 1]} ${day}, ${year}.`
    : `It began on ${wrong}, ${shortDate(year, month, day)}.`;
}

/** A fault for each check that has one here. */
export const FAULTS: { readonly [check: string]: Fault } = {
  'dup-paragraph': (story, random) => {
    const places = paragraphs(story).filter(
      (index) => !/\?\s*$/u.test(textOf(story.article.blocks[index] as Block)),
    );
    const at = pick(places, random);
    if (at === undefined) return null;
    if (at === story.article.blocks.length - 1) return null;
    const text = textOf(story.article.blocks[at] as Block)
      .replace(/[“”]/gu, '"')
      .replace(/’/gu, "'");
    return insert(
      story,
      random(2) === 0 && at > 2 ? 1 : story.article.blocks.length,
      'paragraph',
      text,
    );
  },
  'dup-line': (story, random) => {
    const name =
      pick(
        [
          'A view of the old harbour at dawn',
          'harbour_0412.jpg',
          'Workers leave the plant on Friday.',
        ],
        random,
      ) ?? '';
    const at = 1 + random(story.article.blocks.length);
    const once = insert(story, at, 'paragraph', name);
    return withBlocks(
      once,
      once.article.blocks.toSpliced(at, 0, textBlock('fault2', 'paragraph', name)),
    );
  },
  'near-dup-paragraph': (story, random) => {
    const at = pick(paragraphs(story, 160), random);
    if (at === undefined) return null;
    const text = textOf(story.article.blocks[at] as Block);
    const words = text.split(' ');
    if (words.length < 25) return null;
    const changed = words.with(5 + random(10), 'certainly').join(' ');
    return insert(story, story.article.blocks.length, 'paragraph', changed);
  },
  'dek-truncated': (story, random) => {
    const at = pick(paragraphs(story, 160), random);
    if (at === undefined) return null;
    const cut = textOf(story.article.blocks[at] as Block)
      .slice(0, 110 + random(40))
      .replace(/\s\S*$/u, '');
    return insert(story, 1, 'dek', `${cut}${pick([' ...', '...', '…', ' …'], random)}`);
  },
  'caption-in-dek': (story, random) => {
    const credit = pick(
      ['JO LEE/AFP/Getty Images', 'Jo Lee/Reuters', 'AFP', 'Jo Lee | Getty Images', 'EPA/JO LEE'],
      random,
    );
    return insert(
      story,
      1,
      'dek',
      `Ana Reis in Esbjerg, May 4, 2020 | ${credit} The council met on Monday.`,
    );
  },
  'filename-as-text': line('paragraph', [
    'IMG_2041.jpg',
    '579370_harbour-front2.png',
    'DSC 0042.JPG',
    'pier (1).webp',
    'AP20123456.jpeg',
  ]),
  'page-boilerplate': line('paragraph', [
    'Sign up here',
    'Subscribe to our newsletter for daily updates',
    'ADVERTISEMENT',
    'Share this article',
    'Read more: The pier that nobody wanted',
    'We use cookies to improve your experience.',
    'Continue reading the main story',
    'Follow us on Facebook and Twitter',
  ]),
  'related-in-body': (story, random) => {
    const heading =
      pick(
        [
          'More from The Harbour Post',
          'Related stories',
          'You may also like',
          'Most read',
          'Read next',
        ],
        random,
      ) ?? '';
    const once = insert(story, story.article.blocks.length, 'paragraph', heading);
    return withBlocks(once, [
      ...once.article.blocks,
      textBlock('fault2', 'paragraph', 'Ten lessons from a flooded cellar'),
    ]);
  },
  placeholder: sentence(
    (random) =>
      pick(
        [
          'It cost TK million.',
          'The mayor, TKTK, was there.',
          'It was XXX people.',
          'Call [insert number] for more.',
          'Lorem ipsum dolor sit amet.',
          'Some xx percent voted.',
        ],
        random,
      ) ?? '',
  ),
  'invisible-char': change((text, random) =>
    text.replace(/(?<=\p{Ll}) (?=\p{Ll})/u, pick(['\u00a0', ' \u200b', '\u00a0 '], random) ?? ''),
  ),
  mojibake: change(
    (text) =>
      text.replace(
        /[’“”é—–]/u,
        (letter) =>
          ({ '’': 'â€™', '“': 'â€œ', '”': 'â€\u009d', é: 'Ã©', '—': 'â€”', '–': 'â€“' })[letter] ??
          letter,
      ),
    /[’“”é—–]/u,
  ),
  'quote-mixed': change((text) => text.replace(/’/u, "'"), /’.*’/u),
  'quote-unbalanced': change((text) => text.replace('”', ''), /^[^“”"]*“[^“”"]*”[^“”"]*$/u),
  'weekday-mismatch': sentence(wrongDay),
  'date-impossible': sentence(
    (random) =>
      pick(
        [
          'It ended on Feb. 30, 2012.',
          'It ended on April 31.',
          'It ended on 31 June 2015.',
          'It ended on Feb. 29, 2011.',
          'It ended on Nov. 31.',
        ],
        random,
      ) ?? '',
  ),
  'hed-length': (story) =>
    withBlocks(story, [
      textBlock('fault', 'headline', 'Long words '.repeat(11).trim()),
      ...story.article.blocks,
    ]),
  'quote-stacked': sentence(
    () => 'She called it “a very good day.” “I feel fine about it,” she said.',
  ),
  'quote-punct-order': sentence((random) =>
    random(2) === 0 ? 'He called it “a great day”.' : 'He called it “a great day”, and left.',
  ),
  'ellipsis-style': (story, random) =>
    sentence(() => 'He waited ... and waited ... and went… slowly.')(story, random),
  'dash-style': (story, random) =>
    sentence(() => 'The pier — a ruin — fell. The dock—a new one—stood.')(story, random),
  'number-small': sentence((random) => `There were ${2 + random(8)} schools in the town.`),
  'number-start': sentence((random) => `${20 + random(70)} people waited in the rain for hours.`),
  'month-abbrev': sentence(
    (random) =>
      `It opened ${pick(['January', 'February', 'August', 'October', 'December'], random)} ${1 + random(28)}, 2012.`,
  ),
  'date-ordinal': sentence((random) => `It opened on Oct. ${4 + random(16)}th.`),
  'relative-day': sentence(
    (random) => `The council approved the budget ${pick(['today', 'yesterday'], random)}.`,
  ),
  'time-style': sentence(
    (random) =>
      `It opens at ${1 + random(11)}${pick([':00 PM', ' PM', 'pm', ' AM', ':30pm'], random)} on most days.`,
  ),
  'percent-style': sentence(
    (random) => `It rose ${10 + random(80)}${pick([' percent', ' per cent'], random)} in a year.`,
  ),
  'money-redundant': sentence(
    (random) =>
      `It cost $${2 + random(90)}${pick([' dollars', ' million dollars'], random)} in all.`,
  ),
  'percent-sum': sentence(
    (random) => `The vote split: ${60 + random(9)}% for it, 30% against and 20% undecided.`,
  ),
  'percent-change': sentence(
    (random) => `Sales rose from ${10 + random(9)} to ${30 + random(9)}, up ${10 + random(9)}%.`,
  ),
  'parts-total': sentence((random) => `The storm left ${20 + random(9)} dead: 5 men, 6 women.`),
  'age-vs-birth': sentence((random) => `Ana Reis, born in ${1950 + random(9)}, was 30 in 2009.`),
  'list-count': sentence(() => 'The flag has five colors: red, blue, green and white.'),
};
