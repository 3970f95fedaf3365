import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, RelatedItem, Story, StoryPatch } from '#core/article/model';
import { parseStory, serialiseStory } from '#core/article/schema';
import {
  applyPatches,
  counter,
  figureBlock,
  missingPhoto,
  newStory,
  textBlock,
} from '#core/article/story';
import { anySpans } from './arbitrary-spans';

const story = (...blocks: Block[]): Story => newStory({ id: 's', slug: 's', article: { blocks } });
const ids = (given: Story) => given.article.blocks.map((block) => block.id);
const paragraph = (id: string) => textBlock(id, 'paragraph', id);

const item: RelatedItem = {
  id: 'r1',
  headline: 'Ferry back',
  dek: '',
  caption: '',
  credit: '',
  link: '',
  other: [],
};

describe('patches', () => {
  it('insert at the start, after a block, and at the end', () => {
    const before = story(paragraph('a'), paragraph('b'));
    const insert = (after: string | null): StoryPatch => ({
      op: 'insert-block',
      after,
      block: paragraph('x'),
    });
    expect(ids(applyPatches(before, [insert(null)]))).toEqual(['x', 'a', 'b']);
    expect(ids(applyPatches(before, [insert('a')]))).toEqual(['a', 'x', 'b']);
    expect(ids(applyPatches(before, [insert('b')]))).toEqual(['a', 'b', 'x']);
  });

  it('undo one another: removing what was inserted, restoring what was replaced', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 }),
        fc.nat(),
        anySpans,
        (names, pick, spans) => {
          const before = story(...names.map(paragraph));
          const at = pick % names.length;
          const block = before.article.blocks[at] ?? paragraph('a');
          const after = names[at - 1] ?? null;
          const put: StoryPatch = {
            op: 'insert-block',
            after,
            block: textBlock('x', 'dek', spans),
          };
          expect(applyPatches(before, [put, { op: 'remove-block', block: 'x' }])).toEqual(before);
          const changed = { ...block, spans } as Block;
          expect(
            applyPatches(before, [
              { op: 'replace-block', block: block.id, with: changed },
              { op: 'replace-block', block: block.id, with: block },
            ]),
          ).toEqual(before);
          expect(
            applyPatches(before, [
              { op: 'remove-block', block: block.id },
              { op: 'insert-block', after, block },
            ]),
          ).toEqual(before);
        },
      ),
    );
  });

  it('move items beside the story and back', () => {
    const added = applyPatches(story(), [{ op: 'add-related', item }]);
    expect(added.related).toEqual([item]);
    expect(applyPatches(added, [{ op: 'remove-related', item: 'r1' }]).related).toEqual([]);
  });

  it('throw when a block is not there, and leave the story as it was', () => {
    const before = story(paragraph('a'));
    const copy = structuredClone(before);
    for (const patch of [
      { op: 'remove-block', block: 'z' },
      { op: 'replace-block', block: 'z', with: paragraph('z') },
      { op: 'insert-block', after: 'z', block: paragraph('y') },
    ] satisfies StoryPatch[]) {
      expect(() => applyPatches(before, [patch])).toThrow('The article has no block z');
    }
    expect(before).toEqual(copy);
  });
});

describe('a new story', () => {
  it('survives being written and read, with every kind of block and span', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (one, two) => {
        const before = newStory({
          id: 's',
          slug: 's',
          photos: [missingPhoto('p', 'a.jpg')],
          article: { blocks: [textBlock('a', 'bio', one), figureBlock('f', 'p', two, one, null)] },
        });
        expect(parseStory(serialiseStory(before), 'story.json')).toEqual({
          ok: true,
          value: before,
        });
      }),
    );
  });

  it('numbers blocks from one', () => {
    const next = counter('b');
    expect([next(), next(), next()]).toEqual(['b1', 'b2', 'b3']);
  });

  it('has no span for empty text', () => {
    expect(textBlock('a', 'dek', '').spans).toEqual([]);
  });
});
