import type { BlockCheck } from '../types';

const EXTENSION =
  'jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg|psd|eps|raw|cr2|nef|pdf|docx?|xlsx?|pptx?|indd|mp4|mov|avi|mp3|wav|zip|html?';
/** One word with an extension, or up to five words that hold a digit, an underscore or camera letters. */
const FILE_NAME = new RegExp(
  `^\\s*(?:[\\w.\\-+~%@()&=,'’]+|(?=[^.]*[\\d_])[\\w\\-+()]+(?: [\\w\\-+()&]+){1,5})\\.(?:${EXTENSION})\\s*$`,
  'iu',
);

export const filenameAsText: BlockCheck = {
  id: 'filename-as-text',
  title: 'File name as text',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'crosshead', 'byline', 'bio', 'caption', 'credit', 'alt', 'headline'],
  why: 'The name of a picture’s file is no copy. It comes along when a page is copied with its pictures left out.',
  source: 'Galley',
  examples: {
    flags: [
      { text: '[[IMG_04.jpg]]', fixed: '' },
      { text: '[[20260412_pier-opening(2).JPEG]]' },
      { text: 'caption: [[harbour front 03.png]]', fixed: '' },
      { text: '[[Minutes_final.docx]]' },
    ],
    passes: [
      { text: 'The picture was saved as IMG_04.jpg on the mayor’s phone.' },
      { text: 'He uploaded a file named budget.pdf' },
      { text: 'list-item: budget.pdf' },
      { text: 'Read it at example.com' },
    ],
  },
  run(block) {
    const { text, id, kind } = block;
    if (text.length > 160 || !FILE_NAME.test(text)) return [];
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    const inFigure = block.figure !== null;
    const fix = {
      title: inFigure ? 'Empty it' : 'Remove the line',
      edits: inFigure
        ? [{ op: 'replace' as const, block: id, start: 0, end: text.length, text: '' }]
        : [{ op: 'remove-block' as const, block: id }],
      safe: kind !== 'headline',
    };
    return [
      {
        block: id,
        start,
        end,
        message: 'This is the name of a file, not copy.',
        fact: 'a file name',
        // An empty alt text would say that the picture is decorative: only a person can say that.
        fixes: kind === 'alt' ? [] : [fix],
      },
    ];
  },
};
