import type { HarperDialect, HarperLint, HarperLinter } from './lint';

/** What is used of a suggestion of harper.js; kind 0 replaces, 1 removes, 2 inserts behind. */
interface SuggestionLike {
  readonly kind: () => number;
  readonly get_replacement_text: () => string;
}

interface LintLike {
  readonly span: () => { readonly start: number; readonly end: number };
  readonly lint_kind: () => string;
  readonly message: () => string;
  readonly get_problem_text: () => string;
  readonly suggestions: () => readonly SuggestionLike[];
  readonly free: () => void;
}

/** What is used of a linter of harper.js: core does not know the package. */
export interface LinterLike {
  readonly getDefaultLintConfig: () => Promise<Readonly<Record<string, boolean | null>>>;
  readonly setLintConfig: (config: Record<string, boolean | null>) => Promise<void>;
  readonly setDialect: (dialect: number) => Promise<void>;
  readonly organizedLints: (
    text: string,
    options: { readonly language: 'plaintext'; readonly dedup: boolean },
  ) => Promise<Readonly<Record<string, readonly LintLike[]>>>;
}

/** The numbers that harper.js gives its dialects. */
const NUMBERS: Readonly<Record<HarperDialect, number>> = {
  American: 0,
  British: 1,
  Australian: 2,
  Canadian: 3,
};

/** Makes a linter of harper.js ours: rules by name, places in code units, and nothing of its memory left behind. */
export function adaptLinter(linter: LinterLike): HarperLinter {
  let dialect: HarperDialect | null = null;
  let rules: ReadonlySet<string> | null = null;
  return {
    async configure(nextDialect, nextRules) {
      if (dialect !== nextDialect) {
        await linter.setDialect(NUMBERS[nextDialect]);
        // A linter that is made anew for another dialect begins with its own rules.
        rules = null;
        dialect = nextDialect;
      }
      if (rules !== null && sameSet(rules, nextRules)) return;
      const all = Object.keys(await linter.getDefaultLintConfig());
      await linter.setLintConfig(
        Object.fromEntries(all.map((name) => [name, nextRules.has(name)])),
      );
      rules = nextRules;
    },
    async lint(text) {
      const groups = await linter.organizedLints(text, { language: 'plaintext', dedup: false });
      const lints = Object.entries(groups).flatMap(([rule, found]) =>
        found.flatMap((lint) => take(rule, lint, text)),
      );
      return lints.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
    },
  };
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** One lint, or none where Harper’s place is not where its words stand: what cannot be shown cannot be said. */
function take(rule: string, lint: LintLike, text: string): readonly HarperLint[] {
  const { start, end } = lint.span();
  const words = lint.get_problem_text();
  const replacements = lint.suggestions().map((one) => {
    const replacement = one.get_replacement_text();
    return one.kind() === 1 ? '' : one.kind() === 2 ? words + replacement : replacement;
  });
  const made = { rule, kind: lint.lint_kind(), start, end, message: lint.message(), replacements };
  lint.free();
  return text.slice(start, end) === words ? [made] : [];
}
