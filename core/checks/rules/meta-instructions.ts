import type { MetadataField } from '../../article/model';
import { metaValues } from '../../captions/metadata';
import type { StoryCheck } from '../types';

const FIELDS: readonly MetadataField[] = ['instructions', 'usageTerms'];
/** What agencies put on every picture. */
const BOILERPLATE = [
  /(?:restricted to |for |free )?editorial use(?: only)?/gi,
  /mandatory credit:?[^.;]*/gi,
  /no (?:re)?sales?|no archives?|not released(?: \(nr\))?|no model release/gi,
  /all rights reserved|world rights|no restrictions?|none/gi,
  /tpx images of the day|attention editors?:?/gi,
  /(?:please )?credit[: ][^.;]*/gi,
  /(?:user|use|usage)[^.;]*(?:agree|subject to|terms)[^.;]*(?:licen[cs]e|conditions|agreement)[^.;]*/gi,
  /this (?:image|picture|photo) (?:was|is) (?:provided|supplied) by a third party/gi,
  /https?:\/\/\S+|©[^.;]*/gi,
];
const RESTRICTS =
  /embargo|\bhold for\b|\bnot (?:to )?be (?:used|published)|\bno (?:use|internet|web|online|tv|magazines?|tabloids?|third)|\bdo not\b|\bmust\b|\buntil\b|\bexclusive|\bout\b|\bone[- ]time\b|\bonly\b|\bpermission\b|\brestrict|\bapproval\b|\brequired\b|\bexpires?\b|\bprior to\b|\bkill\b|\bwithdraw|\bobscure|\bpixel/i;

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
      FIELDS.flatMap((field) =>
        metaValues(figure.photo, field)
          .filter((text) => restricts(text))
          .filter(
            (text) =>
              !(figure.photo?.acknowledged ?? []).some(
                (one) => one.field === field && one.text.trim() === text,
              ),
          )
          .map((text) => ({
            block: figure.id,
            start: 0,
            end: 0,
            message: `Nobody has acknowledged the photo’s ${field === 'instructions' ? 'instructions' : 'terms'}: “${cut(text, 120)}”.`,
            fact: cut(text, 60),
          })),
      ),
    ),
};

function restricts(text: string): boolean {
  const rest = BOILERPLATE.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return RESTRICTS.test(rest);
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
