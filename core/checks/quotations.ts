import type { Range } from './analysis';

/** What a quote glyph does where it stands. */
export type MarkRole = 'open' | 'close' | 'apostrophe' | 'prime';

export interface QuoteMark {
  readonly at: number;
  readonly glyph: string;
  readonly role: MarkRole;
  readonly family: 'double' | 'single' | 'guillemet';
}

export interface Quotation extends Range {
  /** 0 for an outer quotation, 1 for a quotation inside it, … */
  readonly depth: number;
  readonly family: QuoteMark['family'];
  /** False when the block ends before the quotation does: it may run on, or lack its closing mark. */
  readonly closed: boolean;
}

export interface QuoteReading {
  readonly marks: readonly QuoteMark[];
  /** In the order in which they open. */
  readonly quotations: readonly Quotation[];
  /** Closing double marks or guillemets that nothing opened. */
  readonly strayClosers: readonly QuoteMark[];
}

const GLYPH = /’’|''|‘‘|``|["“”„‟″«»'‘’‚‛]/gu;
/** Two single marks in a row are how typewriters and some wires print a double one. */
const DOUBLE = new Set(['"', '“', '”', '„', '‟', '″', '’’', "''", '‘‘', '``']);
const GUILLEMET = new Set(['«', '»']);
/** Words that lose their beginning: the mark before them is an apostrophe. */
const ELISION =
  /^(?:em|tis|twas|til|till|cause|n|round|bout|ere|neath|cos|nuff|\d0s|\d\ds?)(?![\p{L}\p{N}])/iu;
const OPENERS = /[\s([{<—–\-/=…“”„«»‘‚"']/u;

/** Finds quote marks and the quotations they enclose, nested and across glyph families. Linear in the text's length. */
export function readQuotes(text: string): QuoteReading {
  const marks: QuoteMark[] = [];
  const quotations: Quotation[] = [];
  const strayClosers: QuoteMark[] = [];
  const open: { mark: QuoteMark; slot: number }[] = [];
  GLYPH.lastIndex = 0;
  for (const match of text.matchAll(GLYPH)) {
    const at = match.index;
    const glyph = match[0];
    const family = DOUBLE.has(glyph) ? 'double' : GUILLEMET.has(glyph) ? 'guillemet' : 'single';
    const inside = lastOf(open, family);
    const role = roleOf(text, at, glyph, family, inside >= 0 ? open[inside]?.mark : undefined);
    const mark: QuoteMark = { at, glyph, role, family };
    marks.push(mark);
    if (role === 'open') {
      open.push({ mark, slot: quotations.length });
      quotations.push({
        start: at,
        end: text.length,
        depth: open.length - 1,
        family,
        closed: false,
      });
    } else if (role === 'close') {
      if (inside < 0) {
        // » alone is an arrow: "Read on »".
        const arrow = family === 'guillemet' && !text.includes('«');
        if (family !== 'single' && !arrow) strayClosers.push(mark);
        continue;
      }
      const [opened] = open.splice(inside, 1);
      // Single quotations left open inside were apostrophes or end here with their parent.
      for (const lost of open.splice(inside)) close(quotations, lost.slot, at, false);
      if (opened) close(quotations, opened.slot, at + glyph.length, true);
    }
  }
  return { marks, quotations: settle(quotations, open), strayClosers };
}

function close(list: Quotation[], slot: number, end: number, closed: boolean): void {
  const quotation = list[slot];
  if (quotation) list[slot] = { ...quotation, end, closed };
}

/** A single mark that never closes was an apostrophe: it makes no quotation. */
function settle(
  quotations: readonly Quotation[],
  open: readonly { mark: QuoteMark; slot: number }[],
): readonly Quotation[] {
  const lost = new Set(open.filter((entry) => entry.mark.family === 'single').map((e) => e.slot));
  return quotations.filter(
    (quotation, slot) => !lost.has(slot) && (quotation.closed || quotation.family !== 'single'),
  );
}

function lastOf(open: readonly { mark: QuoteMark }[], family: QuoteMark['family']): number {
  for (let at = open.length - 1; at >= 0; at -= 1) if (open[at]?.mark.family === family) return at;
  return -1;
}

function roleOf(
  text: string,
  at: number,
  glyph: string,
  family: QuoteMark['family'],
  opened: QuoteMark | undefined,
): MarkRole {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const startsWord = (at === 0 || OPENERS.test(before)) && after !== '' && !/\s/u.test(after);
  if (family === 'guillemet') {
    if (opened) return glyph === opened.glyph && startsWord ? 'open' : 'close';
    return glyph === '«' || startsWord ? 'open' : 'close';
  }
  if (family === 'double') return doubleRole(text, at, glyph, startsWord, opened);
  return singleRole(text, at, glyph, startsWord, opened);
}

function doubleRole(
  text: string,
  at: number,
  glyph: string,
  startsWord: boolean,
  opened: QuoteMark | undefined,
): MarkRole {
  // Code is set between such marks too, and then nothing closes them as a quotation is closed.
  if (glyph === '``') return /''|’’|["”]/u.test(text.slice(at + 2)) ? 'open' : 'apostrophe';
  if (glyph === '„' || glyph === '‟' || glyph === '‘‘') return 'open';
  if (glyph === '’’' || glyph === "''") return opened ? 'close' : 'apostrophe';
  if (glyph === '″') return opened && !/\d[’'′]/u.test(text.slice(at - 4, at)) ? 'close' : 'prime';
  // “better“: behind a word it closes, whichever way it is turned; „besser“ does so rightly.
  if (glyph === '“')
    return opened && !startsWord && /\S/u.test(text.charAt(at - 1)) ? 'close' : 'open';
  if (glyph === '”') return !opened && startsWord ? 'open' : 'close';
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  // 6'2" or a 12" pizza: a measure, unless a quotation waits to be closed here.
  if (/\d/u.test(before)) {
    if (/\d['’′]\s?\d{1,2}$/u.test(text.slice(Math.max(0, at - 8), at))) return 'prime';
    return opened ? 'close' : 'prime';
  }
  if (startsWord) return opened && /[,.!?…]/u.test(after) ? 'close' : 'open';
  const endsWord = before !== '' && !/\s/u.test(before);
  if (endsWord) return opened || !/[\p{L}\p{N}]/u.test(after) ? 'close' : 'open';
  return opened ? 'close' : 'open';
}

function singleRole(
  text: string,
  at: number,
  glyph: string,
  startsWord: boolean,
  opened: QuoteMark | undefined,
): MarkRole {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const letterBefore = /[\p{L}\p{N}]/u.test(before);
  // 6'2": feet and inches.
  if (/^\d['’]\s?\d{1,2}["”]/u.test(text.slice(at - 1, at + 5))) return 'prime';
  if (letterBefore && /[\p{L}\p{N}]/u.test(after)) return 'apostrophe';
  if (glyph === '‚' || glyph === '‛') return startsWord ? 'open' : 'apostrophe';
  if (/\d/u.test(before) && glyph === "'" && !opened) return 'prime';
  if (startsWord) {
    if (ELISION.test(text.slice(at + 1, at + 8))) return 'apostrophe';
    if (glyph === '’') return 'apostrophe';
    // A quotation needs its closing mark: without one this is an apostrophe.
    return closesLater(text, at) ? 'open' : 'apostrophe';
  }
  if (glyph === '‘') return 'apostrophe';
  if (opened && before !== '' && !/\s/u.test(before)) {
    // "the workers’ rights’": a plural's apostrophe while another closing mark follows in the sentence.
    if (
      /[sx]/iu.test(before) &&
      /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) &&
      closesLater(text, at)
    ) {
      return 'apostrophe';
    }
    return 'close';
  }
  return 'apostrophe';
}

/** Is there a closing single mark within the next 400 characters, before the paragraph ends? */
function closesLater(text: string, at: number): boolean {
  return /[^\s‘'’][’'](?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 400));
}

/** Outermost quotations as ranges that do not overlap, marks included. */
export function outerRanges(reading: QuoteReading): readonly Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of reading.quotations) {
    const last = ranges.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** What stands between the marks of the outermost quotations; to the block's end where one is left open. */
export function insideRanges(reading: QuoteReading): readonly Range[] {
  return reading.quotations
    .filter((quotation) => quotation.depth === 0)
    .map(({ start, end, closed }) => ({ start: start + 1, end: closed ? end - 1 : end }));
}

/** Does [start, end) lie within one of the ranges? */
export function within(ranges: readonly Range[], start: number, end: number): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}

/** Does [start, end), or an insertion at start, touch one of the ranges? */
export function touches(ranges: readonly Range[], start: number, end: number): boolean {
  return ranges.some((range) =>
    start === end
      ? start >= range.start && start <= range.end
      : start < range.end && end > range.start,
  );
}
