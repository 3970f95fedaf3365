import { figureCredit, isEmblem, splitOf } from '../../captions/reading';
import type { StoryCheck } from '../types';

export const creditMissing: StoryCheck = {
  id: 'credit-missing',
  title: 'Credit missing',
  section: 'Credits',
  severity: 'error',
  scope: 'story',
  why: 'Every picture names who made it and where it came from. Agencies and the law ask for it.',
  source: 'Agency contracts; IPTC Photo Metadata, Credit Line',
  examples: {
    flags: [{ text: 'caption: Ana Reis opens the pier in Porto.' }],
    passes: [
      { text: 'caption: Ana Reis opens the pier in Porto.\ncredit: Jo Lee/AP' },
      { text: 'caption: Ana Reis opens the pier in Porto. (AP Photo/Jo Lee)' },
      // The paper's own logo, and a decorative picture.
      { text: 'caption: The logo of Harbour News' },
      { text: 'caption: \nalt: ' },
    ],
  },
  run: (story) =>
    story.figures
      .filter(
        (figure) =>
          figure.alt !== '' &&
          figureCredit(figure) === null &&
          splitOf(figure.caption).credit === '' &&
          !isEmblem(figure),
      )
      .map((figure) => ({
        block: figure.id,
        start: 0,
        end: 0,
        message: 'The picture has no credit.',
        fact: 'no credit',
      })),
};
