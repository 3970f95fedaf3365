import type { StoryCheck } from '../types';

export const altMissing: StoryCheck = {
  id: 'alt-missing',
  title: 'Alt text missing',
  section: 'Links, headline, accessibility',
  severity: 'error',
  scope: 'story',
  why: 'Readers who cannot see the picture hear its alt text. A decorative picture has an empty one, on purpose.',
  source: 'WCAG 2.2, 1.1.1',
  examples: {
    flags: [{ text: 'caption: Ana Reis opens the pier.\ncredit: Jo Lee/AP' }],
    passes: [
      { text: 'caption: Ana Reis opens the pier.\nalt: A woman cuts a red ribbon.' },
      // Decorative, explicitly empty.
      { text: 'caption: Ana Reis opens the pier.\nalt: ' },
    ],
  },
  run: (story) =>
    story.figures
      .filter((figure) => figure.alt === null)
      .map((figure) => ({
        block: figure.id,
        start: 0,
        end: 0,
        message: 'The picture has no alt text.',
        fact: 'no alt text',
      })),
};
