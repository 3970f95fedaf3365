import type { ReadBlock } from '../../article/reading';
import { editDistance } from '../../captions/fold';
import { findingKey } from '../dismissals';

import type { EngineInput, EngineResult } from '../engine';
import { isOn, settleFindings, severityOf } from '../engine';
import { bareWord } from '../lexicon';
import type { Severity, StyleBook } from '../style-book';
import type { CheckBase, Finding, Fix } from '../types';
import { harperCheck, harperCheckId, SPELLING_RULE } from './checks';
import type { HarperLint } from './lint';
import { dialectOf } from './lint';
import { ruleOn } from './rules';
import type { LintPlace } from './silence';
import { isLikelySlip, isSlip, silence } from './silence';
import type { StoryWords } from './story-words';
import { storyWords } from './story-words';

/** So many fixes a card offers at most. */
const FIXES = 3;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

/** Does Harper read this block? Bylines and credits are names; there is nothing to read in an empty text. */
export function isRead({ kind, text }: ReadBlock): boolean {
  return kind !== 'byline' && kind !== 'credit' && /\p{L}/u.test(text);
}

/**
 * What Harper’s lints of each text become in a story under a style book: findings of the checks in checks.ts, without
 * what is silenced, no two on the same words, in reading order and parted by the story’s dismissals. Pure.
 */
export function harperFindings(
  input: EngineInput,
  lintsOf: (text: string) => readonly HarperLint[],
  book: StyleBook,
): Pick<EngineResult, 'findings' | 'dismissed'> {
  const words = storyWords(input.blocks, book);
  const read = input.blocks.filter(isRead).map((block) => ({
    block,
    lints: lintsOf(block.text).map((lint) => withoutPossessive(lint, block.text)),
  }));
  const unknown = new Map<string, number>();
  for (const { block, lints } of read) {
    for (const lint of lints) {
      if (lint.rule !== SPELLING_RULE) continue;
      const word = wordOf(block, lint);
      unknown.set(word, (unknown.get(word) ?? 0) + 1);
    }
  }
  const all = read.flatMap((place) => inBlock(place, words, unknown, book));
  return settleFindings(all, input);
}

const POSSESSIVE = /[’']s?$/u;

/** An unknown word is the same word with and without its possessive, which stays as it is. */
function withoutPossessive(lint: HarperLint, text: string): HarperLint {
  const mark = POSSESSIVE.exec(text.slice(lint.start, lint.end))?.[0];
  if (lint.rule !== SPELLING_RULE || mark === undefined) return lint;
  const replacements = lint.replacements.map((one) => one.replace(POSSESSIVE, ''));
  return { ...lint, end: lint.end - mark.length, replacements };
}

function wordOf(block: ReadBlock, { start, end }: HarperLint): string {
  return bareWord(block.text.slice(start, end)).toLowerCase();
}

function inBlock(
  place: LintPlace,
  words: StoryWords,
  unknown: ReadonlyMap<string, number>,
  book: StyleBook,
): readonly Finding[] {
  const { block, lints } = place;
  const found = lints.flatMap((lint) => {
    const check = harperCheck(harperCheckId(lint.rule, lint.kind));
    if (!check || !isOn(check, book) || !ruleOn(book, block.kind, lint.rule)) return [];
    if (silence(lint, place, words) !== null) return [];
    const repeated = (unknown.get(wordOf(block, lint)) ?? 0) > 1;
    const severity = severityFor(lint, check, block, book, repeated);
    return [{ lint, finding: findingOf(lint, check, severity, block, book) }];
  });
  // Who knows more than that a word is in no dictionary speaks first; then the loudest.
  const order = found.toSorted(
    (a, b) =>
      Number(a.lint.rule === SPELLING_RULE) - Number(b.lint.rule === SPELLING_RULE) ||
      RANK[a.finding.severity] - RANK[b.finding.severity] ||
      a.lint.start - b.lint.start ||
      a.lint.end - b.lint.end,
  );
  const taken: Finding[] = [];
  for (const { finding } of order) {
    if (taken.every((one) => one.end <= finding.start || finding.end <= one.start)) {
      taken.push(finding);
    }
  }
  return taken;
}

function findingOf(
  lint: HarperLint,
  check: CheckBase,
  severity: Severity,
  block: ReadBlock,
  book: StyleBook,
): Finding {
  const { start, end, rule } = lint;
  const actual = block.text.slice(start, end);
  const spelling = rule === SPELLING_RULE;
  const replacements = [...new Set(lint.replacements)].filter((one) => one !== actual);
  const offered = spelling ? likeliest(actual, replacements) : replacements;
  const [first] = offered;
  const said = spelling
    ? `“${actual}” is in no ${dialectOf(book.language)} dictionary.`
    : sentence(lint.message);
  return {
    block: block.id,
    start,
    end,
    message: said,
    fact: first === undefined ? short(actual) : `${short(actual)} → ${shown(first)}`,
    check: check.id,
    severity,
    kind: block.kind,
    actual,
    why: spelling ? check.why : `${check.why} Harper’s rule: ${rule}.`,
    fixes: offered.slice(0, FIXES).map((text) => fixOf(block, lint, actual, text)),
    related: [],
    key: findingKey(check.id, block.text, start, end),
  };
}

/**
 * A word that is one slip away from a known one is most likely wrong; one that is not, that the story repeats, or that
 * stands in marks or in a heading of capitals may be new. A book’s own severity counts for all.
 */
function severityFor(
  lint: HarperLint,
  check: CheckBase,
  block: ReadBlock,
  book: StyleBook,
  repeated: boolean,
): Severity {
  const usual = severityOf(check, book);
  if (lint.rule !== SPELLING_RULE || book.checks[check.id] !== undefined) return usual;
  return !repeated && isLikelySlip(lint, block) ? usual : 'suggestion';
}

/** Known words one slip away go first; those that only begin alike are no help, and Enter would take the first. */
function likeliest(actual: string, replacements: readonly string[]): readonly string[] {
  const most = Math.min(3, Math.floor(actual.length / 3));
  return replacements
    .filter((one) => editDistance(actual.toLowerCase(), one.toLowerCase(), most) <= most)
    .toSorted((a, b) => Number(isSlip(actual, b)) - Number(isSlip(actual, a)));
}

function fixOf(block: ReadBlock, lint: HarperLint, actual: string, text: string): Fix {
  const { start, end } = lint;
  const title = text === '' ? `Remove “${short(actual)}”` : shown(text);
  return { title, safe: false, edits: [{ op: 'replace', block: block.id, start, end, text }] };
}

/** A replacement as a button says it: bare where it has letters, in marks where it is a mark itself. */
function shown(text: string): string {
  if (text === '') return 'nothing';
  if (/^\s+$/u.test(text)) return 'one space';
  return /[\p{L}\p{N}]/u.test(text) ? short(text.trim()) : `“${text.trim()}”`;
}

function short(text: string): string {
  return text.length <= 26 ? text : `${text.slice(0, 25).trimEnd()}…`;
}

/** Harper’s message as ours are set: code words in quotation marks, a stop at the end. */
function sentence(message: string): string {
  const text = message.replace(/`([^`]*)`/gu, '“$1”').trim();
  return /[.!?]”?$/u.test(text) ? text : `${text}.`;
}
