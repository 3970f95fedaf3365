import { foldSame } from '../../captions/fold';
import { nearMiss } from '../../captions/name-match';
import type { PersonName } from '../../captions/people';
import { hasStoryWord, splitOf, storyBlocks } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { StoryCheck } from '../types';

/** A caption that explains who somebody is needs no story for it. */
const EXPLAINED_BEFORE =
  /\b(?:resident|residents|actor|actress|singer|player|student|teacher|pilot|striker|goalkeeper|driver|rider|artist|author|writer|owner|shopper|worker|farmer|voter|fan|tourist|visitor|volunteer|neighbou?r|mother|father|wife|husband|son|daughter|brother|sister|friend|customer|cosplayer|supporter|protester|demonstrator|spectator|passer-by|bystander|refugee|survivor|witness|curator|activist|nurse|doctor|soldier|firefighter|officer) (?:\S+ and )?$/i;
const EXPLAINED_AFTER =
  /^(?:,? (?:a|an|who|whose|the|of|from|aged)\b|, ?\d{1,3}\b|, (?:an? |the |one of |who |whose |from |of |owner|student|teacher|founder|director|head|chief|professor|member|resident)|,? and (?:his|her) )/i;

export const captionPersonNotInStory: StoryCheck = {
  id: 'caption-person-not-in-story',
  title: 'Person only in the caption',
  section: 'Photo metadata against the story',
  severity: 'warning',
  scope: 'story',
  why: 'A caption names people the story is about. A name that the story never mentions may be the wrong picture or the wrong name.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'caption: [[Vladimir Petrov]] waves in Porto.\nMayor Ana Reis opened the pier in Porto on Monday.',
      },
      {
        text: 'caption: Ana Reis, left, and [[Thomas Lee]] wave.\nMayor Ana Reis opened the pier on Monday.',
      },
    ],
    passes: [
      { text: 'caption: Ana Reis waves in Porto.\nMayor Ana Reis opened the pier.' },
      { text: 'caption: Ana Reis’s ship leaves Porto.\nReis sold the ship on Monday.' },
      // Bystanders whom the caption itself introduces.
      { text: 'caption: Resident Thomas Lee, 34, looks on.\nMayor Ana Reis opened the pier.' },
      { text: 'caption: Thomas Lee, a fisherman, looks on.\nMayor Ana Reis opened the pier.' },
      { text: 'caption: The harbour of San Diego.\nMayor Ana Reis opened the pier.' },
    ],
  },
  run(story) {
    if (!storyBlocks(story).some((block) => block.kind === 'paragraph' && block.text.trim() !== ''))
      return [];
    return story.figures.flatMap((figure) => {
      const { caption, captionRange } = splitOf(figure.caption);
      return captionShape(caption)
        .people.filter((person) => person.given !== null && !explained(caption, person))
        .filter(
          (person) => !hasStoryWord(story, person.surname) && nearMiss(person, story) === null,
        )
        .map((person) => ({
          block: figure.caption.id,
          start: captionRange.start + person.start,
          end: captionRange.start + person.end,
          message: `The caption names ${person.text}; the story does not.`,
          fact: 'caption ↔ story',
        }));
    });
  },
};

function explained(caption: string, person: PersonName): boolean {
  const folded = foldSame(caption);
  const after = folded.slice(person.end);
  if (EXPLAINED_BEFORE.test(folded.slice(0, person.start))) return true;
  // ", left," says where, not who.
  return EXPLAINED_AFTER.test(after) && !/^, (?:the )?(?:left|right|cent(?:er|re))/i.test(after);
}
