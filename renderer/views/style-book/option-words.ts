/** The options of a style book in words; the values are words already. Options without a row are shown by name. */
export const OPTION_WORDS: Readonly<Record<string, string>> = {
  serialComma: 'Comma before “and” in a series',
  captionStop: 'Full stop at a caption’s end',
  captionVerb: 'Captions need a verb',
  percent: 'Percent',
  timeStyle: 'Times of day',
  dash: 'Dashes',
  ellipsis: 'Ellipses',
  quotes: 'Quotation marks',
  quoteLevel: 'First level of quotation',
  hedQuotes: 'Quotation marks in headlines',
  quotePunctuation: 'Stops and commas at a closing mark',
  hedCase: 'Capitals in headlines',
  hedNumerals: 'Numbers in headlines',
  monthAbbrev: 'Abbreviated months',
  dateOrder: 'Order of dates',
  stateNames: 'State names with a city',
  titleAbbrev: 'Abbreviated titles before names',
  courtesyTitles: 'Courtesy titles',
  compositionTitles: 'Titles of works',
  numberWordsTo: 'Numbers are spelled out up to',
  bareLinks: 'Web addresses in text',
  archiveLabel: 'Label of archive pictures',
};

/** A value of an option as people say it: `spaced-em` is "spaced em". */
export function valueWords(value: string | number | boolean): string {
  return String(value).replaceAll('-', ' ');
}
