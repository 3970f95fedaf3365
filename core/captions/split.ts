import { looksLikeName } from './creator-names';
import { parseCredit } from './credit';
import type { Credit } from './credit-types';
import { findDates } from './dates';
import { foldSame } from './fold';
import { findAgency } from './gazetteer';
import { readLabel } from './labels';
import { finiteVerbs } from './verbs';

export type SplitSeparator =
  | 'pipe'
  | 'newline'
  | 'parenthesis'
  | 'label'
  | 'glued'
  | 'sentence'
  | 'agency';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A printed caption block taken apart. Ranges are offsets in the text given; texts are exact slices of it, trimmed. */
export interface CaptionSplit {
  /** "FILE PHOTO:" and the like, as printed. */
  readonly flag: string | null;
  readonly caption: string;
  readonly credit: string;
  /** What parted them; null when there is only one. */
  readonly sep: SplitSeparator | null;
  readonly certain: boolean;
  /** For the editor, when it is not certain. */
  readonly question?: string;
  readonly captionRange: TextRange;
  readonly creditRange: TextRange;
}

/** No credit is longer; text before that is never searched for one, which keeps the work linear. */
const LONGEST_CREDIT = 300;
const FLAG =
  /^\s*(?:file photo|file image|file picture|file|archive photo|handout photo)\s*(?:[:—]|-(?=\s))/i;

/** Whether a text is a credit line: every party is known or named by a label, and it is no sentence. */
export function looksLikeCredit(text: string): boolean {
  return creditStrength(text) > 0;
}

