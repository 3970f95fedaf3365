import { splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { BlockCheck } from '../types';

export const captionStop: BlockCheck = {
  id: 'caption-stop',
  title: 'Full stop of a caption',
  section: 'Captions',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['caption'],
  why: 'A caption that is a sentence ends like one. Houses that print captions as labels leave the stop out.',
  source: 'AP Stylebook, photo captions (always); BBC (never)',
  examples: {
    flags: [
      {
        text: 'caption: [[Ana Reis waves to the crowd]]',
        fixed: 'Ana Reis waves to the crowd.',
        book: { options: { captionStop: 'always' } },
      },
      {
        text: 'caption: Ana Reis waves to the crowd[[.]]',
        fixed: 'Ana Reis waves to the crowd',
        book: { options: { captionStop: 'never' } },
      },
    ],
    passes: [
      { text: 'caption: Ana Reis waves to the crowd' },
      {
        text: 'caption: Ana Reis waves to the crowd.',
        book: { options: { captionStop: 'always' } },
      },
      {
        text: 'caption: “I am glad,” Ana Reis says.”',
        book: { options: { captionStop: 'always' } },
      },
      // Name-only labels.
      { text: 'caption: Ana Reis', book: { options: { captionStop: 'always' } } },
      {
        text: 'caption: Ana Reis, Jo Lee, Oct. 13, 2009',
        book: { options: { captionStop: 'always' } },
      },
      {
        text: 'caption: Ana Reis waves. Jo Lee waves back.',
        book: { options: { captionStop: 'never' } },
      },
      { text: 'caption: Ana Reis opens Pier Inc.', book: { options: { captionStop: 'never' } } },
    ],
  },
  run(block, _analysis, book) {
    // Houses disagree: without a choice in the style book nothing is wrong.
    const house = book.options['captionStop'];
    if (house !== 'always' && house !== 'sentences' && house !== 'never') return [];
    const { caption, captionRange, credit } = splitOf(block);
    if (caption === '' || credit !== '') return [];
    const shape = captionShape(caption);
    if (house !== 'never') {
      if (
        shape.verbs.length === 0 ||
        /[.!?…:]["”’')\]]*$/.test(caption) ||
        /[\p{L}\p{N}][)\]]?$/u.test(caption) === false
      )
        return [];
      const { end } = captionRange;
      return [
        {
          block: block.id,
          ...captionRange,
          message: 'The caption is a sentence without a full stop.',
          fact: 'add a full stop',
          fixes: [
            {
              title: 'Add the full stop',
              edits: [{ op: 'replace', block: block.id, start: end, end, text: '.' }],
              safe: true,
            },
          ],
        },
      ];
    }
    if (!/[\p{L}\p{N}]\.$/u.test(caption)) return [];
    if (
      /[.!?…]["”’')]*\s/.test(caption) ||
      /\b(?:\p{L}|Inc|Ltd|Co|Corp|Jr|Sr|etc|St|Ave|\p{Lu}\.\p{Lu})\.$/u.test(caption)
    )
      return [];
    const { end } = captionRange;
    return [
      {
        block: block.id,
        start: end - 1,
        end,
        message: 'This house prints captions without a full stop.',
        fact: 'no full stop',
        fixes: [
          {
            title: 'Remove the full stop',
            edits: [{ op: 'replace', block: block.id, start: end - 1, end, text: '' }],
            safe: true,
          },
        ],
      },
    ];
  },
};
