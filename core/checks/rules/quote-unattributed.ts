import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import type { CheckStory, Draft, StoryCheck } from '../types';

/** A quotation of fewer words may be a phrase, a title or irony. */
const LEAST_WORDS = 8;
const SPEECH =
  /\b(?:said|says?|saying|told|tells|tell|ask(?:s|ed|ing)?|add(?:s|ed|ing)|wrote|writes?|written|spoke|speaks?|explain\w*|according|announc\w*|recall\w*|repl(?:y|ies|ied)|answer\w*|stat(?:es|ed|ing|ement)|not(?:es|ed|ing)|argu\w+|insist\w*|warn\w*|claim\w*|call(?:s|ed|ing)|declar\w*|quot\w+|put it|tweet\w*|post(?:ed|s)|read[s]?|testif\w+|describ\w*|exclaim\w*|continu\w+|conclud\w+|observ\w+|remark\w*|suggest\w*|admit\w*|joke[sd]?|shout\w*|whisper\w*|cri(?:es|ed)|think|thought|words|voice|sa(?:ng|id)|comment\w*|interview\w*)\b/iu;

export const quoteUnattributed: StoryCheck = {
  id: 'quote-unattributed',
  title: 'Quotation without a speaker',
  section: 'Names, titles, attribution',
  severity: 'warning',
  scope: 'story',
  off: true,
  why: 'The reader must know who speaks. A quotation that stands alone needs its speaker in it or beside it.',
  source: 'Reuters Handbook of Journalism, quotes; AP Stylebook, attribution',
  examples: {
    flags: [
      {
        text: 'The pier has been shut since May.\n[[“The pier is old and nobody has looked after it for years.”]]\nThe town has no other pier.',
      },
    ],
    passes: [
      {
        text: 'The pier is shut.\n“The pier is old and nobody has looked after it for years,” she said.',
      },
      {
        text: 'Mayor Ana Reis said so on Monday.\n“The pier is old and nobody has looked after it for years.”',
      },
      {
        text: '“The pier is old and nobody has looked after it for years.”\nMayor Ana Reis spoke.',
      },
      { text: 'The “great new pier” is shut.' },
    ],
  },
  run(story) {
    const body = story.blocks.filter((block) => block.kind === 'paragraph');
    return body.flatMap((block, at): readonly Draft[] => {
      if (!/^["“]/u.test(block.text) || !standsAlone(story, block)) return [];
      const beside = [body[at - 1], body[at + 1]];
      // Beside another quotation it goes on from there, or is talk between two.
      if (beside.some((one) => one && (speaks(one) || /["“]/u.test(one.text)))) return [];
      const end = block.text.trimEnd().length;
      return [
        {
          block: block.id,
          start: 0,
          end,
          message: 'Neither this paragraph nor the ones beside it say who speaks.',
          fact: 'no speaker',
        },
      ];
    });
  },
};

const speaks = perBlock((block: ReadBlock) => SPEECH.test(block.text));

/** Is the whole paragraph one closed quotation of some length? */
function standsAlone(story: CheckStory, block: ReadBlock): boolean {
  const { quotations } = story.analysis(block).quotes;
  const [first] = quotations;
  return (
    first?.closed === true &&
    first.start === 0 &&
    first.end >= block.text.trimEnd().length &&
    block.text.split(' ').length >= LEAST_WORDS
  );
}
