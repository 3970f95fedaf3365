import type { ReadBlock } from '../article/reading';
import type { CheckStory } from '../checks/types';
import { editDistance, foldKey } from './fold';
import type { PersonName } from './people';
import { findPeople } from './people';
import { hasStoryWord, storyBlocks } from './reading';

export interface StoryPerson {
  readonly block: ReadBlock;
  readonly person: PersonName;
}

const cache = new WeakMap<ReadBlock, readonly PersonName[]>();

/** People named in the story's own text, in reading order; remembered per block. */
export function storyPeople(story: CheckStory): readonly StoryPerson[] {
  return storyBlocks(story)
    .filter((block) => block.kind !== 'headline')
    .flatMap((block) => {
      let people = cache.get(block);
      if (!people) {
        people = findPeople(block.text);
        cache.set(block, people);
      }
      return people.map((person) => ({ block, person }));
    });
}

export interface NearMiss {
  readonly in: StoryPerson;
  /** What differs, as printed in the caption and in the story. */
  readonly caption: string;
  readonly story: string;
  /** Offset of `caption` in the caption block, relative to the person's start. */
  readonly at: number;
}

/** A story person whose name is this one but for a letter or two; null when there is none, or the name is right. */
export function nearMiss(person: PersonName, story: CheckStory): NearMiss | null {
  if (person.given === null) return null;
  const surnameKnown = hasStoryWord(story, person.surname);
  for (const other of storyPeople(story)) {
    const { given, surname } = other.person;
    if (given === null) continue;
    const sameGiven = foldKey(given) === foldKey(person.given);
    const sameSurname = foldKey(surname) === foldKey(person.surname);
    if (sameGiven && !sameSurname && !surnameKnown && near(person.surname, surname)) {
      return {
        in: other,
        caption: person.surname,
        story: surname,
        at: person.text.length - person.surname.length,
      };
    }
    if (
      sameSurname &&
      !sameGiven &&
      nearGiven(person.given, given) &&
      !hasStoryWord(story, person.given)
    ) {
      return { in: other, caption: person.given, story: given, at: 0 };
    }
  }
  return null;
}

/** One edit from four letters, two from eight; an added s is an inflection. */
function near(a: string, b: string): boolean {
  const [one, two] = [foldKey(a), foldKey(b)];
  const length = Math.min(one.length, two.length);
  if (length < 4 || `${one}s` === two || `${two}s` === one) return false;
  const limit = length >= 8 ? 2 : 1;
  return editDistance(one, two, limit) <= limit;
}

/** Given names need more: Carlo and Carla, Jon and John, Ana and Anna are people of one family. */
function nearGiven(a: string, b: string): boolean {
  const [one, two] = [foldKey(a), foldKey(b)];
  if (Math.min(one.length, two.length) < 5) return false;
  if (one.slice(0, -1) === two.slice(0, -1) || one.startsWith(two) || two.startsWith(one))
    return false;
  return editDistance(one, two, 1) === 1;
}
