import type { ReadBlock } from '../article/reading';

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
  /** Text inside quotation marks, marks included; runs over a paragraph's end when it is left open. */
  readonly quotations: readonly Range[];
}
