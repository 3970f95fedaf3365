import { dateLine, findDate } from './dates';
import { startIndex, wholeOf } from './duplicates';
import { findKnownStart, splitGlued } from './figure-lines';
import { fold } from './lines';
import { datelinePlace, isNames, readByline } from './people';
import type { Unit } from './units';
import { endsSentence, isOpen, isProse, linesOf, rawOf, remove } from './units';

export interface Header {
  readonly published: string | null;
  readonly questions: readonly string[];
}

/** Lines after the headline that may still be dek, byline and date. */
const ZONE = 14;

/** Reads headline, dek, bylines and date lines at the top; leaves all else open. */
export function readHeader(units: readonly Unit[]): Header {
  const open = units.filter(isOpen);
  const questions: string[] = [];
  let published: string | null = null;
  let updated: string | null = null;
  const takeDate = (here: Unit): boolean => {
    const date = dateLine(here.text);
    if (!date) return false;
    if (date.updated) updated ??= date.iso;
    else published ??= date.iso;
    remove(
      here,
      'publication-date',
      `Read as the ${date.updated ? 'date of an update' : 'publication date'}, ${date.iso}.`,
    );
    return true;
  };
  const takeByline = (here: Unit): boolean => {
    const byline = readByline(here.text);
    if (!byline) return false;
    here.role = 'byline';
    here.text = byline.text;
    published ??= byline.published;
    if (byline.rest !== '') {
      here.notes.push({
        check: 'publication-date',
        lines: linesOf(here),
        message: `Took “${byline.rest}” out of the byline${byline.published ? ' as the publication date' : ''}.`,
        text: rawOf(here),
        undo: ({ block }) =>
          block
            ? [
                {
                  op: 'replace-block',
                  block: block.id,
                  with: { id: block.id, kind: 'byline', spans: [{ text: rawOf(here).trim() }] },
                },
              ]
            : [],
      });
    }
    return true;
  };

  let at = findHeadline(open, (here) => takeDate(here) || takeByline(here));
  let dek: Unit | null = null;
  let named = open.some((each) => each.role === 'byline');
  for (let seen = 0; at < open.length && seen < ZONE; at += 1, seen += 1) {
    const here = open[at];
    if (!here || !isOpen(here)) continue;
    if (takeDate(here)) continue;
    if (takeByline(here)) {
      named = true;
      continue;
    }
    const next = open[at + 1];
    if (!named && isNames(here.text) && isBylinePlace(open, at)) {
      here.role = 'byline';
      named = true;
      questions.push(`Is “${here.text}” the byline?`);
      continue;
    }
    if (!dek && !named && isDek(here, next)) {
      here.role = 'dek';
      dek = here;
      continue;
    }
    if (isProse(here.text)) break;
  }
  return { published: published ?? updated, questions };
}

