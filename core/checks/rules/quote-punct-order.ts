import type { BlockCheck } from '../types';

export const quotePunctOrder: BlockCheck = {
  id: 'quote-punct-order',
  title: 'Stop outside the quotation',
  section: 'Quotes and punctuation',
  severity: 'warning',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'quotation', 'caption', 'list-item', 'bio'],
  why: 'American style puts stops and commas inside the closing mark; British style only where they belong to the words quoted.',
  source: 'AP Stylebook, quotation marks',
  examples: {
    flags: [
      { text: 'He called it “great[[”.]]', fixed: 'He called it “great.”' },
      { text: 'He called it "great[[",]] and left.', fixed: 'He called it "great," and left.' },
    ],
    passes: [
      { text: 'He called it “great.”' },
      { text: 'He called it “great”.', book: { language: 'en-GB' } },
      { text: 'He called it “great”.', book: { options: { quotePunctuation: 'logical' } } },
      { text: 'Did he say “great!”, or not? Press “x”.' },
    ],
  },
  run(block, analysis, book) {
    const choice =
      book.options['quotePunctuation'] ?? (book.language === 'en-US' ? 'inside' : 'logical');
    if (choice !== 'inside') return [];
    const { text, id } = block;
    return analysis.quotes.quotations.flatMap((quotation) => {
      const { end, family, closed, start: from } = quotation;
      const mark = text.charAt(end);
      if (!closed || family !== 'double' || (mark !== '.' && mark !== ',')) return [];
      const before = text.charAt(end - 2);
      if (/[.,!?…;:—–-]/u.test(before) || end - from < 5) return [];
      if (/^[.,][\d.\p{L}]/u.test(text.slice(end, end + 2))) return [];
      const start = end - 1;
      const swapped = `${mark}${text.slice(start, end)}`;
      return [
        {
          block: id,
          start,
          end: end + 1,
          message: `The ${mark === '.' ? 'full stop' : 'comma'} goes inside the quotation.`,
          fact: `${text.slice(start, end + 1)} → ${swapped}`,
          fixes: [
            {
              title: swapped,
              edits: [{ op: 'replace' as const, block: id, start, end: end + 1, text: swapped }],
              safe: false,
            },
          ],
        },
      ];
    });
  },
};
