import { foldKey } from '../../captions/fold';
import { splitOf } from '../../captions/reading';
import type { StoryCheck } from '../types';

const OF_THE_DAY =
  /\b(?:photos?|pictures?|images?) of the (?:day|week|month|year)\b|\bin pictures\b/i;

export const captionDuplicatesHeadline: StoryCheck = {
  id: 'caption-duplicates-headline',
  title: 'Caption repeats the headline',
  section: 'Captions',
  severity: 'warning',
  scope: 'story',
  why: 'A caption that repeats the headline wastes the reader’s first look. It tells what the picture shows.',
  source: 'Galley',
  examples: {
    flags: [{ text: 'headline: Pier opens in Porto\ncaption: [[Pier opens in Porto.]]' }],
    passes: [
      {
        text: 'headline: Pier opens in Porto\ncaption: Ana Reis cuts the ribbon at the pier in Porto.',
      },
      // Photo of the day.
      { text: 'headline: Photo of the day: fog in Porto\ncaption: Photo of the day: fog in Porto' },
    ],
  },
  run(story) {
    const headlines = story.blocks
      .filter((block) => block.kind === 'headline' && block.text.trim() !== '')
      .filter((block) => !OF_THE_DAY.test(block.text));
    return story.figures.flatMap((figure) => {
      const { caption, captionRange } = splitOf(figure.caption);
      const same = headlines.find((block) => foldKey(block.text) === foldKey(caption));
      if (caption === '' || !same) return [];
      return [
        {
          block: figure.caption.id,
          ...captionRange,
          message: 'The caption says the same as the headline.',
          fact: 'caption = headline',
          related: [{ block: same.id, start: 0, end: same.text.length }],
        },
      ];
    });
  },
};
