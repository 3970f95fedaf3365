import type { ReadBlock } from '../../article/reading';
import { foldLine, isRelatedHeading } from '../furniture';
import { isBlank } from '../repeats';
import { countWords } from '../tokens';
import type { CheckStory, Draft, StoryCheck } from '../types';

/** A paragraph of this many words is the story going on, not a headline, a dek or a caption of another story. */
const PROSE = 40;
const KINDS = new Set(['paragraph', 'crosshead', 'list-item', 'bio', 'dek']);

/** Headings under which a writer may list something of the story's own. */
const OWN_HEADINGS = new Set([
  'up next',
  'recommended',
  'recommended reading',
  'related reading',
  'related links',
  'see also',
  'latest',
  'in case you missed it',
]);

export const relatedInBody: StoryCheck = {
  id: 'related-in-body',
  title: 'Other stories in the body',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'story',
  why: 'A list of other stories came along with the page. It is kept beside the story, never in its body.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: `The pier opens in June.
          [[More from The Harbour Post]]
          Ten Lessons From a Flooded Cellar
          What the council knew about the pumps.`,
        fixed: '',
      },
      {
        text: 'The pier opens in June.\ncrosshead: [[You may also like]]\nTen Lessons From a Cellar',
      },
      { text: 'The pier opens in June.\n[[Read next:]]\nlist-item: Ten Lessons From a Cellar' },
      { text: 'Der Pier öffnet im Juni.\n[[Mehr zum Thema]]\nZehn Lehren aus einem Keller' },
    ],
    passes: [
      {
        text: 'The pier opens in June, and there is more from Denmark: two other towns have plans.',
      },
      {
        text: `crosshead: More from Moscow
          The delegation stayed for another three days, visited two factories and the port, met the heads of four newspapers and the rector of the university, and left on Thursday evening on the last train to Riga, tired but, as all of them said, content.`,
      },
      { text: 'crosshead: Recommended reading\nlist-item: The Pier: A History' },
      { text: 'crosshead: Up next\nIn June the pier opens.\nIn July the ferry returns.' },
      { text: 'More from habit than from hope, he stayed.' },
    ],
  },
  run(story) {
    const drafts: Draft[] = [];
    let covered = -1;
    for (const [index, block] of story.blocks.entries()) {
      if (index <= covered || !KINDS.has(block.kind) || !isRelatedHeading(block.text)) continue;
      if (block.kind === 'crosshead' && OWN_HEADINGS.has(foldLine(block.text))) continue;
      const items = itemsAfter(story, index);
      if (items === null) continue;
      covered = index + items.length;
      drafts.push(report(block, items));
    }
    return drafts;
  },
};

/** The short lines below the heading, up to the next real paragraph; null when the story simply goes on. */
function itemsAfter(story: CheckStory, heading: number): readonly ReadBlock[] | null {
  const items: ReadBlock[] = [];
  for (const block of story.blocks.slice(heading + 1)) {
    if (countWords(block.text) >= PROSE) break;
    items.push(block);
  }
  const some = items.filter((block) => !isBlank(block.text));
  if (heading + 1 < story.blocks.length && some.length === 0) return null;
  // Headlines have no full stop: where the first lines are sentences, the list is the story's own.
  const first = some.slice(0, 2);
  const sentences = first.filter((block) => /\p{L}[.!?][”"’')]*\s*$/u.test(block.text));
  return first.length > 0 && sentences.length === first.length ? null : items;
}

function report(heading: ReadBlock, items: readonly ReadBlock[]): Draft {
  const removable = [heading, ...items].filter((block) => block.figure === null);
  const count = items.filter((block) => !isBlank(block.text)).length;
  return {
    block: heading.id,
    start: 0,
    end: heading.text.length,
    message: 'A list of other stories stands in the body.',
    fact: count === 1 ? '1 line of another story' : `${count} lines of other stories`,
    related: items.map((block) => ({ block: block.id, start: 0, end: block.text.length })),
    fixes: [
      {
        title: 'Take the list out',
        edits: removable.map((block) => ({ op: 'remove-block' as const, block: block.id })),
        safe: false,
      },
    ],
  };
}
