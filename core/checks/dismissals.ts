import type { Dismissal, DismissalScope } from '../article/model';
import type { Finding } from './types';

const GLYPHS: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»]/gu, '"'],
  [/[‘’‚‛]/gu, "'"],
  [/[\s\u00a0\u200b-\u200d\u2060\ufeff]+/gu, ' '],
];

/** Text with quote glyphs, white space and case made equal, so that a dismissal survives such changes. */
export function foldText(text: string): string {
  let folded = text.normalize('NFC').toLowerCase();
  for (const [glyphs, plain] of GLYPHS) folded = folded.replace(glyphs, plain);
  return folded.trim();
}

/** Folded text, cut and marked with a hash when it is long: keys are stored in the story's file. */
function shortFold(text: string): string {
  const folded = foldText(text);
  return folded.length <= 80 ? folded : `${folded.slice(0, 60)}…${hash(folded)}`;
}

/** FNV-1a, 32 bits, in hexadecimal. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;
/** Code units looked at on each side to find two tokens of context. */
const REACH = 64;

/** The key of a finding: check, folded text and two tokens of context each side, parted by `|`. */
export function findingKey(check: string, text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - REACH), start).match(WORD) ?? [];
  const after = text.slice(end, end + REACH).match(WORD) ?? [];
  const context = [before.slice(-2).join(' '), text.slice(start, end), after.slice(0, 2).join(' ')];
  return [check, ...context.map(shortFold)].join('|');
}

/** The key under which a dismissal "in this story" is stored: check and folded text, wherever it stands. */
export function storyKey(finding: Pick<Finding, 'check' | 'actual' | 'fact' | 'block'>): string {
  const text = finding.actual === '' ? `${finding.block} ${finding.fact}` : finding.actual;
  return `${finding.check}|${shortFold(text)}`;
}

/** Is the finding about words? Only then does it mean the same in another story, so that it can be dismissed in all. */
export function hasWords(finding: Finding | null): finding is Finding {
  return finding !== null && finding.actual.trim() !== '';
}

/** The record of a dismissal: who (`by`) dismissed which finding, for how long, and when (`at`, ISO date and time). */
export function dismissalFor(
  finding: Finding,
  scope: DismissalScope,
  by: string,
  at: string,
): Dismissal {
  const { check, actual, message } = finding;
  const key = scope === 'once' ? finding.key : storyKey(finding);
  return { key, scope, check, actual, message, by, at };
}

/** Asks of a finding whether one of these dismisses it; the list is read once. */
export function dismissedBy(dismissals: readonly Dismissal[]): (finding: Finding) => boolean {
  const once = new Set<string>();
  const wide = new Set<string>();
  for (const { scope, check, key } of dismissals) {
    (scope === 'once' ? once : wide).add(`${check} ${key}`);
  }
  return (finding) =>
    once.has(`${finding.check} ${finding.key}`) ||
    (wide.size > 0 && wide.has(`${finding.check} ${storyKey(finding)}`));
}
