import type { Decision, ReadKind, Story } from '#core/article/model';
import type { ReadBlock } from '#core/article/reading';
import { readArticle } from '#core/article/reading';
import { readNumbers } from '#core/checks/numbers';
import type { Severity } from '#core/checks/style-book';
import type { Finding, Place } from '#core/checks/types';
import { foldName } from '#core/ledger/decisions';
import type { LedgerEntry } from '#core/ledger/name-ledger';
import { nameLedger } from '#core/ledger/name-ledger';
import type { NumberEntry, NumberEntryKind } from '#core/ledger/number-ledger';
import { numberLedger } from '#core/ledger/number-ledger';
import type { Offer } from '#core/ledger/offers';
import { nearOffers } from '#core/ledger/offers';
import { rightSpelling, wrongForms } from '#core/ledger/spelling';
import { SEVERITIES } from './findings';
import { countOf } from './words';

export type LedgerPart = 'names' | 'numbers';

/** What the ledger panel shows. */
export interface LedgerState {
  readonly part: LedgerPart;
  readonly filter: string;
  /** Names that may be no person's are shown too. */
  readonly all: boolean;
  /** Id of the row that is open. */
  readonly open: string | null;
  /** The line whose places are walked, and which one is shown. */
  readonly spot: { readonly line: string; readonly at: number } | null;
}

export const NO_LEDGER: LedgerState = {
  part: 'names',
  filter: '',
  all: false,
  open: null,
  spot: null,
};

/** A line of an open row: a form, a title, a number, or a name a letter away. */
export interface LedgerLine {
  readonly id: string;
  readonly kind: 'form' | 'title' | 'number' | 'near';
  readonly text: string;
  readonly note: string;
  readonly places: readonly Place[];
  readonly mark: 'right' | 'wrong' | null;
  /** near only: what it is near to. */
  readonly offer?: Offer;
  /** number only: what a figure marked as right is right of. */
  readonly counts?: string | null;
}

/** A person, or numbers that belong together. */
export interface LedgerRow {
  readonly id: string;
  readonly title: string;
  /** One line under the title; empty where there is nothing to say. */
  readonly note: string;
  /** Short, on the right: how many places, or the sum. */
  readonly fact: string;
  /** The worst finding on it; clear: checked against something and right; null: nothing to compare. */
  readonly light: Severity | 'clear' | null;
  readonly section: string;
  readonly lines: readonly LedgerLine[];
  /** Decisions that speak of it. */
  readonly decisions: readonly Decision[];
  /** The findings that speak of it. */
  readonly findings: readonly Finding[];
  /** A person, for joining; null for numbers. */
  readonly entry: LedgerEntry | null;
  /** Named only by its shape: behind "Show all". */
  readonly isUnsure: boolean;
}

const NAME_CHECKS = new Set([
  'name-variant',
  'name-not-as-decided',
  'caption-name-spelling',
  'caption-person-not-in-story',
  'first-reference',
  'later-reference',
  'headline-not-in-body',
]);
const NUMBER_CHECKS = new Set([
  'parts-total',
  'percent-sum',
  'percent-change',
  'headline-not-in-body',
  'number-not-as-decided',
  'list-count',
  'age-vs-birth',
]);

const KIND_WORDS: Partial<Record<ReadKind, string>> = {
  headline: 'headline',
  dek: 'dek',
  caption: 'caption',
  alt: 'alt text',
  crosshead: 'crosshead',
  pullquote: 'pull quote',
  bio: 'bio',
};
const IN_TEXT = 'text';

