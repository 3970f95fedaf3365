import lexicon from '#assets/lexicons/us-uk.json';
import type { ReadBlock } from '../../article/reading';
import { analyse } from '../analysis';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import type { Draft, Place, StoryCheck } from '../types';

type Side = 'us' | 'uk';
interface Known {
  readonly side: Side;
  /** The same word as the other side writes it. */
  readonly other: string;
}
const SIDES: ReadonlyMap<string, Known> = new Map(
  lexicon.pairs.flatMap((pair): readonly (readonly [string, Known])[] => {
    const [us = '', uk = ''] = pair.split('/');
    return [
      [us, { side: 'us', other: uk }],
      [uk, { side: 'uk', other: us }],
    ];
  }),
);
const KINDS = new Set(['paragraph', 'list-item', 'dek', 'headline', 'crosshead', 'caption', 'bio']);
const IZE = /iz(?:e[ds]?|ing|ations?|ers?)$/u;
const ISE = /is(?:e[ds]?|ing|ations?|ers?)$/u;
/** More than these and the mixture is plain. */
const MOST = 5;

interface Spelling extends Place {
  readonly word: string;
  readonly side: Side;
  readonly other: string;
}

export const usUkMix: StoryCheck = {
  id: 'us-uk-mix',
  title: 'American and British spelling mixed',
  section: 'House style and consistency',
  severity: 'warning',
  scope: 'story',
  why: 'A story keeps to one spelling. Names and quotations keep their own.',
  source: 'Guardian style guide, American English; AP Stylebook',
  examples: {
    flags: [
      {
        text: 'The color of the pier is an odd color.\nIts [[harbour]] is old.',
        fixed: 'Its harbor is old.',
      },
      {
        text: 'The [[color]] of the pier is odd. Its harbour is at the centre.',
        fixed: 'The colour of the pier is odd. Its harbour is at the centre.',
      },
      {
        text: 'The color is odd in the [[centre]] of town.',
        fixed: 'The color is odd in the center of town.',
        book: { language: 'en-US' },
      },
      {
        text: 'The [[color]] is odd in the centre of town.',
        book: { language: 'en-GB' },
      },
    ],
    passes: [
      { text: 'The color is odd at the center of town.' },
      { text: 'The colour is odd at the centre of town.' },
      { text: 'The color is odd at the Bolshoi Theatre and the Centre Pompidou.' },
      { text: 'The color is odd. “I like the harbour,” she said.' },
      { text: 'The colour is odd. The town organized a vote.' },
      { text: 'The color is odd; see www.harbour-centre.example.' },
    ],
  },
  run(story) {
    const found = { us: [] as Spelling[], uk: [] as Spelling[] };
    for (const block of story.blocks) {
      if (!KINDS.has(block.kind)) continue;
      const words = spellings(block);
      if (words.length === 0) continue;
      const { quotations } = story.analysis(block);
      for (const one of words) {
        if (!within(quotations, one.start, one.end)) found[one.side].push(one);
      }
    }
    const { uk } = found;
    // British houses may write -ize too (Oxford spelling): it is American only beside -ise.
    const us = uk.some(({ word }) => ISE.test(word))
      ? found.us
      : found.us.filter(({ word }) => !IZE.test(word));
    if (us.length === 0 || uk.length === 0) return [];
    const british =
      us.length === uk.length ? story.book.language !== 'en-US' : uk.length > us.length;
    const [most, few] = british ? [uk, us] : [us, uk];
    const example = most[0];
    return few.slice(0, MOST).map((one): Draft => {
      const { block, start, end, word, other } = one;
      return {
        block,
        start,
        end,
        message: `The word ${word} is ${british ? 'American' : 'British'} spelling; the rest of the story is ${british ? 'British' : 'American'}, as ${example?.word ?? ''} is.`,
        fact: `${word} ↔ ${example?.word ?? ''}`,
        fixes: [
          { title: other, safe: false, edits: [{ op: 'replace', block, start, end, text: other }] },
        ],
        related: example ? [{ block: example.block, start: example.start, end: example.end }] : [],
      };
    });
  },
};

/** Words that tell the side. Capitalised ones may be names; those in a hyphenated or dotted string may be addresses. */
const WORD = /(?<![\p{L}\p{N}’'._/@#-])\p{Ll}{4,}(?![\p{L}\p{N}_/@-]|\.\p{L})/uy;

const spellings = perBlock((block: ReadBlock): readonly Spelling[] =>
  analyse(block).tokens.flatMap(({ text, start }) => {
    // The mark of a possessive belongs to the token, not to the word.
    const word = /^\w+$/u.test(text) ? text : text.replace(/['’].*$/u, '');
    const known = SIDES.get(word);
    if (!known) return [];
    WORD.lastIndex = start;
    if (WORD.exec(block.text)?.[0] !== word) return [];
    return [{ block: block.id, start, end: start + word.length, word, ...known }];
  }),
);
