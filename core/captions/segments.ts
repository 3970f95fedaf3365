import { foldSame, lowerSame } from './fold';
import { findAgency, protectedPhrases } from './gazetteer';

/** What stands before a segment. */
export type Joint =
  | 'start'
  | 'slash'
  | 'pipe'
  | 'dash'
  | 'comma'
  | 'stop'
  | 'colon'
  | 'line'
  | 'paren'
  | 'and'
  | 'via'
  | 'for'
  | 'by'
  | 'courtesy';

export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly joint: Joint;
  /** Where the separator before it begins. */
  readonly jointStart: number;
}

const SEPARATOR = new RegExp(
  [
    /(?<photoby>,? (?:file |handout |pool )?(?:photos?|photographs?|images?|pictures?|pics?) (?:by|courtesy of|from) )/,
    /(?<via>(?: ?[,;/|])? ?\bvia\b[ :]?)/,
    /(?<courtesy>(?: ?[,;/|])? ?\b(?:courtesy of|provided by|supplied by|submitted by)\b ?)/,
    /(?<for> (?:for|para|pour|für) )/,
    /(?<and>(?: ?[,;])? (?:and|&|y|et|und) )/,
    /(?<by> by )/,
    /(?<slash> ?[/\\]+ ?)/,
    /(?<pipe> ?(?:\|+|[•·]) ?)/,
    /(?<dash> ?— ?| -+ ?)/,
    /(?<line> ?\n\s*)/,
    /(?<comma> ?[,;] ?)(?!(?:jr|sr|ii|iii|inc|llc|ltd|co)\b)/,
    /(?<stop>\.+ +)/,
    /(?<colon> ?: ?(?!\/))/,
    /(?<paren> ?[()[\]]+ ?)/,
  ]
    .map((part) => part.source)
    .join('|'),
  'giu',
);

const ABBREVIATION =
  /(?:^|[\s.])(?:\p{L}|jr|sr|dr|mr|mrs|ms|st|mt|ft|gen|gov|sen|rep|lt|col|capt|sgt|maj|inc|co|corp|ltd|bros|no|u\.s|u\.k|d\.c)$/iu;

/** Parts a folded text between two offsets at its joints. Names that contain a joint stay whole. */
export function partCredit(folded: string, from: number, to: number): readonly Segment[] {
  const held = protectedRanges(folded, from, to);
  const segments: Segment[] = [];
  let start = from;
  let joint: Joint = 'start';
  let jointStart = from;
  const add = (end: number) => {
    const segment = trimmed(folded, start, end, joint, jointStart);
    if (segment) segments.push(segment);
  };
  SEPARATOR.lastIndex = from;
  for (let match = SEPARATOR.exec(folded); match; match = SEPARATOR.exec(folded)) {
    const at = match.index;
    const end = at + match[0].length;
    if (at >= to || end > to) break;
    const next = jointOf(match);
    if (held.some((range) => at >= range.start && at < range.end)) continue;
    if (!parts(next, folded, start, at, end, to)) {
      if (next === 'stop' || next === 'slash') continue;
      SEPARATOR.lastIndex = at + 1;
      continue;
    }
    add(at);
    const lastAdded = segments.at(-1);
    // Several separators in a row (", via", ") /"): the strongest says what follows.
    if (lastAdded && lastAdded.end <= at && start < at) joint = next;
    else joint = stronger(joint, next);
    if (start < at) jointStart = at;
    start = end;
  }
  add(to);
  return segments.flatMap(partGlued);
}

function jointOf(match: RegExpExecArray): Joint {
  const groups = match.groups ?? {};
  for (const [name, value] of Object.entries(groups)) {
    if (value !== undefined) return name === 'photoby' ? 'by' : (name as Joint);
  }
  return 'slash';
}

const WEAK: readonly Joint[] = ['start', 'paren', 'comma', 'stop', 'slash', 'pipe', 'dash', 'line'];
function stronger(a: Joint, b: Joint): Joint {
  return WEAK.indexOf(a) >= 0 ? b : a;
}

