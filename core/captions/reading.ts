import type { ReadBlock } from '../article/reading';
import type { CheckStory, ReadFigure } from '../checks/types';
import { parseCredit } from './credit';
import type { Credit } from './credit-types';
import { foldKey, foldSame } from './fold';
import type { CaptionSplit } from './split';
import { looksLikeCredit, splitCaptionCredit } from './split';

const splits = new WeakMap<ReadBlock, CaptionSplit>();
const credits = new WeakMap<ReadBlock, Credit>();

/** A caption block taken apart; remembered per block. */
export function splitOf(block: ReadBlock): CaptionSplit {
  const known = splits.get(block);
  if (known) return known;
  const split = splitCaptionCredit(block.text);
  splits.set(block, split);
  return split;
}

export interface PlacedCredit {
  readonly block: ReadBlock;
  readonly credit: Credit;
  /** Where the credit's text begins in the block. */
  readonly offset: number;
}

/** The credit that a credit block is, or that a caption ends with; null when there is none. */
export function creditIn(block: ReadBlock): PlacedCredit | null {
  if (block.text.trim() === '') return null;
  if (block.kind === 'caption') {
    const split = splitOf(block);
    if (split.credit === '' || !split.certain || split.caption === '') return null;
    return { block, credit: remembered(block, split.credit), offset: split.creditRange.start };
  }
  return { block, credit: remembered(block, block.text), offset: 0 };
}

function remembered(block: ReadBlock, text: string): Credit {
  const known = credits.get(block);
  if (known) return known;
  const credit = parseCredit(text);
  credits.set(block, credit);
  return credit;
}

/** The credit of a figure: its own line, else what its caption ends with. */
export function figureCredit(figure: ReadFigure): PlacedCredit | null {
  return creditIn(figure.credit) ?? creditIn(figure.caption);
}

const lines = new WeakMap<ReadBlock, boolean>();
const LINE_CUE = /[/|©]|photo|credit|image|illustration|picture|courtesy|composite|graphic/i;

/** Whether a block of the story's text is a credit line that stands alone; remembered per block. */
export function isCreditLine(block: ReadBlock): boolean {
  if (block.text.length >= 160 || !LINE_CUE.test(block.text)) return false;
  let known = lines.get(block);
  if (known === undefined) {
    known = looksLikeCredit(block.text);
    lines.set(block, known);
  }
  return known;
}

const STORY_KINDS: ReadonlySet<string> = new Set([
  'headline',
  'dek',
  'paragraph',
  'crosshead',
  'quotation',
  'pullquote',
  'list-item',
]);

/** Blocks of the story's own text: no captions, credits, alt texts, byline or bio. */
export function storyBlocks(story: CheckStory): readonly ReadBlock[] {
  return story.blocks.filter((block) => STORY_KINDS.has(block.kind));
}

const wordCache = new WeakMap<ReadBlock, ReadonlySet<string>>();

/** Every word of the story's own text, folded, without possessive endings. */
export function hasStoryWord(story: CheckStory, word: string): boolean {
  const key = foldKey(word);
  return storyBlocks(story).some((block) => wordsOf(block).has(key));
}

function wordsOf(block: ReadBlock): ReadonlySet<string> {
  const known = wordCache.get(block);
  if (known) return known;
  const words = new Set(
    [...foldSame(block.text).matchAll(/[\p{L}\p{M}\d]+(?:['-][\p{L}\p{M}\d]+)*/gu)].flatMap(
      ([word]) => {
        const bare = word.replace(/'s?$/, '');
        return [foldKey(bare), ...bare.split('-').map(foldKey)];
      },
    ),
  );
  wordCache.set(block, words);
  return words;
}

/** The facts column holds 60 characters. */
export function shortFact(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

/** Whether a figure shows a logo or the like, which needs neither credit nor caption. */
export function isEmblem(figure: ReadFigure): boolean {
  const name = figure.photo?.originalName ?? '';
  const emblem = /(?:^|[^\p{L}])(?:logo|icon|favicon|crest|emblem|wordmark)(?:$|[^\p{L}])/iu;
  return emblem.test(name) || emblem.test(figure.caption.text) || emblem.test(figure.alt ?? '');
}
