import { metaValues } from '../../captions/metadata';
import { figureCredit, shortFact } from '../../captions/reading';
import type { StoryCheck } from '../types';

export const creditNoCreator: StoryCheck = {
  id: 'credit-no-creator',
  title: 'Credit without a creator',
  section: 'Credits',
  severity: 'suggestion',
  scope: 'story',
  why: 'An agency distributes the picture; somebody made it. Where the name is known, it is printed.',
  source: 'IPTC Photo Metadata, Creator; agency contracts',
  examples: {
    flags: [
      { text: 'caption: Ana Reis waves.\ncredit: [[Getty Images]]' },
      {
        text: 'caption: Ana Reis waves.\ncredit: [[AFP/Getty Images]]',
        photo: { metadata: { creator: { xmp: ['Tomas Reyes'] } } },
      },
    ],
    passes: [
      { text: 'caption: Ana Reis waves.\ncredit: Jo Lee/Getty Images' },
      { text: 'caption: Ana Reis waves.\ncredit: annaz/iStock' },
      { text: 'caption: Ana Reis waves.\ncredit: STR/AFP' },
      { text: 'caption: Ana Reis waves.\ncredit: Pool/Getty Images' },
      { text: 'caption: Ana Reis waves.\ncredit: AP Photo/Uncredited' },
      { text: 'caption: Ana Reis waves.\ncredit: Harbour Museum/AP' },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const placed = figureCredit(figure);
      if (!placed) return [];
      const { credit, offset, block } = placed;
      const named =
        credit.creators.length > 0 ||
        credit.staff ||
        credit.pool ||
        credit.uncredited ||
        credit.handout ||
        credit.courtesy ||
        credit.organisations.length + credit.sources.length + credit.publishers.length > 0;
      const first = credit.parties[0];
      const last = credit.parties.at(-1);
      if (named || credit.agencies.length === 0 || !credit.certain || !first || !last) return [];
      const [creator] = metaValues(figure.photo, 'creator');
      return [
        {
          block: block.id,
          start: offset + first.start,
          end: offset + last.end,
          message: creator
            ? `The credit names no creator; the photo’s metadata says ${creator}.`
            : 'The credit names an agency, but nobody who made the picture.',
          fact: shortFact(creator ?? 'no creator'),
        },
      ];
    }),
};
