import { splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { BlockCheck } from '../types';

/** Labels of charts and figures are no sentences. */
const CHART = /^(?:fig(?:ure)?|chart|map|table|graphic|source)\b/i;

export const captionFragment: BlockCheck = {
  id: 'caption-fragment',
  title: 'Caption without a verb',
  section: 'Captions',
  severity: 'warning',
  scope: 'block',
  kinds: ['caption'],
  why: 'A caption’s first sentence says in the present tense what the picture shows. Names and a date alone leave that to the reader.',
  source: 'AP Stylebook, photo captions; a house that sets captionVerb to never is exempt',
  examples: {
    flags: [
      { text: 'caption: [[Ana Reis, Jo Lee, Oct. 13, 2009]]' },
      { text: 'caption: [[The harbour of Porto after the storm in March]]' },
      { text: 'caption: [[Ana Reis, Jo Lee, May 4, 2011]] | TOM DAY/AFP/Getty Images' },
    ],
    passes: [
      { text: 'caption: Ana Reis meets Jo Lee in Porto.' },
      { text: 'caption: Police stand guard near the harbour.' },
      // Mug shots and label houses.
      { text: 'caption: Ana Reis' },
      { text: 'caption: Ana Reis, mayor of Porto' },
      { text: 'caption: Das Haus mit dem roten Dach am Hafen von Porto' },
      { text: 'caption: Ana Reis in 1987' },
      {
        text: 'caption: The harbour of Porto after the storm in March',
        book: { options: { captionVerb: 'never' } },
      },
      { text: 'caption: Figure 2: Ships by month of arrival in the harbour' },
    ],
  },
  run(block, _analysis, book) {
    if (book.options['captionVerb'] === 'never' || !book.language.startsWith('en')) return [];
    const { caption, captionRange } = splitOf(block);
    if (caption === '' || CHART.test(caption) || isForeign(caption)) return [];
    const shape = captionShape(caption);
    if (shape.verbs.length > 0 || shape.mug) return [];
    return [
      {
        block: block.id,
        ...captionRange,
        message: 'The caption has no verb: it names, but does not say what happens.',
        fact: 'no verb',
      },
    ];
  },
};

const ENGLISH =
  /\b(?:the|a|an|of|in|on|at|and|or|for|with|by|from|to|near|after|before|during|as|his|her|its|their|this|that|is|are)\b/i;
const FOREIGN =
  /(?:^|\s)(?:der|die|das|und|mit|ein|eine|im|vom|el|los|las|de|del|en|con|le|les|des|du|et|dans|il|della|di|och|på|het|van|een)(?=\s)/;

/** A caption in another language: none of the small English words, some of another language's. */
function isForeign(caption: string): boolean {
  return !ENGLISH.test(caption.replace(/\b[Dd]ie\b/g, '')) && FOREIGN.test(caption);
}
