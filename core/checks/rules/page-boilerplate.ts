import { foldLine, isFurniture, isRelatedHeading } from '../furniture';
import { countWords } from '../tokens';
import type { BlockCheck } from '../types';

/** Words that alone in a paragraph are never copy. */
const ALONE = new Set(
  'advertisement advertising sponsored subscribe unsubscribe share tweet print anzeige werbung teilen weiterlesen publicité partager publicidad compartir pubblicità condividi publicidade compartilhar advertentie delen annons dela annonse annonce mainos reklama реклама'.split(
    ' ',
  ),
);

export const pageBoilerplate: BlockCheck = {
  id: 'page-boilerplate',
  title: 'Furniture of the web page',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'crosshead', 'list-item', 'bio', 'byline', 'caption'],
  why: 'Calls to subscribe, share buttons, cookie notices and the like belong to the page the story was copied from.',
  source: 'Galley',
  examples: {
    flags: [
      { text: '[[Sign up here]]', fixed: '' },
      { text: '[[Sign up for our free newsletter, every morning at 6.]]' },
      { text: '[[Share this article]]' },
      { text: '[[Subscribe to the Harbour Post for unlimited access]]' },
      { text: '[[Get the best of the harbour in your inbox]]' },
      { text: '[[Terms of use | Privacy policy]]' },
      { text: '[[238 comments]]' },
      { text: '[[ADVERTISEMENT]]' },
      { text: '[[This website uses cookies to improve your experience.]]' },
      { text: '[[Lire aussi : Le port change de visage]]' },
      { text: '[[Jetzt abonnieren]]' },
    ],
    passes: [
      { text: 'Shares of retailers such as Home Depot rose on Monday.' },
      { text: 'Sign up for the vaccination has been slow, the county said.' },
      { text: 'crosshead: Accessibility' },
      { text: 'Twitter\nOn Twitter the council answers within a day.' },
      { text: 'Learn more:\nlist-item: The pier’s own page' },
      { text: 'Support our journalism teachers, the union said.' },
      { text: 'Comments from the mayor were met with silence.' },
      { text: 'Advertisement revenue fell by a third, the paper’s owner said on Tuesday.' },
      {
        text: 'Follow us on the first tour of the pier, where the engineers showed the cracks that had kept it closed for a year.',
      },
    ],
  },
  run(block) {
    const { text, id, kind } = block;
    if (!isFurniture(text) || isRelatedHeading(text)) return [];
    // One word alone may be a heading or an item of a list: "Accessibility", "Twitter"; with a colon more follows.
    if (countWords(text) < 2 && (kind !== 'paragraph' || !ALONE.has(foldLine(text)))) return [];
    if (kind !== 'crosshead' && /:\s*$/u.test(text)) return [];
    if (kind === 'list-item' && /^(?:sign up|register) to\b/iu.test(text)) return [];
    const edits =
      block.figure === null
        ? [{ op: 'remove-block' as const, block: id }]
        : [{ op: 'replace' as const, block: id, start: 0, end: text.length, text: '' }];
    return [
      {
        block: id,
        start: 0,
        end: text.length,
        message: 'This line belongs to the web page, not to the story.',
        fact: 'page furniture',
        fixes: [{ title: 'Remove the line', edits, safe: false }],
      },
    ];
  },
};
