import type {
  Article,
  Block,
  FigureBlock,
  Photo,
  Span,
  Story,
  StoryPatch,
  TextBlock,
  TextKind,
} from './model';
import { SCHEMA_VERSION } from './model';

/** Gives `b1`, `b2`, … : importers number blocks so that the same file always gives the same story. */
export function counter(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}${count}`;
  };
}

/** A text block of plain text or of spans. */
export function textBlock(id: string, kind: TextKind, text: string | readonly Span[]): TextBlock {
  const spans = typeof text === 'string' ? (text === '' ? [] : [{ text }]) : text;
  return { id, kind, spans };
}

/** A figure whose caption and credit blocks are named after it. */
export function figureBlock(
  id: string,
  photo: string,
  caption: string | readonly Span[],
  credit: string | readonly Span[],
  alt: string | null = null,
): FigureBlock {
  return {
    id,
    kind: 'figure',
    photo,
    caption: textBlock(`${id}.caption`, 'caption', caption),
    credit: textBlock(`${id}.credit`, 'credit', credit),
    alt,
  };
}

/** A photo known by name only. */
export function missingPhoto(id: string, originalName: string): Photo {
  return {
    id,
    file: null,
    originalName,
    width: null,
    height: null,
    bytes: null,
    sha256: null,
    metadata: null,
    approval: null,
    acknowledged: [],
  };
}

/** A new story around an article; everything not given takes its empty value. */
export function newStory(
  given: Partial<Story> & { readonly id: string; readonly slug: string },
): Story {
  const { id, slug, ...rest } = given;
  return {
    schema: SCHEMA_VERSION,
    id,
    slug,
    language: 'en-US',
    styleBook: 'ap',
    status: 'draft',
    dates: { dateline: '', published: null },
    targetLength: null,
    article: { blocks: [] },
    photos: [],
    notes: [],
    changes: [],
    dismissals: [],
    related: [],
    importReport: null,
    ...rest,
  };
}

/** Applies patches in order. Throws if a patch names a block that is not there (the caller offers the text instead). */
export function applyPatches(story: Story, patches: readonly StoryPatch[]): Story {
  return patches.reduce(applyPatch, story);
}

function applyPatch(story: Story, patch: StoryPatch): Story {
  switch (patch.op) {
    case 'insert-block':
      return withBlocks(story, insertAfter(story.article, patch.after, patch.block));
    case 'remove-block':
      indexOf(story.article, patch.block);
      return withBlocks(
        story,
        story.article.blocks.filter((block) => block.id !== patch.block),
      );
    case 'replace-block': {
      const at = indexOf(story.article, patch.block);
      return withBlocks(story, story.article.blocks.with(at, patch.with));
    }
    case 'add-related':
      return { ...story, related: [...story.related, patch.item] };
    case 'remove-related':
      return { ...story, related: story.related.filter((item) => item.id !== patch.item) };
  }
}

function withBlocks(story: Story, blocks: readonly Block[]): Story {
  return { ...story, article: { ...story.article, blocks } };
}

function insertAfter(article: Article, after: string | null, block: Block): readonly Block[] {
  const at = after === null ? 0 : indexOf(article, after) + 1;
  return article.blocks.toSpliced(at, 0, block);
}

function indexOf(article: Article, id: string): number {
  const at = article.blocks.findIndex((block) => block.id === id);
  if (at < 0) throw new Error(`The article has no block ${id}`);
  return at;
}
