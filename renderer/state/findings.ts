import type { Edit } from '#core/article/edit';
import type { BlockId, Story } from '#core/article/model';
import { altId, readArticle } from '#core/article/reading';
import { safeFixes } from '#core/checks/fix-all';
import type { Severity } from '#core/checks/style-book';
import type { Finding, Fix } from '#core/checks/types';

/** Findings by severity: the three lights. */
export interface Tally {
  readonly error: number;
  readonly warning: number;
  readonly suggestion: number;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'suggestion'];
export const NO_TALLY: Tally = { error: 0, warning: 0, suggestion: 0 };

/** Counts findings by severity. */
export function tally(findings: readonly Finding[]): Tally {
  const counts = { ...NO_TALLY };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

export interface Group {
  readonly check: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Groups by check: worst severity first, then by first place in the story; inside a group in reading order. */
export function groupFindings(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = `${finding.check} ${finding.severity}`;
    const list = groups.get(id);
    if (list) list.push(finding);
    else groups.set(id, [finding]);
  }
  const rank = (group: Group) => SEVERITIES.indexOf(group.severity);
  return [...groups.values()]
    .map((list) => ({
      check: list[0]?.check ?? '',
      severity: list[0]?.severity ?? 'suggestion',
      findings: list,
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Keeps the findings whose light is on. */
export function visibleFindings(
  findings: readonly Finding[],
  lights: ReadonlySet<Severity>,
): readonly Finding[] {
  return lights.size === SEVERITIES.length
    ? findings
    : findings.filter((finding) => lights.has(finding.severity));
}

/** Switches one light; putting out the last one lights all three again. */
export function toggleLight(
  lights: ReadonlySet<Severity>,
  severity: Severity,
): ReadonlySet<Severity> {
  const next = new Set(lights);
  if (!next.delete(severity)) next.add(severity);
  return next.size === 0 ? new Set(SEVERITIES) : next;
}

/** Sorts by place in the story; what belongs to no block comes first. */
export function inReadingOrder(findings: readonly Finding[], story: Story): readonly Finding[] {
  const order = new Map<BlockId, number>();
  for (const [at, block] of story.article.blocks.entries()) order.set(block.id, at * 4);
  for (const [at, block] of story.article.blocks.entries()) {
    if (block.kind !== 'figure') continue;
    order.set(block.caption.id, at * 4 + 1);
    order.set(block.credit.id, at * 4 + 2);
    order.set(`${block.id}.alt`, at * 4 + 3);
  }
  const at = (finding: Finding) => order.get(finding.block) ?? -1;
  return [...findings].sort((a, b) => at(a) - at(b) || a.start - b.start || a.end - b.end);
}

/** The finding after (1) or before (-1) the current one, going round; null when there is none. */
export function neighbour(
  findings: readonly Finding[],
  current: string | null,
  step: 1 | -1,
): Finding | null {
  if (findings.length === 0) return null;
  const at = findings.findIndex((finding) => finding.key === current);
  if (at < 0) return findings[step === 1 ? 0 : findings.length - 1] ?? null;
  return findings[(at + step + findings.length) % findings.length] ?? null;
}

export interface Context {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** The found words with up to `reach` characters each side, cut between words; null when the place has no text. */
export function contextOf(
  story: Story,
  finding: Pick<Finding, 'block' | 'start' | 'end'>,
  reach = 48,
): Context | null {
  const block = readArticle(story.article).find((read) => read.id === finding.block);
  if (!block || finding.end > block.text.length || block.text === '') return null;
  const { text } = block;
  let from = Math.max(0, finding.start - reach);
  let to = Math.min(text.length, finding.end + reach);
  if (from > 0) {
    const space = text.indexOf(' ', from);
    if (space >= 0 && space < finding.start) from = space + 1;
  }
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to);
    if (space > finding.end) to = space;
  }
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, finding.start),
    found: shorten(text.slice(finding.start, finding.end), 160),
    after: text.slice(finding.end, to) + (to < text.length ? '…' : ''),
  };
}

/** Cuts the middle out of a long text, so that both ends can be recognised. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 3) / 2);
  return `${text.slice(0, half).trimEnd()} … ${text.slice(-half).trimStart()}`;
}

export interface PlannedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What "fix all safe" does, finding by finding: the same choice as the engine's own `safeFixes`. */
export function planSafeFixes(findings: readonly Finding[]): readonly PlannedFix[] {
  const edits = new Set<Edit>(safeFixes(findings));
  return findings.flatMap((finding) => {
    const fix = finding.fixes.find((one) => one.safe);
    const first = fix?.edits[0];
    return fix && first && edits.has(first) ? [{ finding, fix }] : [];
  });
}

/** The words a row shows for a finding: what stands in the text, or which photo is meant, or the message. */
export function rowWords(story: Story, finding: Finding): string {
  if (finding.actual.trim() !== '') return shorten(finding.actual, 54);
  const figures = story.article.blocks.filter((block) => block.kind === 'figure');
  const at = figures.findIndex(
    (figure) =>
      finding.block === figure.id ||
      finding.block === figure.caption.id ||
      finding.block === figure.credit.id ||
      finding.block === altId(figure.id),
  );
  return at < 0 ? finding.message : `Photo ${at + 1}`;
}

/**
 * Findings as they stand after edits that the last check did not see: places behind an edit move with the words, and a
 * finding whose own words were edited is left out until the next check.
 */
export function afterEdits(
  findings: readonly Finding[],
  edits: readonly Edit[],
): readonly Finding[] {
  const replaced = edits.filter((edit) => edit.op === 'replace');
  const removed = new Set(edits.flatMap((edit) => (edit.op === 'remove-block' ? edit.block : [])));
  if (replaced.length === 0 && removed.size === 0) return findings;
  const shift = (block: BlockId, start: number, end: number): number | null => {
    let by = 0;
    for (const edit of replaced) {
      if (edit.block !== block) continue;
      if (edit.end <= start) by += edit.text.length - (edit.end - edit.start);
      else if (edit.start < end) return null;
    }
    return by;
  };
  return findings.flatMap((finding) => {
    if (removed.has(finding.block)) return [];
    const by = shift(finding.block, finding.start, finding.end);
    if (by === null) return [];
    // A fix that reaches into edited words is not offered before the next check.
    const fixes = finding.fixes.flatMap((fix): readonly Fix[] => {
      const edits = fix.edits.map(moved);
      return edits.every((edit) => edit !== null) ? [{ ...fix, edits }] : [];
    });
    return {
      ...finding,
      start: finding.start + by,
      end: finding.end + by,
      fixes,
    };
  });

  function moved(edit: Edit): Edit | null {
    if (edit.op === 'remove-block') return edit;
    const by = shift(edit.block, edit.start, edit.end);
    return by === null ? null : { ...edit, start: edit.start + by, end: edit.end + by };
  }
}
