import type { Unit } from './units';
import { isOpen, remove } from './units';

/** Shorter paragraphs that come again are refrains, labels or answers, not copies. */
const SHORTEST_COPY = 60;

/** Takes out lines that stand twice in a row; verse, scores and one-word answers may repeat. */
export function dropRepeatedLines(units: readonly Unit[]): void {
  let kept: Unit | null = null;
  const live = units.filter((each) => each.role !== 'gone');
  live.forEach((here, at) => {
    const isCopy: boolean =
      kept !== null &&
      here.role !== 'related' &&
      kept.role === here.role &&
      here.folded === kept.folded &&
      here.folded !== '';
    if (!isCopy || kept === null || mayRepeat(here, live, at)) {
      kept = here;
      return;
    }
    const [stays, goes] = curls(here.text) > curls(kept.text) ? [here, kept] : [kept, here];
    stays.doubled = here.tight;
    stays.copies ??= [];
    stays.copies.push(goes);
    remove(goes, 'dup-line', `Left out a second copy of line ${stays.lines[0]?.no}.`, [stays]);
    kept = stays;
  });
}

function mayRepeat(here: Unit, live: readonly Unit[], at: number): boolean {
  if (here.verse || here.role === 'figure' || here.role === 'file' || here.role === 'credit')
    return here.verse === true;
  if (here.folded.length < 12) return true;
  if (here.folded.length >= SHORTEST_COPY) return false;
  return inShortLines(live, at);
}

/** Verse set with a blank line after every line: the neighbours on both sides are short too. */
function inShortLines(live: readonly Unit[], at: number): boolean {
  const around = [at - 3, at - 2, at + 1, at + 2].map((where) => live[where]);
  const short = around.filter(
    (each) => each && isOpen(each) && each.folded.length < SHORTEST_COPY,
  ).length;
  return short >= 3;
}

/**
 * Takes out copies of paragraphs further off, whole runs at a time, so that a block that came twice keeps its order.
 * Of two runs the one with curly quotes stays, else the first.
 */
export function dropCopies(units: readonly Unit[]): void {
  const live = units.filter(
    (each) => (isOpen(each) || each.role === 'figure') && each.verse !== true,
  );
  const earlier = findEarlier(live);
  for (let at = 0; at < live.length; ) {
    const from = earlier[at] ?? -1;
    if (from < 0) {
      at += 1;
      continue;
    }
    let length = 1;
    while (
      at + length < live.length &&
      earlier[at + length] === from + length &&
      from + length < at
    )
      length += 1;
    const first = live.slice(from, from + length);
    const second = live.slice(at, at + length);
    dropRun(first, second);
    at += length;
  }
}

function findEarlier(live: readonly Unit[]): readonly number[] {
  const last = new Map<string, number>();
  return live.map((each, at) => {
    if (each.folded.length < SHORTEST_COPY && each.role !== 'figure') return -1;
    const found = last.get(each.folded) ?? -1;
    last.set(each.folded, at);
    return found;
  });
}

function dropRun(first: readonly Unit[], second: readonly Unit[]): void {
  const secondStays = sum(second) > sum(first);
  second.forEach((copy, at) => {
    const original = first[at];
    if (!original) return;
    const [stays, goes] = secondStays ? [copy, original] : [original, copy];
    if (goes.role === 'gone') return;
    if (stays.role === 'gone') return;
    const check = goes.role === 'figure' ? 'dup-line' : 'dup-paragraph';
    const why = curls(stays.text) > curls(goes.text) ? ', which has the curly quotes' : '';
    remove(goes, check, `Left out a copy of line ${stays.lines[0]?.no}${why}.`, [stays]);
  });
}

function sum(run: readonly Unit[]): number {
  return run.reduce((total, each) => total + curls(each.text), 0);
}

/** Curly quotes less straight ones. */
function curls(text: string): number {
  const curly = text.match(/[“”‘’„«»]/g)?.length ?? 0;
  const straight = text.match(/["']/g)?.length ?? 0;
  return curly - straight;
}

/** A text cut off by the page ("… keep its ...") whose full form is another paragraph. */
export function dropTeasers(units: readonly Unit[]): void {
  const byStart = startIndex(units);
  for (const each of units) {
    if (!isOpen(each)) continue;
    const whole = wholeOf(each.folded, each, byStart);
    if (whole) {
      remove(each, 'dek-truncated', `Left out a cut-off copy of line ${whole.lines[0]?.no}.`, [
        whole,
      ]);
    }
  }
}

const PREFIX = 30;

/** The unit that begins with a cut-off text; null when the text is not cut off or stands alone. */
export function wholeOf(
  folded: string,
  self: Unit | null,
  byStart: ReadonlyMap<string, readonly Unit[]>,
): Unit | null {
  const match =
    /^(.*?)\s*(?:\[?\.\.\.\]?|\[more\])(?:\s*(?:read more|more|continue reading|weiterlesen|lire la suite|leer más))?$/su.exec(
      folded.length > 2000 ? '' : folded,
    );
  const start = match?.[1]?.trim();
  if (!start || start.length < PREFIX) return null;
  const list = byStart.get(start.slice(0, PREFIX)) ?? [];
  return (
    list.find(
      (each) =>
        each !== self &&
        isOpen(each) &&
        each.folded.length > start.length &&
        (each.folded.startsWith(start) || afterDateline(each.folded).startsWith(start)),
    ) ?? null
  );
}

/** A page's teaser leaves out the place and date that the paragraph opens with. */
function afterDateline(folded: string): string {
  return folded.replace(
    /^[^.!?\u2014\u2013-]{2,40}(\.[^.!?\u2014\u2013-]{1,20})?\s?[\u2014\u2013-]{1,2}\s/,
    '',
  );
}

/** Index of open units by their first letters, for `wholeOf`. */
export function startIndex(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const index = new Map<string, Unit[]>();
  for (const each of units) {
    if (!isOpen(each) || each.folded.length <= PREFIX) continue;
    for (const text of [each.folded, afterDateline(each.folded)]) {
      const key = text.slice(0, PREFIX);
      const list = index.get(key) ?? [];
      if (list.length < 8 && !list.includes(each)) index.set(key, [...list, each]);
    }
  }
  return index;
}
