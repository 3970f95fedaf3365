import { nextField, unfinishedCaption } from '../../captions/templates';
import type { StoryCheck } from '../types';

export const captionDraft: StoryCheck = {
  id: 'caption-draft',
  title: 'Caption is a draft',
  section: 'Captions',
  severity: 'error',
  scope: 'story',
  why: 'A caption made from the file’s own fields, or from a template, tells what a program knows. Somebody has to look at the picture and edit it.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'caption: [[Ana Reis in Porto on March 1, 2026.]]',
        photo: { draft: 'Ana Reis in Porto on March 1, 2026.' },
      },
      { text: 'caption: Ana Reis [[{verb}]] in Porto on March 1, 2026.' },
    ],
    passes: [
      {
        text: 'caption: Ana Reis waves in Porto on March 1, 2026.',
        photo: { draft: 'Ana Reis in Porto on March 1, 2026.' },
      },
      { text: 'caption: Ana Reis in Porto on March 1, 2026.' },
      // Braces in print are no fields.
      { text: 'caption: The sign reads { open } in Porto on March 1, 2026.' },
    ],
  },
  run: (story) =>
    story.figures.flatMap(({ photo, caption }) => {
      const why = unfinishedCaption(photo, caption.text);
      if (why === null) return [];
      const field = why === 'field' ? nextField(caption.text, 0) : null;
      return [
        {
          block: caption.id,
          start: field?.start ?? 0,
          end: field?.end ?? caption.text.length,
          message: field
            ? `The template’s field ${caption.text.slice(field.start, field.end)} is still open.`
            : 'The caption is a draft from the file; nobody has edited it.',
          fact: field ? 'field open' : 'draft',
        },
      ];
    }),
};
