import type { ReadBlock } from '../../article/reading';
import { analyse } from '../analysis';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import { tokens } from '../tokens';
import type { CheckStory, Draft, StoryCheck } from '../types';

const BODY = new Set(['paragraph', 'list-item', 'dek', 'caption']);
const SMALL = new Set(
  'a an and as at but by for from if in into nor of off on onto or over per so than the to up via vs with yet is be are it its'.split(
    ' ',
  ),
);
/** A sentence-case headline has this many capitals too many before somebody means title case. */
const LEAST = 2;

export const hedCase: StoryCheck = {
  id: 'hed-case',
  title: 'Capitals in the headline',
  section: 'Links, headline, accessibility',
  severity: 'suggestion',
  scope: 'story',
  why: 'A house writes its headlines in sentence case or in title case. Names have their capital in both.',
  source: 'AP Stylebook, headlines; Chicago Manual of Style 8.159',
  examples: {
    flags: [
      {
        text: 'headline: [[Town Opens Pier in Esbjerg]]\nThe town opens its pier in Esbjerg today. When it opens, all of Esbjerg comes.',
        fixed: 'Town opens pier in Esbjerg',
      },
      {
        text: 'headline: Town opens pier in [[esbjerg]]\nThe pier in Esbjerg is open. Many in Esbjerg came.',
        fixed: 'Town opens pier in Esbjerg',
      },
      {
        text: 'headline: [[Town opens pier in Esbjerg]]\nThe town opens a pier.',
        fixed: 'Town Opens Pier in Esbjerg',
        book: { options: { hedCase: 'title' } },
      },
    ],
    passes: [
      { text: 'headline: Town opens pier in Esbjerg\nThe town opens its pier in Esbjerg.' },
      { text: 'headline: iPhone maker opens pier\nThe maker of the iPhone opens a pier.' },
      {
        text: 'headline: Town Opens iPhone Pier in Esbjerg\nThe town opens a pier.',
        book: { options: { hedCase: 'title' } },
      },
      {
        text: 'headline: Town Opens Pier in Esbjerg\nThe town opens its pier in Esbjerg.',
        book: { options: { hedCase: 'any' } },
      },
      { text: 'headline: TOWN OPENS PIER\nThe town opens its pier.' },
    ],
  },
  run(story) {
    const house = story.book.options['hedCase'] ?? 'sentence';
    if (house === 'any') return [];
    return story.blocks.flatMap((block) =>
      block.kind !== 'headline' || block.text === block.text.toUpperCase()
        ? []
        : house === 'title'
          ? titleCase(story, block)
          : sentenceCase(story, block),
    );
  },
};

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words after the first, outside quotations; words behind a colon or a stop begin anew. */
function later(story: CheckStory, block: ReadBlock): readonly Word[] {
  const { quotations } = story.analysis(block);
  return tokens(block.text).filter(
    ({ text, start, end }, index) =>
      index > 0 &&
      /^\p{L}[\p{L}’'-]*$/u.test(text) &&
      !/[.:!?…—–|‘“"'(] ?$/u.test(block.text.slice(0, start)) &&
      !within(quotations, start, end),
  );
}

function sentenceCase(story: CheckStory, block: ReadBlock): readonly Draft[] {
  const words = later(story, block);
  const { small, capital } = bodyWords(story, new Set(words.map(({ text }) => text.toLowerCase())));
  const drafts: Draft[] = [];
  const many: Word[] = [];
  for (const word of words) {
    const key = word.text.toLowerCase();
    const isSmall = word.text === key;
    // The text has it small and never with a capital in mid-sentence, or the other way round.
    if (/^\p{Lu}\p{Ll}+$/u.test(word.text) && small.has(key) && !capital.has(key)) many.push(word);
    if (!isSmall || small.has(key) || (capital.get(key) ?? 0) < 2 || key.length < 4) continue;
    const better = cap(word.text);
    drafts.push({
      block: block.id,
      start: word.start,
      end: word.end,
      message: `In the text ${better} has a capital.`,
      fact: `${word.text} → ${better}`,
      fixes: [replacing(block, better, [word], cap)],
    });
  }
  const small2 = words.filter(({ text }) => /^\p{Ll}/u.test(text) && text.length > 3).length;
  if (many.length < LEAST || small2 > many.length) return drafts;
  return [
    ...drafts,
    {
      block: block.id,
      start: 0,
      end: block.text.length,
      message:
        'The house writes headlines as sentences: only the first word and names have a capital.',
      fact: 'title case → sentence case',
      fixes: [replacing(block, 'Sentence case', many, (word) => word.toLowerCase())],
    },
  ];
}

function titleCase(story: CheckStory, block: ReadBlock): readonly Draft[] {
  const low = later(story, block).filter(
    ({ text }) => /^\p{Ll}+$/u.test(text) && text.length > 2 && !SMALL.has(text),
  );
  if (low.length === 0) return [];
  return [
    {
      block: block.id,
      start: 0,
      end: block.text.length,
      message: 'The house writes headlines in title case.',
      fact: 'title case',
      fixes: [replacing(block, 'Title case', low, cap)],
    },
  ];
}

function cap(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function replacing(
  block: ReadBlock,
  title: string,
  words: readonly Word[],
  to: (word: string) => string,
) {
  return {
    title,
    safe: false,
    edits: words.map(({ text, start, end }) => ({
      op: 'replace' as const,
      block: block.id,
      start,
      end,
      text: to(text),
    })),
  };
}

/** How the text writes these words where a capital would mean something. */
function bodyWords(story: CheckStory, wanted: ReadonlySet<string>) {
  const small = new Set<string>();
  const capital = new Map<string, number>();
  for (const block of story.blocks) {
    if (!BODY.has(block.kind)) continue;
    const forms = formsOf(block);
    for (const key of wanted) {
      if (forms.small.has(key)) small.add(key);
      const count = forms.capital.get(key) ?? 0;
      if (count > 0) capital.set(key, (capital.get(key) ?? 0) + count);
    }
  }
  return { small, capital };
}

const formsOf = perBlock((block: ReadBlock) => {
  const small = new Set<string>();
  const capital = new Map<string, number>();
  for (const { text, start } of analyse(block).tokens) {
    const key = text.toLowerCase();
    if (text === key) small.add(key);
    else if (
      text.slice(1) === key.slice(1) &&
      /[\p{L}\p{N},;] $/u.test(block.text.slice(Math.max(0, start - 2), start))
    ) {
      capital.set(key, (capital.get(key) ?? 0) + 1);
    }
  }
  return { small, capital };
});
