import type { Edit } from '#core/article/edit';
import type { ReadBlock } from '#core/article/reading';
import type { Place } from '#core/checks/types';
import { riskOf } from './find-risk';

export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly regex: boolean;
}

/** A match with what a replacement may refer to: its text, its groups by number and by name. */
export interface Match extends Place {
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly named: { readonly [name: string]: string | undefined };
}

export interface FindResult {
  readonly matches: readonly Match[];
  /** What is wrong with the expression, for people; null: nothing. */
  readonly error: string | null;
}

/** More matches than this help nobody, and an expression that matches everywhere must not stop the window. */
const MOST = 5_000;
/** Milliseconds all blocks together may take. */
const BUDGET = 400;

/** Finds a text or expression in every block, captions, credits and alt texts included. Empty matches do not count. */
export function findInStory(blocks: readonly ReadBlock[], query: FindQuery): FindResult {
  if (query.text === '') return { matches: [], error: null };
  const compiled = compile(query);
  if (typeof compiled === 'string') return { matches: [], error: compiled };
  const matches: Match[] = [];
  const until = performance.now() + BUDGET;
  for (const block of blocks) {
    for (const found of block.text.matchAll(compiled)) {
      if (found[0] === '') continue;
      if (query.wholeWord && !isWhole(block.text, found.index, found[0].length)) continue;
      matches.push(toMatch(block, found));
      if (matches.length >= MOST) {
        return { matches, error: `Only the first ${MOST.toLocaleString('en')} matches are shown` };
      }
    }
    if (performance.now() > until) {
      return { matches, error: 'This expression takes too long. Make it simpler.' };
    }
  }
  return { matches, error: null };
}

/** The edits that replace matches. With an expression, `$1`, `$<name>`, `$&` and `$$` mean what they do in JavaScript. */
export function replaceEdits(
  matches: readonly Match[],
  replacement: string,
  query: FindQuery,
): readonly Edit[] {
  return matches.map((match) => ({
    op: 'replace',
    block: match.block,
    start: match.start,
    end: match.end,
    text: query.regex ? expand(replacement, match) : replacement,
  }));
}

function compile({ text, matchCase, regex }: FindQuery): RegExp | string {
  const flags = matchCase ? 'gu' : 'giu';
  if (!regex) return new RegExp(literal(text), flags);
  const risk = riskOf(text);
  if (risk !== null) return risk;
  try {
    return new RegExp(text, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(': ').at(-1) : '';
    return `Not a regular expression${reason ? `: ${reason.toLowerCase()}` : ''}`;
  }
}

/** A straight quote on the keyboard finds its curly forms too; typed curly, it finds only itself. */
function literal(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/-]/g, (char) => (char === '-' ? '\\x2d' : `\\${char}`))
    .replace(/'/g, "['‘’]")
    .replace(/"/g, '["“”]');
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}_]$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}_]/u;

function isWhole(text: string, start: number, length: number): boolean {
  const end = start + length;
  return (
    !WORD_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
    !WORD_AFTER.test(text.slice(end, end + 2))
  );
}

function toMatch(block: ReadBlock, found: RegExpExecArray): Match {
  return {
    block: block.id,
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
    groups: found.slice(1),
    named: found.groups ?? {},
  };
}

function expand(replacement: string, match: Match): string {
  return replacement.replace(
    /\$(?:\$|&|<([^>]+)>|(\d{1,2}))/g,
    (whole, name: string | undefined, digits: string | undefined) => {
      if (whole === '$$') return '$';
      if (whole === '$&') return match.text;
      if (name !== undefined) return match.named[name] ?? '';
      const number = Number(digits);
      if (number >= 1 && number <= match.groups.length) return match.groups[number - 1] ?? '';
      // `$12` with one group is `$1` and a 2, as everywhere else.
      const first = Number(digits?.[0]);
      return digits?.length === 2 && first >= 1 && first <= match.groups.length
        ? (match.groups[first - 1] ?? '') + digits[1]
        : whole;
    },
  );
}
