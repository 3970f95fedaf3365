import type { Document } from 'yaml';
import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { BODY_KINDS } from '../article/model';
import { HARPER_RULES } from './harper/rules';
import type { CreditForm, HarperSettings, StyleBook, WordRow } from './style-book';
import { NO_HARPER_SETTINGS, usualSeverity } from './style-book';
import { optionProblem } from './style-book-options';

/** A mistake in a style book's file; line and column count from 1. */
export interface BookProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What one file says, before anything it extends is merged in. What it does not mention is absent. */
export interface PartialBook {
  readonly title?: string;
  readonly language?: string;
  readonly creditForm?: CreditForm;
  readonly checks: StyleBook['checks'];
  readonly limits: StyleBook['limits'];
  readonly options: StyleBook['options'];
  readonly words: readonly WordRow[];
  /** Ids of inherited rows that this book drops. */
  readonly dropWords: readonly string[];
  readonly lexicon: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly harper: HarperSettings;
}

export interface ParsedBook {
  /** '' when the file does not say (then there is a problem about it). */
  readonly id: string;
  readonly extends: string | null;
  readonly file: string;
  readonly book: PartialBook;
  /** Where `extends` stands, for problems that only show when books are merged. */
  readonly extendsAt: { readonly line: number; readonly column: number };
  /** Mistakes, in the order of the file. A file with any is not put in force. */
  readonly problems: readonly BookProblem[];
}

const SEVERITIES = ['error', 'warning', 'suggestion'] as const;
const CREDIT_FORMS = ['ap', 'reuters', 'getty', 'guardian', 'npr'] as const;
const KINDS = [...BODY_KINDS, 'caption', 'credit', 'alt'] as const;

const row = z.strictObject({
  id: z.string().min(1).optional(),
  find: z.string().trim().min(1),
  replace: z.union([z.string().min(1), z.array(z.string().min(1))]).optional(),
  class: z.enum(['amend', 'review', 'correct']).optional(),
  severity: z.enum(SEVERITIES).optional(),
  note: z.string().optional(),
  source: z.string().min(1).optional(),
  wholeWord: z.boolean().optional(),
  matchCase: z.boolean().optional(),
});

const harperRules = z.record(z.string(), z.enum(['on', 'off']));

const bookSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and hyphens'),
  title: z.string().min(1).optional(),
  extends: z.string().min(1).nullable().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en-US')
    .optional(),
  creditForm: z.enum(CREDIT_FORMS).optional(),
  /** The source of every row that gives none of its own. */
  source: z.string().min(1).optional(),
  checks: z.record(z.string(), z.enum(['off', ...SEVERITIES])).optional(),
  limits: z.partialRecord(z.enum(KINDS), z.number().int().positive()).optional(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  words: z.array(row).optional(),
  dropWords: z.array(z.string()).optional(),
  lexicon: z
    .strictObject({
      add: z.array(z.string().min(1)).optional(),
      remove: z.array(z.string().min(1)).optional(),
    })
    .optional(),
  harper: z
    .strictObject({
      rules: harperRules.optional(),
      kinds: z.partialRecord(z.enum(KINDS), harperRules).optional(),
    })
    .optional(),
});
type Stored = z.infer<typeof bookSchema>;

type Path = readonly (string | number)[];

/**
 * Reads a style book's YAML. Every mistake is a problem with file, line and column, and the rest of the file is still
 * read as far as it can be. `checkIds`: the checks there are; without them, names under `checks` are taken as they come.
 */
export function parseStyleBook(
  text: string,
  file: string,
  checkIds: ReadonlySet<string> | null = null,
): ParsedBook {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems: BookProblem[] = [];
  const add = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file, line: Math.max(line, 1), column: Math.max(col, 1), message });
  };
  const addAt = (path: Path, message: string, key = false) =>
    add(offsetOf(document, path, key), message);
  for (const error of document.errors) add(error.pos[0], firstLine(error.message));
  const empty = (): ParsedBook => ({
    id: '',
    extends: null,
    file,
    book: EMPTY,
    extendsAt: { line: 1, column: 1 },
    problems,
  });
  if (problems.length > 0) return empty();
  const data = plainData(document, add);
  if (data === undefined) return empty();
  const parsed = bookSchema.safeParse(data);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) reportIssue(issue, addAt);
    return { ...empty(), ...identity(data), problems: inFileOrder(problems) };
  }
  const stored = parsed.data;
  checkNames(stored, checkIds, addAt);
  const words = wordRows(stored, addAt);
  const at = lines.linePos(offsetOf(document, ['extends'], false));
  return {
    id: stored.id,
    extends: stored.extends ?? null,
    file,
    book: partialBook(stored, words),
    extendsAt: { line: Math.max(at.line, 1), column: Math.max(at.col, 1) },
    problems: inFileOrder(problems),
  };
}

const EMPTY: PartialBook = {
  checks: {},
  limits: {},
  options: {},
  words: [],
  dropWords: [],
  lexicon: { add: [], remove: [] },
  harper: NO_HARPER_SETTINGS,
};

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

function inFileOrder(problems: readonly BookProblem[]): readonly BookProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function plainData(document: Document, add: (offset: number, message: string) => void): unknown {
  if (!isMap(document.contents)) {
    add(0, 'A style book is a list of keys and values that starts with id: and title:');
    return undefined;
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    add(0, `The file cannot be read: ${error instanceof Error ? firstLine(error.message) : error}`);
    return undefined;
  }
}

/** Id and parent of a book that is wrong elsewhere, so that others that extend it can say what they miss. */
function identity(data: unknown): { id: string; extends: string | null } {
  const record = data as Readonly<Record<string, unknown>>;
  const id = record['id'];
  const parent = record['extends'];
  return {
    id: typeof id === 'string' ? id : '',
    extends: typeof parent === 'string' ? parent : null,
  };
}

