/** One thing Harper says about a text. Offsets are UTF-16 code units. */
export interface HarperLint {
  /** Harper's name of the rule: "ModalOf". */
  readonly rule: string;
  /** Harper's kind: "Spelling", "WordChoice". */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** Harper's own sentence; code words stand between backticks. */
  readonly message: string;
  /** What the words may become, the likeliest first; '' removes them. */
  readonly replacements: readonly string[];
}

export type HarperDialect = 'American' | 'British' | 'Canadian' | 'Australian';

/** What the worker, the command line and tests need of Harper. */
export interface HarperLinter {
  /** The English to read by and the rules that are on; only what changed costs anything. */
  readonly configure: (dialect: HarperDialect, rules: ReadonlySet<string>) => Promise<void>;
  /** What every rule that is on says, in the text's order; several may speak of the same words. */
  readonly lint: (text: string) => Promise<readonly HarperLint[]>;
}

const DIALECTS: Readonly<Record<string, HarperDialect>> = {
  US: 'American',
  CA: 'Canadian',
  AU: 'Australian',
  NZ: 'Australian',
};

/** The English of a language tag: `en` and `en-US` American, Canada and Australia their own, all other regions British. */
export function dialectOf(language: string): HarperDialect {
  const region = /-([A-Za-z]{2})(?:-|$)/u.exec(language)?.[1]?.toUpperCase();
  return region === undefined ? 'American' : (DIALECTS[region] ?? 'British');
}
