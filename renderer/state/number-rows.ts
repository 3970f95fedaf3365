import type { Decision, ReadKind, Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { readNumbers } from '#core/checks/numbers';
import type { Finding } from '#core/checks/types';
import type { NumberEntry, NumberEntryKind } from '#core/ledger/number-ledger';
import { numberLedger } from '#core/ledger/number-ledger';
import type { LedgerLine, LedgerRow } from './ledger';
import type { FoundIn } from './ledger-places';
import { byBlock, findingsOn, IN_TEXT, KIND_WORDS, kindsOf, worst } from './ledger-places';

const NUMBER_CHECKS = new Set([
  'parts-total',
  'percent-sum',
  'percent-change',
  'headline-not-in-body',
  'number-not-as-decided',
  'list-count',
  'age-vs-birth',
]);

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