/** 0: no credit; 1: a label with names; 2: an agency, a licence or a chain as well. */
function creditStrength(text: string): 0 | 1 | 2 {
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > LONGEST_CREDIT) return 0;
  const credit = parseCredit(trimmed);
  const folded = foldSame(trimmed);
  if (credit.parties.length === 0)
    return credit.label &&
      (credit.courtesy || credit.handout || credit.staff) &&
      credit.label.length >= trimmed.length - 1
      ? 1
      : 0;
  if (credit.parties.length > 10) return 0;
  const anchors = credit.parties.filter((party) => isAnchor(party.role)).length;
  const body = folded.replace(/^[(["]+/, '');
  const label = readLabel(body, 0);
  const strongLabel = label?.strong === true && !/^by$/i.test(label.text);
  const doubtful = credit.parties.filter(
    (party) => party.role === 'organisation' && !/^[\p{Lu}\d]/u.test(party.text),
  ).length;
  if (doubtful > 0 || credit.parties.some((party) => party.text.split(' ').length > 9)) return 0;
  if (sentenceLike(folded, credit)) return 0;
  if (anchors > 0 || credit.licence !== null) {
    const unknown = credit.parties.filter((party) => party.role === 'organisation').length;
    const chain = credit.parties.some((party) => isAnchor(party.role) && party.role !== 'source');
    if (!strongLabel && (unknown > 1 || (unknown > 0 && !chain && credit.licence === null)))
      return 0;
    if (credit.parties.length === 1 && !strongLabel) return aloneStrength(credit);
    return 2;
  }
  if (strongLabel) return 1;
  if (label && credit.label && credit.parties.length <= 2 && credit.certain)
    return /^by$/i.test(label.text) ? 0 : 1;
  return 0;
}

function isAnchor(role: string): boolean {
  return (
    role === 'agency' ||
    role === 'publisher' ||
    role === 'source' ||
    role === 'pool' ||
    role === 'handout' ||
    role === 'staff'
  );
}

/** One party and no label: an agency by its full name is a credit; a word that is also a word is not. */
function aloneStrength(credit: Credit): 0 | 2 {
  const [party] = credit.parties;
  if (!party) return 0;
  if (credit.label) return 2;
  const agency = findAgency(party.text);
  if (!agency || agency.kind === 'source') return 0;
  return agency.flags?.includes('word') || agency.kind === 'publisher' ? 0 : 2;
}

function sentenceLike(folded: string, credit: Credit): boolean {
  const verbs = finiteVerbs(folded);
  if (verbs.length === 0) return false;
  // Verbs inside a party's own name ("Getty Images for Make It Right") are part of that name.
  return verbs.some(
    (verb) =>
      !credit.parties.some(
        (party) =>
          verb.start >= party.start &&
          verb.end <= party.end &&
          party.text.split(' ').length <= 5 &&
          party.role !== 'organisation',
      ),
  );
}

/**
 * Parts a caption block into flag, caption and credit by the separators of the field: a bar, a new line, brackets at
 * the end, a known label even when glued to the text, a chain behind the last sentence. Never guesses silently.
 */
export function splitCaptionCredit(text: string): CaptionSplit {
  const folded = foldSame(text);
  const flagMatch = FLAG.exec(folded);
  const from = flagMatch ? flagMatch[0].length : 0;
  const flag = flagMatch ? text.slice(0, from).trim() : null;
  const split =
    byPipe(folded, from) ??
    byLine(folded, from) ??
    byBrackets(folded, from) ??
    byLabel(folded, from) ??
    byTail(folded, from) ??
    whole(folded, from);
  return result(text, flag, split);
}

interface Cut {
  readonly caption: TextRange;
  readonly credit: TextRange;
  readonly sep: SplitSeparator | null;
  readonly question?: string;
}

const EMPTY = (at: number): TextRange => ({ start: at, end: at });

function byPipe(text: string, from: number): Cut | null {
  const bar = text.indexOf('|', from);
  if (bar < 0) return null;
  const all = { start: from, end: text.length };
  const right = text.slice(bar + 1).trim();
  const left = text.slice(from, bar).trim();
  if (left === '' || right === '') return null;
  const strength = creditStrength(right);
  if (strength === 0 && !looksNamed(right)) {
    // The credit may stand behind a later bar, with bars inside the caption.
    const last = text.lastIndexOf('|');
    if (last > bar && creditStrength(text.slice(last + 1)) > 0)
      return cutAt(text, from, last, last + 1, 'pipe');
    return null;
  }
  const credit = parseCredit(right);
  const leftSpeaks = finiteVerbs(left).length > 0 || findDates(left).length > 0;
  if (strength > 0 && (hasOwnCreator(credit) || leftSpeaks))
    return cutAt(text, from, bar, bar + 1, 'pipe');
  if (leftSpeaks) return strength > 0 ? cutAt(text, from, bar, bar + 1, 'pipe') : null;
  const leftName = /^[^,;]+$/.test(left) && looksLikeName(left) && left.split(' ').length <= 4;
  if (strength > 0 && (leftName || /^@?\S+$/.test(left) || looksLikeCredit(left))) {
    return { caption: EMPTY(from), credit: all, sep: null };
  }
  if (strength > 0) {
    return {
      ...cutAt(text, from, bar, bar + 1, 'pipe'),
      question: `Is “${left}” the caption, or part of the credit?`,
    };
  }
  return null;
}

function looksNamed(text: string): boolean {
  return text.length < 80 && looksLikeName(text);
}

function hasOwnCreator(credit: Credit): boolean {
  return credit.creators.length > 0 || credit.staff || credit.uncredited;
}

function byLine(text: string, from: number): Cut | null {
  const lines: { start: number; end: number }[] = [];
  let start = from;
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.push({ start, end: at });
    start = at + 1;
  }
  lines.push({ start, end: text.length });
  const filled = lines.filter((line) => text.slice(line.start, line.end).trim() !== '');
  const last = filled.at(-1);
  if (filled.length < 2 || !last) return null;
  const tail = text.slice(last.start, last.end);
  if (creditStrength(tail) === 0) return null;
  const head = text.slice(from, last.start);
  if (filled.slice(0, -1).every((line) => looksLikeCredit(text.slice(line.start, line.end)))) {
    return { caption: EMPTY(from), credit: { start: from, end: text.length }, sep: null };
  }
  return head.trim() === '' ? null : cutAt(text, from, last.start, last.start, 'newline');
}

function byBrackets(text: string, from: number): Cut | null {
  const tail = /[)\]]\s*\.?\s*$/.exec(text.slice(Math.max(from, text.length - 8)));
  if (!tail) return null;
  const close = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
  const open = openingBracket(text, close, Math.max(from, text.length - LONGEST_CREDIT));
  if (open < 0 || text.slice(from, open).trim() === '') return null;
  const inside = text.slice(open + 1, close);
  const strength = creditStrength(inside);
  if (strength === 0) return null;
  const credit = parseCredit(inside);
  // "(NASA)", "(UN)" after a name abbreviates it; "(AP)" after a sentence is the credit.
  if (
    credit.parties.length === 1 &&
    !credit.label &&
    !/[.!?"'…]\s*$/.test(text.slice(0, open)) &&
    finiteVerbs(text.slice(from, open)).length === 0
  )
    return null;
  return {
    caption: { start: from, end: open },
    credit: { start: open, end: text.length },
    sep: 'parenthesis',
  };
}

function openingBracket(text: string, close: number, floor: number): number {
  let depth = 0;
  for (let at = close; at >= floor; at -= 1) {
    const char = text[at];
    if (char === ')' || char === ']') depth += 1;
    if (char === '(' || char === '[') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

const LABEL_START =
  /(?:[Mm]andatory [Cc]redit|Credit|CREDIT|[Pp]hoto(?:graph(?:s|ed|y)?|s)?(?![- ][Ii]llus)|PHOTOS?|PHOTOGRAPH|[Pp]hoto[- ][Ii]llustrations?|Images?|IMAGE|Pictures?|PICTURE|Pic|Illustrations?|Composites?|Graphics?|Artwork|Fotos?|Fotografía|[Cc]ourtesy|Provided by|Submitted|Contributed|Handout|Screenshot|©|\([Cc]\)|Source:)/g;

function byLabel(text: string, from: number): Cut | null {
  LABEL_START.lastIndex = Math.max(from, text.length - LONGEST_CREDIT);
  let tries = 0;
  for (let match = LABEL_START.exec(text); match && tries < 12; match = LABEL_START.exec(text)) {
    const at = match.index;
    const before = text[at - 1] ?? ' ';
    const glued = /[\p{L}\d.!?"')\]]/u.test(before);
    if (glued && (!/^[\p{Lu}©]/u.test(match[0]) || /\p{Lu}/u.test(before))) continue;
    const label = readLabel(text, at);
    if (!label || label.end >= text.length) {
      if (
        label?.courtesy &&
        at > from &&
        /^(?:Submitted|Courtesy|Contributed|Handout) \p{L}+$/iu.test(label.text)
      ) {
        return cutAt(text, from, at, at, 'label');
      }
      continue;
    }
    const rest = text.slice(label.end);
    const named = /^credit$/i.test(label.text) && /^ ?\p{Lu}/u.test(rest);
    if (!label.strong && !named) continue;
    // A label in the middle of a sentence ("a photo by …") needs the end of one before it.
    const opens =
      at === from ||
      glued ||
      /[.!?"')\]…|*—–]\s*$/.test(text.slice(from, at)) ||
      /^\p{Lu}|©|\(c\)/u.test(match[0]);
    if (!opens || rest.length > LONGEST_CREDIT) continue;
    tries += 1;
    const strength = creditStrength(text.slice(at));
    if (strength === 0) continue;
    if (glued && strength < 2 && !/[:.]/.test(label.text)) continue;
    const bracket = /[([]\s*$/.exec(text.slice(from, at));
    const start = bracket ? from + bracket.index : at;
    if (text.slice(from, start).trim() === '') {
      return { caption: EMPTY(from), credit: { start: from, end: text.length }, sep: null };
    }
    return cutAt(text, from, start, start, glued ? 'glued' : 'label');
  }
  return null;
}

/** A chain without a label behind the last sentence ("… in Kyiv. REUTERS/Jane Doe"), or an agency and a slash. */
function byTail(text: string, from: number): Cut | null {
  const floor = Math.max(from, text.length - LONGEST_CREDIT);
  const tail = text.slice(floor);
  const stops = [...tail.matchAll(/[.!?…]["')\]]?\s+(?=[\p{Lu}@©(])/gu)].slice(-4);
  for (const stop of stops) {
    const at = floor + stop.index + stop[0].length;
    const part = text.slice(at);
    if (creditStrength(part) === 2 && chained(part)) return cutAt(text, from, at, at, 'sentence');
  }
  for (const match of [
    ...tail.matchAll(
      /(?<=[\p{L}\d.,!?"')\]]\s+)((?:THE )?(?:\p{Lu}[\p{Lu}-]+ ?){1,3}|AP Photo|Reuters) ?\/ ?(?=[\p{Lu}@])/gu,
    ),
  ].slice(-3)) {
    const at = floor + match.index;
    const part = text.slice(at);
    if (findAgency((match[1] ?? '').trim()) && creditStrength(part) === 2)
      return cutAt(text, from, at, at, 'agency');
  }
  return null;
}

function chained(part: string): boolean {
  const credit = parseCredit(part);
  if (/\.\s*$/.test(part) && credit.parties.length < 2) return false;
  return (
    credit.parties.length >= 2 ||
    (credit.parties.length === 1 && credit.agencies.length === 1 && !/\s/.test(part.trim()))
  );
}

function whole(text: string, from: number): Cut {
  const all = { start: from, end: text.length };
  return looksLikeCredit(text.slice(from))
    ? { caption: EMPTY(from), credit: all, sep: null }
    : { caption: all, credit: EMPTY(text.length), sep: null };
}

function cutAt(text: string, from: number, end: number, start: number, sep: SplitSeparator): Cut {
  return { caption: { start: from, end }, credit: { start, end: text.length }, sep };
}

function result(text: string, flag: string | null, cut: Cut): CaptionSplit {
  const captionRange = trimRange(text, cut.caption);
  const creditRange = trimRange(text, cut.credit);
  const base = {
    flag,
    caption: text.slice(captionRange.start, captionRange.end),
    credit: text.slice(creditRange.start, creditRange.end),
    sep: cut.sep,
    captionRange,
    creditRange,
  };
  return cut.question === undefined
    ? { ...base, certain: true }
    : { ...base, certain: false, question: cut.question };
}

function trimRange(text: string, { start, end }: TextRange): TextRange {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}
