import { foldKey, foldSame } from '../../captions/fold';
import type { PersonName } from '../../captions/people';
import { splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import { spell } from '../number-words';
import type { BlockCheck } from '../types';

/** Pairs that tell themselves apart, or names of people who are not in the picture. */
const OBVIOUS =
  /\b(?:wife|husband|son|daughter|father|mother|(?:his|her|their|and|with(?: an?)?) (?:baby|child|dog|horse)|portraits? of|statues? of|posters? of|photos? of|pictures? of|murals? of|effig(?:y|ies)|masks? of|coffin|grave|collage|combination)\b/i;

export const captionPosition: BlockCheck = {
  id: 'caption-position',
  title: 'Caption does not say who is where',
  section: 'Captions',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['caption'],
  why: 'When a picture shows two people or more, the caption says who stands where: “left”, “from left”, “center”.',
  source: 'AP Stylebook, photo captions',
  examples: {
    flags: [
      { text: 'caption: [[Ana Reis, Jo Lee]], Oct. 13, 2009' },
      { text: 'caption: [[Wanjiru Ekström, Torbjald Quist]], March 5, 2013' },
      { text: 'caption: [[Anna Reis and Thomas Lee]] open the pier in Porto.' },
    ],
    passes: [
      { text: 'caption: Anna Reis, left, and Thomas Lee open the pier in Porto.' },
      { text: 'caption: From left: Anna Reis and Thomas Lee.' },
      { text: 'caption: Anna Reis opens the pier in Porto.' },
      { text: 'caption: Salt Lake City, Utah, March 5, 2013' },
      { text: 'caption: Anna Reis (25) tackles Thomas Lee (16) in Porto.' },
      // Obvious pairs.
      { text: 'caption: Anna Reis and her husband Thomas Lee open the pier.' },
      { text: 'caption: Anna Reis and Thomas Reis open the pier.' },
      { text: 'caption: Anna Reis passes a statue of Thomas Lee.' },
      { text: 'caption: Anna Reis reads Thomas Lee’s book.' },
    ],
  },
  run(block) {
    const { caption, captionRange } = splitOf(block);
    if (caption === '' || OBVIOUS.test(caption)) return [];
    const shape = captionShape(caption);
    if (shape.positions.length > 0) return [];
    const people = shape.people.filter((person) => isShown(caption, person));
    const [first] = people;
    const last = people.at(-1);
    const surnames = new Set(people.map((person) => foldKey(person.surname)));
    if (!first || !last || surnames.size < 2 || surnames.size < people.length) return [];
    return [
      {
        block: block.id,
        start: captionRange.start + first.start,
        end: captionRange.start + last.end,
        message: `The caption names ${people.length < 10 ? spell(people.length) : people.length} people, but not who stands where.`,
        fact: 'who is where?',
      },
    ];
  },
};

/** Not "Thomas Lee's book", not a name in quotation marks or brackets, not somebody spoken about. */
function isShown(caption: string, person: PersonName): boolean {
  const folded = foldSame(caption);
  const after = folded.slice(person.end);
  const before = folded.slice(0, person.start);
  if (/^'s?\b/.test(after) || /^'(?= )/.test(after)) return false;
  if (
    /\b(?:of|about|for|by|like|against|after|than|over|at|to|from|named|called|late) (?:\S+ )?$/i.test(
      before,
    )
  )
    return false;
  return (before.match(/"/g)?.length ?? 0) % 2 === 0 && !/\([^)]*$/.test(before);
}
