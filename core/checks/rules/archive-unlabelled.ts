import { findDates } from '../../captions/dates';
import { metaDate, metaValues } from '../../captions/metadata';
import { figureCredit, hasStoryWord, splitOf } from '../../captions/reading';
import type { ReadFigure, StoryCheck } from '../types';

const LABELLED =
  /\b(?:file|archive|archival|undated|then|years? (?:ago|earlier)|historic|historical|ca\.|circa)\b/i;

export const archiveUnlabelled: StoryCheck = {
  id: 'archive-unlabelled',
  title: 'Archive photo without a label',
  section: 'Credits',
  severity: 'warning',
  scope: 'story',
  why: 'Readers take a picture for today’s. One that is more than a year older than the story says so: “FILE -”.',
  source: 'AP Stylebook, photo captions: file photos',
  examples: {
    flags: [
      {
        text: 'caption: [[Ana Reis speaks in Porto.]]\ncredit: Jo Lee/AP\nReis resigned on Monday.',
        dates: { published: '2015-06-01' },
        photo: { metadata: { dateCreated: { iim: ['20080301'] } } },
      },
      {
        text: 'caption: [[Ana Reis speaks in Porto on March 1, 2008.]]\ncredit: Jo Lee/AP\nReis resigned on Monday.',
        dates: { published: '2015-06-01' },
      },
    ],
    passes: [
      {
        text: 'caption: FILE - Ana Reis speaks in Porto on March 1, 2008.\ncredit: Jo Lee/AP',
        dates: { published: '2015-06-01' },
      },
      {
        text: 'caption: Ana Reis speaks in Porto.\ncredit: (AP Photo/Jo Lee, File)',
        dates: { published: '2015-06-01' },
        photo: { metadata: { dateCreated: { iim: ['20080301'] } } },
      },
      {
        text: 'caption: Ana Reis speaks in Porto.\ncredit: Jo Lee/AP',
        dates: { published: '2015-06-01' },
        photo: { metadata: { dateCreated: { iim: ['20150530'] } } },
      },
      // Retrospectives tell of that year.
      {
        text: 'caption: Ana Reis speaks in Porto on March 1, 2008.\ncredit: Jo Lee/AP\nIn 2008 all was well.',
        dates: { published: '2015-06-01' },
      },
    ],
  },
  run(story) {
    const published = metaDate(story.dates.published ?? '');
    if (!published) return [];
    return story.figures.flatMap((figure) => {
      const { caption, captionRange, flag } = splitOf(figure.caption);
      if (caption === '' || flag !== null || LABELLED.test(caption)) return [];
      const credit = figureCredit(figure)?.credit;
      if (credit?.archive || (credit && credit.kind !== 'photo')) return [];
      const taken = takenOn(figure, caption);
      if (taken === null) return [];
      const days = Math.round(
        (Date.UTC(published.year, published.month - 1, published.day) -
          Date.UTC(taken.year, (taken.month ?? 12) - 1, taken.day ?? 28)) /
          86_400_000,
      );
      if (days <= 365 || hasStoryWord(story, String(taken.year))) return [];
      return [
        {
          block: figure.caption.id,
          ...captionRange,
          message: `The picture is of ${taken.year}, the story of ${published.year}, and nothing says that it is from the archive.`,
          fact: `${taken.year} → ${published.year}`,
        },
      ];
    });
  },
};

function takenOn(
  figure: ReadFigure,
  caption: string,
): { year: number; month: number | null; day: number | null } | null {
  const [created] = metaValues(figure.photo, 'dateCreated');
  const date = created === undefined ? null : metaDate(created);
  if (date) return date;
  // Only a full date says when the picture was taken; a year alone may be part of what is told.
  const printed = findDates(caption).find((found) => found.year !== null && found.day !== null);
  return printed?.year ? { year: printed.year, month: printed.month, day: printed.day } : null;
}