/** "text 3, caption 1", the text first. */
function kindWords(places: readonly Place[], kinds: ReadonlyMap<string, ReadKind>): string {
  const counts = new Map<string, number>([[IN_TEXT, 0]]);
  for (const { block } of places) {
    const word = KIND_WORDS[kinds.get(block) ?? 'paragraph'] ?? IN_TEXT;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const there = [...counts].filter(([, count]) => count > 0);
  if (there.length === 1 && there[0]?.[1] === 1) return there[0][0];
  return there.map(([word, count]) => `${word} ${count}`).join(', ');
}

function kindsOf(blocks: readonly ReadBlock[]): ReadonlyMap<string, ReadKind> {
  return new Map(blocks.map(({ id, kind }) => [id, kind]));
}

/** The findings of some checks, by block, so that each row looks only at its own blocks. */
type FoundIn = ReadonlyMap<string, readonly Finding[]>;

function byBlock(findings: readonly Finding[], checks: ReadonlySet<string>): FoundIn {
  const map = new Map<string, Finding[]>();
  for (const one of findings) {
    if (!checks.has(one.check)) continue;
    const list = map.get(one.block);
    if (list) list.push(one);
    else map.set(one.block, [one]);
  }
  return map;
}

/** The findings that touch one of the places, in the order of the places, each once. */
function findingsOn(found: FoundIn, places: readonly Place[]): readonly Finding[] {
  const on = new Set<Finding>();
  for (const { block, start, end } of places) {
    for (const one of found.get(block) ?? []) {
      if (one.start < end && start < one.end) on.add(one);
    }
  }
  return [...on];
}

function worst(findings: readonly Finding[]): Severity | null {
  return SEVERITIES.find((severity) => findings.some((one) => one.severity === severity)) ?? null;
}

/** Everyone the story names, by first mention; then spellings a letter apart that are nobody's. */
export function nameRows(story: Story, findings: readonly Finding[]): readonly LedgerRow[] {
  const { decisions = [], photos } = story;
  const blocks = readArticle(story.article);
  const kinds = kindsOf(blocks);
  const entries = nameLedger(blocks, { decisions, photos });
  const { byEntry, loose } = nearOffers(entries, blocks, decisions);
  const found = byBlock(findings, NAME_CHECKS);
  const people = entries.map((entry) =>
    personRow(entry, byEntry.get(entry.id) ?? [], found, kinds, decisions),
  );
  const alike = loose.map(([rare, usual]): LedgerRow => {
    const offer = { own: usual.word, other: rare.word, places: rare.places, entry: null };
    const on = findingsOn(found, [...usual.places, ...rare.places]);
    return {
      id: `loose ${usual.word}`,
      title: usual.word,
      note: `${rare.word} is a letter away`,
      fact: `×${usual.places.length}`,
      light: worst(on),
      findings: on,
      section: 'Other names spelled alike',
      lines: [
        {
          id: `form ${usual.word}`,
          kind: 'form',
          text: usual.word,
          note: kindWords(usual.places, kinds),
          places: usual.places,
          mark: null,
        },
        nearLine(offer, kinds),
      ],
      decisions: [],
      entry: null,
      isUnsure: false,
    };
  });
  return [...people, ...alike];
}

function personRow(
  entry: LedgerEntry,
  offers: readonly Offer[],
  found: FoundIn,
  kinds: ReadonlyMap<string, ReadKind>,
  decisions: readonly Decision[],
): LedgerRow {
  const right = rightSpelling(entry);
  const wrong = new Set(right ? wrongForms(entry, right.text) : []);
  const forms = entry.forms.map((form): LedgerLine => {
    const isRight = right?.decided === true && form.text === right.text;
    return {
      id: `form ${form.text}`,
      kind: 'form',
      text: form.text,
      note: kindWords(form.places, kinds),
      places: form.places,
      mark: isRight ? 'right' : wrong.has(form) ? 'wrong' : null,
    };
  });
  const titles = entry.titles.map(
    ({ text, places }): LedgerLine => ({
      id: `title ${text}`,
      kind: 'title',
      text,
      note: kindWords(places, kinds),
      places,
      mark: null,
    }),
  );
  const places = entry.forms.flatMap((form) => form.places);
  const on = findingsOn(found, places);
  return {
    id: entry.id,
    title: entry.full,
    note: personNote(entry, wrong.size, offers.length),
    fact: `×${places.length}`,
    light: worst(on),
    findings: on,
    section: '',
    lines: [...forms, ...titles, ...offers.map((offer) => nearLine(offer, kinds))],
    decisions: decisionsOn(entry, decisions),
    entry,
    isUnsure: !entry.sure && offers.length === 0,
  };
}

function personNote(entry: LedgerEntry, wrong: number, near: number): string {
  const { titles, introduced, kinds, photos, forms } = entry;
  const captions = [...kinds.keys()].every((kind) => kind === 'caption' || kind === 'alt');
  const full = forms.filter(({ text }) => text.includes(' ')).length;
  return [
    ...titles.slice(0, 2).map(({ text }) => text),
    ...(captions
      ? ['only in captions']
      : introduced || (full === 0 && titles.length === 0)
        ? []
        : ['no full name in the text']),
    ...(full > 1 || wrong > 0 ? [countOf(Math.max(full, wrong + 1), 'spelling')] : []),
    ...(near > 0 ? [`${near === 1 ? 'a name' : `${near} names`} a letter away`] : []),
    ...(photos.length > 0 ? ['named by the photo’s file'] : []),
  ].join(' · ');
}

function nearLine(offer: Offer, kinds: ReadonlyMap<string, ReadKind>): LedgerLine {
  return {
    id: `near ${offer.other}`,
    kind: 'near',
    text: offer.other,
    note: `a letter away, ${kindWords(offer.places, kinds)}`,
    places: offer.places,
    mark: null,
    offer,
  };
}

/** The decisions that name one of an entry's forms. */
function decisionsOn(entry: LedgerEntry, decisions: readonly Decision[]): readonly Decision[] {
  const forms = new Set(entry.forms.map(({ text }) => foldName(text)));
  return decisions.filter(
    ({ kind, words }) => kind !== 'figure' && words.some((word) => forms.has(foldName(word))),
  );
}

const SECTIONS: Readonly<Record<NumberEntryKind, string>> = {
  sum: 'Totals and parts',
  shares: 'Shares',
  change: 'Changes',
  count: 'Counted in several places',
  once: 'Everything else',
  money: 'Everything else',
  percent: 'Everything else',
  age: 'Everything else',
};
const TITLES: Readonly<Record<string, string>> = { percent: 'Percentages', age: 'Ages' };

/** The numbers of the story: totals, shares and changes with their arithmetic, then what is counted. */
export function numberRows(story: Story, findings: readonly Finding[]): readonly LedgerRow[] {
  const { decisions = [] } = story;
  const blocks = readArticle(story.article);
  const kinds = kindsOf(blocks);
  const found = byBlock(findings, NUMBER_CHECKS);
  return numberLedger(blocks, decisions).map((entry) => numberRow(entry, found, kinds, decisions));
}

function numberRow(
  entry: NumberEntry,
  found: FoundIn,
  kinds: ReadonlyMap<string, ReadKind>,
  decisions: readonly Decision[],
): LedgerRow {
  const { kind, uses, verdict, right, arithmetic } = entry;
  const places = uses.map(({ place }) => place);
  const counted = uses.map(({ counts }) => counts);
  const target = right === null ? null : (readNumbers(right)[0]?.value ?? null);
  const lines = uses.map((use, at): LedgerLine => {
    const isRight = use.value === target;
    return {
      id: `number ${at} ${use.text}`,
      kind: 'number',
      text: use.text,
      note: [
        ROLES[use.role] ?? '',
        KIND_WORDS[kinds.get(use.place.block) ?? 'paragraph'] ?? IN_TEXT,
      ]
        .filter((word) => word !== '')
        .join(', '),
      places: [use.place],
      mark: target === null ? null : isRight ? 'right' : 'wrong',
      counts: use.counts,
    };
  });
  const on = findingsOn(found, places);
  return {
    id: entry.id,
    title: kind === 'money' ? entry.title : (TITLES[entry.title] ?? entry.title),
    note: arithmetic ?? '',
    fact: `×${uses.length}`,
    light: worst(on) ?? (verdict === 'agrees' ? 'clear' : null),
    findings: on,
    section: SECTIONS[kind],
    lines,
    decisions: decisions.filter(
      ({ kind: decided, words }) => decided === 'figure' && counted.includes(words[1] ?? ''),
    ),
    entry: null,
    isUnsure: false,
  };
}

const ROLES: Readonly<Record<string, string>> = {
  total: 'total',
  part: 'part',
  share: 'share',
  from: 'from',
  to: 'to',
  change: 'change',
};

/** The rows that hold the filter's words, in a name, a title or a number; unsure ones only when asked for. */
export function shownRows(
  rows: readonly LedgerRow[],
  { filter, all }: Pick<LedgerState, 'filter' | 'all'>,
): readonly LedgerRow[] {
  const wanted = plain(filter);
  return rows.filter(({ title, note, lines, isUnsure }) => {
    if (wanted === '') return all || !isUnsure;
    return [title, note, ...lines.map(({ text }) => text)].some((text) =>
      plain(text).includes(wanted),
    );
  });
}

/** Whom a name may be one with: everyone else of whom a form holds the words typed. */
export function mergeChoices(
  rows: readonly LedgerRow[],
  id: string,
  query: string,
): readonly LedgerEntry[] {
  const own = new Set(foldName(rows.find((row) => row.id === id)?.title ?? '').split(' '));
  const wanted = plain(query);
  /** Names that share a word with this one come first. */
  const likeness = ({ full }: LedgerEntry) =>
    foldName(full)
      .split(' ')
      .filter((word) => own.has(word)).length;
  return rows
    .flatMap(({ entry }) => (entry && entry.id !== id ? [entry] : []))
    .filter(({ forms }) => forms.some(({ text }) => plain(text).includes(wanted)))
    .sort((a, b) => likeness(b) - likeness(a));
}

/** Small letters without accents: "Jose" finds José. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** The row that now holds a name, after something was decided. */
export function rowOf(rows: readonly LedgerRow[], name: string): LedgerRow | undefined {
  const wanted = foldName(name);
  return rows.find(({ lines }) =>
    lines.some(({ kind, text }) => kind === 'form' && foldName(text) === wanted),
  );
}

/** A decision in words: "Ana Reis and Anna Reis are one". */
export function decisionWords({ kind, words }: Decision): string {
  const [a = '', b = ''] = words;
  switch (kind) {
    case 'same':
      return `${a} and ${b} are one`;
    case 'apart':
      return `${a} and ${b} are two`;
    case 'spelling':
    case 'figure':
      return `${a} is right`;
  }
}

/** Does a decision still speak of the story? */
export function stillSpeaks(rows: readonly LedgerRow[], decision: Decision): boolean {
  return rows.some(({ decisions }) => decisions.includes(decision));
}
