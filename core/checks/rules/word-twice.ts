import type { BlockCheck, Draft } from '../types';

/** Rightly doubled: "he knew that that was it", "no, no", and what people say. */
const RIGHT = new Set(
  'that had is do bye very no now so there ha blah knock yes hear well too her you chop win'.split(
    ' ',
  ),
);
const LETTERS = /^\p{Ll}[\p{L}\p{M}’']*$/u;

export const wordTwice: BlockCheck = {
  id: 'word-twice',
  title: 'Word typed twice',
  section: 'Spelling and grammar',
  severity: 'warning',
  scope: 'block',
  kinds: [
    'headline',
    'dek',
    'paragraph',
    'crosshead',
    'list-item',
    'caption',
    'bio',
    'alt',
    'quotation',
    'pullquote',
  ],
  why: 'The eye skips a word that stands twice, most often where a line was broken or a sentence was changed.',
  source: 'Galley',
  examples: {
    flags: [
      { text: 'The mayor went to [[the the]] pier.', fixed: 'The mayor went to the pier.' },
      { text: 'They put a [[link link]] on the page.', fixed: 'They put a link on the page.' },
      { text: 'caption: Crews [[repair repair]] the pier.', fixed: 'Crews repair the pier.' },
      { text: '[[The the]] pier is old.', fixed: 'The pier is old.' },
    ],
    passes: [
      { text: 'He knew that that was wrong. She had had enough. What it is is a pier.' },
      { text: 'They sailed from Pago Pago to Walla Walla.' },
      { text: 'It went on and on. Step by step, day after day.' },
      { text: '“No, no, no,” he said. Now, now.' },
      { text: 'The score was 2 2 at the break. Chapter 5 5.' },
      { text: 'A blah blah of a speech.' },
    ],
  },
  run(block, { tokens }) {
    const found: Draft[] = [];
    tokens.forEach((second, index) => {
      const first = tokens[index - 1];
      if (!first || !LETTERS.test(second.text) || second.text.length < 2) return;
      if (first.text.toLowerCase() !== second.text || RIGHT.has(second.text)) return;
      if (!/^\s+$/u.test(block.text.slice(first.end, second.start))) return;
      const { start } = first;
      const { end } = second;
      found.push({
        block: block.id,
        start,
        end,
        message: `The word “${second.text}” stands twice.`,
        fact: `${second.text} ${second.text}`.slice(0, 40),
        fixes: [
          {
            title: 'Remove one',
            safe: false,
            edits: [{ op: 'replace', block: block.id, start: first.end, end, text: '' }],
          },
        ],
      });
    });
    return found;
  },
};
