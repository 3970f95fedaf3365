import { findDates } from '../../captions/dates';
import type { MetaDate } from '../../captions/metadata';
import { daysBetween, metaDate, metaValues } from '../../captions/metadata';
import { splitOf } from '../../captions/reading';
import type { StoryCheck } from '../types';

export const metaDateMismatch: StoryCheck = {
  id: 'meta-date-mismatch',
  title: 'Caption date and metadata disagree',
  section: 'Photo metadata against the story',
  severity: 'warning',
  scope: 'story',
  why: 'The camera or the agency noted when the picture was taken. Time zones explain a day only where a time is given; a scan is dated years later.',
  source: 'IPTC Photo Metadata, Date Created',
  examples: {
    flags: [
      {
        text: 'caption: Ana Reis waves in Porto, [[Oct. 13, 2009]].',
        photo: { metadata: { dateCreated: { xmp: ['2009-10-12'] } } },
      },
      {
        text: 'caption: Ana Reis waves in Porto on [[13 October]].',
        photo: { metadata: { dateCreated: { iim: ['20091002'] } } },
      },
    ],
    passes: [
      {
        text: 'caption: Ana Reis waves in Porto, Oct. 13, 2009.',
        photo: { metadata: { dateCreated: { xmp: ['2009-10-13'] } } },
      },
      // Time zones.
      {
        text: 'caption: Ana Reis waves in Porto, Oct. 13, 2009.',
        photo: { metadata: { dateCreated: { exif: ['2009:10:12 22:10:00'] } } },
      },
      // Scans.
      {
        text: 'caption: Ana Reis waves in Porto, Oct. 13, 1969.',
        photo: { metadata: { dateCreated: { xmp: ['2004-02-01'] } } },
      },
      {
        text: 'caption: Ana Reis waves on May 3, 2009, before the election on May 10, 2009.',
        photo: { metadata: { dateCreated: { xmp: ['2009-05-03'] } } },
      },
      { text: 'caption: Ana Reis waves in Porto, Oct. 13, 2009.' },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const created = metaDate(metaValues(figure.photo, 'dateCreated')[0] ?? '');
      if (!created) return [];
      const { caption, captionRange } = splitOf(figure.caption);
      const printed = findDates(caption).flatMap((date) =>
        date.month !== null && date.day !== null
          ? [{ ...date, year: date.year ?? created.year, month: date.month, day: date.day }]
          : [],
      );
      const [first] = printed;
      if (!first || printed.some((date) => agrees(date, created))) return [];
      return [
        {
          block: figure.caption.id,
          start: captionRange.start + first.start,
          end: captionRange.start + first.end,
          message: `The caption says ${caption.slice(first.start, first.end)}, the photo’s metadata says ${iso(created)}.`,
          fact: `${iso(first)} ≠ ${iso(created)}`,
        },
      ];
    }),
};

function agrees(
  date: { readonly year: number; readonly month: number; readonly day: number },
  created: MetaDate,
): boolean {
  const days = daysBetween(date, created);
  if (days === 0 || days > 300) return true;
  if (created.hour === null) return false;
  return (days === -1 && created.hour >= 10) || (days === 1 && created.hour < 12);
}

function iso(date: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}
