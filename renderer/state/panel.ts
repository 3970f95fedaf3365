import type { ReadKind, Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { checkInfo } from '#core/checks/all-checks';
import { foldText, storyKey } from '#core/checks/dismissals';
import { checkStory } from '#core/checks/engine';
import { readImported } from '#core/checks/imported';
import type { Severity, StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import type { AppState } from './app-state';
import { groupFindings, inReadingOrder, visibleFindings } from './findings';

/** From when on a finding counts as new. */
export type Since = 'all' | 'import' | 'opened' | 'mark';
export type FindingKind = Finding['kind'];

/** What the findings panel shows; an empty set narrows nothing. */
export interface PanelFilter {
  readonly sections: ReadonlySet<string>;
  readonly kinds: ReadonlySet<FindingKind>;
  readonly since: Since;
}

/** The findings there were at a time; null: that time has not been. */
export interface Seen {
  readonly opened: readonly Finding[] | null;
  readonly mark: readonly Finding[] | null;
}

export const NO_FILTER: PanelFilter = { sections: new Set(), kinds: new Set(), since: 'all' };
export const NOTHING_SEEN: Seen = { opened: null, mark: null };

/** The section of a check in the catalogue: "Captions". */
export function sectionOf(check: string): string {
  return checkInfo(check)?.section ?? 'Other';
}

/** How many findings each section or kind has, in the order in which they come. */
export function countBy<Key>(
  findings: readonly Finding[],
  key: (finding: Finding) => Key,
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const finding of findings) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  return counts;
}

/**
 * The findings that were not among `before`: first those with the same key are taken out, then as many with the same
 * check and words, so that a changed neighbour makes no old finding new.
 */
export function newSince(
  findings: readonly Finding[],
  before: readonly Finding[],
): readonly Finding[] {
  const keys = new Set(before.map((one) => one.key));
  const now = new Set(findings.map((one) => one.key));
  const left = countBy(
    before.filter((one) => !now.has(one.key)),
    storyKey,
  ) as Map<string, number>;
  return findings.filter((one) => {
    if (keys.has(one.key)) return false;
    const loose = storyKey(one);
    const count = left.get(loose) ?? 0;
    if (count === 0) return true;
    left.set(loose, count - 1);
    return false;
  });
}

const atImport = new WeakMap<
  NonNullable<Story['imported']>,
  { readonly book: StyleBook; readonly findings: readonly Finding[] }
>();

/** What our own checks find in the words as they arrived; computed once per story and style book. */
function findingsAtImport(story: Story, book: StyleBook): readonly Finding[] | null {
  const { imported } = story;
  const input = readImported(story);
  if (!imported || !input) return null;
  const known = atImport.get(imported);
  if (known?.book === book) return known.findings;
  const findings = checkStory(input, book);
  atImport.set(imported, { book, findings });
  return findings;
}

/** Findings of text that stands as it arrived are not new, whoever found them. */
function inChangedText(findings: readonly Finding[], story: Story): readonly Finding[] {
  const before = new Map(story.imported?.blocks.map((block) => [block.id, block.text]));
  const now = new Map(readArticle(story.article).map((block) => [block.id, block.text]));
  return findings.filter((one) => {
    const text = now.get(one.block);
    return text === undefined || text !== before.get(one.block);
  });
}

/** The open finding among new results: by its key, or, when words beside it changed, by what it says and where. */
export function stillThere(
  findings: readonly Finding[],
  before: Finding | undefined,
): Finding | undefined {
  if (!before) return undefined;
  const same = findings.find((one) => one.key === before.key);
  if (same) return same;
  const loose = storyKey(before);
  const near = findings.filter((one) => one.block === before.block && storyKey(one) === loose);
  return near.sort(
    (a, b) => Math.abs(a.start - before.start) - Math.abs(b.start - before.start),
  )[0];
}

type Shown = Pick<AppState, 'check' | 'lights' | 'filter' | 'seen' | 'story' | 'book'>;

/** The findings after "new since", before the other filters: what the filters count. */
export function candidates(state: Shown): readonly Finding[] {
  const { check, filter, seen, story, book } = state;
  const { findings } = check;
  if (filter.since === 'all' || !story) return findings;
  if (filter.since === 'import') {
    const before = findingsAtImport(story, book ?? PLAIN_BOOK);
    return before ? inChangedText(newSince(findings, before), story) : findings;
  }
  const before = seen[filter.since];
  return before ? newSince(findings, before) : findings;
}

/** The findings the panel shows and the keys walk: lights, sections, kinds and "new since" applied, in reading order. */
export function shownFindings(state: Shown): readonly Finding[] {
  const { filter, lights, story } = state;
  if (!story) return [];
  const { sections, kinds } = filter;
  const left = visibleFindings(candidates(state), lights).filter(
    (one) =>
      (sections.size === 0 || sections.has(sectionOf(one.check))) &&
      (kinds.size === 0 || kinds.has(one.kind)),
  );
  return inReadingOrder(left, story);
}

/** Findings that say the same of the same words and want the same fix; one row, fixed together. */
export interface Fold {
  readonly id: string;
  readonly head: Finding;
  readonly findings: readonly Finding[];
}

/** Folds identical findings, each fold at the place of its first one. */
export function foldAlike(findings: readonly Finding[]): readonly Fold[] {
  const folds = new Map<string, Finding[]>();
  for (const one of findings) {
    const fix = one.fixes[0];
    const id = JSON.stringify([
      one.check,
      one.severity,
      // What has no words of its own is told apart by its place.
      one.actual === '' ? one.key : foldText(one.actual),
      one.message,
      fix?.title ?? null,
      fix?.safe ?? null,
    ]);
    const list = folds.get(id);
    if (list) list.push(one);
    else folds.set(id, [one]);
  }
  return [...folds].flatMap(([id, list]) => {
    const [head] = list;
    return head ? [{ id, head, findings: list }] : [];
  });
}

/** Rows under one heading; in reading order there is one part without a heading. */
export interface Part {
  readonly id: string;
  readonly check: string | null;
  readonly severity: Severity;
  readonly count: number;
  readonly folds: readonly Fold[];
}

/** Sorts findings (in reading order) into the parts of the panel. */
export function arrange(findings: readonly Finding[], order: 'check' | 'reading'): readonly Part[] {
  if (order === 'reading') {
    const folds = foldAlike(findings);
    const severity = folds[0]?.head.severity ?? 'suggestion';
    return folds.length === 0
      ? []
      : [{ id: 'reading', check: null, severity, count: findings.length, folds }];
  }
  return groupFindings(findings).map((group) => ({
    id: `${group.check} ${group.severity}`,
    check: group.check,
    severity: group.severity,
    count: group.findings.length,
    folds: foldAlike(group.findings),
  }));
}

/** The fold that holds a finding; undefined when it is not shown. */
export function foldOf(parts: readonly Part[], key: string | null): Fold | undefined {
  if (key === null) return undefined;
  return parts
    .flatMap((part) => part.folds)
    .find((fold) => fold.findings.some((one) => one.key === key));
}

export const KIND_WORDS: Readonly<Record<ReadKind | 'figure' | 'story', string>> = {
  headline: 'Headline',
  dek: 'Dek',
  byline: 'Byline',
  paragraph: 'Paragraphs',
  crosshead: 'Crossheads',
  quotation: 'Block quotations',
  pullquote: 'Pull quotes',
  'list-item': 'List items',
  bio: 'Bio',
  caption: 'Captions',
  credit: 'Credits',
  alt: 'Alt texts',
  figure: 'Photos',
  story: 'Whole story',
};

export const SINCE_WORDS: Readonly<Record<Since, string>> = {
  all: 'All findings',
  import: 'New since import',
  opened: 'New since opened',
  mark: 'New since your mark',
};

/** The filter in words: "New since import, Captions"; empty when it narrows nothing. */
export function filterWords({ sections, kinds, since }: PanelFilter): string {
  return [
    ...(since === 'all' ? [] : [SINCE_WORDS[since]]),
    ...sections,
    ...[...kinds].map((kind) => KIND_WORDS[kind]),
  ].join(', ');
}
