import type { ReadBlock } from '../../article/reading';
import type { Quotation, QuoteMark, QuoteReading } from '../quotations';
import type { CheckStory, Draft, StoryCheck } from '../types';

/** Kinds a quotation may run over without a mark of its own. */
const BETWEEN = new Set(['crosshead', 'pullquote', 'caption', 'credit', 'alt', 'byline']);

/** Attributes of a page’s code left in the text. */
const CODE = /=["“”″]|[“”"]\s?\/?>/u;

export const quoteUnbalanced: StoryCheck = {
  id: 'quote-unbalanced',
  title: 'Quotation not closed',
  section: 'Quotes and punctuation',
  severity: 'error',
  scope: 'story',
  why: 'Without its second mark nobody knows where the speaker stops and the paper goes on. A quotation of several paragraphs opens each of them and closes the last.',
  source: 'AP Stylebook, quotation marks',
  examples: {
    flags: [
      { text: '[[“Go]], he said and left.' },
      { text: '[["Go]], he said and left.' },
      { text: 'Go, [[now”]] he said and left.' },
      { text: '“Go,” he said. [[“Then]] come back, she said.' },
      { text: 'headline: Mayor calls pier [[“a]] gift' },
    ],
    passes: [
      { text: '“Go,” he said and left.' },
      { text: '“Go,” he said. “We will stay.\n“We always have.”' },
      { text: 'She said “we learned that:\nlist-item: Piers rot.\nlist-item: Ferries don’t.”' },
      { text: '“We will stay.\nWe always have.\nNobody asked us to go,” he said.' },
      { text: '“We will stay.\ncrosshead: The long wait\n“We always have.”' },
      { text: '“Go," he said.' },
      { text: '“Go,’’ he said. Read on »' },
      { text: 'They want a “new” and “better“ pier, a “5″ on the scale.' },
      { text: '“We will stay.\nWe always have,” he said.' },
      { text: 'width=”100%” height=”166″ iframe=”true” /]' },
      { text: 'The board is 12" by 6\' 2" and the boys’ room is small.' },
      { text: '“She said ‘go’ and I went,” he said. The ’90s rock ’n’ roll.' },
      { text: 'Er sagte: „Geh“, und ging. Elle a dit « va » et partit. Han sa: ”Gå.”' },
    ],
  },
  run(story) {
    const drafts: Draft[] = [];
    let runsOn = false;
    /** Blocks whose first mark closes a quotation that began some paragraphs above. */
    const awaited = new Set<string>();
    for (const [index, block] of story.blocks.entries()) {
      const { quotes } = story.analysis(block);
      if (awaited.has(block.id)) runsOn = true;
      if (quotes.marks.length === 0) {
        if (!BETWEEN.has(block.kind)) runsOn = false;
        continue;
      }
      const open = quotes.quotations.filter((quotation) => !quotation.closed);
      if (!evenAnyway(quotes) && !CODE.test(block.text)) {
        const last = open.at(-1);
        // Before a list the quotation goes on in its items.
        const closer = last && closesLater(story, index, last);
        if (closer) awaited.add(closer);
        const carried =
          last !== undefined &&
          (/:\s*$/u.test(block.text) || closer !== undefined || reopens(story, index, last));
        for (const quotation of open) {
          if (!(carried && quotation === last)) drafts.push(notClosed(block, quotation));
        }
        const [first, ...more] = quotes.strayClosers;
        if (first && !runsOn) drafts.push(notOpened(block, first));
        for (const mark of more) drafts.push(notOpened(block, mark));
      }
      if (!BETWEEN.has(block.kind)) runsOn = open.length > 0;
    }
    return drafts;
  },
};

/** An even number of double marks, some of them straight: we have read a direction wrongly, not found a fault. */
function evenAnyway(quotes: QuoteReading): boolean {
  const doubles = quotes.marks.filter((mark) => mark.family === 'double' && mark.role !== 'prime');
  return doubles.length % 2 === 0 && doubles.some((mark) => mark.glyph === '"');
}

/** Does the next paragraph open with a mark of the same family, as a quotation that goes on does? */
function reopens(story: CheckStory, index: number, quotation: Quotation): boolean {
  for (const next of story.blocks.slice(index + 1, index + 8)) {
    if (BETWEEN.has(next.kind)) continue;
    const { marks, strayClosers } = story.analysis(next).quotes;
    const first = marks.find((mark) => mark.role !== 'apostrophe');
    if (first?.family !== quotation.family) return false;
    // Some papers open only the first paragraph: then the mark that closes has no partner of its own.
    return next.text.slice(0, first.at).trim() === '' || strayClosers[0] === first;
  }
  return false;
}

/** How many paragraphs or items a quotation may run over with no mark of its own. */
const LONGEST_RUN = 12;

/** The block that closes a quotation some paragraphs or list items below, with no other double mark in between. */
function closesLater(story: CheckStory, index: number, quotation: Quotation): string | undefined {
  if (quotation.family !== 'double') return undefined;
  for (const next of story.blocks.slice(index + 1, index + 1 + LONGEST_RUN)) {
    if (BETWEEN.has(next.kind)) continue;
    const { marks, strayClosers } = story.analysis(next).quotes;
    const first = marks.find((mark) => mark.family === 'double' && mark.role !== 'prime');
    if (first) return strayClosers[0] === first ? next.id : undefined;
  }
  return undefined;
}

function notClosed(block: ReadBlock, quotation: Quotation): Draft {
  const word = /^\s*[\p{L}\p{N}][\p{L}\p{N}’'-]*/u.exec(block.text.slice(quotation.start + 1));
  return {
    block: block.id,
    start: quotation.start,
    end: quotation.start + 1 + (word?.[0].length ?? 0),
    message: 'A quotation opens here and does not close.',
    fact: 'opened, not closed',
  };
}

function notOpened(block: ReadBlock, mark: QuoteMark): Draft {
  const before = /[\p{L}\p{N}][\p{L}\p{N}’'-]*[.,!?…]*\s*$/u.exec(block.text.slice(0, mark.at));
  return {
    block: block.id,
    start: before?.index ?? mark.at,
    end: mark.at + 1,
    message: 'A quotation closes here and was not opened.',
    fact: 'closed, not opened',
  };
}
