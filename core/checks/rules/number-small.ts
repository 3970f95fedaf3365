import { spell } from '../number-words';
import type { BlockCheck } from '../types';

/** Nouns that figures stand before whatever their size. */
const MEASURED =
  /^(?:inch(?:es)?|foot|feet|yards?|miles?|metres?|meters?|kilomet(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|acres?|hectares?|square|cubic|pounds?|ounces?|tons?|tonnes?|grams?|kilos?|kilograms?|lit(?:re|er)s?|gallons?|pints?|cups?|tablespoons?|teaspoons?|degrees?|percent|percentage|points?|cents?|dollars?|euros?|yen|votes?|seats?|goals?|runs?|wins?|losses|innings|knots|furlongs?|lengths|strokes|mph|kph|bits?|bytes?|megabytes?|gigabytes?|terabytes?|watts?|kilowatts?|megawatts?|volts?|stars|servings?|calories|carats?|karats?)\b/iu;

export const numberSmall: BlockCheck = {
  id: 'number-small',
  title: 'Small number in figures',
  section: 'Numbers, dates, money',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'caption', 'bio', 'quotation'],
  why: 'Most houses spell small whole numbers out and keep figures for ages, percentages, measures, scores and the like.',
  source: 'AP Stylebook, numerals',
  examples: {
    flags: [
      { text: 'Some [[7]] people were hurt.', fixed: 'Some seven people were hurt.' },
      { text: 'The town has [[3]] schools.', fixed: 'The town has three schools.' },
    ],
    passes: [
      { text: 'Seven people were hurt.' },
      { text: 'Ana Reis, 7, and her 5-year-old brother paid 5% more.' },
      { text: 'They won 3-2 and live at 5 Harbour Street.' },
      { text: 'It is 5 miles long and costs $5.' },
      { text: 'See Chapter 5 people said. Between 5 and 12 people came.' },
      { text: 'Some 7 people.', book: { options: { numberWordsTo: 3 } } },
    ],
  },
  run(block, analysis, book) {
    const limit = Number(book.options['numberWordsTo'] ?? 9);
    const { text, id } = block;
    return analysis.numbers.flatMap((number) => {
      const { value, kind, form, numberAt, unitAt, upTo } = number;
      if (kind !== 'count' || form !== 'figures' || upTo !== null || unitAt) return [];
      if (!Number.isInteger(value) || value < 1 || value > limit || number.end !== numberAt.end)
        return [];
      const { start, end } = numberAt;
      if (text.slice(start, end) !== String(value)) return [];
      const next = /^ (\p{Ll}[\p{Ll}’'-]{2,})/u.exec(text.slice(end, end + 30))?.[1];
      if (
        next === undefined ||
        MEASURED.test(next) ||
        !/(?:s|people|men|women|children)$/u.test(next)
      )
        return [];
      // "Apollo 7", "No. 7", "7 of 12", "5 to 12", "2 x 4": part of a name, a rank or a series.
      const before = text.slice(Math.max(0, start - 24), start);
      if (
        /(?:(?!(?:Some|About|Only|Nearly|Almost|Around|Over|The|These|Those|All|With|For|In|At|After|And|But|Another)\b)\b\p{Lu}[\p{L}.]*|[\d#(/,.:;–—-]|\b(?:to|and|or|of|by|x|vs?\.?|score|page|grade|level|type|stage|phase|step|item|part|size|ages?)) ?$/u.test(
          before,
        )
      )
        return [];
      if (/\d/u.test(text.slice(end, end + 40).split(/[.;]/u)[0] ?? '')) return [];
      return [
        {
          block: id,
          start,
          end,
          message: 'A number this small is spelled out here.',
          fact: `${value} → ${spell(value)}`,
          fixes: [
            {
              title: spell(value),
              edits: [{ op: 'replace' as const, block: id, start, end, text: spell(value) }],
              safe: false,
            },
          ],
        },
      ];
    });
  },
};
