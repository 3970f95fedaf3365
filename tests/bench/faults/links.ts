import type { Block, Span } from '#core/article/model';
import { textBlock } from '#core/article/story';
import { cleanCaption, does, doThat, madeCaption } from './caption-copy';
import { anyCredit } from './credit-forms';
import type { Fault, Faults } from './inject';
import { figure, paragraphs, sentence, textOf, withBlocks, withFigure } from './inject';
import type { Random } from './made';
import { between, capital, city, group, groupStart, job, noun, one, person, spelled } from './made';

const host = (random: Random) =>
  `${one(['www.', '', 'news.'], random)}${noun(random)}-${noun(random)}.${one(['com', 'org', 'gov', 'co.uk', 'net'], random)}`;
const path = (random: Random) =>
  one(
    [
      '',
      `/${noun(random)}`,
      `/${between(2001, 2024, random)}/0${between(1, 9, random)}/${noun(random)}.html`,
      `/p?id=${between(1, 9999, random)}`,
    ],
    random,
  );

const bare = (random: Random): string => {
  const address = `${one(['https://', 'http://'], random)}${host(random)}${path(random)}`;
  return one(
    [
      `Read the report at ${address}.`,
      `The report (${address}) came out.`,
      `More is to be found at ${address}, ${group(random)} say.`,
      `See ${address} for the ${noun(random)}.`,
    ],
    random,
  );
};

/** Links three words of a random paragraph. */
const linked =
  (address: (random: Random) => string): Fault =>
  (story, random) => {
    const places = paragraphs(story);
    if (places.length === 0) return null;
    const at = one(places, random);
    const block = story.article.blocks[at] as Block;
    const words = textOf(block).split(' ');
    if (words.length < 6) return null;
    const from = random(words.length - 4);
    const spans: Span[] = [
      { text: `${words.slice(0, from).join(' ')} ` },
      { text: words.slice(from, from + 3).join(' '), link: address(random) },
      { text: ` ${words.slice(from + 3).join(' ')}` },
    ];
    return {
      story: withBlocks(
        story,
        story.article.blocks.with(at, textBlock(block.id, 'paragraph', spans)),
      ),
      at: [block.id],
    };
  };

const TRACKERS =
  'utm_source=mail|utm_medium=social|utm_campaign=spring|fbclid=IwAR3x|gclid=Cj0K|mc_cid=8f1|igshid=zz9|msclkid=1ab|_hsenc=p2A|yclid=77|twclid=2-3|mkt_tok=eyJ|mc_eid=0b|guccounter=1|dclid=CO1|smid=tw-share|cmpid=x'.split(
    '|',
  );
const tracked = (random: Random): string =>
  `https://${host(random)}/${noun(random)}?${one(['', 'id=7&', 'page=2&'], random)}${one(TRACKERS, random)}${one(['', `&${one(TRACKERS, random)}`, '#top'], random)}`;

const brokenScheme = (random: Random): string => {
  const rest = `${host(random)}${path(random)}`;
  return one(
    [
      `htp://${rest}`,
      `htps://${rest}`,
      `http//${rest}`,
      `https:/${rest}`,
      `http:${rest}`,
      `ttps://${rest}`,
      `hhtps://${rest}`,
      `https;//${rest}`,
      `www.${rest.replace(/^www\./u, '')}`,
      `file:///C:/desk/${noun(random)}.pdf`,
      `http://http://${rest}`,
      `https://`,
      `javascript:void(0)`,
    ],
    random,
  );
};

/** Places a headline before everything else. */
const hed =
  (make: (random: Random) => string, book: Parameters<typeof sentence>[1] = {}): Fault =>
  (story, random) => {
    const rest = story.article.blocks.filter((block) => block.kind !== 'headline');
    return {
      story: withBlocks(story, [textBlock('fault', 'headline', make(random)), ...rest]),
      at: ['fault'],
      book,
    };
  };

const longHed = (random: Random): string => {
  let text = `${groupStart(random)} ${doThat(random)}`;
  while (text.length <= 105)
    text += ` while the ${job(random)} of the ${noun(random)} in ${city(random)} waits`;
  return text;
};