type AddAt = (path: Path, message: string, key?: boolean) => void;

function reportIssue(issue: z.core.$ZodIssue, addAt: AddAt): void {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const message =
        path[0] === 'limits' || path[1] === 'kinds'
          ? `${key} is not a kind of text; the kinds are ${KINDS.join(', ')}`
          : `There is no key ${key} here`;
      addAt([...path, key], message, true);
    }
    return;
  }
  const name = path.length === 0 ? 'The file' : pathName(path);
  addAt(path, `${name} ${expectation(issue)}`);
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? 'is missing'
        : `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}`;
    case 'invalid_union':
      return 'must be a text or a list of texts';
    case 'invalid_format':
      return issue.message;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : 'must be above zero';
    default:
      return issue.message;
  }
}

const TYPE_NAMES: { readonly [type: string]: string } = {
  string: 'a text',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function article(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function oneOf(values: readonly string[]): string {
  return values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function pathName(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? ` ${part + 1}` : index > 0 ? `, ${part}` : part,
    )
    .join('');
}

/** Offset of a path's value, or of its key; of the nearest thing above it that is in the file. */
function offsetOf(document: Document, path: Path, key: boolean): number {
  if (key) {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === path.at(-1),
      );
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return range[0];
  }
  return 0;
}

function checkNames(stored: Stored, checkIds: ReadonlySet<string> | null, addAt: AddAt): void {
  for (const id of Object.keys(stored.checks ?? {})) {
    if (checkIds && !checkIds.has(id)) addAt(['checks', id], `There is no check ${id}`, true);
  }
  const { rules = {}, kinds = {} } = stored.harper ?? {};
  const named: readonly Path[] = [
    ...Object.keys(rules).map((rule) => ['harper', 'rules', rule]),
    ...Object.entries(kinds).flatMap(([kind, own]) =>
      Object.keys(own).map((rule) => ['harper', 'kinds', kind, rule]),
    ),
  ];
  for (const path of named) {
    const rule = String(path.at(-1));
    if (!HARPER_RULES.has(rule)) addAt(path, `Harper has no rule ${rule}`, true);
  }
  for (const [name, value] of Object.entries(stored.options ?? {})) {
    const wrong = optionProblem(name, value);
    if (wrong !== null) addAt(['options', name], wrong, true);
  }
}

function wordRows(stored: Stored, addAt: AddAt): readonly WordRow[] {
  const rows: WordRow[] = [];
  const ids = new Map<string, number>();
  const finds = new Map<string, number>();
  (stored.words ?? []).forEach((given, index) => {
    const made = wordRow(given, stored.source);
    const find = made.matchCase ? `=${made.find}` : made.find.toLowerCase();
    const twin = finds.get(find) ?? ids.get(made.id);
    if (twin !== undefined) {
      addAt(
        ['words', index, 'find'],
        `“${given.find}” is listed twice: row ${twin + 1} has it too`,
      );
      return;
    }
    finds.set(find, index);
    ids.set(made.id, index);
    const wrong = rowProblem(made);
    if (wrong === null) rows.push(made);
    else addAt(['words', index, wrong.key], wrong.message);
  });
  return rows;
}

function wordRow(given: NonNullable<Stored['words']>[number], source = ''): WordRow {
  const { replace = [] } = given;
  const list = typeof replace === 'string' ? [replace] : replace;
  const kind = given.class ?? (list.length > 0 ? 'amend' : 'review');
  return {
    id: given.id ?? wordId(given.find, given.matchCase ?? false),
    find: given.find,
    replace: list,
    class: kind,
    severity: given.severity ?? usualSeverity(kind),
    note: given.note ?? '',
    source: given.source ?? source,
    wholeWord: given.wholeWord ?? true,
    matchCase: given.matchCase ?? false,
  };
}

/** A row's own id when it gives none: its words joined by hyphens. A row that minds case keeps its capitals. */
export function wordId(find: string, matchCase: boolean): string {
  const folded = matchCase ? find : find.toLowerCase();
  return folded.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || folded;
}

function rowProblem(made: WordRow): { key: string; message: string } | null {
  if (made.source === '') {
    return { key: 'find', message: `“${made.find}” needs a source: who says so` };
  }
  if (made.class === 'amend' && made.replace.length === 0) {
    return { key: 'class', message: `“${made.find}” is to be amended but has no replacement` };
  }
  if (made.replace.includes(made.find)) {
    return { key: 'replace', message: `“${made.find}” is replaced by itself` };
  }
  return null;
}

function partialBook(stored: Stored, words: readonly WordRow[]): PartialBook {
  return {
    ...(stored.title === undefined ? {} : { title: stored.title }),
    ...(stored.language === undefined ? {} : { language: stored.language }),
    ...(stored.creditForm === undefined ? {} : { creditForm: stored.creditForm }),
    checks: stored.checks ?? {},
    limits: stored.limits ?? {},
    options: stored.options ?? {},
    words,
    dropWords: stored.dropWords ?? [],
    lexicon: { add: stored.lexicon?.add ?? [], remove: stored.lexicon?.remove ?? [] },
    harper: {
      rules: switches(stored.harper?.rules ?? {}),
      kinds: Object.fromEntries(
        Object.entries(stored.harper?.kinds ?? {}).map(([kind, rules]) => [kind, switches(rules)]),
      ),
    },
  };
}

function switches(
  rules: Readonly<Record<string, 'on' | 'off'>>,
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(Object.entries(rules).map(([rule, word]) => [rule, word === 'on']));
}
