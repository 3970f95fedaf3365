import { creditDifference } from '../../captions/agree';
import { parseCredit } from '../../captions/credit';
import type { Credit } from '../../captions/credit-types';
import { metaValues } from '../../captions/metadata';
import { figureCredit, shortFact } from '../../captions/reading';
import type { ReadFigure, StoryCheck } from '../types';

export const metaCreditMismatch: StoryCheck = {
  id: 'meta-credit-mismatch',
  title: 'Credit and metadata disagree',
  section: 'Photo metadata against the story',
  severity: 'error',
  scope: 'story',
  why: 'The file says who made and who distributes the picture. A printed credit that names somebody else is wrong, or the picture is.',
  source: 'IPTC Photo Metadata: Creator, Credit Line, Source',
  examples: {
    flags: [
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/[[AFP]]',
        photo: { metadata: { creditLine: { xmp: ['EPA'] }, source: { xmp: ['EPA'] } } },
      },
      {
        text: 'caption: Ana Reis waves.\ncredit: [[Jo Lee]]/AFP',
        photo: { metadata: { creator: { iim: ['TOM DAY'] }, creditLine: { iim: ['AFP'] } } },
      },
    ],
    passes: [
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AFP/Getty Images',
        photo: {
          metadata: {
            creator: { xmp: ['JO LEE'] },
            creditLine: { xmp: ['AFP via Getty Images'] },
            source: { xmp: ['AFP'] },
          },
        },
      },
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/Agence France-Presse — Getty Images',
        photo: { metadata: { creditLine: { iim: ['AFP/Getty Images'] } } },
      },
      { text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AFP' },
      // XMP counts where the parts of the file differ.
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AFP',
        photo: { metadata: { creditLine: { xmp: ['AFP'], iim: ['EPA'] } } },
      },
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AP',
        photo: { metadata: { creator: { xmp: ['STF'] }, source: { xmp: ['FR171 AP'] } } },
      },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const placed = figureCredit(figure);
      if (!placed) return [];
      const file = fileCredit(figure);
      for (const other of file) {
        const difference = creditDifference(placed.credit, other);
        if (!difference) continue;
        const roles = difference.what === 'creator' ? ['creator', 'handle'] : ['agency'];
        const parties = placed.credit.parties.filter((party) => roles.includes(party.role));
        const overlaps = other.agencies.some((name) => placed.credit.agencies.includes(name));
        // Chains that share a hand are one chain told from two ends.
        if (difference.what === 'agency' && overlaps) continue;
        const first = parties[0];
        const last = parties.at(-1);
        if (!first || !last) continue;
        return [
          {
            block: placed.block.id,
            start: placed.offset + first.start,
            end: placed.offset + last.end,
            message: `The credit says ${difference.first}, the photo’s metadata says ${difference.second}.`,
            fact: shortFact(`${difference.first} ≠ ${difference.second}`),
          },
        ];
      }
      return [];
    }),
};

/** What the file says, as credits: its creators, and its agencies from Credit Line and Source together. */
function fileCredit(figure: ReadFigure): readonly Credit[] {
  const creators = metaValues(figure.photo, 'creator')
    .map(parseCredit)
    .filter((credit) => credit.certain && credit.parties.length === credit.creators.length);
  const all = creators.flatMap((credit) => credit.creators);
  const [first] = creators;
  const lines = [...metaValues(figure.photo, 'creditLine'), ...metaValues(figure.photo, 'source')];
  const parsed = lines.map(parseCredit);
  const agencies = [...new Set(parsed.flatMap((credit) => credit.agencies))];
  const [line] = parsed;
  return [
    ...(first ? [{ ...first, creators: all, agencies: [] }] : []),
    ...(line && agencies.length > 0 ? [{ ...line, creators: [], agencies }] : []),
  ];
}
