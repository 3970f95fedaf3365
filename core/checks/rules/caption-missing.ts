import { isEmblem } from '../../captions/reading';
import type { StoryCheck } from '../types';

const MUG = /(?:^|[^\p{L}])(?:mug|mugshot|headshot|portrait|avatar)(?:$|[^\p{L}])/iu;

export const captionMissing: StoryCheck = {
  id: 'caption-missing',
  title: 'Caption missing',
  section: 'Captions',
  severity: 'error',
  scope: 'story',
  why: 'Readers look at pictures first and want to know who and what they see. Every news picture has a caption.',
  source: 'AP Stylebook, photo captions',
  examples: {
    flags: [
      { text: 'The pier opened.\ncredit: Ana Reis/AP' },
      { text: 'caption: \ncredit: Ana Reis/AP' },
    ],
    passes: [
      { text: 'caption: Ana Reis opens the pier in Porto.\ncredit: Jo Lee/AP' },
      // Decorative, on purpose.
      { text: 'caption: \nalt: ' },
      { text: 'credit: Jo Lee/AP', photo: { originalName: 'reis-mug.jpg' } },
      { text: 'credit: Jo Lee/AP', photo: { originalName: 'harbour-logo.png' } },
    ],
  },
  run: (story) =>
    story.figures
      .filter(
        (figure) =>
          figure.caption.text.trim() === '' &&
          figure.alt !== '' &&
          !isEmblem(figure) &&
          !MUG.test(figure.photo?.originalName ?? ''),
      )
      .map((figure) => ({
        block: figure.id,
        start: 0,
        end: 0,
        message: 'The picture has no caption.',
        fact: 'no caption',
      })),
};
