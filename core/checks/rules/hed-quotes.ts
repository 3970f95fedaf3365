import type { Quotation } from '../quotations';
import type { BlockCheck, Draft, Fix } from '../types';

export const hedQuotes: BlockCheck = {
  id: 'hed-quotes',
  title: 'Headline quotation marks',
  section: 'Links, headline, accessibility',
  severity: 'warning',
  scope: 'block',
  kinds: ['headline'],
  why: 'Most houses set single quotation marks in headlines, as they take less room; some set double ones. One house does one.',
  source: 'AP Stylebook, headlines; Guardian style guide, quotation marks',
  examples: {
    flags: [
      {
        text: 'headline: Mayor hails [[“new start”]] for pier',
        fixed: 'Mayor hails ‘new start’ for pier',
      },
      {
        text: 'headline: Mayor hails [["new start"]] for pier',
        fixed: "Mayor hails 'new start' for pier",
      },
      {
        text: 'headline: [[“It won’t sink”]]: mayor on pier',
        fixed: '‘It won’t sink’: mayor on pier',
      },
      {
        text: 'headline: Mayor hails [[‘new start’]] for pier',
        fixed: 'Mayor hails “new start” for pier',
        book: { options: { hedQuotes: 'double' } },
      },
    ],
    passes: [
      { text: 'headline: Mayor hails ‘new start’ for pier' },
      { text: 'headline: Workers’ pier won’t sink in ’24' },
      {
        text: 'headline: Workers’ pier won’t sink in ’24',
        book: { options: { hedQuotes: 'double' } },
      },
      { text: 'headline: Pier is 6\'2" wide' },
      {
        text: 'headline: Mayor hails “new start” for pier',
        book: { options: { hedQuotes: 'double' } },
      },
      { text: 'Mayor hails “new start” for pier' },
    ],
  },
  run(block, analysis, book) {
    const house = book.options['hedQuotes'] === 'double' ? 'double' : 'single';
    const { quotations } = analysis.quotes;
    return quotations
      .filter(
        (quotation) =>
          quotation.depth === 0 &&
          quotation.closed &&
          quotation.family !== 'guillemet' &&
          quotation.family !== house,
      )
      .map((quotation): Draft => {
        const { start, end } = quotation;
        const nested = quotations.some(
          (one) => one.depth > 0 && start < one.start && one.end < end,
        );
        return {
          block: block.id,
          start,
          end,
          message: `The house sets ${house} quotation marks in headlines.`,
          fact: `${quotation.family} → ${house}`,
          // A quotation inside would get the same marks as the one around it.
          fixes: nested ? [] : turned(block.id, block.text, quotation, house),
        };
      });
  },
};

function turned(
  block: string,
  text: string,
  { start, end, family }: Quotation,
  house: 'single' | 'double',
): readonly Fix[] {
  // Two single marks in a row may stand for a double one; the marks at hand tell how long they are.
  const width = family === 'double' && /^(?:''|’’|‘‘|``)/u.test(text.slice(start)) ? 2 : 1;
  const closing = family === 'double' && /(?:''|’’)$/u.test(text.slice(start, end)) ? 2 : 1;
  const straight = /["']/u.test(text.charAt(start)) && width === 1;
  const [open, close] = house === 'single' ? (straight ? "''" : '‘’') : straight ? '""' : '“”';
  return [
    {
      title: `${house === 'single' ? 'Single' : 'Double'} marks`,
      safe: true,
      edits: [
        { op: 'replace', block, start, end: start + width, text: open ?? '' },
        { op: 'replace', block, start: end - closing, end, text: close ?? '' },
      ],
    },
  ];
}
