import idioms from '#assets/lexicons/number-idioms.json';
import { wordsValue } from '../number-words';
import { within } from '../quotations';
import type { BlockCheck, Draft } from '../types';

/** Phrases in which a number is a word. */
const IDIOM = new RegExp(String.raw`(?<![\p{L}])(?:${idioms.phrases.join('|')})(?![\p{L}])`, 'giu');

export const hedNumeral: BlockCheck = {
  id: 'hed-numeral',
  title: 'Number in words in a headline',
  section: 'Links, headline, accessibility',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['headline'],
  why: 'Figures are shorter and quicker to read. In a headline they stand for every number but “one” and set phrases.',
  source: 'AP Stylebook, headlines',
  examples: {
    flags: [
      { text: 'headline: [[Five]] die in pier fire', fixed: '5 die in pier fire' },
      {
        text: 'headline: Pier to cost [[twenty-two]] towns dear',
        fixed: 'Pier to cost 22 towns dear',
      },
      { text: 'headline: Pier fire hurts [[three]]', fixed: 'Pier fire hurts 3' },
    ],
    passes: [
      { text: 'headline: 5 die in pier fire' },
      { text: 'headline: One dies in pier fire' },
      { text: 'headline: Big Three on cloud nine after two-faced deal' },
      { text: 'headline: Mayor: ‘Five of us stay’' },
      { text: 'headline: Half a million see second pier' },
      { text: 'Five die in pier fire' },
      { text: 'headline: Five die in pier fire', book: { options: { hedNumerals: 'text' } } },
    ],
  },
  run(block, analysis, book) {
    if (book.options['hedNumerals'] === 'text') return [];
    const { text } = block;
    const numbers = analysis.numbers.filter(
      ({ form, kind, upTo, value }) =>
        form === 'words' && (kind === 'count' || kind === 'age') && upTo === null && value > 1,
    );
    if (numbers.length === 0) return [];
    const phrases = [...text.matchAll(IDIOM)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    return numbers.flatMap((number): readonly Draft[] => {
      const { start, end } = number.numberAt;
      const quoted = within(analysis.quotations, start, end) || within(phrases, start, end);
      // "two-faced", "Sixty-Niners": the number is part of a word.
      if (quoted || /^[-‑–]\p{L}/u.test(text.slice(end)) || /[-‑]$/u.test(text.slice(0, start)))
        return [];
      const printed = text.slice(start, end);
      const figures = wordsValue(printed).toLocaleString('en-US');
      return [
        {
          block: block.id,
          start,
          end,
          message: `In a headline the number ${printed.toLowerCase()} stands in figures.`,
          fact: `${printed.toLowerCase()} → ${figures}`,
          fixes: [
            {
              title: figures,
              safe: false,
              edits: [{ op: 'replace', block: block.id, start, end, text: figures }],
            },
          ],
        },
      ];
    });
  },
};
