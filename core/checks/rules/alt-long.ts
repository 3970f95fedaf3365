import type { BlockCheck } from '../types';

const CHART =
  /\b(?:charts?|graphs?|graphics?|infographics?|diagrams?|maps?|tables?|timelines?|journey|workflow)\b/i;

export const altLong: BlockCheck = {
  id: 'alt-long',
  title: 'Alt text too long',
  section: 'Links, headline, accessibility',
  severity: 'warning',
  scope: 'block',
  kinds: ['alt'],
  why: 'Alt text is read without a pause and cannot be skimmed. Aim at 125 characters, print at most 250, and put the rest into the extended description.',
  source: 'IPTC Photo Metadata, Alt Text and Extended Description',
  examples: {
    flags: [
      {
        text: `alt: [[${'A woman in a blue coat cuts a red ribbon while a band plays. '.repeat(5).trim()}]]`,
      },
    ],
    passes: [
      { text: 'alt: A woman in a blue coat cuts a red ribbon while a band plays behind her.' },
      // Charts need their figures told.
      {
        text: `alt: A chart of ships by month. ${'In May there were ten ships, in June twenty. '.repeat(6).trim()}`,
      },
    ],
  },
  run(block, _analysis, book) {
    const limit = book.limits.alt ?? 250;
    const { length } = block.text.trim();
    if (length <= limit || CHART.test(block.text)) return [];
    return [
      {
        block: block.id,
        start: 0,
        end: block.text.length,
        message: `The alt text has ${length} characters; ${limit} is the limit.`,
        fact: `${length} > ${limit}`,
      },
    ];
  },
};
