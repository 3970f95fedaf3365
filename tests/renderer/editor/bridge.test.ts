// @vitest-environment jsdom
import { buildEditorFromExtensions } from '@lexical/extension';
import { LinkExtension } from '@lexical/link';
import fc from 'fast-check';
import { $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { figureBlock, newStory, textBlock } from '#core/article/story';
import type { EditorEvents } from '../../../renderer/editor/api';
import { $lexicalToArticle, EMPTY_READING } from '../../../renderer/editor/bridge/from-lexical';
import { $articleToLexical } from '../../../renderer/editor/bridge/to-lexical';
import { createDeskEditor } from '../../../renderer/editor/desk-editor';
import { StoryNodesExtension } from '../../../renderer/editor/extension';
import { article } from './article-arbitrary';

function roundTrip(given: Article): readonly Block[] {
  const editor = buildEditorFromExtensions(StoryNodesExtension, LinkExtension);
  editor.update(() => void $articleToLexical(given), { discrete: true });
  const blocks = editor.getEditorState().read(() => {
    const keys = new Set($getRoot().getChildrenKeys());
    return $lexicalToArticle(EMPTY_READING, { keys, order: true }).reading.blocks;
  });
  editor.dispose();
  return blocks;
}

const silent: EditorEvents = {
  onChange: () => {},
  onSelection: () => {},
  onFinding: () => {},
  onHistory: () => {},
  onPictures: () => {},
};

function desk(events: Partial<EditorEvents> = {}) {
  return createDeskEditor(
    { ...silent, ...events },
    { smartQuotes: true, smartDashes: true, photoAddress: () => null },
  );
}

const story = newStory({
  id: 's',
  slug: 'ferry',
  article: {
    blocks: [
      textBlock('h', 'headline', 'Harbour waits'),
      textBlock('p1', 'paragraph', 'The ferry left at nine.'),
      figureBlock('f1', 'x1', 'The ferry leaves.', 'Ana Ruiz/Harbour News'),
      textBlock('p2', 'paragraph', 'It came back at ten.'),
    ],
  },
});

describe('article ↔ Lexical', () => {
  it('gives back every article it was given', () => {
    fc.assert(
      fc.property(article, (given) => {
        expect(roundTrip(given)).toEqual(given.blocks);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the story in the editor', () => {
  it('keeps the very objects of a loaded story', () => {
    const { api } = desk();
    api.load(story);
    expect(api.story()).toEqual(story);
    api.story().article.blocks.forEach((block, at) => {
      expect(block).toBe(story.article.blocks[at]);
    });
  });

  it('reads only what changed again', () => {
    const seen: unknown[] = [];
    const { api } = desk({ onChange: (_story, blocks) => seen.push(blocks) });
    api.load(story);
    const before = readArticle(api.story().article);
    api.applyEdits([{ op: 'replace', block: 'f1.caption', start: 4, end: 9, text: 'boat' }]);
    const after = readArticle(api.story().article);
    expect(seen).toEqual([['f1', 'f1.caption']]);
    expect(after.map(({ text }) => text)).toEqual([
      'Harbour waits',
      'The ferry left at nine.',
      'The boat leaves.',
      'Ana Ruiz/Harbour News',
      'It came back at ten.',
    ]);
    expect(after.filter((block, at) => block === before[at]).map(({ id }) => id)).toEqual([
      'h',
      'p1',
      'p2',
    ]);
  });

  it('takes edits, dismissals and alt texts back from one history, and gives them again', () => {
    const { api } = desk();
    api.load(story);
    api.applyEdits([{ op: 'replace', block: 'p1', start: 0, end: 3, text: 'A' }]);
    const edited = api.story();
    api.change((now) => ({ ...now, status: 'final' }));
    api.change((now) => ({
      ...now,
      article: {
        blocks: now.article.blocks.map((block) =>
          block.kind === 'figure' ? { ...block, alt: 'A white ferry' } : block,
        ),
      },
    }));
    api.change((now) => ({
      ...now,
      article: { blocks: now.article.blocks.filter(({ id }) => id !== 'p1') },
    }));
    const last = api.story();
    expect(last.article.blocks.map(({ id }) => id)).toEqual(['h', 'f1', 'p2']);
    api.run('undo');
    expect(api.story().article.blocks.map(({ id }) => id)).toEqual(['h', 'p1', 'f1', 'p2']);
    api.run('undo');
    expect(api.story()).toEqual({ ...edited, status: 'final' });
    api.run('undo');
    expect(api.story()).toEqual(edited);
    api.run('undo');
    expect(api.story()).toEqual(story);
    for (let times = 0; times < 4; times += 1) api.run('redo');
    expect(api.story()).toEqual(last);
  });

  it('goes from any story to any other and back', () => {
    fc.assert(
      fc.property(article, article, (from, to) => {
        const { api } = desk();
        api.load({ ...story, article: from });
        api.change((now) => ({ ...now, article: to }));
        expect(api.story().article.blocks).toEqual(to.blocks);
        api.run('undo');
        expect(api.story().article.blocks).toEqual(from.blocks);
        api.run('redo');
        expect(api.story().article.blocks).toEqual(to.blocks);
      }),
      { numRuns: 60 },
    );
  });

  it('follows any order of the same blocks', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...story.article.blocks], { minLength: 1 }), (blocks) => {
        const { api } = desk();
        api.load(story);
        api.change((now) => ({ ...now, article: { blocks } }));
        expect(api.story().article.blocks).toEqual(blocks);
        for (const block of api.story().article.blocks) expect(blocks).toContain(block);
      }),
    );
  });

  it('keeps the order of the fields, so that a file changes no more than it must', () => {
    const { api } = desk();
    api.load(story);
    api.change((now) => ({ ...now, slug: 'ferry-late' }));
    api.applyEdits([{ op: 'replace', block: 'p2', start: 0, end: 2, text: 'She' }]);
    expect(Object.keys(api.story())).toEqual(Object.keys(story));
  });
});
