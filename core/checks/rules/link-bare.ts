import type { Edit } from '../../article/edit';
import type { ReadBlock } from '../../article/reading';
import { within } from '../quotations';
import type { BlockCheck, Draft, Fix } from '../types';

const ADDRESS = /(?<![\p{L}\p{N}@/.])https?:\/\/[^\s<>"“”«»—\]]+/giu;

export const linkBare: BlockCheck = {
  id: 'link-bare',
  title: 'Bare web address',
  section: 'Links, headline, accessibility',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'list-item', 'dek', 'quotation', 'bio', 'caption'],
  why: 'An address in the text stops the eye, and a screen reader spells it out. On the web the words around it carry the link; a house that prints sets bareLinks to printed.',
  source: 'WCAG 2.2, 2.4.4 Link purpose; Nielsen Norman Group, writing links',
  examples: {
    flags: [
      {
        text: 'The report ([[https://example.org/r]]) came out.',
        fixed: 'The report came out.',
      },
      { text: 'Read it at [[https://example.org/r?id=7]].' },
      { text: 'Read it at <[[https://example.org/r]]|https://example.org/r>.' },
    ],
    passes: [
      { text: 'The <report|https://example.org/r> came out.' },
      { text: 'Read it at example.org.' },
      // Print.
      {
        text: 'Read it at https://example.org/r.',
        book: { options: { bareLinks: 'printed' } },
      },
      { text: '“Go to https://example.org/r,” she said.' },
    ],
  },
  run(block, analysis, book) {
    if (book.options['bareLinks'] === 'printed' || !block.text.includes('://')) return [];
    return [...block.text.matchAll(ADDRESS)].flatMap((match): readonly Draft[] => {
      const address = match[0].replace(/(?:[.,;:!?…'’]|\)(?=[^(]*$))+$/u, '');
      const start = match.index;
      const end = start + address.length;
      if (within(analysis.quotations, start, end)) return [];
      return [
        {
          block: block.id,
          start,
          end,
          message: 'A web address stands in the text instead of linked words.',
          fact: hostOf(address),
          fixes: moved(block, start, end, address),
        },
      ];
    });
  },
};

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/[/?#].*$/u, '');
}

/** An address in brackets can go to the word before them. Elsewhere only the editor knows which words it belongs to. */
function moved(block: ReadBlock, start: number, end: number, address: string): readonly Fix[] {
  const before = /([\p{L}\p{N}’'-]+)(\s*\(\s*)$/u.exec(block.text.slice(0, start));
  const after = /^\s*\)/u.exec(block.text.slice(end));
  if (!before || !after) return [];
  const [whole, word = ''] = before;
  const from = start - whole.length;
  const edits: readonly Edit[] = [
    { op: 'link', block: block.id, start: from, end: from + word.length, address },
    {
      op: 'replace',
      block: block.id,
      start: from + word.length,
      end: end + after[0].length,
      text: '',
    },
  ];
  return [{ title: `Link “${word}”`, safe: false, edits }];
}
