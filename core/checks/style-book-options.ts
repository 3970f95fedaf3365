/** What one option may be: one of some words, or any value of a type. */
export type OptionValues = readonly string[] | 'number' | 'string' | 'boolean';

/**
 * Every named choice a style book can make, with its allowed values. Checks read them from `book.options`; a book that
 * names another option, or gives one another value, is told so with the line. Add a row before a check reads a new one.
 */
export const STYLE_OPTIONS: { readonly [name: string]: OptionValues } = {
  /** Comma before "and" in a simple series. */
  serialComma: ['always', 'never', 'either'],
  /** Full stop at a caption's end. */
  captionStop: ['always', 'sentences', 'never'],
  /** Captions are sentences with a verb, or may be labels. */
  captionVerb: ['always', 'never'],
  percent: ['sign', 'percent', 'per cent'],
  /** 3 p.m., 3pm, 3:00 p.m. */
  timeStyle: ['spaced-stops', 'closed', 'full'],
  dash: ['spaced-em', 'closed-em', 'spaced-en'],
  ellipsis: ['dots', 'spaced-dots', 'glyph', 'either'],
  /** Curly or straight marks. */
  quotes: ['curly', 'straight'],
  /** Quotation marks of a first level. */
  quoteLevel: ['double', 'single'],
  hedQuotes: ['single', 'double'],
  /** Stops and commas inside the closing mark always, or only when they belong to the words quoted. */
  quotePunctuation: ['inside', 'logical'],
  hedCase: ['sentence', 'title', 'any'],
  /** Figures for every number in a headline, or the rule of the text. */
  hedNumerals: ['figures', 'text'],
  /** Abbreviated month with a day ("Oct. 13"), or never. */
  monthAbbrev: ['with-day', 'never'],
  dateOrder: ['month-first', 'day-first'],
  /** State names in running text with a city. */
  stateNames: ['full', 'abbreviated', 'any'],
  /** Titles that American news style abbreviates before a name: Sen., Gov., Lt. Col. */
  titleAbbrev: ['before-name', 'never', 'either'],
  courtesyTitles: ['never', 'later-references'],
  /** Titles of works: quotation marks, italics, or neither. */
  compositionTitles: ['quotes', 'italics', 'plain'],
  /** Whole numbers up to this one are spelled out. */
  numberWordsTo: 'number',
  /** Bare web addresses in print are what readers type. */
  bareLinks: ['linked', 'printed'],
  /** The label of an archive picture's caption: "FILE -". */
  archiveLabel: 'string',
};

/** Why a value is wrong for an option; null when it is right. An unknown option is wrong whatever its value. */
export function optionProblem(name: string, value: unknown): string | null {
  const values = Object.hasOwn(STYLE_OPTIONS, name) ? STYLE_OPTIONS[name] : undefined;
  if (values === undefined) {
    return `There is no option ${name}; the options are ${Object.keys(STYLE_OPTIONS).join(', ')}`;
  }
  if (typeof values === 'string') {
    return typeof value === values ? null : `The option ${name} must be a ${values}`;
  }
  return typeof value === 'string' && values.includes(value)
    ? null
    : `The option ${name} must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
