import type { PrintedDate } from '../../captions/dates';
import { knownPlaces } from '../../captions/places';
import { shortFact, splitOf, storyBlocks } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { FiniteVerb } from '../../captions/verbs';
import type { CheckStory, StoryCheck } from '../types';

/** Pictures that were set up or have no place to tell. */
const STUDIO =
  /\b(?:portrait|studio|headshot|undated|screengrab|screenshot|illustration|artwork|logo|still|stock|selfie)\b/i;

export const captionNoPlace: StoryCheck = {
  id: 'caption-no-place',
  title: 'Caption without a place',
  section: 'Captions',
  severity: 'warning',
  scope: 'story',
  why: 'A news picture says where and when it was taken. This caption says when.',
  source: 'AP Stylebook, photo captions: who, what, when, where',
  examples: {
    flags: [
      { text: 'caption: [[Ana Reis speaks Monday.]]' },
      { text: 'caption: [[Ana Reis, Jo Lee, Oct. 13, 2009]]\nThe two met in Lisbon today.' },
    ],
    passes: [
      { text: 'caption: Ana Reis speaks in Moscow on Monday.' },
      { text: 'caption: Ana Reis speaks at the harbour office on Monday.' },
      // Studio shots.
      { text: 'caption: Ana Reis poses for a portrait on Monday.' },
      { text: 'caption: Ana Reis opens the pier.' },
      { text: 'caption: Ana Reis in 2009.' },
      { text: 'caption: The secret songs of whales, told by a new study Oct 29, 2019' },
    ],
  },
  run(story) {
    if (!story.book.language.startsWith('en')) return [];
    return story.figures.flatMap((figure) => {
      const { caption, captionRange } = splitOf(figure.caption);
      if (caption === '' || STUDIO.test(caption)) return [];
      const shape = captionShape(caption);
      const dated = shape.dates.some((date) => tellsWhen(caption, date, shape.verbs));
      if (!dated || shape.places.length > 0) return [];
      if (shape.people.length === 0 && shape.verbs.length === 0) return [];
      const place = placeOfStory(story);
      return [
        {
          block: figure.caption.id,
          ...captionRange,
          message: place
            ? `The caption says when, but not where. The story says ${place}.`
            : 'The caption says when, but not where.',
          fact: shortFact(place ? `${place}?` : 'no place'),
        },
      ];
    });
  },
};

/** The place that the story itself gives: its dateline, or the first one it names. */
function placeOfStory(story: CheckStory): string | null {
  if (story.dates.dateline !== '') return story.dates.dateline;
  for (const block of storyBlocks(story)) {
    if (block.kind === 'headline') continue;
    const inside = knownPlaces(block.text).find((place) =>
      /\b(?:in|at|near) $/.test(block.text.slice(Math.max(0, place.start - 5), place.start)),
    );
    if (inside) return inside.text;
  }
  return null;
}

/** A weekday, or a day that the sentence takes up: ", Oct. 13", "on Oct. 13", "speaks Oct. 13"; no trailing stamp. */
function tellsWhen(caption: string, date: PrintedDate, verbs: readonly FiniteVerb[]): boolean {
  if (date.weekday !== null) return true;
  if (date.day === null) return false;
  const before = caption.slice(0, date.start).trimEnd();
  return (
    before === '' ||
    /(?:[,;(]|\b(?:on|until|since|by|from))$/i.test(before) ||
    verbs.some((verb) => verb.tense !== 'unclear' && verb.end === before.length)
  );
}
