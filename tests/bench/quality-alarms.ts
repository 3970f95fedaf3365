import { readArticle } from '#core/article/reading';
import { createEngine } from '#core/checks/engine';
import { CHECKS } from '#core/checks/rules/index';
import type { Severity, StyleBook } from '#core/checks/style-book';
import type { Check, Finding } from '#core/checks/types';
import { seeded } from './faults/made';
import type { Sample } from './quality-copy';
import { readCopy } from './quality-copy';
import { FIGURE_SECTIONS, readFigures } from './quality-figures';
import { verdictKey, verdictOf } from './quality-verdicts';

/** False alarms per 1,000 words that a check may raise on clean copy, and its least precision. */
export const TARGETS: {
  readonly [severity in Severity]: { readonly alarms: number; readonly precision: number };
} = {
  error: { alarms: 0.05, precision: 0.98 },
  warning: { alarms: 0.5, precision: 0.9 },
  suggestion: { alarms: 2, precision: 0.7 },
};
/** Of fewer findings nobody can tell a precision. */
export const ENOUGH = 8;

/** What the copy comes without, so that its absence says nothing. */
const NOT_MEASURED = new Set([
  'missing-element',
  'alt-missing',
  'credit-missing',
  'caption-missing',
]);

const AT_MOST = 20;
const EACH_DOCUMENT = 3;

export interface Hit {
  readonly sample: Sample;
  readonly finding: Finding;
}

/** What one check does on published copy. Rates are findings per 1,000 words. */
export interface Alarms {
  readonly check: Check;
  readonly tuning: number;
  readonly heldOut: number;
  /** Findings in both halves. */
  readonly found: number;
  readonly judged: number;
  readonly right: number;
  /** Right of judged; null where nothing was found or nobody has looked. */
  readonly precision: number | null;
  /** The held-out rate less what was judged right: false alarms per 1,000 words. */
  readonly alarms: number;
  /** Within its targets; null: the copy cannot tell. */
  readonly meets: boolean | null;
  readonly hits: readonly Hit[];
}

/** Checks of captions, credits, photos and alt texts see figures and pages, the others see text. */
const onFigures = (check: Check) =>
  FIGURE_SECTIONS.has(check.section) || check.id.startsWith('alt-');

/** Runs every check over all the copy, switched on whatever the book says: the checks are measured, not the choice. */
export function measureAlarms(): readonly Alarms[] {
  const text = hitsOn(
    readCopy(),
    CHECKS.filter((check) => !onFigures(check)),
  );
  const figures = hitsOn(readFigures(), CHECKS.filter(onFigures));
  return CHECKS.map((check) => {
    const { hits, words } = onFigures(check) ? figures : text;
    return alarmsOf(check, hits.get(check.id) ?? [], words);
  });
}

interface Words {
  tuning: number;
  'held-out': number;
}

function hitsOn(samples: readonly Sample[], checks: readonly Check[]) {
  const hits = new Map<string, Hit[]>(checks.map((check) => [check.id, []]));
  const words: Words = { tuning: 0, 'held-out': 0 };
  const allOn = (book: StyleBook): StyleBook => ({
    ...book,
    checks: Object.fromEntries(checks.map((check) => [check.id, check.severity])),
  });
  for (const sample of samples) {
    words[sample.half] += sample.words;
    const { findings, troubles } = createEngine(checks).run(sample.story, allOn(sample.book));
    for (const trouble of troubles) console.log('TROUBLE', sample.name, trouble);
    for (const finding of findings) hits.get(finding.check)?.push({ sample, finding });
  }
  console.log(`${samples.length} samples, words: ${JSON.stringify(words)}`);
  return { hits, words };
}

function alarmsOf(check: Check, hits: readonly Hit[], words: Words): Alarms {
  const rate = (half: Sample['half']) =>
    (hits.filter(({ sample }) => sample.half === half).length / words[half]) * 1000;
  const verdicts = hits
    .map(({ sample, finding }) => verdictOf(sample, finding))
    .filter((verdict) => verdict !== null);
  const right = verdicts.filter(Boolean).length;
  const precision = verdicts.length === 0 ? null : right / verdicts.length;
  const alarms = rate('held-out') * (1 - (precision ?? 0));
  const target = TARGETS[check.severity];
  const precise = precision === null || verdicts.length < ENOUGH || precision >= target.precision;
  return {
    check,
    tuning: rate('tuning'),
    heldOut: rate('held-out'),
    found: hits.length,
    judged: verdicts.length,
    right,
    precision,
    alarms,
    meets: NOT_MEASURED.has(check.id) ? null : alarms <= target.alarms && precise,
    hits,
  };
}

/** Places to be read: held-out ones first, in an order that has nothing to do with the copy's. */
export function placesToRead({ check, hits }: Alarms): readonly object[] {
  const random = seeded(check.id.length * 7919);
  const mixed = hits.map((hit) => ({ hit, at: random(1_000_000) })).sort((a, b) => a.at - b.at);
  const halves = mixed.toSorted(
    (a, b) => Number(a.hit.sample.half === 'tuning') - Number(b.hit.sample.half === 'tuning'),
  );
  // One odd document must not speak for the check.
  const seen = new Map<string, number>();
  const chosen = halves.filter(({ hit }) => {
    const count = (seen.get(hit.sample.name) ?? 0) + 1;
    seen.set(hit.sample.name, count);
    return count <= EACH_DOCUMENT;
  });
  return chosen.slice(0, AT_MOST).map(({ hit }) => told(hit));
}

function told({ sample, finding }: Hit) {
  const block = readArticle(sample.story.article).find((one) => one.id === finding.block);
  const text = block?.text ?? '';
  const { start, end, actual } = finding;
  const around = `${text.slice(Math.max(0, start - 90), start)}⟦${actual.slice(0, 200)}⟧${text.slice(end, end + 70)}`;
  return {
    check: finding.check,
    key: verdictKey(sample, finding),
    half: sample.half.slice(0, 1),
    source: sample.source,
    text: around.replaceAll('\n', '⏎'),
    fact: finding.fact,
    verdict: verdictOf(sample, finding),
  };
}
