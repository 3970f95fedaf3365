import type { ReadBlock } from '../article/reading';
import type { DateMention } from './dates';
import { readDates } from './dates';
import type { NumberMention } from './numbers';
import { readNumbers } from './numbers';
import type { QuoteReading } from './quotations';
import { outerRanges, readQuotes } from './quotations';
import { sentences } from './sentences';
import type { TimeMention } from './times';
import { readTimes } from './times';
import { tokens } from './tokens';
import type { YearsMention } from './years';
import { readYears } from './years';

/** A word or number. Offsets are UTF-16 code units in the block's reading text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What several checks want to know about one block, computed once, when first asked for. */
export interface BlockAnalysis {
  readonly block: ReadBlock;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Range[];
  /** Text inside quotation marks, marks included, outermost only; runs to the block's end when it is left open. */
  readonly quotations: readonly Range[];
  /** Every quote mark with its role, and the quotations with their nesting. */
  readonly quotes: QuoteReading;
  /** Dates with a month, with the weekday beside them. */
  readonly dates: readonly DateMention[];
  /** Numbers in figures and words as typed values; those that are part of a date, a time or a fiscal year are left out. */
  readonly numbers: readonly NumberMention[];
  /** Times of day, on either clock and in words. */
  readonly times: readonly TimeMention[];
  /** Decades and fiscal years. */
  readonly years: readonly YearsMention[];
}

const known = new WeakMap<ReadBlock, BlockAnalysis>();

/** The lazy analysis of one block, the same for the same block object. Each part is computed when first read and kept. */
export function analyse(block: ReadBlock): BlockAnalysis {
  const kept = known.get(block);
  if (kept) return kept;
  const made = new LazyAnalysis(block);
  known.set(block, made);
  return made;
}

class LazyAnalysis implements BlockAnalysis {
  readonly block: ReadBlock;
  #tokens: readonly Token[] | undefined;
  #sentences: readonly Range[] | undefined;
  #quotations: readonly Range[] | undefined;
  #quotes: QuoteReading | undefined;
  #dates: readonly DateMention[] | undefined;
  #numbers: readonly NumberMention[] | undefined;
  #times: readonly TimeMention[] | undefined;
  #years: readonly YearsMention[] | undefined;

  constructor(block: ReadBlock) {
    this.block = block;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokens(this.block.text);
    return this.#tokens;
  }

  get sentences(): readonly Range[] {
    this.#sentences ??= sentences(this.block.text);
    return this.#sentences;
  }

  get quotes(): QuoteReading {
    this.#quotes ??= readQuotes(this.block.text);
    return this.#quotes;
  }

  get quotations(): readonly Range[] {
    this.#quotations ??= outerRanges(this.quotes);
    return this.#quotations;
  }

  get dates(): readonly DateMention[] {
    this.#dates ??= readDates(this.block.text);
    return this.#dates;
  }

  get times(): readonly TimeMention[] {
    this.#times ??= readTimes(this.block.text);
    return this.#times;
  }

  get years(): readonly YearsMention[] {
    this.#years ??= readYears(this.block.text);
    return this.#years;
  }

  get numbers(): readonly NumberMention[] {
    this.#numbers ??= [this.dates, this.times, this.years].reduce<readonly NumberMention[]>(
      without,
      readNumbers(this.block.text),
    );
    return this.#numbers;
  }
}

/** The numbers that touch none of the ranges. Both in order; one walk over the two. */
function without(
  numbers: readonly NumberMention[],
  ranges: readonly Range[],
): readonly NumberMention[] {
  if (ranges.length === 0) return numbers;
  let at = 0;
  return numbers.filter(({ start, end }) => {
    while ((ranges[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    return (ranges[at]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}
