import type { ReadBlock } from '../../article/reading';
import { analyse } from '../analysis';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import type { CheckStory, Draft, Place, StoryCheck } from '../types';

const KINDS = new Set(['paragraph', 'list-item', 'dek', 'crosshead', 'caption', 'bio']);
/** One hyphen in a word of small letters, no address. */
const HYPHENATED =
  /(?<![\p{L}\p{N}’'@#./_‑-])\p{L}\p{Ll}*-\p{Ll}{3,}(?![\p{L}\p{N}@/_‑-]|\.\p{L}|[’']\p{Ll}{2})/gu;
/** Here the hyphen tells two words apart: re-creation, recreation. */
const TWO_WORDS = /^(?:re|pre|un|co-op|coop)-|^(?:.*-(?:up|out|off|down|in|on|over|back))$/u;

export const hyphenMix: StoryCheck = {
  id: 'hyphen-mix',
  title: 'Hyphen used now and then',
  section: 'House style and consistency',
  severity: 'suggestion',
  scope: 'story',
  why: 'A word is written with a hyphen or in one. One story does one.',
  source: 'AP Stylebook, hyphen; Chicago Manual of Style 7.89',
  examples: {
    flags: [
      {
        text: 'He sent an email, then an email. Then an [[e-mail]] came.',
        fixed: 'He sent an email, then an email. Then an email came.',
      },
      {
        text: 'They met at a mid-term party, a mid-term party.\nThe [[midterm]] vote is near.',
        fixed: 'The mid-term vote is near.',
      },
    ],
    passes: [
      { text: 'The re-creation of the pier is for recreation.' },
      { text: 'He sent an email. “An e-mail came,” she said.' },
      { text: 'A well-known mayor is well known.' },
      { text: 'They set up a set-up and a setup.' },
      { text: 'He sent an e-mail and an e-mail. See example.org/email now.' },
    ],
  },
  run(story) {
    const hyphenated = new Map<string, Form[]>();
    for (const block of story.blocks) {
      if (!KINDS.has(block.kind) || !block.text.includes('-')) continue;
      for (const form of hyphenatedIn(block)) push(hyphenated, form.key, form);
    }
    if (hyphenated.size === 0) return [];
    const closed = new Map<string, Form[]>();
    for (const block of story.blocks) {
      if (!KINDS.has(block.kind)) continue;
      for (const word of wordsIn(block)) {
        if (hyphenated.has(word)) {
          for (const form of closedIn(block, word)) push(closed, word, form);
        }
      }
    }
    return [...closed].flatMap(([key, forms]) => drafts(story, hyphenated.get(key) ?? [], forms));
  },
};

interface Form extends Place {
  readonly key: string;
  readonly text: string;
}

function push(map: Map<string, Form[]>, key: string, form: Form): void {
  const list = map.get(key);
  if (list) list.push(form);
  else map.set(key, [form]);
}

const hyphenatedIn = perBlock((block: ReadBlock): readonly Form[] =>
  [...block.text.matchAll(HYPHENATED)]
    .filter(([text]) => !TWO_WORDS.test(text.toLowerCase()))
    .map((match) => ({
      block: block.id,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      key: match[0].toLowerCase().replace('-', ''),
    })),
);

const wordsIn = perBlock(
  (block: ReadBlock) =>
    new Set(
      analyse(block)
        .tokens.filter(({ text }) => text.length > 3)
        .map(({ text }) => text.toLowerCase().replace(/[’'].*$/u, '')),
    ),
);

function closedIn(block: ReadBlock, word: string): readonly Form[] {
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}’'@#./_‑-])${word}(?![\p{L}\p{N}@/_‑-]|\.\p{L}|[’']\p{Ll}{2})`,
    'giu',
  );
  return [...block.text.matchAll(pattern)].map((match) => ({
    block: block.id,
    start: match.index,
    end: match.index + word.length,
    text: match[0],
    key: word,
  }));
}

function drafts(
  story: CheckStory,
  hyphenated: readonly Form[],
  closed: readonly Form[],
): readonly Draft[] {
  const own = ({ block, start, end }: Form) => {
    const read = story.block(block);
    return !read || !within(story.analysis(read).quotations, start, end);
  };
  const [a, b] = [hyphenated.filter(own), closed.filter(own)];
  if (a.length === 0 || b.length === 0) return [];
  const [few, most] = a.length > b.length ? [b, a] : [a, b];
  const usual = most[0];
  if (!usual) return [];
  return few.map(({ block, start, end, text }) => {
    const capital = text.charAt(0) !== text.charAt(0).toLowerCase();
    const plain = usual.text.toLowerCase();
    const better = capital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
    return {
      block,
      start,
      end,
      message: `The story has “${text}” here and “${usual.text}” elsewhere.`,
      fact: `${text} ↔ ${usual.text}`,
      fixes: [
        { title: better, safe: false, edits: [{ op: 'replace', block, start, end, text: better }] },
      ],
      related: [{ block: usual.block, start: usual.start, end: usual.end }],
    };
  });
}