/** Title case where the house has sentence case; the words are the story's own. */
const wrongCase: Fault = (story, random) => {
  const words = new Set(
    story.article.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? (textOf(block).match(/(?<= )\p{Ll}{4,12}(?= )/gu) ?? []) : [],
    ),
  );
  if (words.size < 12) return null;
  const list = [...words].filter(
    (word) =>
      !/^(?:about|after|before|with|from|that|this|than|over|into|when|where|which|while|have|been|were|would|could|their|there|them|they|then|what|more|most|some|such|also|only|other|these|those|because|between|through|under|until)$/u.test(
        word,
      ),
  );
  if (list.length < 8) return null;
  const chosen = Array.from({ length: 4 + random(3) }, () => one(list, random));
  const sentenceCase = capital(chosen.join(' '));
  const titleCase = chosen.map(capital).join(' ');
  const house = random(2) === 0 ? 'sentence' : 'title';
  return hed(() => (house === 'sentence' ? titleCase : sentenceCase), {
    options: { hedCase: house },
  })(story, random);
};

const quotedHed: Fault = (story, random) => {
  const house = random(2) === 0 ? 'single' : 'double';
  const [open, close] =
    house === 'single'
      ? one(
          [
            ['“', '”'],
            ['"', '"'],
          ] as const,
          random,
        )
      : one(
          [
            ['‘', '’'],
            ["'", "'"],
          ] as const,
          random,
        );
  return hed(
    (dice) =>
      one(
        [
          `${capital(job(dice))} hails ${open}new start${close} for ${noun(dice)}`,
          `${open}We waited for years${close}: ${group(dice)} in ${city(dice)}`,
          `${city(dice)} ${noun(dice)} is ${open}not safe${close}, ${group(dice)} say`,
        ],
        dice,
      ),
    { options: { hedQuotes: house } },
  )(story, random);
};

const numeral = (random: Random): string => {
  const value = spelled(between(2, 12, random));
  return one(
    [
      `${capital(value)} die in ${noun(random)} fire`,
      `${city(random)} closes ${value} ${noun(random)} sites`,
      `${capital(noun(random))} crash kills ${value}`,
      `${capital(job(random))} jailed for ${value} years`,
      `${capital(value)} ${group(random)} held in ${city(random)}`,
      `Vote on ${noun(random)} delayed by ${value} weeks`,
    ],
    random,
  );
};

const longAlt = (random: Random): string => {
  let text = `${person(random).full} ${does(random)}`;
  while (text.length <= 260)
    text += ` while ${group(random)} ${doThat(random)} behind a ${noun(random)}`;
  return `${text}.`;
};

const prefixed = (random: Random): string =>
  `${one(['A picture of', 'Image of', 'Photo of', 'A photo of', 'Photograph showing', 'A photograph of', 'An image of', 'Picture of', 'A close-up photo of', 'An image showing', 'Black-and-white photo of', 'Image depicting', 'A color photograph of', 'This image shows', 'Photo shows', 'A picture showing'], random)} ${one([person(random).full, `${group(random)} near a ${noun(random)}`, `a ${noun(random)} in ${city(random)}`], random)}`;

const sameAlt: Fault = (story, random) => {
  const caption = cleanCaption(random);
  const alt = one(
    [caption, caption.replace(/\.$/u, ''), caption.toUpperCase(), ` ${caption}`],
    random,
  );
  return {
    story: withFigure(story, { caption, credit: anyCredit(random), alt }, random),
    at: ['fault.alt'],
  };
};

export const LINK_FAULTS: Faults = {
  'link-bare': sentence(bare, { options: { bareLinks: 'linked' } }),
  'link-tracking': linked(tracked),
  'link-scheme': linked(brokenScheme),
  'hed-length': hed(longHed, { limits: { headline: 100 } }),
  'hed-case': wrongCase,
  'hed-quotes': quotedHed,
  'hed-numeral': hed(numeral, { options: { hedNumerals: 'figures' } }),
  'alt-missing': figure((random) => ({
    caption: madeCaption(random),
    credit: anyCredit(random),
    alt: null,
  })),
  'alt-equals-caption': sameAlt,
  'alt-long': figure(
    (random) => ({
      caption: cleanCaption(random),
      credit: anyCredit(random),
      alt: longAlt(random),
    }),
    { limits: { alt: 250 } },
  ),
  'alt-prefix': figure((random) => ({
    caption: cleanCaption(random),
    credit: anyCredit(random),
    alt: prefixed(random),
  })),
};
