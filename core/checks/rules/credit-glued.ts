import type { Edit } from '../../article/edit';
import { creditsAgree } from '../../captions/agree';
import { splitOf } from '../../captions/reading';
import type { ReadFigure, StoryCheck } from '../types';

export const creditGlued: StoryCheck = {
  id: 'credit-glued',
  title: 'Credit glued to the caption',
  section: 'Credits',
  severity: 'error',
  scope: 'story',
  why: 'When a page is copied, the credit can run into the caption’s last word. It belongs in the credit line.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'caption: Ana Reis opens the pier in May[[Credit: EPA]]',
        fixed: 'Ana Reis opens the pier in May',
      },
      {
        text: 'caption: Ana Reis opens the pier.[[Photograph: Jo Lee/AFP]]\ncredit: Jo Lee/AFP',
        fixed: 'Ana Reis opens the pier.',
      },
    ],
    passes: [
      { text: 'caption: Ana Reis opens the pier in May\ncredit: EPA' },
      { text: 'caption: Ana Reis opens the pier in May. Credit: EPA' },
      // CamelCase brands.
      { text: 'caption: Ana Reis shows OpenPhoto: an app for fishermen\ncredit: Jo Lee/AP' },
      { text: 'caption: Ana Reis runs the lender HarborCredit: she founded it\ncredit: Jo Lee/AP' },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const split = splitOf(figure.caption);
      if (split.sep !== 'glued') return [];
      return [
        {
          block: figure.caption.id,
          ...split.creditRange,
          message: 'The credit is glued to the caption’s last word.',
          fact: 'caption | credit',
          fixes: [{ title: 'Part them', edits: edits(figure), safe: false }],
        },
      ];
    }),
};

/** Moves the credit to its line; where that already says something else, only parts the two. */
function edits(figure: ReadFigure): readonly Edit[] {
  const { caption, credit } = figure;
  const split = splitOf(caption);
  const { end } = split.captionRange;
  const cut: Edit = {
    op: 'replace',
    block: caption.id,
    start: end,
    end: caption.text.length,
    text: '',
  };
  if (credit.text.trim() === '') {
    return [
      cut,
      { op: 'replace', block: credit.id, start: 0, end: credit.text.length, text: split.credit },
    ];
  }
  if (creditsAgree(credit.text, split.credit)) return [cut];
  return [{ op: 'replace', block: caption.id, start: end, end, text: ' ' }];
}
