import type { ReadBlock } from '../../article/reading';
import type { NumberMention } from '../numbers';
import type { CheckStory, Draft, StoryCheck } from '../types';

const LISTED =
  'ways|reasons|things|steps|tips|rules|lessons|questions|facts|points|items|options|principles|ideas|goals|signs|mistakes|colou?rs|categories|types|kinds|parts|stages|phases|countries|states|cities|people|factors|criteria|examples|features';
const OPEN = /\b(?:including|such as|among|for example|e\.g\.|like|of the|at least|some)\b/iu;

export const listCount: StoryCheck = {
  id: 'list-count',
  title: 'List is shorter than announced',
  section: 'Numbers, dates, money',
  severity: 'warning',
  scope: 'story',
  why: 'Readers count. A list that promises five things must have five.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'There are [[five ways]] to fix a pier:\nlist-item: Wood\nlist-item: Stone\nlist-item: Steel\nlist-item: Prayer',
      },
      { text: 'The flag has [[five colours: red, blue, green and white]].' },
    ],
    passes: [
      {
        text: 'There are five ways to fix a pier:\nlist-item: Wood\nlist-item: Stone\nlist-item: Steel\nlist-item: Prayer\nlist-item: Glue',
      },
      {
        text: 'There are two ways to fix a pier:\nlist-item: Wood\nlist-item: Oak\nlist-item: Steel',
      },
      { text: 'The flag has four colours: red, blue, green and white.' },
      { text: 'The flag has five colours, including red and blue.' },
    ],
  },
  run(story) {
    return story.blocks.flatMap((block, index) => {
      if (block.kind !== 'paragraph' || !block.text.includes(':')) return [];
      const announced = story
        .analysis(block)
        .numbers.filter((number) => isAnnounced(block, number));
      const last = announced.at(-1);
      if (!last) return [];
      return [...inList(story, block, index, last), ...inline(block, last)];
    });
  },
};

function isAnnounced(block: ReadBlock, number: NumberMention): boolean {
  if (number.kind !== 'count' || number.upTo !== null || number.value < 2 || number.value > 30)
    return false;
  return new RegExp(`^ (?:[\\p{L}-]+ )?(?:${LISTED})\\b`, 'iu').test(block.text.slice(number.end));
}

function nounEnd(block: ReadBlock, number: NumberMention): number {
  const match = new RegExp(`^ (?:[\\p{L}-]+ )?(?:${LISTED})\\b`, 'iu').exec(
    block.text.slice(number.end),
  );
  return number.end + (match?.[0].length ?? 0);
}

/** A paragraph that ends in a colon, and the list below it. More items than announced may be items of items. */
function inList(
  story: CheckStory,
  block: ReadBlock,
  index: number,
  number: NumberMention,
): readonly Draft[] {
  if (!/:\s*$/u.test(block.text) || OPEN.test(block.text.slice(number.end))) return [];
  let count = 0;
  for (const next of story.blocks.slice(index + 1)) {
    if (next.kind !== 'list-item') break;
    count += 1;
  }
  if (count < 2 || count >= number.value) return [];
  return [draft(block, number.start, nounEnd(block, number), number.value, count)];
}

/** "five colours: red, blue, green and white": simple items up to the end of the sentence. */
function inline(block: ReadBlock, number: NumberMention): readonly Draft[] {
  const from = nounEnd(block, number);
  const rest = /^: ([^.;:()“”"]+)[.]/u.exec(block.text.slice(from));
  const list = rest?.[1] ?? '';
  if (!rest || OPEN.test(list) || !list.includes(',')) return [];
  const items = list.split(/,? and |, /u).filter((item) => item.trim() !== '');
  if (items.length === number.value || items.some((item) => item.split(' ').length > 2)) return [];
  return [draft(block, number.start, from + rest[0].length - 1, number.value, items.length)];
}

function draft(block: ReadBlock, start: number, end: number, said: number, listed: number): Draft {
  return {
    block: block.id,
    start,
    end,
    message: `The text announces ${said} and lists ${listed}.`,
    fact: `${said} ≠ ${listed}`,
  };
}
