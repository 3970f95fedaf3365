import type { Decision } from '../article/model';
import type { ReadBlock } from '../article/reading';
import type { Range } from '../checks/analysis';
import { analyse } from '../checks/analysis';
import type { NumberMention } from '../checks/numbers';
import { readNumbers } from '../checks/numbers';
import { perBlock } from '../checks/per-block';
import type { Place } from '../checks/types';
import type { Verdict } from './arithmetic';
import { changesIn, isYear, sharesIn, sumsIn } from './arithmetic';
import type { CountedNoun } from './counted-noun';
import { countedNoun } from './counted-noun';
import { headNumbers } from './head-numbers';

export type NumberRole = 'total' | 'part' | 'share' | 'from' | 'to' | 'change' | 'count' | 'amount';

/** A number of an entry, as printed, with what it counts where that is known. */
export interface NumberUse {
  readonly text: string;
  readonly place: Place;
  readonly value: number;
  readonly role: NumberRole;
  /** The key of what is counted, for marking this figure as right; null where figures of another place may differ. */
  readonly counts: string | null;
}

export type NumberEntryKind =
  | 'sum'
  | 'shares'
  | 'change'
  | 'count'
  | 'once'
  | 'money'
  | 'percent'
  | 'age';

/** Numbers of the story that belong together, and whether they agree. */
export interface NumberEntry {
  /** The same as long as the entry says the same. */
  readonly id: string;
  readonly kind: NumberEntryKind;
  /** "12 members", "members", "USD". */
  readonly title: string;
  readonly uses: readonly NumberUse[];
  /** The sum or the comparison in plain words: "7 + 4 = 11, not 12"; null where there is nothing to compare. */
  readonly arithmetic: string | null;
  readonly verdict: Verdict;
  /** The figure that was marked as right, as printed. */
  readonly right: string | null;
}

interface Counted {
  readonly number: NumberMention;
  readonly noun: CountedNoun;
}

/** The counts of a block with their nouns, without parts of totals, years and numbers of others ("two more members"). */
export const countsOf = perBlock((block: ReadBlock): readonly Counted[] => {
  const analysis = analyse(block);
  const parts = new Set(sumsIn(analysis).flatMap((sum) => sum.parts));
  return analysis.numbers.flatMap((number): readonly Counted[] => {
    const noun = parts.has(number) || isYear(number) ? null : countedNoun(block.text, number);
    if (!noun || OTHERS.test(block.text.slice(number.end, noun.at.start))) return [];
    if (ANOTHER.test(block.text.slice(Math.max(0, number.start - 16), number.start))) return [];
    return [{ number, noun }];
  });
});

const OTHERS = /\b(?:more|other|others|additional|extra|fewer|new)\b/iu;
const ANOTHER = /\b(?:another|other|additional|extra|per|every|each) $/iu;

/**
 * Every number of the blocks, grouped: totals with their parts, shares of a whole, changes, the same thing counted in
 * several places or once, money by currency, other percentages, ages. In this order of kinds, then of first mention. Years,
 * dates, times, ordinals and scores are left out. Uses the same readings as the checks.
 */
export function numberLedger(
  blocks: readonly ReadBlock[],
  decisions: readonly Decision[] = [],
): readonly NumberEntry[] {
  const story = { blocks, analysis: analyse };
  const missing = new Set(
    headNumbers(story).flatMap(({ number, given }) => (given ? [] : [number])),
  );
  const order = ['sum', 'shares', 'change'];
  const readings = blocks.flatMap((block) => readingsOf(block).entries);
  readings.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return [...readings, ...counts(blocks, decisions, missing), ...gathered(blocks, missing)];
}

const SKIPPED = new Set<ReadBlock['kind']>(['credit', 'byline']);

/** The sums, shares and changes of a block, and the numbers that belong to one of the latter two. */
const readingsOf = perBlock((block: ReadBlock) => {
  const taken = new Set<NumberMention>();
  if (SKIPPED.has(block.kind)) return { entries: [], taken };
  const analysis = analyse(block);
  const sums = sumsIn(analysis).map((sum): NumberEntry => {
    const { total, parts, verdict } = sum;
    const adds = `${parts.map(shown).join(' + ')} = ${figure(sum.sum)}`;
    const uses = [use(block, total, 'total'), ...parts.map((part) => use(block, part, 'part'))];
    return entry(
      'sum',
      uses,
      uses[0]?.text ?? '',
      verdict,
      verdict === 'disagrees'
        ? `${adds}, not ${shown(total)}`
        : verdict === 'open'
          ? `${adds} of ${shown(total)}`
          : adds,
    );
  });
  const shares = sharesIn(analysis).map((reading): NumberEntry => {
    const adds = `${reading.shares.map(({ value }) => figure(value)).join(' + ')} = ${figure(reading.sum)}`;
    const left = reading.rest && reading.sum < 100 ? `, ${figure(100 - reading.sum)} left` : '';
    const wrong =
      reading.verdict === 'disagrees'
        ? ', not 100'
        : reading.sum === 100 || left
          ? ''
          : ', rounded';
    for (const share of reading.shares) taken.add(share);
    const uses = reading.shares.map((share) => use(block, share, 'share'));
    return entry(
      'shares',
      uses,
      `${reading.shares.length} shares of one whole`,
      reading.verdict,
      `${adds}${left}${wrong}`,
    );
  });
  const changes = changesIn(analysis).map((reading): NumberEntry => {
    const { from, to, percent, right, said } = reading;
    for (const one of [from, to, percent]) taken.add(one);
    const ends = analysis.numbers.find((one) => one.ends?.includes(from));
    if (ends) taken.add(ends);
    const word = right < 0 ? 'down' : 'up';
    const sum = `${shown(from)} to ${shown(to)} is ${word} ${figure(Math.abs(right))}%`;
    const uses = [use(block, from, 'from'), use(block, to, 'to'), use(block, percent, 'change')];
    const wrong =
      reading.verdict === 'disagrees'
        ? `, not ${said < 0 ? 'down' : 'up'} ${figure(Math.abs(said))}%`
        : '';
    return entry(
      'change',
      uses,
      `${printed(block, from)} to ${printed(block, to)}`,
      reading.verdict,
      `${sum}${wrong}`,
    );
  });
  return { entries: [...sums, ...shares, ...changes], taken };
});

