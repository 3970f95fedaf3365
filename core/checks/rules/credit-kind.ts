import { metaValues } from '../../captions/metadata';
import { figureCredit, splitOf } from '../../captions/reading';
import type { ReadFigure, StoryCheck } from '../types';

const DRAWN =
  /^(?:an? |the |this )?(?:[\p{Ll}-]+ )?(illustration|drawing|cartoon|infographic|graphic|composite|rendering|collage|photomontage|chart)\b/iu;
/** A photograph of something drawn is a photograph. */
const ARTWORK =
  /\b(?:painting|mural|poster|artwork|sculpture|exhibition|exhibit|museum|gallery|hangs|on display|auction|graffiti|book|comic|photo of|photograph of|holds?|holding|shows? off|seen)\b/i;
const MADE =
  /(?:compositeWith|composite|trainedAlgorithmicMedia|algorithmicMedia|digitalArt|digitalCreation|virtualRecording)/i;

export const creditKind: StoryCheck = {
  id: 'credit-kind',
  title: 'Credit names the wrong kind',
  section: 'Credits',
  severity: 'warning',
  scope: 'story',
  why: 'An illustration or a composite must not pass for a photograph.',
  source: 'Reuters Handbook, pictures; IPTC Digital Source Type',
  examples: {
    flags: [
      { text: 'alt: An illustration showing a torn flag\ncredit: [[Photo:]] Jo Lee/Getty Images' },
      { text: 'caption: A composite of six ships.\ncredit: [[Photo by]] Jo Lee/AP' },
      {
        text: 'caption: Ana Reis waves.\ncredit: [[Photo:]] Jo Lee/AP',
        photo: {
          metadata: {
            digitalSourceType: {
              xmp: ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'],
            },
          },
        },
      },
    ],
    passes: [
      {
        text: 'alt: An illustration showing a torn flag\ncredit: Illustration: Jo Lee/Getty Images',
      },
      { text: 'caption: Ana Reis waves.\ncredit: Photo: Jo Lee/AP' },
      // A photo of artwork.
      { text: 'caption: A drawing of the harbour hangs in the museum.\ncredit: Photo: Jo Lee/AP' },
      { text: 'alt: An illustration showing a torn flag\ncredit: Jo Lee/AP' },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const placed = figureCredit(figure);
      const label = placed?.credit.label;
      if (!placed || !label || placed.credit.kinds.length > 1) return [];
      if (placed.credit.kind !== 'photo' || !/^photo/i.test(label)) return [];
      const kind = kindOf(figure);
      if (kind === null) return [];
      const start = placed.offset + placed.block.text.slice(placed.offset).indexOf(label);
      return [
        {
          block: placed.block.id,
          start,
          end: start + label.length,
          message: `The credit says photo, but the picture is ${kind}.`,
          fact: `photo ↔ ${kind.replace(/^an? /, '')}`,
        },
      ];
    }),
};

/** What the picture's texts or its file say it is, with its article; null when they say nothing. */
function kindOf(figure: ReadFigure): string | null {
  const [type] = metaValues(figure.photo, 'digitalSourceType');
  if (type && MADE.test(type)) {
    if (/composite/i.test(type)) return 'a composite';
    return /algorithmic/i.test(type) ? 'generated' : 'an illustration';
  }
  for (const text of [splitOf(figure.caption).caption, figure.alt ?? '']) {
    const found = DRAWN.exec(text)?.[1]?.toLowerCase();
    if (found && !ARTWORK.test(text)) return `${/^[aeiou]/.test(found) ? 'an' : 'a'} ${found}`;
  }
  return null;
}
