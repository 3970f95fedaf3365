import type { BlockCheck } from '../types';

export const hedLength: BlockCheck = {
  id: 'hed-length',
  title: 'Headline too long',
  section: 'Links, headline, accessibility',
  severity: 'warning',
  scope: 'block',
  kinds: ['headline'],
  why: 'Readers, search pages and phones cut a long headline. The limit is the house’s own.',
  source: 'House style, limits',
  examples: {
    flags: [
      {
        text: 'headline: [[The harbour authority has at last approved the new pier after a debate of more than six hours that ended at midnight]]',
      },
    ],
    passes: [
      { text: 'headline: Pier opens two years late' },
      {
        text: 'headline: The harbour authority has at last approved the new pier after a debate of more than six hours that ended at midnight',
        book: { limits: { headline: 140 } },
      },
    ],
  },
  run(block, _analysis, book) {
    const limit = book.limits.headline;
    const length = [...block.text.trim()].length;
    if (limit === undefined || length <= limit) return [];
    return [
      {
        block: block.id,
        start: 0,
        end: block.text.length,
        message: `The headline has ${length} characters; the house allows ${limit}.`,
        fact: `${length} of ${limit} characters`,
      },
    ];
  },
};
