import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import type { CheckStory, Draft, Place, StoryCheck } from '../types';

const KINDS = new Set(['paragraph', 'list-item', 'dek', 'caption', 'bio']);
const ITEM = String.raw`\p{Ll}[\p{Ll}-]{2,}`;
/** Three or more single words of small letters: what has longer items may be clauses. */
const SERIES = new RegExp(
  String.raw`(?<![\p{L}’'-])(${ITEM}), (?:${ITEM}, ){0,4}(${ITEM})(,?) (?:and|or) (${ITEM})(?=[.;:)?!—–]|$)`,
  'gu',
);
/** Words that begin or carry a clause, or an aside: not items. */
const NO_ITEM =
  /^(?:the|and|but|which|who|that|then|when|where|while|was|were|are|has|had|have|will|would|can|could|may|might|said|says|say|told|however|too|also|though|perhaps|indeed|therefore|meanwhile|respectively|instead|first|later|now|today|yesterday|tomorrow|for|with|from|into|not|yes|well|because|they|she|him|her|them|you|his|their|our|its|this|these|those|there|here|his|more|less|so|else|like|least|etc|\p{Ll}+ly)$/u;

export const serialComma: StoryCheck = {
  id: 'serial-comma',
  title: 'Comma before “and” in a series',
  section: 'House style and consistency',
  severity: 'suggestion',
  scope: 'story',
  why: 'A house sets a comma before the last item of a plain series, or it does not. One story does one.',
  source: 'AP Stylebook, comma; Chicago Manual of Style 6.19',
  examples: {
    flags: [
      {
        text: 'He sold bread, cheese and wine. She bought rope, paint and tar.\nThey ate [[apples, pears, and plums]].',
        fixed: 'They ate apples, pears and plums.',
      },
      {
        text: 'They ate [[apples, pears, and plums]].',
        fixed: 'They ate apples, pears and plums.',
        book: { options: { serialComma: 'never' } },
      },
      {
        text: 'They ate [[apples, pears and plums]].',
        fixed: 'They ate apples, pears, and plums.',
        book: { options: { serialComma: 'always' } },
      },
    ],
    passes: [
      { text: 'He sold bread, cheese and wine. They ate apples, pears and plums.' },
      {
        text: 'He came, she said, and left. It rained, they went, and it stopped.',
        book: { options: { serialComma: 'never' } },
      },
      {
        text: 'He said so, slowly, and left. They ate “apples, pears, and plums”.',
        book: { options: { serialComma: 'never' } },
      },
      {
        text: 'They ate apples, pears, and plums. He sold bread, cheese and wine.',
        book: { options: { serialComma: 'either' } },
      },
    ],
  },
  run(story) {
    const house = story.book.options['serialComma'];
    if (house === 'either') return [];
    const found = { with: [] as Series[], without: [] as Series[] };
    for (const block of story.blocks) {
      if (!KINDS.has(block.kind)) continue;
      const series = seriesIn(block);
      if (series.length === 0) continue;
      const { quotations } = story.analysis(block);
      for (const one of series) {
        if (!within(quotations, one.start, one.end))
          found[one.comma ? 'with' : 'without'].push(one);
      }
    }
    return drafts(found, house, story);
  },
};

interface Series extends Place {
  readonly comma: boolean;
  /** Where the comma is or would be. */
  readonly at: number;
}

const seriesIn = perBlock((block: ReadBlock): readonly Series[] => {
  if (!/, /u.test(block.text)) return [];
  return [...block.text.matchAll(SERIES)].flatMap((match) => {
    const [all, , , comma = '', last = ''] = match;
    const items = all.split(/,? (?:and|or) |, /u);
    if (items.some((item) => NO_ITEM.test(item))) return [];
    // "changes, big and small": of three items without the comma, one in the plural and others not are no series.
    const plurals = items.filter((item) => item.endsWith('s')).length;
    if (comma === '' && items.length === 3 && plurals % 3 !== 0) return [];
    const start = match.index;
    const end = start + all.length;
    // " and " or " or " stands before the last item.
    const joint = all.slice(0, -last.length).endsWith(' or ') ? 4 : 5;
    const at = end - last.length - joint - comma.length;
    return [{ block: block.id, start, end, comma: comma !== '', at }];
  });
});

function drafts(
  found: { readonly with: readonly Series[]; readonly without: readonly Series[] },
  house: unknown,
  story: CheckStory,
): readonly Draft[] {
  const mixed = found.with.length > 0 && found.without.length > 0;
  if (house === undefined && !mixed) return [];
  const american = found.without.length >= found.with.length;
  const wanted = house === 'always' || (house !== 'never' && !american) ? 'with' : 'without';
  const wrong = wanted === 'with' ? found.without : found.with;
  const right = found[wanted][0];
  return wrong.map((one): Draft => {
    const { block, start, end, at } = one;
    const add = wanted === 'with';
    return {
      block,
      start,
      end,
      message: house
        ? `The house ${add ? 'sets a comma' : 'sets no comma'} before the last item of a plain series.`
        : `This series has ${add ? 'no' : 'a'} comma before its last item; other series here ${add ? 'have one' : 'have none'}.`,
      fact: add ? 'comma missing' : 'one comma more',
      fixes: [
        {
          title: add ? 'Add the comma' : 'Remove the comma',
          safe: false,
          edits: [
            { op: 'replace', block, start: at, end: add ? at : at + 1, text: add ? ',' : '' },
          ],
        },
      ],
      related: right && story.block(right.block) ? [placeOf(right)] : [],
    };
  });
}

function placeOf({ block, start, end }: Series): Place {
  return { block, start, end };
}
