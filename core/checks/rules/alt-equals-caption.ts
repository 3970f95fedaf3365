import { altId } from '../../article/reading';
import { foldKey } from '../../captions/fold';
import { splitOf } from '../../captions/reading';
import type { StoryCheck } from '../types';

const CHART = /\b(?:charts?|graphs?|graphics?|infographics?|diagrams?|maps?|tables?|figure \d+)\b/i;

export const altEqualsCaption: StoryCheck = {
  id: 'alt-equals-caption',
  title: 'Alt text repeats the caption',
  section: 'Links, headline, accessibility',
  severity: 'warning',
  scope: 'story',
  why: 'A screen reader reads both, so the same text is heard twice. The alt text says what is to be seen.',
  source: 'WebAIM, alternative text',
  examples: {
    flags: [
      { text: 'caption: Ana Reis opens the pier.\nalt: [[Ana Reis opens the pier.]]' },
      {
        text: 'caption: Ana Reis  opens the pier\ncredit: Jo Lee/AP\nalt: [[Ana Reis opens the pier.]]',
      },
    ],
    passes: [
      { text: 'caption: Ana Reis opens the pier.\nalt: A woman in a blue coat cuts a red ribbon.' },
      // Charts often are what their caption says.
      { text: 'caption: Chart of ships by month.\nalt: Chart of ships by month.' },
      { text: 'caption: Ana Reis opens the pier.\nalt: ' },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const alt = figure.alt ?? '';
      if (alt.trim() === '' || CHART.test(alt)) return [];
      const key = foldKey(alt);
      const captions = [figure.caption.text, splitOf(figure.caption).caption];
      if (!captions.some((caption) => foldKey(caption) === key)) return [];
      return [
        {
          block: altId(figure.id),
          start: 0,
          end: alt.length,
          message: 'The alt text says the same as the caption.',
          fact: 'alt = caption',
          related: [{ block: figure.caption.id, start: 0, end: figure.caption.text.length }],
        },
      ];
    }),
};
