import type { BlockId, Decision, Dismissal, Story } from '../article/model';
import type { ReadBlock } from '../article/reading';
import { sameReading } from '../article/reading';
import type { BlockAnalysis } from './analysis';
import { analyse } from './analysis';
import { dismissedBy, findingKey } from './dismissals';
import type { EngineInput } from './engine-input';
import { isStory, readForChecks } from './engine-input';
import { perBlock } from './per-block';
import { guardFixes } from './quotation-guard';
import { CHECKS } from './rules/index';
import type { Severity, StyleBook } from './style-book';
import type { BlockCheck, Check, CheckBase, CheckStory, Draft, Finding, StoryCheck } from './types';

export type { EngineInput } from './engine-input';
export { readForChecks } from './engine-input';

/** A check that threw: it is left out of the result, and says why here. */
export interface CheckTrouble {
  readonly check: string;
  /** The block it stumbled over; null for a story check. */
  readonly block: BlockId | null;
  readonly message: string;
}

export interface EngineResult {
  /** In reading order; at one place by extent, severity and check. */
  readonly findings: readonly Finding[];
  /** What somebody has dismissed, in the same order. */
  readonly dismissed: readonly Finding[];
  readonly troubles: readonly CheckTrouble[];
}

export interface SliceOptions {
  /** Called after each slice with the steps done and the steps there are. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between slices; true ends the run, which then answers null. */
  readonly shouldStop?: () => boolean;
  /** Waits between slices, so that messages get in. Default: one microtask. */
  readonly pause?: () => Promise<void>;
  /** Code units of unchecked text per slice. */
  readonly sliceLength?: number;
}

export interface Engine {
  /** Checks a story; only blocks whose text or kind changed since the last run are read again. */
  readonly run: (story: Story | EngineInput, book: StyleBook) => EngineResult;
  /** The same in slices; null when it was stopped. What it did before stopping is kept. */
  readonly runSliced: (
    story: Story | EngineInput,
    book: StyleBook,
    options?: SliceOptions,
  ) => Promise<EngineResult | null>;
}

/** The findings of one story, dismissed ones left out. Same input, same findings. */
export function checkStory(
  story: Story | EngineInput,
  book: StyleBook,
  checks: readonly Check[] = CHECKS,
): readonly Finding[] {
  return createEngine(checks).run(story, book).findings;
}

/** Is the check switched on in this book? A check that ships off needs a severity in the book. */
export function isOn(check: Pick<CheckBase, 'id' | 'off'>, book: StyleBook): boolean {
  const setting = book.checks[check.id];
  return setting === undefined ? check.off !== true : setting !== 'off';
}

/** The severity this book gives the check. */
export function severityOf(check: Pick<CheckBase, 'id' | 'severity'>, book: StyleBook): Severity {
  const setting = book.checks[check.id];
  return setting === undefined || setting === 'off' ? check.severity : setting;
}

/** What is kept of a block until its text, kind or figure changes. */
interface Entry {
  readonly block: ReadBlock;
  readonly analysis: BlockAnalysis;
  /** null: not checked yet with the current book. */
  findings: readonly Finding[] | null;
  troubles: readonly CheckTrouble[];
}

