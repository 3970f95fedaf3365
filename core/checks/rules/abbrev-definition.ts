import lexicon from '#assets/lexicons/known-abbreviations.json';
import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import type { CheckStory, Draft, Place, StoryCheck } from '../types';

const BODY = new Set(['paragraph', 'list-item', 'dek']);
const KNOWN = new Set(lexicon.known);
/** Three to six capitals standing alone. */
const CAPITALS =
  /(?<![\p{L}\p{N}.’'@#&/_+-])\p{Lu}{3,6}(?![\p{L}\p{N}@#&/_+-]|\.\p{L}|[’']\p{Lu})/gu;
const ROMAN = /^[IVXLCM]+$/u;

export const abbrevDefinition: StoryCheck = {
  id: 'abbrev-definition',
  title: 'Abbreviation nobody explains',
  section: 'House style and consistency',
  severity: 'suggestion',
  scope: 'story',
  why: 'A reader who does not know an abbreviation is lost. Spell it out once; an explanation that is never used again can go.',
  source: 'AP Stylebook, abbreviations and acronyms; Guardian style guide',
  examples: {
    flags: [
      { text: 'The [[QWLT]] met in Esbjerg. The QWLT meets each year.' },
      {
        text: 'The Quay and Wharf Loan Trust (QWLT) met.\nThe Quay and Wharf Loan Trust ([[QWLT]]) left. The QWLT is old.',
      },
      { text: 'The Quay and Wharf Loan Trust ([[QWLT]]) met in Esbjerg.' },
    ],
    passes: [
      { text: 'The Quay and Wharf Loan Trust (QWLT) met. The QWLT is old.' },
      { text: 'NASA and the FBI met the CEO.' },
      { text: 'The QWLT (Quay and Wharf Loan Trust) met. The QWLT is old.' },
      { text: '“The QWLT met,” she said.' },
      { text: 'THE PIER OPENS ON MONDAY IN ESBJERG.' },
      { text: 'Louis XIV and Super Bowl XXX met.' },
    ],
  },
  run(story) {
    const uses = new Map<string, Use[]>();
    for (const block of story.blocks) {
      if (!BODY.has(block.kind)) continue;
      for (const use of usesIn(block)) {
        const list = uses.get(use.text);
        if (list) list.push(use);
        else uses.set(use.text, [use]);
      }
    }
    return [...uses].flatMap(([text, list]) => judge(story, text, list));
  },
};

interface Use extends Place {
  readonly text: string;
  /** Stands in brackets behind words with its initials. */
  readonly defines: boolean;
  /** Words in brackets follow it. */
  readonly explained: boolean;
}

const usesIn = perBlock((block: ReadBlock): readonly Use[] => {
  const { text } = block;
  return [...text.matchAll(CAPITALS)].flatMap((match) => {
    const [word] = match;
    if (KNOWN.has(word) || ROMAN.test(word)) return [];
    const start = match.index;
    const end = start + word.length;
    const before = text.slice(Math.max(0, start - 120), start);
    const after = text.slice(end, end + 40);
    // Between other capitals it is shouting, not an abbreviation.
    if (/\p{Lu}{2,}[,:]? $/u.test(before) || /^[,:]? \p{Lu}{2,}/u.test(after)) return [];
    const defines = /\($/u.test(before) && /^s?\)/u.test(after) && initials(before, word);
    return [
      {
        block: block.id,
        start,
        end,
        text: word,
        defines,
        explained: isExplained(text, word, start, after),
      },
    ];
  });
});

/** Do the words before the bracket begin with the letters, more or less? */
function initials(before: string, word: string): boolean {
  const heads = (before.match(/\p{L}+/gu) ?? []).map((one) => one.charAt(0).toUpperCase());
  return heads.slice(-word.length - 4).includes(word.charAt(0));
}

function judge(story: CheckStory, text: string, all: readonly Use[]): readonly Draft[] {
  const list = all.filter(({ block, start, end }) => {
    const read = story.block(block);
    return read && !within(story.analysis(read).quotations, start, end);
  });
  const [first] = list;
  if (!first) return [];
  const defined = list.filter((use) => use.defines);
  const [definition] = defined;
  if (!definition && !list.some((use) => use.explained)) {
    return [draft(first, `The story never says what ${text} stands for.`, 'not explained')];
  }
  if (definition && all.length === 1) {
    return [draft(definition, `The story explains ${text} and never uses it again.`, 'used once')];
  }
  return defined
    .slice(1)
    .map((use) => draft(use, `The story has already explained ${text}.`, 'explained twice'));
}

function draft({ block, start, end }: Use, message: string, fact: string): Draft {
  return { block, start, end, message, fact };
}

/** Words in brackets or commas behind it, or its full name in capitals in the same paragraph: "Terms of Service … TOS". */
function isExplained(text: string, word: string, start: number, after: string): boolean {
  if (
    /^,? \(\p{L}{2}/u.test(after) ||
    /^,? (?:or|short for|which stands for|stands for) /u.test(after)
  )
    return true;
  const heads = [...word].map((letter) => String.raw`${letter}\p{L}*`);
  const spelled = new RegExp(
    String.raw`(?<!\p{L})${heads.join(String.raw`(?:[ \u00a0-](?:of|for|and|the|in|on|to|&)){0,2}[ \u00a0-]`)}(?!\p{L})`,
    'u',
  );
  return spelled.test(text.slice(0, start)) || spelled.test(text.slice(start + word.length));
}
