import type { HarperSettings, StyleBook, WordRow } from './style-book';
import { PLAIN_BOOK } from './style-book';
import type { BookProblem, ParsedBook } from './style-book-parser';

export interface ResolvedBook {
  readonly book: StyleBook;
  /** Problems of the book's own file and of every file it extends, and of the chain itself. */
  readonly problems: readonly BookProblem[];
}

/**
 * One house's book with everything it extends merged in: rows override by id, switches, limits and options by name; the
 * lexicon is added to and taken from. A missing parent or a circle is a problem, and what can be merged still is. An
 * unknown id gives the plain book and a problem.
 */
export function resolveStyleBook(id: string, books: readonly ParsedBook[]): ResolvedBook {
  const byId = new Map(books.map((parsed) => [parsed.id, parsed]));
  const chain: ParsedBook[] = [];
  const problems: BookProblem[] = [];
  let next: string | null = id;
  while (next !== null) {
    const parsed = byId.get(next);
    const child = chain.at(-1);
    if (!parsed) {
      const message = child
        ? `${child.id} extends ${next}, but there is no style book with this id`
        : `There is no style book with the id ${next}`;
      problems.push(chainProblem(child, message));
      break;
    }
    if (chain.includes(parsed)) {
      const circle = [...chain.slice(chain.indexOf(parsed)), parsed].map((link) => link.id);
      problems.push(chainProblem(child, `The books extend one another: ${circle.join(' → ')}`));
      break;
    }
    chain.push(parsed);
    problems.push(...parsed.problems);
    next = parsed.extends;
  }
  const book = chain.reduceRight(merge, PLAIN_BOOK);
  return { book, problems };
}

function chainProblem(child: ParsedBook | undefined, message: string): BookProblem {
  return { file: child?.file ?? '', line: 1, column: 1, ...child?.extendsAt, message };
}

function merge(base: StyleBook, { id, book }: ParsedBook): StyleBook {
  const removed = new Set(book.lexicon.remove);
  return {
    id,
    title: book.title ?? (base === PLAIN_BOOK ? id : base.title),
    language: book.language ?? base.language,
    checks: { ...base.checks, ...book.checks },
    limits: { ...base.limits, ...book.limits },
    creditForm: book.creditForm ?? base.creditForm,
    options: { ...base.options, ...book.options },
    words: mergeRows(base.words, book.words, new Set(book.dropWords)),
    lexicon: [
      ...new Set([...base.lexicon.filter((word) => !removed.has(word)), ...book.lexicon.add]),
    ],
    harper: mergeHarper(base.harper, book.harper),
  };
}

/** The child's word goes before the parent's, rule by rule; what a parent says of a kind stands beside it. */
function mergeHarper(base: HarperSettings, own: HarperSettings): HarperSettings {
  const kinds: Record<string, Readonly<Record<string, boolean>>> = { ...base.kinds };
  for (const [kind, rules] of Object.entries(own.kinds)) kinds[kind] = { ...kinds[kind], ...rules };
  return { rules: { ...base.rules, ...own.rules }, kinds };
}

/** A row with an inherited id takes that row's place; so does a row that finds the same words under another id. */
export function mergeRows(
  base: readonly WordRow[],
  own: readonly WordRow[],
  dropped: ReadonlySet<string>,
): readonly WordRow[] {
  const taken = new Set(own.map((row) => row.id));
  const finds = new Set(own.map(findKey));
  const kept = base.filter(
    (row) => !taken.has(row.id) && !dropped.has(row.id) && !finds.has(findKey(row)),
  );
  return [...kept, ...own];
}

function findKey(row: WordRow): string {
  return row.matchCase ? `=${row.find}` : row.find.toLowerCase();
}
