import { metaValues } from '../../captions/metadata';
import { compatiblePlaces, knownPlace, knownPlaces } from '../../captions/places';
import { splitOf } from '../../captions/reading';
import type { StoryCheck } from '../types';

export const metaPlaceMismatch: StoryCheck = {
  id: 'meta-place-mismatch',
  title: 'Caption place and metadata disagree',
  section: 'Photo metadata against the story',
  severity: 'warning',
  scope: 'story',
  why: 'The file says which place the picture shows. Where it was taken from is another field and does not count.',
  source: 'IPTC Photo Metadata, Location Shown in the Image',
  examples: {
    flags: [
      {
        text: 'caption: Ana Reis speaks in [[Paris]] on Monday.',
        photo: { metadata: { locationShown: { xmp: ['Moscow, Russia'] } } },
      },
    ],
    passes: [
      {
        text: 'caption: Ana Reis speaks in Moscow on Monday.',
        photo: { metadata: { locationShown: { xmp: ['Moscow', 'Russia'] } } },
      },
      // Suburbs, spellings, city and country.
      {
        text: 'caption: Ana Reis speaks in Nanterre on Monday.',
        photo: { metadata: { locationShown: { xmp: ['Paris'] } } },
      },
      {
        text: 'caption: Ana Reis speaks in Kiev on Monday.',
        photo: { metadata: { locationShown: { xmp: ['Kyiv'] } } },
      },
      {
        text: 'caption: Ana Reis speaks in France on Monday.',
        photo: { metadata: { locationShown: { xmp: ['Paris'] } } },
      },
      {
        text: 'caption: Ana Reis speaks in Paris on Monday.',
        photo: { metadata: { locationCreated: { xmp: ['Moscow'] } } },
      },
    ],
  },
  run: (story) =>
    story.figures.flatMap((figure) => {
      const shown = metaValues(figure.photo, 'locationShown')
        .flatMap((value) => value.split(/[,;/]/))
        .map((part) => knownPlace(part.trim()))
        .filter((place) => place !== null);
      const { caption, captionRange } = splitOf(figure.caption);
      const printed = knownPlaces(caption).filter(
        (place) => !/^['’]s/.test(caption.slice(place.end)),
      );
      const [first] = printed;
      const [file] = shown;
      if (!first || file === undefined) return [];
      const agree = printed.some((place) =>
        shown.some((other) => place.known !== null && compatiblePlaces(place.known, other)),
      );
      if (agree) return [];
      return [
        {
          block: figure.caption.id,
          start: captionRange.start + first.start,
          end: captionRange.start + first.end,
          message: `The caption says ${first.text}, the photo’s metadata says ${file}.`,
          fact: `${first.text} ≠ ${file}`,
        },
      ];
    }),
};