function parts(
  joint: Joint,
  text: string,
  start: number,
  at: number,
  end: number,
  to: number,
): boolean {
  const left = text.slice(start, at);
  if (joint === 'stop') {
    if (ABBREVIATION.test(left)) return false;
    return /^[\p{Lu}@©"([\d]/u.test(text.slice(end, end + 1));
  }
  if (joint === 'slash') {
    return !(/\d$/.test(left) && /\d/.test(text[end] ?? '')) && !/:$/.test(left);
  }
  if (joint === 'and') {
    // "Johnson & Johnson" and "Ministry of Health and Care" are one party unless both sides can stand alone.
    const right =
      text.slice(end, Math.min(to, end + 80)).split(/[/|,;—()[\]]| - | via | for /)[0] ?? '';
    const twoWords = (part: string) => part.trim().includes(' ') || findAgency(part) !== undefined;
    if (text.slice(at, end).includes('&') && !(twoWords(left) && twoWords(right))) return false;
    return standsAlone(left) && standsAlone(right);
  }
  if (joint === 'by') return left.trim() !== '';
  return true;
}

function standsAlone(text: string): boolean {
  const bare = text.trim();
  if (findAgency(bare)) return true;
  if (/\b(?:of|the|for|Health|Affairs|Sons|Science|Arts)\b/.test(bare)) return false;
  return /^\p{Lu}|^@|^\p{Ll}+$/u.test(bare) && bare.split(' ').length <= 5;
}

function protectedRanges(folded: string, from: number, to: number) {
  const lower = lowerSame(folded.slice(from, to));
  const ranges: { start: number; end: number }[] = [];
  for (const phrase of protectedPhrases) {
    for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + phrase.length)) {
      const before = lower[at - 1] ?? ' ';
      const after = lower[at + phrase.length] ?? ' ';
      if (/[a-z\d]/.test(before) || /[a-z\d]/.test(after)) continue;
      ranges.push({ start: from + at, end: from + at + phrase.length });
    }
  }
  return ranges;
}

function trimmed(
  text: string,
  start: number,
  end: number,
  joint: Joint,
  jointStart: number,
): Segment | null {
  let from = start;
  let to = end;
  while (from < to && /[\s*_~=<>]/.test(text[from] ?? '')) from += 1;
  while (to > from && /[\s*_~=<>]/.test(text[to - 1] ?? '')) to -= 1;
  while (to > from && /[.,:;]/.test(text[to - 1] ?? '') && !keepsStop(text.slice(from, to)))
    to -= 1;
  if (to <= from) return null;
  return { text: text.slice(from, to), start: from, end: to, joint, jointStart };
}

function keepsStop(text: string): boolean {
  return /(?:^|[\s.])(?:\p{Lu}|Jr|Sr|Inc|Co|Corp|Ltd|Bros)\.$/u.test(text);
}

/** "AFP-Getty Images", "HO-Annick deGooyer", "NASA Bill Ingalls", "Jane Doe AFP": two parties with no joint between. */
function partGlued(segment: Segment): readonly Segment[] {
  const { text } = segment;
  if (findAgency(text)) return [segment];
  for (let at = text.indexOf('-'); at > 0; at = text.indexOf('-', at + 1)) {
    const left = text.slice(0, at).trim();
    const right = text.slice(at + 1).trim();
    if (right === '') break;
    const leftAgency = findAgency(left);
    const desk =
      /^(?:HO|STR|POOL|HANDOUT|STRINGER)$/.test(left) || /^(?:pool|handout|stf|str)$/i.test(right);
    if (desk || (leftAgency && (findAgency(right) || right.includes(' '))))
      return cut(segment, at, at + 1);
    if (findAgency(right) && left.includes(' ')) return cut(segment, at, at + 1);
  }
  const words = text.split(' ');
  for (let count = Math.min(4, words.length - 2); count >= 1; count -= 1) {
    const head = words.slice(0, count).join(' ');
    const agency = findAgency(head);
    if (agency && opensChain(agency.flags) && isTwoNames(words.slice(count))) {
      return cut(segment, head.length, head.length + 1);
    }
    const tail = words.slice(-count).join(' ');
    const last = findAgency(tail);
    if (last && opensChain(last.flags) && isTwoNames(words.slice(0, -count))) {
      return cut(segment, text.length - tail.length - 1, text.length - tail.length);
    }
  }
  return [segment];
}

function opensChain(flags: readonly string[] | undefined): boolean {
  return !flags?.includes('surname') && !flags?.includes('word');
}

const NOT_NAME =
  /^(?:photos?|images?|pictures?|pool|news|magazine|archives?|collection|library|staff|file|office|service|studios?|team|tv|radio|media|group|design|inc|llc|ltd|of|the|via|press|agency|sports?|house|center|centre|department|museum|university|society)\.?$/i;

function isTwoNames(words: readonly string[]): boolean {
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}.'-]*$/u.test(word) && !NOT_NAME.test(word))
  );
}

function cut(segment: Segment, at: number, next: number): readonly Segment[] {
  const left = trimmed(segment.text, 0, at, segment.joint, 0);
  const right = trimmed(segment.text, next, segment.text.length, 'dash', 0);
  if (!left || !right) return [segment];
  return [
    {
      ...left,
      start: segment.start + left.start,
      end: segment.start + left.end,
      jointStart: segment.jointStart,
    },
    {
      ...right,
      start: segment.start + right.start,
      end: segment.start + right.end,
      jointStart: segment.start + at,
    },
  ];
}

/** Whether a text holds any joint at all; a bare word list does not. */
export function hasJoint(text: string): boolean {
  return partCredit(foldSame(text), 0, text.length).length > 1;
}