function entry(
  kind: NumberEntryKind,
  uses: readonly NumberUse[],
  title: string,
  verdict: Verdict,
  arithmetic: string | null,
): NumberEntry {
  const first = uses[0]?.place;
  const id = `${kind} ${first?.block ?? ''} ${title}`;
  return { id, kind, title, uses, arithmetic, verdict, right: null };
}

function counts(
  blocks: readonly ReadBlock[],
  decisions: readonly Decision[],
  missing: ReadonlySet<NumberMention>,
): readonly NumberEntry[] {
  const groups = new Map<string, { noun: string; uses: NumberUse[]; missing: boolean }>();
  for (const block of blocks) {
    if (SKIPPED.has(block.kind)) continue;
    for (const { number, noun } of countsOf(block)) {
      const group = groups.get(noun.key) ?? { noun: noun.text, uses: [], missing: false };
      const place = { block: block.id, start: number.start, end: noun.at.end };
      const text = block.text.slice(place.start, place.end);
      group.uses.push({ text, place, value: number.value, role: 'count', counts: noun.key });
      group.missing ||= missing.has(number);
      groups.set(noun.key, group);
    }
  }
  const several: NumberEntry[] = [];
  const once: NumberUse[] = [];
  for (const [key, { noun, uses, missing: absent }] of groups) {
    const right =
      decisions.find(({ kind, words }) => kind === 'figure' && words[1] === key)?.words[0] ?? null;
    const values = uses.map(({ value }) => value);
    const [single] = uses;
    if (single && uses.length === 1 && right === null && !absent) once.push(single);
    else {
      several.push({
        id: `count ${key}`,
        kind: 'count',
        title: noun,
        uses,
        arithmetic: comparison(values, absent),
        verdict: verdictOf(values, right, absent),
        right,
      });
    }
  }
  if (once.length === 0) return several;
  return [...several, { ...entry('once', once, 'Counted once', 'open', null), id: 'once' }];
}

function verdictOf(values: readonly number[], right: string | null, absent: boolean): Verdict {
  const target = right === null ? undefined : readNumbers(right)[0]?.value;
  if (target !== undefined) {
    return values.every((value) => value === target) ? 'agrees' : 'disagrees';
  }
  if (absent) return 'disagrees';
  return new Set(values).size === 1 ? 'agrees' : 'open';
}

function comparison(values: readonly number[], absent: boolean): string | null {
  const different = [...new Set(values)];
  if (values.length < 2) return absent ? 'only in headline or dek' : null;
  const [first = 0] = different;
  return different.length === 1
    ? `${figure(first)} in ${values.length} places`
    : `${different.slice(0, -1).map(figure).join(', ')} and ${figure(different.at(-1) ?? 0)}`;
}

/** What belongs to no sum and counts no noun: money by currency, percentages, ages. */
function gathered(
  blocks: readonly ReadBlock[],
  missing: ReadonlySet<NumberMention>,
): readonly NumberEntry[] {
  const groups = new Map<
    string,
    { kind: 'money' | 'percent' | 'age'; uses: NumberUse[]; missing: boolean }
  >();
  for (const block of blocks) {
    if (SKIPPED.has(block.kind)) continue;
    const { taken } = readingsOf(block);
    for (const number of analyse(block).numbers) {
      if (taken.has(number)) continue;
      const kind = number.kind === 'points' ? 'percent' : number.kind;
      if (kind !== 'money' && kind !== 'percent' && kind !== 'age') continue;
      const title = kind === 'money' ? (number.currency ?? 'cents') : kind;
      const group = groups.get(title) ?? { kind, uses: [], missing: false };
      group.uses.push(use(block, number, 'amount'));
      group.missing ||= missing.has(number);
      groups.set(title, group);
    }
  }
  const order = ['money', 'percent', 'age'];
  return [...groups]
    .sort(([, a], [, b]) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(
      ([title, { kind, uses, missing: absent }]): NumberEntry => ({
        id: `${kind} ${title}`,
        kind,
        title,
        uses,
        arithmetic: null,
        verdict: absent ? 'disagrees' : 'open',
        right: null,
      }),
    );
}

function use(block: ReadBlock, number: NumberMention, role: NumberRole): NumberUse {
  const noun = role === 'total' || role === 'part' ? behind(block.text, number) : null;
  const place = { block: block.id, start: number.start, end: noun?.end ?? number.end };
  return {
    text: block.text.slice(place.start, place.end),
    place,
    value: number.value,
    role,
    counts: null,
  };
}

/** The word behind a total or a part, whatever it is: "seven for", "12 dead". */
function behind(text: string, number: NumberMention): Range | null {
  const word = /^[ \u00a0]\p{L}[\p{L}’'-]*/u.exec(text.slice(number.end, number.end + 32))?.[0];
  return word === undefined ? null : { start: number.end, end: number.end + word.length };
}

function printed(block: ReadBlock, { start, end }: NumberMention): string {
  return block.text.slice(start, end);
}

function shown({ value }: NumberMention): string {
  return figure(value);
}

function figure(value: number): string {
  return Number(value.toFixed(2)).toLocaleString('en-US');
}