/** An engine that remembers blocks between runs. One per open story. */
export function createEngine(checks: readonly Check[] = CHECKS): Engine {
  let entries = new Map<BlockId, Entry>();
  let known: StyleBook | null = null;
  let blockChecks: readonly BlockCheck[] = [];
  let storyChecks: readonly StoryCheck[] = [];

  function takeBook(book: StyleBook): void {
    if (known === book) return;
    known = book;
    const on = checks.filter((check) => isOn(check, book));
    blockChecks = on.filter((check) => check.scope === 'block');
    storyChecks = on.filter((check) => check.scope === 'story');
    for (const entry of entries.values()) entry.findings = null;
  }

  function takeBlocks(blocks: readonly ReadBlock[]): readonly Entry[] {
    const next = new Map<BlockId, Entry>();
    const list = blocks.map((block) => {
      const old = entries.get(block.id);
      const entry =
        old && sameReading(old.block, block)
          ? old
          : { block, analysis: analyse(block), findings: null, troubles: [] };
      next.set(block.id, entry);
      return entry;
    });
    entries = next;
    return list;
  }

  /** Yields the code units just read; done when every block and the story have been checked. */
  function* steps(input: EngineInput, book: StyleBook): Generator<number, EngineResult> {
    takeBook(book);
    const list = takeBlocks(input.blocks);
    for (const entry of list) {
      if (entry.findings) continue;
      checkBlock(entry, blockChecks, book);
      yield entry.block.text.length;
    }
    const context = storyContext(input, book, entries);
    const whole: { findings: Finding[]; troubles: CheckTrouble[] } = { findings: [], troubles: [] };
    for (const check of storyChecks) {
      runCheck(check, null, whole, context, () => check.run(context));
    }
    return gather(list, whole, input);
  }

  return {
    run(story, book) {
      const work = steps(isStory(story) ? readForChecks(story) : story, book);
      for (;;) {
        const step = work.next();
        if (step.done) return step.value;
      }
    },
    async runSliced(story, book, options = {}) {
      const input = isStory(story) ? readForChecks(story) : story;
      const total = input.blocks.reduce((sum, block) => sum + block.text.length, 0);
      const slice = options.sliceLength ?? 20_000;
      const work = steps(input, book);
      let done = 0;
      let sinceSlice = 0;
      for (;;) {
        const step = work.next();
        if (step.done) {
          options.onProgress?.(total, total);
          return step.value;
        }
        done += step.value;
        sinceSlice += step.value;
        if (sinceSlice < slice) continue;
        sinceSlice = 0;
        options.onProgress?.(done, total);
        await (options.pause?.() ?? Promise.resolve());
        if (options.shouldStop?.()) return null;
      }
    },
  };
}

function checkBlock(entry: Entry, checks: readonly BlockCheck[], book: StyleBook): void {
  const found: { findings: Finding[]; troubles: CheckTrouble[] } = { findings: [], troubles: [] };
  const { block, analysis } = entry;
  const context: Places = { book, block: () => block, analysis: () => analysis };
  for (const check of checks) {
    if (check.kinds !== 'all' && !check.kinds.includes(block.kind)) continue;
    runCheck(check, block.id, found, context, () => check.run(block, analysis, book));
  }
  entry.findings = found.findings;
  entry.troubles = found.troubles;
}

/** What is needed to turn a draft into a finding. */
type Places = Pick<CheckStory, 'book' | 'block' | 'analysis'>;

function runCheck(
  check: Check,
  block: BlockId | null,
  into: { findings: Finding[]; troubles: CheckTrouble[] },
  places: Places,
  run: () => readonly Draft[],
): void {
  try {
    const findings = run().map((draft) => finding(check, draft, places));
    into.findings.push(...findings);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    into.troubles.push({ check: check.id, block, message });
  }
}

function finding(check: Check, draft: Draft, places: Places): Finding {
  const block = places.block(draft.block);
  const { start, end } = draft;
  if (block ? start < 0 || end < start || end > block.text.length : start !== 0 || end !== 0) {
    throw new RangeError(`${start}–${end} lies outside block ${draft.block}`);
  }
  const actual = block?.text.slice(start, end) ?? '';
  return {
    ...draft,
    check: check.id,
    severity: draft.severity ?? severityOf(check, places.book),
    kind: block?.kind ?? (draft.block === '' ? 'story' : 'figure'),
    actual,
    why: check.why,
    fixes: draft.fixes ? guardFixes(check.id, draft.fixes, places) : [],
    related: draft.related ?? [],
    key:
      block && actual !== ''
        ? keyIn(block, check.id, start, end)
        : `${check.id}|${draft.block}|${draft.fact}`,
  };
}

