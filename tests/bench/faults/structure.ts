import type { Block, Story } from '#core/article/model';
import { figureBlock, missingPhoto, textBlock } from '#core/article/story';
import { cleanCaption } from './caption-copy';
import { anyCredit } from './credit-forms';
import type { Fault, Faults } from './inject';
import {
  FIGURE,
  insert,
  isText,
  line,
  ownSentence,
  paragraphs,
  sentence,
  somewhere,
  textOf,
  withBlocks,
} from './inject';
import type { Random } from './made';
import { another, between, capital, city, group, groupStart, job, noun, one, person } from './made';

/** What a copy's glyphs become on the way through another program. */
function retyped(text: string, random: Random): string {
  const straight = text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
  return one([text, straight, text.replace(/ /u, '  '), text.replace(/—/gu, ' - ').trim()], random);
}

const dupParagraph: Fault = (story, random) => {
  const places = paragraphs(story).filter((index) => {
    const text = textOf(story.article.blocks[index] as Block);
    return /[.!…]["”’')]*$/u.test(text) && text.length > 200;
  });
  if (places.length === 0) return null;
  const at = one(places, random);
  const original = story.article.blocks[at] as Block;
  let to = somewhere(story, random);
  if (to === at || to === at + 1) to = at > 2 ? 1 : story.article.blocks.length;
  if (to === at || to === at + 1) return null;
  return {
    story: insert(story, to, textBlock('fault', 'paragraph', retyped(textOf(original), random))),
    at: ['fault', original.id],
  };
};

const CAMERA = [
  'IMG_',
  'DSC_',
  'DSCN',
  'P',
  '_MG_',
  'GOPR',
  'AP',
  'GettyImages-',
  'PXL_',
  'screenshot-',
];
const EXTENSIONS = ['jpg', 'JPG', 'jpeg', 'png', 'webp', 'gif', 'tif', 'heic', 'svg', 'pdf', 'mp4'];

function fileName(random: Random): string {
  const number = String(between(100, 99_999_999, random));
  const slug = `${noun(random)}${one(['-', '_', ' '], random)}${noun(random)}`;
  const body = one(
    [
      `${one(CAMERA, random)}${number}`,
      `${slug}-${between(1, 90, random)}`,
      `${number}_${slug.replace(' ', '-')}`,
      `${slug.replace(' ', '_')}_${between(1, 9, random)}x${between(1, 9, random)}`,
      `2${between(10, 24, random)}0${between(1, 9, random)}1${between(0, 9, random)}-${noun(random)}(${between(1, 4, random)})`,
      `${slug.replace(/[ _]/u, '-')}-final`,
    ],
    random,
  );
  return `${body}.${one(EXTENSIONS, random)}`;
}

const dupLine: Fault = (story, random) => {
  if (random(3) === 0) {
    const caption = cleanCaption(random);
    const photo = missingPhoto('fault-photo', 'scene.jpg');
    const at = somewhere(story, random);
    const made = insert(
      story,
      at,
      figureBlock('fault', photo.id, caption, anyCredit(random), null),
      textBlock('fault2', 'paragraph', caption.replace(/ /u, one([' ', '  '], random))),
    );
    return { story: { ...made, photos: [...story.photos, photo] }, at: [...FIGURE, 'fault2'] };
  }
  const own = ownSentence(story, random, 20, 90);
  const text =
    random(2) === 0 && own
      ? own
      : random(2) === 0
        ? fileName(random)
        : `${groupStart(random)} at the ${noun(random)} in ${city(random)}`;
  const at = somewhere(story, random);
  return {
    story: insert(
      story,
      at,
      textBlock('fault', 'paragraph', text),
      textBlock('fault2', 'paragraph', text.replace(/ /u, one([' ', '  ', '\u00a0'], random))),
    ),
    at: ['fault', 'fault2'],
  };
};

const SYNONYM = 'also|nearly|reportedly|then|certainly|since|now'.split('|');

/** Another version of a paragraph: one word in twenty or fewer is changed, dropped or put in. */
function reworded(text: string, random: Random): string {
  let list = text.split(' ');
  const edits = Math.max(1, Math.floor(list.length / 25));
  for (let turn = 0; turn < edits; turn += 1) {
    const at = 2 + random(list.length - 3);
    if (/[“”"]/u.test(list[at] ?? '')) continue;
    const way = random(3);
    if (way === 0) list = list.with(at, one(SYNONYM, random));
    else if (way === 1) list = list.toSpliced(at, 1);
    else list = list.toSpliced(at, 0, one(SYNONYM, random));
  }
  return list.join(' ');
}

const nearDup: Fault = (story, random) => {
  const places = paragraphs(story, 160).filter(
    (index) => textOf(story.article.blocks[index] as Block).split(' ').length >= 25,
  );
  if (places.length === 0) return null;
  const block = story.article.blocks[one(places, random)] as Block;
  const text = reworded(textOf(block), random);
  if (text === textOf(block)) return null;
  return {
    story: insert(story, somewhere(story, random), textBlock('fault', 'paragraph', text)),
    at: ['fault', block.id],
  };
};

const dekTruncated: Fault = (story, random) => {
  const places = paragraphs(story, 180);
  if (places.length === 0) return null;
  const text = textOf(story.article.blocks[one(places, random)] as Block);
  const cut = text
    .slice(0, between(70, 170, random))
    .replace(/[\s\p{P}]+\S*$/u, '')
    .replace(/[\s\p{P}]+$/u, '');
  const dek = `${cut}${one([' ...', '...', '…', ' …', ' [...]', ' [&hellip;]'.replace('&hellip;', '…'), '... Read more'], random)}`;
  return { story: insert(story, 1, textBlock('fault', 'dek', dek)), at: ['fault'] };
};

const captionInDek: Fault = (story, random) => {
  const who = person(random).full;
  const caption = one(
    [
      `${who}, ${another(person(random), random).full}, Oct. ${between(1, 30, random)}`,
      `${who} in ${city(random)}`,
      `${who} speaks to reporters in ${city(random)}.`,
      who,
    ],
    random,
  );
  const name = person(random).full;
  const wire = one(['AFP', 'AP', 'Reuters', 'Getty Images', 'EPA', 'Bloomberg'], random);
  const credit = one(
    [
      ` | ${name}/${wire}`,
      ` | ${name.toUpperCase()}/${wire}/Getty Images`,
      ` | ${wire}`,
      ` (${wire} Photo/${name})`,
      ` | ${name} / ${wire}`,
      ` Photo: ${name}/${wire}`,
      ` | Photo by ${name}/${wire}`,
    ],
    random,
  );
  const lede = ownSentence(story, random);
  const dek = `${caption}${credit}${lede && random(3) > 0 ? ` ${lede}` : ''}`;
  return { story: insert(story, 1, textBlock('fault', 'dek', dek)), at: ['fault'] };
};

const FURNITURE: readonly ((random: Random) => string)[] = [
  () => 'Sign up here',
  (random) => `Sign up for our ${one(['daily', 'weekly', 'free', 'morning'], random)} newsletter`,
  (random) => `Sign up for the ${capital(noun(random))} Briefing newsletter`,
  (random) => `Get the best of our ${noun(random)} coverage in your inbox`,
  () => 'Get our top stories delivered to your inbox every morning',
  () => 'Subscribe now',
  (random) => `Subscribe to the ${city(random)} Courier for unlimited access`,
  () => 'Already a subscriber? Log in',
  (random) =>
    one(['ADVERTISEMENT', 'Advertisement', 'Story continues below advertisement'], random),
  (random) =>
    one(['Share this article', 'Share this story', 'Share on Facebook', 'Share via email'], random),
  (random) =>
    one(
      ['Print this page', 'Email this article', 'Save for later', 'Listen to this article'],
      random,
    ),
  (random) => `Read more: The ${noun(random)} that nobody wanted`,
  (random) => `READ MORE: ${capital(group(random))} return to the ${noun(random)}`,
  () => 'We use cookies to improve your experience.',
  () => 'This site uses cookies. By continuing you agree to our privacy policy.',
  () => 'Continue reading the main story',
  (random) =>
    `Follow us on ${one(['Twitter', 'Facebook and Instagram', 'Facebook and Twitter'], random)}`,
  (random) => `Follow @${noun(random)}news on Twitter`,
  () => 'Click here to subscribe',
  () => 'Download our app',
  () => 'Leave a comment',
  (random) => `${between(2, 400, random)} comments`,
  () => 'Skip to main content',
  (random) => `© ${between(2005, 2024, random)} ${city(random)} Media Group. All rights reserved.`,
  () =>
    'All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
  () => 'Terms of use | Privacy policy',
  () => 'Back to top',
  () => 'Support our journalism',
];

const RELATED: readonly ((random: Random) => string)[] = [
  (random) => `More from ${city(random)}`,
  (random) => `More from The ${city(random)} Post`,
  () => 'Related stories',
  () => 'Related articles',
  () => 'Related:',
  () => 'You may also like',
  () => 'You might also like',
  () => 'Most read',
  () => 'Most popular',
  () => 'Read next',
  () => 'Recommended for you',
  () => 'Trending now',
  () => 'More stories',
  () => 'Editors’ picks',
  () => 'Recommended stories',
];

const teaser = (random: Random): string =>
  one(
    [
      `${between(3, 20, random)} lessons from a flooded ${noun(random)}`,
      `Why the ${noun(random)} in ${city(random)} still matters`,
      `How ${group(random)} saved a ${noun(random)}`,
      `The ${noun(random)} and the ${job(random)}`,
    ],
    random,
  );

const relatedInBody: Fault = (story, random) => {
  const items = Array.from({ length: 1 + random(4) }, (_, index) =>
    textBlock(
      `fault${index + 2}`,
      one(['paragraph', 'list-item'] as const, random),
      teaser(random),
    ),
  );
  const heading = textBlock(
    'fault',
    one(['paragraph', 'crosshead'] as const, random),
    one(RELATED, random)(random),
  );
  // Mostly at the end, now and then between two paragraphs.
  const at = random(4) === 0 ? somewhere(story, random) : story.article.blocks.length;
  return { story: insert(story, at, heading, ...items), at: ['fault'] };
};

const PLACEHOLDERS: readonly ((random: Random) => string)[] = [
  (random) => `It cost TK ${one(['million', 'euros', 'dollars'], random)}.`,
  (random) => `The ${job(random)}, TKTK, was there.`,
  (random) => `${groupStart(random)} from TK CITY took part.`,
  (random) => `It drew XXX ${group(random)}.`,
  (random) => `The ${noun(random)} opened in 19XX with XXXX seats.`,
  (random) => `Call [insert ${one(['number', 'phone number', 'name'], random)}] for more.`,
  (random) => `The ${noun(random)} is [check ${one(['spelling', 'age', 'date'], random)}] old.`,
  () => 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
  (random) => `Some xx percent of ${group(random)} voted.`,
  (random) => `The ${job(random)}, [NAME], said so.`,
  (random) => `The ${noun(random)} in [TK] will stay shut.`,
  (random) => `The ${job(random)} is ??? years old.`,
  () => 'It opened on [date TK].',
  (random) => `The ${noun(random)} (TK) belongs to the county.`,
];

const missingElement: Fault = (story, random) => {
  const photo = { ...missingPhoto('whole-photo', 'scene.jpg'), file: 'scene.jpg' };
  const rest = story.article.blocks.filter(
    (block) => !isText(block) || !['headline', 'dek', 'byline'].includes(block.kind),
  );
  const parts = {
    headline: textBlock('h', 'headline', teaser(random)),
    dek: textBlock('d', 'dek', `What ${group(random)} say about the ${noun(random)}.`),
    byline: textBlock('by', 'byline', `By ${person(random).full}`),
    picture: figureBlock('pic', photo.id, cleanCaption(random), anyCredit(random), 'A scene'),
  };
  const gone = one(['headline', 'dek', 'byline', 'picture', 'date', 'file'] as const, random);
  const blocks = Object.entries(parts).flatMap(([name, block]) => (name === gone ? [] : [block]));
  const made: Story = {
    ...withBlocks(story, [...blocks, ...rest]),
    photos: gone === 'picture' ? [] : [gone === 'file' ? { ...photo, file: null } : photo],
    dates: { dateline: '', published: gone === 'date' ? null : '2020-05-04' },
  };
  return { story: made, at: gone === 'file' ? ['pic'] : [''] };
};

const INVISIBLE = [
  '\u00a0',
  ' \u200b',
  '\u00a0 ',
  '\u200b ',
  ' \u2060',
  ' \ufeff',
  '\u00ad',
  '\u200e',
  ' \u00a0',
];

const invisibleChar: Fault = (story, random) => {
  if (random(5) === 0) {
    const blank = one(['\u00a0', '\u00a0\u00a0', '\u200b', ' \u00a0 '], random);
    return {
      story: insert(story, somewhere(story, random), textBlock('fault', 'paragraph', blank)),
      at: ['fault'],
    };
  }
  const places = paragraphs(story);
  if (places.length === 0) return null;
  const at = one(places, random);
  const block = story.article.blocks[at] as Block;
  const text = textOf(block);
  const gaps = [...text.matchAll(/(?<=\p{Ll}{3}) (?=\p{Ll}{3})/gu)].map((match) => match.index);
  if (gaps.length === 0) return null;
  const gap = one(gaps, random);
  const mark = one(INVISIBLE, random);
  const changed =
    mark === '\u00ad'
      ? `${text.slice(0, gap - 2)}${mark}${text.slice(gap - 2)}`
      : text.slice(0, gap) + mark + text.slice(gap + 1);
  return {
    story: withBlocks(
      story,
      story.article.blocks.with(at, textBlock(block.id, 'paragraph', changed)),
    ),
    at: [block.id],
  };
};

/** UTF-8 read as Windows-1252, byte by byte, as a broken import does it. */
function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

const mojibake: Fault = (story, random) => {
  const places = paragraphs(story).filter((index) =>
    /[’“”‘é–—…ü£€ñ]/u.test(textOf(story.article.blocks[index] as Block)),
  );
  const accented = one(
    ['café', 'Müller', 'São Paulo', '£5', '€20', 'naïve', 'Zoë', 'piñata', '25°', 'the mayor’s'],
    random,
  );
  if (places.length === 0 || random(3) === 0) {
    return sentence(() => misread(`Many ${group(random)} know ${accented} well.`))(story, random);
  }
  const at = one(places, random);
  const block = story.article.blocks[at] as Block;
  return {
    story: withBlocks(
      story,
      story.article.blocks.with(at, textBlock(block.id, 'paragraph', misread(textOf(block)))),
    ),
    at: [block.id],
  };
};

const wordTwice: Fault = (story, random) => {
  const places = paragraphs(story);
  if (places.length === 0) return null;
  const at = one(places, random);
  const block = story.article.blocks[at] as Block;
  const text = textOf(block);
  const words = [...text.matchAll(/(?<=\s)\p{Ll}{2,}(?=\s)/gu)];
  if (words.length === 0) return null;
  const { 0: word, index } = one(words, random);
  const made = `${text.slice(0, index)}${word} ${text.slice(index)}`;
  return {
    story: withBlocks(story, story.article.blocks.with(at, textBlock(block.id, 'paragraph', made))),
    at: [block.id],
  };
};

export const STRUCTURE_FAULTS: Faults = {
  'dup-paragraph': dupParagraph,
  'dup-line': dupLine,
  'near-dup-paragraph': nearDup,
  'dek-truncated': dekTruncated,
  'caption-in-dek': captionInDek,
  'filename-as-text': line('paragraph', fileName),
  'page-boilerplate': line('paragraph', (random) => one(FURNITURE, random)(random)),
  'related-in-body': relatedInBody,
  placeholder: sentence((random) => one(PLACEHOLDERS, random)(random)),
  'missing-element': missingElement,
  'invisible-char': invisibleChar,
  mojibake,
  'word-twice': wordTwice,
};
