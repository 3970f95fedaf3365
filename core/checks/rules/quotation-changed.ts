import type { QuotationChange } from '../quotation-changes';
import { changedWords, quotationChanges } from '../quotation-changes';
import type { Draft, StoryCheck } from '../types';

/** Characters of changed words in the row; the card shows all. */
const SHORT = 22;

export const quotationChanged: StoryCheck = {
  id: 'quotation-changed',
  title: 'Quotation changed since import',
  section: 'Quotes and punctuation',
  severity: 'warning',
  scope: 'story',
  keep: 'Sign off',
  why: 'What stands inside quotation marks was said by somebody. Each change since the copy came in needs a name under it.',
  source: 'Galley',
  examples: {
    flags: [
      {
        imported: 'She said, “We had no warning at all.” They left.',
        text: 'She said, “We had [[little]] warning at all.” They left.',
        fixed: 'She said, “We had no warning at all.” They left.',
      },
      {
        imported: 'He called it “a very bad day for us” and left.',
        text: 'He called it “[[a bad]] day for us” and left.',
      },
      {
        imported: 'He called it a bad day.',
        text: 'He called it a bad day. “[[Nobody will forget it soon,]]” he said.',
      },
      { imported: 'quotation: We came in peace.', text: 'quotation: We [[come]] in peace.' },
    ],
    passes: [
      {
        imported: 'She said "we had no warning - none ... at all".',
        text: 'She said “we had no warning – none… at all.”',
      },
      {
        imported: '“We had no warning at all. Nobody came,” she said.',
        text: '“We had no warning at all,” she said. “Nobody came.”',
      },
      { imported: 'A\nHe said, “We will never go.”\nB', text: 'A\nB' },
      { imported: 'They saw Tosca.', text: 'They saw “The Merry Widow” and “Tosca.”' },
      { imported: 'headline: ‘No warning’', text: 'headline: ‘Nobody came’ before the flood' },
      { text: 'Written here: “We had no warning at all.”' },
    ],
  },
  run({ imported, blocks }) {
    return imported === null ? [] : quotationChanges(imported, blocks).map(draft);
  },
};

function draft(change: QuotationChange): Draft {
  const { now, before } = change;
  const { block, start, end } = now;
  if (before === null) {
    return {
      block,
      start,
      end,
      message: 'This quotation is not in the copy as it came in.',
      fact: 'new quotation',
    };
  }
  const words = changedWords(change);
  return {
    block,
    start: words.start,
    end: words.end,
    message: sentence(words.before, words.now),
    fact: `${short(words.now) || 'cut'} ≠ ${short(words.before) || 'nothing'}`,
    fixes: [
      {
        title: 'Put back the words as they came',
        edits: [{ op: 'replace', block, start, end, text: before.text }],
        safe: false,
      },
    ],
  };
}

function sentence(before: string, now: string): string {
  if (before === '') return `“${now}” was put into this quotation.`;
  if (now === '') return `“${before}” was taken out of this quotation.`;
  return `“${before}” became “${now}” inside this quotation.`;
}

function short(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT - 1).trimEnd()}…`;
}