const NO_DECISIONS: readonly Decision[] = [];

const keysOf = perBlock((_block) => new Map<string, string>());

/** The key of a finding, remembered with its block: story checks find the same things again at every keystroke. */
function keyIn(block: ReadBlock, check: string, start: number, end: number): string {
  const keys = keysOf(block);
  const at = `${check} ${start} ${end}`;
  let key = keys.get(at);
  if (key === undefined) {
    key = findingKey(check, block.text, start, end);
    keys.set(at, key);
  }
  return key;
}

function storyContext(
  input: EngineInput,
  book: StyleBook,
  entries: ReadonlyMap<BlockId, Entry>,
): CheckStory {
  const spare = new Map<ReadBlock, BlockAnalysis>();
  return {
    blocks: input.blocks,
    figures: input.figures,
    dates: input.dates,
    related: input.related,
    imported: input.imported,
    decisions: input.decisions ?? NO_DECISIONS,
    book,
    block: (id) => entries.get(id)?.block,
    analysis: (block) => {
      const entry = entries.get(block.id);
      if (entry && sameReading(entry.block, block)) return entry.analysis;
      const made = spare.get(block) ?? analyse(block);
      spare.set(block, made);
      return made;
    },
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

function gather(
  list: readonly Entry[],
  whole: { readonly findings: readonly Finding[]; readonly troubles: readonly CheckTrouble[] },
  input: EngineInput,
): EngineResult {
  const all = [...list.flatMap((entry) => entry.findings ?? []), ...whole.findings];
  const troubles = [...list.flatMap((entry) => entry.troubles), ...whole.troubles];
  return { ...settleFindings(all, input), troubles };
}

/** Findings of a story in reading order, each with a key of its own, parted by the story's dismissals. */
export function settleFindings(
  all: readonly Finding[],
  input: Pick<EngineInput, 'blocks' | 'figures' | 'dismissals'>,
): Pick<EngineResult, 'findings' | 'dismissed'> {
  const order = new Map<BlockId, number>();
  for (const figure of input.figures) order.set(figure.id, -1);
  input.blocks.forEach((block, index) => {
    order.set(block.id, index * 2);
    // A finding on a figure as a whole stands just before its caption.
    if (block.figure !== null && order.get(block.figure) === -1) {
      order.set(block.figure, index * 2 - 1);
    }
  });
  // Block by block: a keystroke in a long story sorts many short lists instead of one of thousands.
  const places = new Map<number, Finding[]>();
  for (const found of all) {
    const at = order.get(found.block) ?? Number.MAX_SAFE_INTEGER;
    const list = places.get(at);
    if (list) list.push(found);
    else places.set(at, [found]);
  }
  const sorted = [...places]
    .sort(([a], [b]) => a - b)
    .flatMap(([, list]) => (list.length === 1 ? list : list.sort(inBlock)));
  return part(distinctKeys(sorted), input.dismissals);
}

function inBlock(a: Finding, b: Finding): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    RANK[a.severity] - RANK[b.severity] ||
    compare(a.check, b.check) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Findings whose text and context repeat are told apart by their order: the second one's key ends in `#2`. */
function distinctKeys(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((found) => {
    const count = (seen.get(found.key) ?? 0) + 1;
    seen.set(found.key, count);
    return count === 1 ? found : { ...found, key: `${found.key}#${count}` };
  });
}

function part(
  all: readonly Finding[],
  dismissals: readonly Dismissal[],
): Pick<EngineResult, 'findings' | 'dismissed'> {
  if (dismissals.length === 0) return { findings: all, dismissed: [] };
  const findings: Finding[] = [];
  const dismissed: Finding[] = [];
  const isDismissed = dismissedBy(dismissals);
  for (const found of all) (isDismissed(found) ? dismissed : findings).push(found);
  return { findings, dismissed };
}
