import type { ReadBlock } from '../../article/reading';
import { foldRepeat } from '../repeats';
import type { CheckStory, Draft, StoryCheck } from '../types';

const CUT =
  /(\S+)?\s*[[(]?(?:\.\s?\.\s?\.|…)[\])]?\s*(?:(?:read|see|show) more|more|weiterlesen|lire la suite|leer más)?[\s\])»”"’']*$/iu;
/** A dek of this many characters that ends in an ellipsis was cut by a machine, not for effect. */
const LONG = 120;

export const dekTruncated: StoryCheck = {
  id: 'dek-truncated',
  title: 'Dek breaks off',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'story',
  why: 'A dek that ends in an ellipsis in mid-sentence was cut off by the page it came from.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: `dek: The harbour authority approved the new pier after it [[didn’t ...]]
          The harbour authority approved the new pier after it didn’t find another way to keep the ferry.`,
      },
      { text: 'dek: The council says it cannot [[keep ...]]\nA long debate ended on Monday.' },
      { text: 'dek: The council says that it is not able to [[keep […]]]\nA long debate ended.' },
      {
        text: 'dek: After a debate of more than six hours the harbour authority approved the new pier, the largest in the county, which is to [[be…]]\nIt opens in June.',
      },
    ],
    passes: [
      { text: 'dek: The council says it cannot keep its promise.\nA long debate ended on Monday.' },
      { text: 'dek: And then there was nothing…\nA long debate ended on Monday.' },
      { text: 'dek: “Wait …” the mayor said.\nA long debate ended on Monday.' },
    ],
  },
  run(story) {
    return story.blocks.flatMap((block) => (block.kind === 'dek' ? check(block, story) : []));
  },
};

function check(block: ReadBlock, story: CheckStory): readonly Draft[] {
  const match = CUT.exec(block.text);
  if (!match) return [];
  const end = block.text.trimEnd().length;
  const lede = ledeOf(block.text.slice(0, match.index + (match[1]?.length ?? 0)), story);
  // A space before the ellipsis is how pages cut; writers who trail off put it right behind the word.
  const cutBySpace = /\S\s+[[(]?(?:\.\s?\.\s?\.|…)/u.test(match[0]);
  if (!lede && !cutBySpace && block.text.length < LONG) return [];
  return [
    {
      block: block.id,
      start: match.index,
      end,
      message: lede
        ? 'The dek is the beginning of a paragraph, cut off in mid-sentence.'
        : 'The dek breaks off in mid-sentence.',
      fact: 'ends in an ellipsis',
      related: lede ? [{ block: lede.id, start: 0, end: lede.text.length }] : [],
    },
  ];
}

/** The paragraph that has the dek's last words in it, followed by more. */
function ledeOf(text: string, story: CheckStory): ReadBlock | undefined {
  const tail = foldRepeat(text).slice(-60);
  if (tail.length < 25) return undefined;
  return story.blocks.find(
    (block) => block.kind === 'paragraph' && foldRepeat(block.text).includes(tail),
  );
}
