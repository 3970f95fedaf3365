import type { BlockCheck } from '../types';

export const quoteStacked: BlockCheck = {
  id: 'quote-stacked',
  title: 'Quotations abut',
  section: 'Quotes and punctuation',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'quotation'],
  why: 'Two quotations side by side read as two speakers. Put the attribution between them, or join them.',
  source: 'Galley',
  examples: {
    flags: [
      { text: 'She called it “a good day[[.” “I]] feel fine,” she said.' },
      { text: 'She called it "a good day[[." "I]] feel fine," she said.' },
    ],
    passes: [
      { text: '“A good day,” she said. “I feel fine.”' },
      { text: '“Are you well?” “I am.” “Then go.” They parted.' },
      { text: 'The words “pier” “dock” and “quay” differ.' },
    ],
  },
  run(block, analysis) {
    const { text, id } = block;
    const outer = analysis.quotes.quotations.filter(
      (one) => one.depth === 0 && one.family === 'double',
    );
    const joints = outer.flatMap((one, index) => {
      const next = outer[index + 1];
      if (!next || !one.closed || !/^\s+$/u.test(text.slice(one.end, next.start))) return [];
      return /[.!?…]$/u.test(text.slice(0, one.end - 1)) ? [{ one, next }] : [];
    });
    // Three in a row and more are a dialogue.
    if (joints.length > 1) return [];
    return joints.map(({ one, next }) => {
      const word = /^[\p{L}\p{N}’']*/u.exec(text.slice(next.start + 1))?.[0].length ?? 0;
      return {
        block: id,
        start: one.end - 2,
        end: next.start + 1 + word,
        message: 'Two quotations stand side by side with nothing between them.',
        fact: 'no attribution between',
      };
    });
  },
};
