import { describe, expect, it } from 'vitest';
import type { StorySummary } from '#core/ipc/contract';
import { filterStories } from '../../../renderer/views/queue/queue-filter';

const story = (slug: string, given: Partial<StorySummary> = {}): StorySummary => ({
  ref: `${slug}.galley`,
  slug,
  headline: '',
  status: 'draft',
  words: 0,
  photos: 0,
  modified: 0,
  trouble: null,
  ...given,
});
const stories = [
  story('ferry', { headline: 'Night boat', modified: 1 }),
  story('roof', { status: 'final', modified: 3 }),
  story('broken', { trouble: 'not readable', modified: 2 }),
];
const slugs = (query: string, status: StorySummary['status'] | null) =>
  filterStories(stories, query, status).map((one) => one.slug);

describe('queue filter', () => {
  it('sorts the newest first and finds every word in slug or headline', () => {
    expect(slugs('', null)).toEqual(['roof', 'broken', 'ferry']);
    expect(slugs('BOAT ferry', null)).toEqual(['ferry']);
    expect(slugs('boat roof', null)).toEqual([]);
  });

  it('leaves stories without a status out when one is asked for', () => {
    expect(slugs('', 'final')).toEqual(['roof']);
    expect(slugs('', 'draft')).toEqual(['ferry']);
  });
});
