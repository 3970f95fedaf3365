import { analyse } from '../analysis';
import { perBlock } from '../per-block';
import type { Draft, Place, StoryCheck } from '../types';

const KINDS = new Set(['paragraph', 'dek', 'quotation', 'caption', 'list-item', 'bio']);
/** A closing mark with a stop or comma on either side. */
const HINT = /["”][.,]|[.,]["”]|(?:''|’’)[.,]|[.,](?:''|’’)/u;
/** From so many places on, with none the other way, it is how the copy was written. */
const MANY = 4;

export const quotePunctOrder: StoryCheck = {
  id: 'quote-punct-order',
  title: 'Stop outside the quotation',
  section: 'Quotes and punctuation',
  severity: 'warning',
  scope: 'story',
  why: 'American style puts stops and commas inside the closing mark; British style only where they belong to the words quoted.',
  source: 'AP Stylebook, quotation marks',
  examples: {
    flags: [
      { text: 'He called it “great[[”.]]', fixed: 'He called it “great.”' },
      { text: 'He called it "great[[",]] and left.', fixed: 'He called it "great," and left.' },
      {
        text: '“It is great[[”,]] he said. “It went well”, she said. “We stay”, they said. “So be it”.',
        fixed:
          '“It is great,” he said. “It went well,” she said. “We stay,” they said. “So be it.”',
      },
    ],
    passes: [
      { text: 'He called it “great.”' },
      { text: 'He called it “great”.', book: { language: 'en-GB' } },
      { text: 'He called it “great”.', book: { options: { quotePunctuation: 'logical' } } },
      { text: 'Did he say “great!”, or not? Press “x”.' },
    ],
  },
  run(story) {
    const { book } = story;
    const choice =
      book.options['quotePunctuation'] ?? (book.language === 'en-US' ? 'inside' : 'logical');
    if (choice !== 'inside') return [];
    const seen = story.blocks
      .filter((block) => KINDS.has(block.kind) && HINT.test(block.text))
      .map((block) => marksIn(block));
    const outside = seen.flatMap((one) => one.outside);
    const inside = seen.reduce((sum, one) => sum + one.inside, 0);
    // Copy from a house of the other style: that is one thing to know, not one for each quotation.
    if (outside.length >= MANY && inside === 0) return [together(outside)];
    return outside.map((place) => ({
      ...place.at,
      message: `The ${place.mark === '.' ? 'full stop' : 'comma'} goes inside the quotation.`,
      fact: `${place.found} → ${place.swapped}`,
      fixes: [{ title: place.swapped, edits: [swap(place)], safe: false }],
    }));
  },
};

interface Outside {
  readonly at: Place;
  readonly mark: string;
  readonly found: string;
  readonly swapped: string;
}

const marksIn = perBlock((block) => {
  const { text, id } = block;
  const outside: Outside[] = [];
  let inside = 0;
  for (const { start: from, end, family, closed } of analyse(block).quotes.quotations) {
    if (!closed || family !== 'double' || end - from < 5) continue;
    const mark = text.charAt(end);
    const before = text.charAt(end - 2);
    if (before === '.' || before === ',') inside += 1;
    if ((mark !== '.' && mark !== ',') || /[.,!?…;:—–-]/u.test(before)) continue;
    if (/^[.,][\d.\p{L}]/u.test(text.slice(end, end + 2))) continue;
    const glyph = text.slice(end - 1, end);
    outside.push({
      at: { block: id, start: end - 1, end: end + 1 },
      mark,
      found: `${glyph}${mark}`,
      swapped: `${mark}${glyph}`,
    });
  }
  return { outside, inside };
});

function swap({ at, swapped }: Outside) {
  return { op: 'replace' as const, ...at, text: swapped };
}

function together(places: readonly Outside[]): Draft {
  const [first, ...rest] = places;
  return {
    ...(first?.at ?? { block: '', start: 0, end: 0 }),
    message: `The story sets full stops and commas outside its quotations; they go inside.`,
    fact: `${places.length} outside`,
    related: rest.map((place) => place.at),
    fixes: [{ title: 'Move them inside', edits: places.map(swap), safe: false }],
  };
}
