import { restricts, rightsOrders } from '../../captions/rights';
import type { StoryCheck } from '../types';

export const metaInstructions: StoryCheck = {
  id: 'meta-instructions',
  title: 'Instructions not acknowledged',
  section: 'Photo metadata against the story',
  severity: 'error',
  scope: 'story',
  why: 'The sender restricts how the picture may be used. Somebody has to have read that before it is printed.',
  source: 'IPTC Photo Metadata: Instructions, Rights Usage Terms',
  examples: {
    flags: [
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AP',
        photo: { metadata: { instructions: { iim: ['EMBARGOED UNTIL 0600 GMT MONDAY'] } } },
      },
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AP',
        photo: { metadata: { usageTerms: { xmp: ['No use in Portugal. One-time use only.'] } } },
      },
    ],
    passes: [
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AP',
        photo: {
          metadata: { instructions: { iim: ['EMBARGOED UNTIL 0600 GMT MONDAY'] } },
          acknowledged: [
            {
              by: 'Kim',
              at: '2026-01-05T08:00:00Z',
              field: 'instructions',
              text: 'EMBARGOED UNTIL 0600 GMT MONDAY',
            },
          ],
        },
      },
      // What agencies write on every picture.
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AP',
        photo: {
          metadata: { instructions: { iim: ['EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES.'] } },
        },
      },
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AP',
        photo: { metadata: { usageTerms: { xmp: ['© 2026 Jo Lee. All rights reserved.'] } } },
      },
      { text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AP' },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) =>
      rightsOrders(figure.photo)
        .filter(({ acknowledged, text }) => acknowledged === null && restricts(text))
        .map(({ field, text }) => ({
          block: figure.id,
          start: 0,
          end: 0,
          message: `Nobody has acknowledged the photo’s ${field === 'instructions' ? 'instructions' : 'terms'}: “${cut(text, 120)}”.`,
          fact: cut(text, 60),
        })),
    ),
};

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
