import { describe, expect, it } from 'vitest';
import { newStory, textBlock } from '#core/article/story';
import type { StorySummary } from '#core/ipc/contract';
import { paletteSections } from '../../../renderer/views/palette/entries';

const story = newStory({
  id: 's',
  slug: 's',
  article: {
    blocks: [
      textBlock('h', 'headline', 'Pump house reopens'),
      textBlock('p', 'paragraph', 'The crew left. The crew came back.'),
      textBlock('c', 'crosshead', 'What the crew found'),
    ],
  },
});
const summary = (slug: string, trouble: string | null = null): StorySummary => ({
  ref: `${slug}.galley`,
  slug,
  headline: slug,
  status: 'draft',
  words: 1,
  photos: 0,
  modified: 0,
  trouble,
});
const titles = (query: string, enabled = (_id: string) => true) =>
  Object.fromEntries(
    paletteSections(
      query,
      story,
      [summary('crew-list'), summary('broken-crew', 'bad')],
      enabled,
    ).map((section) => [section.title, section.entries.map((entry) => entry.title)]),
  );

describe('palette', () => {
  it('finds words, places, commands and other stories', () => {
    const found = titles('crew');
    expect(found['In the story']).toHaveLength(3);
    expect(found['Jump to']).toEqual(['What the crew found']);
    expect(found['Stories']).toEqual(['crew-list']);
    expect(titles('export')['Commands']).toEqual(['Export…']);
  });

  it('offers commands that can run now, and no platform roles', () => {
    expect(titles('', () => false)['Commands']).toBeUndefined();
    const commands = titles('', (id) => id.startsWith('story.'))['Commands'];
    expect(commands).toContain('New story');
    expect(commands).not.toContain('Copy');
  });

  it('gives every entry an id of its own', () => {
    const ids = paletteSections('e', story, [summary('one')], () => true).flatMap((section) =>
      section.entries.map((entry) => entry.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