/** Marks the headline and gives the index after it. `skip` takes dates and bylines that stand above it. */
function findHeadline(open: readonly Unit[], skip: (here: Unit) => boolean): number {
  for (let at = 0; at < Math.min(open.length, 8); at += 1) {
    const here = open[at];
    if (!here) break;
    if (skip(here)) continue;
    if (here.text.length > 220 || (isProse(here.text) && /[.!…]["”’»)]?$/.test(here.text)))
      return at;
    if (isKicker(here, open[at + 1])) {
      here.role = 'loose';
      continue;
    }
    if (here.verse) return at;
    here.role = 'headline';
    return at + 1;
  }
  return 0;
}

/** One or two words above a longer title: the section's name. */
function isKicker(here: Unit, next: Unit | undefined): boolean {
  if (!next || next.verse || next.text.length > 220) return false;
  const words = here.text.split(' ').length;
  if (words > 3 || here.text.length > 28 || endsSentence(here.text)) return false;
  if (isProse(next.text) && endsSentence(next.text)) return false;
  if (readByline(next.text) || dateLine(next.text) || isNames(next.text)) return false;
  const capitals = here.text === here.text.toUpperCase() && /\p{Lu}/u.test(here.text);
  const nextWords = next.text.split(' ').length;
  return (
    nextWords >= 4 &&
    !endsSentence(next.text) &&
    (capitals || (words <= 2 && nextWords >= words * 3))
  );
}

function isDek(here: Unit, next: Unit | undefined): boolean {
  if (here.verse || here.text.length > 320 || !next) return false;
  if (readByline(next.text) || dateLine(next.text)) return here.text.split(' ').length >= 3;
  if (endsSentence(here.text))
    return (
      here.text.length < 260 && datelinePlace(next.text) !== '' && datelinePlace(here.text) === ''
    );
  const words = here.text.split(' ').length;
  return (words >= 8 && here.text.length >= 45) || (words >= 5 && isProse(next.text));
}

function isBylinePlace(open: readonly Unit[], at: number): boolean {
  const before = open[at - 1];
  const next = open[at + 1];
  const afterHead =
    before === undefined ||
    before.role === 'headline' ||
    before.role === 'dek' ||
    before.role === 'gone';
  if (!afterHead || !next || next.verse) return false;
  return dateLine(next.text) !== null || findDate(next.text) !== null || isProse(next.text);
}

/**
 * A line at the top that runs a caption, a credit and the cut-off start of the story together: the page's own summary.
 * The caption becomes a figure unless it stands elsewhere, the rest goes when a paragraph begins with it.
 */
export function splitSummaries(units: readonly Unit[]): Unit[] {
  const known = new Map(
    units
      .filter((each) => each.role === 'figure')
      .slice(0, 60)
      .map((each) => [each.folded, each]),
  );
  const index = startIndex(units);
  const result: Unit[] = [];
  let seen = 0;
  for (const here of units) {
    result.push(here);
    if (!isOpen(here) || here.verse || seen >= ZONE) continue;
    seen += 1;
    if (here.text.length < 60) continue;
    const split = findKnownStart(here, known) ?? splitGlued(rawOf(here));
    if (!split) continue;
    const rest: Unit = { ...here, notes: [], text: split.rest, folded: fold(split.rest) };
    const twin = known.get(fold(split.figureText));
    const whole = wholeOf(rest.folded, here, index) ?? sameAs(rest.folded, here, index);
    settleCaption(here, split, twin);
    if (whole) {
      rest.role = 'gone';
      const cut = /(\.\.\.|…)\W*$/.test(split.rest);
      rest.notes.push({
        check: cut ? 'dek-truncated' : 'dup-paragraph',
        lines: linesOf(here, whole),
        message: `Left out a ${cut ? 'cut-off ' : ''}copy of line ${whole.lines[0]?.no}.`,
        text: split.rest,
      });
    } else if (/(\.\.\.|…)\W*$/.test(split.rest)) {
      rest.role = 'dek';
    }
    result.push(rest);
  }
  return result;
}

function sameAs(
  folded: string,
  self: Unit,
  index: ReadonlyMap<string, readonly Unit[]>,
): Unit | null {
  return (
    (index.get(folded.slice(0, 30)) ?? []).find(
      (each) => each !== self && each.folded === folded,
    ) ?? null
  );
}

function settleCaption(
  here: Unit,
  split: { readonly caption: string; readonly credit: string; readonly figureText: string },
  twin: Unit | undefined,
): void {
  const lines = linesOf(here, ...(twin ? [twin] : []));
  if (/[\u00A0\u200B]/.test(rawOf(here))) {
    here.notes.push({
      check: 'invisible-char',
      lines: linesOf(here),
      message: 'Took out a non-breaking space between the caption and the text.',
      text: rawOf(here),
    });
  }
  here.text = split.figureText;
  here.folded = fold(split.figureText);
  here.caption = split.caption;
  here.credit = split.credit;
  here.role = twin ? 'gone' : 'figure';
  here.notes.push({
    check: 'caption-in-dek',
    lines,
    message: twin
      ? `Left out a caption and credit that stood before the text; they are those of line ${twin.lines[0]?.no}.`
      : 'Moved a caption and credit that stood before the text into a figure.',
    text: rawOf(here),
  });
}
