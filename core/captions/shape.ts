import type { PrintedDate } from './dates';
import { findDates } from './dates';
import { foldSame } from './fold';
import type { PersonName } from './people';
import { findPeople } from './people';
import type { FoundPlace } from './places';
import { findPlaces } from './places';
import type { FiniteVerb } from './verbs';
import { finiteVerbs } from './verbs';

export interface PositionCue {
  readonly start: number;
  readonly end: number;
}

/** The structure of a caption: who, where in the picture, doing what, where, when. */
export interface CaptionShape {
  readonly people: readonly PersonName[];
  readonly positions: readonly PositionCue[];
  /** Verbs that can be finite; none means a label or a fragment. */
  readonly verbs: readonly FiniteVerb[];
  readonly places: readonly FoundPlace[];
  readonly dates: readonly PrintedDate[];
  /** One name, perhaps with a description, and nothing else: what stands under a mug shot. */
  readonly mug: boolean;
}

const POSITION =
  /\b(?:from|at|on|in|to)?\s?(?:the )?(?:far|second from|third from|fourth from|top|bottom|upper|lower|back to|cent(?:er|re))?\s?(?:left|right)\b(?!-| to\b| of way|s\b)|[(,] ?(?:cent(?:er|re)|top|bottom|above|below|middle|rear|back|front|l|r|c|foreground|background|standing|seated|pictured|in red|in blue)\b|\bl(?:eft)?[- ]to[- ]r(?:ight)?\b|\bclockwise\b|\b(?:front|back|top|bottom|middle) row\b|\b(?:in the )?(?:foreground|background|centre|center)\b|\bstanding behind\b|\bin front of\b|\bflank(?:s|ed|ing)?\b|\bno\. ?\d|#\d+|\(\d{1,2}\)|\b(?:second|third) (?:left|right)\b|\bback to (?:the )?camera\b/giu;

const cache = new Map<string, CaptionShape>();

/** Reads a caption's structure by lexicons and word forms. Honest about what it is: a heuristic that leans to silence. */
export function captionShape(text: string): CaptionShape {
  const known = cache.get(text);
  if (known) return known;
  const folded = foldSame(text);
  const people = findPeople(text);
  const positions = [...folded.matchAll(POSITION)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const verbs = finiteVerbs(text);
  const places = findPlaces(text).filter(
    (place) => !people.some((person) => place.start < person.end && person.start < place.end),
  );
  const dates = findDates(text);
  const shape = {
    people,
    positions,
    verbs,
    places,
    dates,
    mug: verbs.length === 0 && isMug(folded, people, dates),
  };
  if (cache.size > 500) cache.clear();
  cache.set(text, shape);
  return shape;
}

function isMug(
  folded: string,
  people: readonly PersonName[],
  dates: readonly PrintedDate[],
): boolean {
  const words = folded.trim().split(/\s+/);
  const yearOnly = dates.length === 1 && dates[0]?.month === null && dates[0].weekday === null;
  if ((dates.length > 0 && !yearOnly) || people.length > 1) return false;
  if (people.length === 1 && (people[0]?.start ?? 9) < 3 && words.length <= 8) return true;
  if (dates.length > 0) return false;
  const label = words.every((word) => /^(?:of|the|and|for|de|\p{Lu}.*)$/u.test(word));
  return words.length <= 4 || (label && words.length <= 6 && !/,/.test(folded));
}
