import { creditDifference } from '../../captions/agree';
import type { PlacedCredit } from '../../captions/reading';
import { creditIn, figureCredit, isCreditLine, shortFact } from '../../captions/reading';
import type { CheckStory, Draft, StoryCheck } from '../types';

export const creditDisagrees: StoryCheck = {
  id: 'credit-disagrees',
  title: 'Credits disagree',
  section: 'Credits',
  severity: 'error',
  scope: 'story',
  why: 'One picture, one maker: the photo line in the text, the caption and the credit line must name the same.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AFP\nThe pier opened.\n[[Photo: Jo Lee/EPA]]',
      },
      { text: 'caption: Ana Reis waves. [[(AP Photo/Tom Day)]]\ncredit: Jo Lee/AP' },
    ],
    passes: [
      { text: 'caption: Ana Reis waves.\ncredit: JO LEE/AFP/Getty Images\nPhoto: Jo Lee/AFP' },
      // Case, separators and “via”.
      {
        text: 'caption: Ana Reis waves.\ncredit: JO LEE/AFP/Getty Images\nPhoto: Jo Lee | AFP via Getty Images',
      },
      { text: 'caption: Ana Reis waves. (AP Photo/Jo Lee)\ncredit: Jo Lee/AP' },
      {
        text: 'caption: Ana Reis waves.\ncredit: Jo Lee/AFP\ncaption: The pier.\ncredit: Tom Day/AP\nPhotos: Jo Lee/AFP, Tom Day/AP',
      },
    ],
  },
  run: (story) => [...photoLines(story), ...embedded(story)],
};

/** A line of credit among the paragraphs that fits none of the figures. */
function photoLines(story: CheckStory): readonly Draft[] {
  const figures = story.figures.flatMap((figure) => figureCredit(figure) ?? []);
  if (figures.length === 0) return [];
  return story.blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'bio')
    .filter((block) => isCreditLine(block))
    .flatMap((block) => {
      const placed = creditIn(block);
      if (!placed?.credit.certain) return [];
      const fits = figures.some((other) => creditDifference(placed.credit, other.credit) === null);
      const allKnown =
        figures.length > 1 &&
        placed.credit.creators.every((creator) =>
          figures.some((other) => other.credit.creators.some((one) => one.name === creator.name)),
        );
      const [first] = figures;
      return fits || allKnown || !first ? [] : [draft(placed, first)];
    });
}

/** A credit at the end of a caption against the figure's own credit line. */
function embedded(story: CheckStory): readonly Draft[] {
  return story.figures.flatMap((figure) => {
    const inCaption = creditIn(figure.caption);
    const line = creditIn(figure.credit);
    if (!inCaption || !line) return [];
    return creditDifference(inCaption.credit, line.credit) === null ? [] : [draft(inCaption, line)];
  });
}

function draft(placed: PlacedCredit, other: PlacedCredit): Draft {
  const difference = creditDifference(placed.credit, other.credit);
  const [first, second] = difference ? [difference.first, difference.second] : ['', ''];
  const start = placed.offset;
  return {
    block: placed.block.id,
    start,
    end: start + placed.credit.raw.trimEnd().length,
    message: `This credit says ${first}, the figure’s credit says ${second}.`,
    fact: shortFact(`${first} ≠ ${second}`),
    related: [
      { block: other.block.id, start: other.offset, end: other.offset + other.credit.raw.length },
    ],
  };
}
