import type { Decision, DecisionKind, Story } from '../article/model';

/** The record of a decision: who (`by`) decided what, and when (`at`, ISO date and time). */
export function decisionFor(
  kind: DecisionKind,
  words: readonly string[],
  by: string,
  at: string,
): Decision {
  return { kind, words, by, at };
}

/**
 * The story with one decision more. It takes the place of the decision that said the same, or the opposite, of the same
 * words; `rivals` are spellings or figures that this one replaces as the right one.
 */
export function decide(story: Story, decision: Decision, rivals: readonly string[] = []): Story {
  const kept = (story.decisions ?? []).filter((one) => !replaces(decision, one, rivals));
  return { ...story, decisions: [...kept, decision] };
}

/** The story without a decision; the same object when it has no such decision. */
export function takeBack(story: Story, decision: Decision): Story {
  const kept = (story.decisions ?? []).filter((one) => !sameDecision(one, decision));
  return kept.length === (story.decisions ?? []).length ? story : { ...story, decisions: kept };
}

/** Do two records say the same of the same words? Of a pair the order does not count, nor who decided when. */
export function sameDecision(a: Decision, b: Decision): boolean {
  return a.kind === b.kind && sameWords(a, b);
}

function replaces(next: Decision, old: Decision, rivals: readonly string[]): boolean {
  switch (next.kind) {
    case 'same':
    case 'apart':
      return (old.kind === 'same' || old.kind === 'apart') && sameWords(next, old);
    case 'spelling':
      return (
        old.kind === 'spelling' &&
        (sameWords(next, old) || old.words.some((word) => rivals.some((one) => isSame(one, word))))
      );
    case 'figure':
      // What it counts has one right figure.
      return old.kind === 'figure' && old.words[1] === next.words[1];
  }
}

function sameWords(a: Decision, b: Decision): boolean {
  if (a.words.length !== b.words.length) return false;
  if (a.words.every((word, at) => isSame(word, b.words[at] ?? ''))) return true;
  const isPair = a.kind === 'same' || a.kind === 'apart';
  const [one = '', two = ''] = a.words;
  return isPair && isSame(one, b.words[1] ?? '') && isSame(two, b.words[0] ?? '');
}

function isSame(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** A name for comparing: one form of apostrophe, hyphen and space; capitals do not count, accents do. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[‘’‛ʼ]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** What the decisions about names come to. */
export interface Rulings {
  readonly pairs: readonly Decision[];
  /** The spellings marked as right, folded. */
  readonly right: ReadonlySet<string>;
  /** True when these two names, or the words in which they differ, were said to be two. */
  readonly areApart: (a: string, b: string) => boolean;
  /** True when these two names, or the words in which they differ, were said to be one. */
  readonly areSame: (a: string, b: string) => boolean;
  /** One key for all names that merging makes one; the folded name where nothing was merged. */
  readonly nameKey: (name: string) => string;
  /** One key for every surname that merging makes one; the folded surname where nothing was merged. */
  readonly surnameKey: (surname: string) => string;
}

const known = new WeakMap<readonly Decision[], Rulings>();
/** Names remembered with their keys; a story has some hundreds. */
const MOST_NAMES = 2000;

/** The function, asked once for each name: every keystroke asks for all names of the story. */
function remembered(read: (name: string) => string): (name: string) => string {
  const keys = new Map<string, string>();
  return (name) => {
    let key = keys.get(name);
    if (key === undefined) {
      key = read(name);
      if (keys.size >= MOST_NAMES) keys.clear();
      keys.set(name, key);
    }
    return key;
  };
}

/** Reads decisions; computed once per list. */
export function rulingsOf(decisions: readonly Decision[]): Rulings {
  const kept = known.get(decisions);
  if (kept) return kept;
  const apart = new Set<string>();
  const same = createUnion();
  const surnames = createUnion();
  const right = new Set<string>();
  for (const { kind, words } of decisions) {
    const [a = '', b = ''] = words;
    if (kind === 'spelling') right.add(foldName(a));
    if (kind === 'apart') for (const pair of [[a, b], ...differing(a, b)]) apart.add(pairKey(pair));
    if (kind !== 'same') continue;
    for (const [one = '', two = ''] of [[a, b], ...differing(a, b)]) {
      same.join(foldName(one), foldName(two));
    }
    surnames.join(foldName(lastWord(a)), foldName(lastWord(b)));
  }
  const made: Rulings = {
    pairs: decisions.filter(({ kind }) => kind === 'same' || kind === 'apart'),
    right,
    areApart: (a, b) => apart.has(pairKey([a, b])),
    areSame: (a, b) => same.find(foldName(a)) === same.find(foldName(b)),
    nameKey: remembered((name) => same.find(foldName(name))),
    surnameKey: remembered((surname) => surnames.find(foldName(surname))),
  };
  known.set(decisions, made);
  return made;
}

/** "Ana Reis" and "Anna Reis" differ in "Ana" and "Anna"; names of unlike length differ as a whole. */
function differing(a: string, b: string): readonly (readonly string[])[] {
  const [one, two] = [a.split(' '), b.split(' ')];
  if (one.length !== two.length || one.length === 1) return [];
  const pairs = one.map((word, at) => [word, two[at] ?? '']);
  return pairs.filter(([x = '', y = '']) => !isSame(x, y));
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

function pairKey([a = '', b = '']: readonly string[]): string {
  return [foldName(a), foldName(b)].sort().join('|');
}

/** Sets of strings that are joined two by two; the first one in alphabetical order stands for its set. */
export interface Union {
  readonly find: (key: string) => string;
  readonly join: (a: string, b: string) => void;
}

export function createUnion(): Union {
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return root;
  };
  return {
    find,
    join(a, b) {
      const [one = '', two = ''] = [find(a), find(b)].sort();
      if (one !== two) parents.set(two, one);
    },
  };
}
