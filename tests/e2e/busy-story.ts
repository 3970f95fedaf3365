import type { Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';

const STREETS =
  'Alder Birch Cedar Dogwood Elm Fern Gorse Hazel Ivy Juniper Larch Maple Nettle Oak Poplar'.split(
    ' ',
  );

/** A story of our own with well over sixty findings: every paragraph about a street has several slips. */
export function busyStory(): Story {
  const paragraphs = STREETS.flatMap((street, at) => [
    `Tolls on ${street} Street rose ${at + 12} percent, and the works there cost $${at + 3} million dollars, the website of the town says.`,
    `Crews will close ${street} Street on January ${at + 4}th, a notice says, and open it at 9:00 AM on February ${at + 2}.`,
  ]);
  const blocks = ['Street works to begin', ...paragraphs].map((text, at) =>
    textBlock(`b${at + 1}`, at === 0 ? 'headline' : 'paragraph', text),
  );
  return newStory({ id: 'busy', slug: 'street-works', styleBook: 'ap', article: { blocks } });
}
