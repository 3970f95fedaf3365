import { splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { BlockCheck } from '../types';

const TIMELESS =
  /\b(?:portrait|studio|headshot|undated|screengrab|screenshot|illustration|artwork|logo|still|stock|file|archive|today|yesterday|morning|night|season|summer|winter|spring|autumn|anniversary)\b/i;

export const captionNoDate: BlockCheck = {
  id: 'caption-no-date',
  title: 'Caption without a date',
  section: 'Captions',
  severity: 'warning',
  scope: 'block',
  kinds: ['caption'],
  // Most papers print captions without dates, so the house has to ask for it.
  off: true,
  why: 'A news picture says when it was taken. The weekday alone will do within two weeks. Only some houses ask for it, so this check waits to be switched on.',
  source: 'AP Stylebook, photo captions',
  examples: {
    flags: [{ text: 'caption: [[Ana Reis opens the pier in Porto.]]' }],
    passes: [
      { text: 'caption: Ana Reis opens the pier in Porto on Oct. 13, 2009.' },
      { text: 'caption: Ana Reis opens the pier in Porto on Monday.' },
      // Portraits and stock.
      { text: 'caption: Ana Reis poses for a portrait in Porto.' },
      { text: 'caption: Ana Reis' },
    ],
  },
  run(block) {
    const { caption, captionRange } = splitOf(block);
    if (caption === '' || TIMELESS.test(caption)) return [];
    const shape = captionShape(caption);
    if (shape.dates.length > 0 || shape.verbs.length === 0) return [];
    if (shape.people.length === 0 && shape.places.length === 0) return [];
    return [
      {
        block: block.id,
        ...captionRange,
        message: 'The caption does not say when the picture was taken.',
        fact: 'no date',
      },
    ];
  },
};
