import { editDistance, foldKey } from '../../captions/fold';
import { metaValues } from '../../captions/metadata';
import type { PersonName } from '../../captions/people';
import { findPeople } from '../../captions/people';
import { hasStoryWord, splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { ReadFigure, StoryCheck } from '../types';

export const metaPersonMismatch: StoryCheck = {
  id: 'meta-person-mismatch',
  title: 'Caption and file name other people',
  section: 'Photo metadata against the story',
  severity: 'warning',
  scope: 'story',
  why: 'The file says who is in the picture. When none of them is in the caption, the caption may stand under the wrong picture.',
  source: 'IPTC Photo Metadata, Person Shown in the Image',
  examples: {
    flags: [
      {
        text: 'caption: [[Ana Reis]] waves in Porto.\nMayor Ana Reis and engineer Thomas Lee came.',
        photo: { metadata: { personShown: { xmp: ['Thomas Lee'] } } },
        fixed: 'Thomas Lee waves in Porto.',
      },
      {
        text: 'caption: [[Ana Reis]] waves in Porto.\nMayor Ana Reis came.',
        photo: { metadata: { description: { iim: ['Thomas Lee waves in Porto, March 1.'] } } },
      },
    ],
    passes: [
      {
        text: 'caption: Ana Reis waves in Porto.\nMayor Ana Reis came.',
        photo: { metadata: { personShown: { xmp: ['Thomas Lee', 'Ana Reis'] } } },
      },
      // Surnames, titles, accents, and a letter that another check looks at.
      {
        text: 'caption: Mayor Reis waves in Porto.\nMayor Ana Reis came.',
        photo: { metadata: { personShown: { xmp: ['REIS, Ana'] } } },
      },
      {
        text: 'caption: Teresa Oliviera waves in Porto.\nMayor Teresa Oliveira came.',
        photo: { metadata: { personShown: { xmp: ['Teresa Oliveira'] } } },
      },
      // A caption without a name leaves nothing to compare.
      {
        text: 'caption: The ferry leaves Porto.\nMayor Ana Reis came.',
        photo: { metadata: { personShown: { xmp: ['Thomas Lee'] } } },
      },
      { text: 'caption: Ana Reis waves in Porto.\nMayor Ana Reis came.' },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const file = peopleInFile(figure);
      const { caption, captionRange } = splitOf(figure.caption);
      const printed = captionShape(caption).people;
      const [first] = printed;
      const [other] = file;
      if (!first || other === undefined) return [];
      if (printed.some((person) => file.some((name) => mayBe(person, name)))) return [];
      const start = captionRange.start + first.start;
      const end = captionRange.start + first.end;
      const single = printed.length === 1 && file.length === 1;
      // Only a name that the story tells of may be put in by a key.
      const known = hasStoryWord(story, other.split(/\s+/u).at(-1) ?? '');
      return [
        {
          block: figure.caption.id,
          start,
          end,
          message: `The caption names ${first.text}, the photo’s metadata names ${file.slice(0, 3).join(', ')}.`,
          fact: `${first.surname} ≠ ${other}`,
          fixes:
            single && known
              ? [
                  {
                    title: other,
                    safe: false,
                    edits: [{ op: 'replace', block: figure.caption.id, start, end, text: other }],
                  },
                ]
              : [],
        },
      ];
    }),
};

/** Who the file says is shown: its own field, else the people of its caption. */
function peopleInFile(figure: ReadFigure): readonly string[] {
  const shown = metaValues(figure.photo, 'personShown');
  if (shown.length > 0) return shown;
  return metaValues(figure.photo, 'description').flatMap((text) =>
    findPeople(text).map((person) => person.text),
  );
}

/** Any word of the file's name that is the surname, or nearly: "REIS, Ana", "Ana Reis", "Reiss". */
function mayBe(person: PersonName, name: string): boolean {
  const surname = foldKey(person.surname);
  return foldKey(name)
    .split(/[\s,]+/u)
    .some((word) => word === surname || (word.length > 4 && editDistance(word, surname, 2) <= 2));
}
