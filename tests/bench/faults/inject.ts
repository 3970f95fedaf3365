import type { Block, BlockId, Photo, Story, TextBlock, TextKind } from '#core/article/model';
import { readBlock, readingText } from '#core/article/reading';
import { figureBlock, missingPhoto, textBlock } from '#core/article/story';
import { analyse } from '#core/checks/analysis';
import type { StyleBook } from '#core/checks/style-book';
import type { Random } from './made';
import { one } from './made';

/** A story with one fault in it, and where. */
export interface Faulty {
  readonly story: Story;
  /** Blocks in which the fault may be reported; '' stands for the story as a whole. */
  readonly at: readonly BlockId[];
  /** What the house must want for this to be a fault. */
  readonly book?: Partial<StyleBook>;
}

/** Puts one fault into a clean story; null where the story offers no place for it. */
export type Fault = (story: Story, random: Random) => Faulty | null;
export type Faults = { readonly [check: string]: Fault };

export const isText = (block: Block): block is TextBlock => block.kind !== 'figure';
export const textOf = (block: Block): string => (isText(block) ? readingText(block.spans) : '');

export function withBlocks(story: Story, blocks: readonly Block[]): Story {
  return { ...story, article: { blocks } };
}

/** Where paragraphs of at least so many characters stand. */
export function paragraphs(story: Story, least = 80): readonly number[] {
  return story.article.blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && textOf(block).length >= least ? [index] : [],
  );
}

/** Puts a block in at a place. */
export function insert(story: Story, at: number, ...blocks: readonly Block[]): Story {
  return withBlocks(story, story.article.blocks.toSpliced(at, 0, ...blocks));
}

/** A place for a new block, behind the first one. */
export const somewhere = (story: Story, random: Random): number =>
  Math.min(story.article.blocks.length, 1 + random(story.article.blocks.length));

/** Inserts a line of this kind anywhere. */
export const line =
  (kind: TextKind, make: (random: Random) => string): Fault =>
  (story, random) => ({
    story: insert(story, somewhere(story, random), textBlock('fault', kind, make(random))),
    at: ['fault'],
  });

/** Puts sentences into a random paragraph: at its beginning, its end, or between two of its sentences. */
export const sentence =
  (make: (random: Random, story: Story) => string, book?: Partial<StyleBook>): Fault =>
  (story, random) => {
    const places = paragraphs(story);
    if (places.length === 0) return null;
    const at = one(places, random);
    const block = story.article.blocks[at];
    if (!block) return null;
    const text = put(block, make(random, story), random);
    return {
      story: withBlocks(
        story,
        story.article.blocks.with(at, textBlock(block.id, 'paragraph', text)),
      ),
      at: [block.id],
      ...(book ? { book } : {}),
    };
  };

/** The block's text with a sentence more; never inside a quotation. */
function put(block: Block, added: string, random: Random): string {
  const [read] = readBlock(block);
  if (!read) return added;
  const { sentences, quotations } = analyse(read);
  const starts = sentences
    .map(({ start }) => start)
    .filter((at) => !quotations.some((range) => range.start < at && at < range.end));
  const free = [...starts, read.text.trimEnd().length];
  const at = one(free, random);
  const [before, after] = [read.text.slice(0, at).trimEnd(), read.text.slice(at).trimStart()];
  return [before, added, after].filter((part) => part !== '').join(' ');
}

/** A paragraph of its own, anywhere. */
export const paragraph =
  (make: (random: Random, story: Story) => string, book?: Partial<StyleBook>): Fault =>
  (story, random) => ({
    story: insert(
      story,
      somewhere(story, random),
      textBlock('fault', 'paragraph', make(random, story)),
    ),
    at: ['fault'],
    ...(book ? { book } : {}),
  });

/** Changes the text of a random paragraph that fits; null where the change changes nothing. */
export const change =
  (edit: (text: string, random: Random) => string, fits: RegExp = /./u): Fault =>
  (story, random) => {
    const places = paragraphs(story).filter((index) => {
      const block = story.article.blocks[index];
      return block !== undefined && fits.test(textOf(block));
    });
    if (places.length === 0) return null;
    const at = one(places, random);
    const block = story.article.blocks[at];
    if (!block) return null;
    const text = edit(textOf(block), random);
    if (text === textOf(block)) return null;
    return {
      story: withBlocks(
        story,
        story.article.blocks.with(at, textBlock(block.id, 'paragraph', text)),
      ),
      at: [block.id],
    };
  };

export interface Figure {
  readonly caption: string;
  readonly credit?: string;
  readonly alt?: string | null;
  readonly photo?: Partial<Photo>;
}

/** The story with a figure more, anywhere behind its first block. */
export function withFigure(story: Story, figure: Figure, random: Random): Story {
  const { caption, credit = '', alt = null, photo = {} } = figure;
  const made: Photo = { ...missingPhoto('fault-photo', 'scene.jpg'), ...photo };
  const block = figureBlock('fault', made.id, caption, credit, alt);
  return {
    ...insert(story, somewhere(story, random), block),
    photos: [...story.photos, made],
  };
}

/** Every block id of the figure that `withFigure` adds. */
export const FIGURE: readonly BlockId[] = ['fault', 'fault.caption', 'fault.credit', 'fault.alt'];

/** Adds a faulty figure. */
export const figure =
  (make: (random: Random, story: Story) => Figure, book?: Partial<StyleBook>): Fault =>
  (story, random) => ({
    story: withFigure(story, make(random, story), random),
    at: FIGURE,
    ...(book ? { book } : {}),
  });

/** A sentence of the story that ends in one stop and holds no quotation; null where there is none. */
export function ownSentence(story: Story, random: Random, least = 40, most = 160): string | null {
  const all = story.article.blocks.flatMap((block) => {
    const [read] = block.kind === 'paragraph' ? readBlock(block) : [];
    return read
      ? analyse(read)
          .sentences.map(({ start, end }) => read.text.slice(start, end))
          .filter(
            (text) =>
              text.length >= least && text.length <= most && /^\p{Lu}[^“”"]*\.$/u.test(text),
          )
      : [];
  });
  return all.length === 0 ? null : one(all, random);
}
