import type { RelatedItem } from '../../article/model';
import { dateLine, isTimeLine } from './dates';
import type { FigureText } from './figure-lines';
import { readFigureLine } from './figure-lines';
import { inlineRelated, isRelatedHeading } from './furniture';
import { readBio, readByline } from './people';
import type { Placed, Unit } from './units';
import { endsSentence, isOpen, isProse, linesOf, rawOf } from './units';

/** Other stories listed around this one, each with the units it was made of. */
export interface RelatedGroup {
  readonly heading: Unit | null;
  readonly units: readonly Unit[];
  readonly items: readonly RelatedItem[];
}

/**
 * Finds lists of other stories: below a heading that says so, or, without one, by their shape (a caption printed twice, a
 * headline, a line below it, several times in a row). Marks their units and notes what was moved.
 */
export function separateRelated(
  units: readonly Unit[],
  newId: () => string,
): readonly RelatedItem[] {
  const tail = strongProseAfter(units);
  const items: RelatedItem[] = [];
  const live = units.filter((each) => each.role !== 'gone');
  const position = new Map(units.map((each, at) => [each, at]));
  let prose = false;
  for (let at = 0; at < live.length; at += 1) {
    const here = live[at];
    if (!here || here.role === 'related') continue;
    const isTail = !tail[position.get(here) ?? 0];
    const heading = isOpen(here) && isRelatedHeading(here.text) && (prose || !isTail);
    const inline = isOpen(here) ? inlineRelated(here.text) : null;
    let group: RelatedGroup | null = null;
    if (inline !== null) group = single(here, inline, newId);
    else if (heading) group = below(live, at, isTail, newId);
    else if (prose && isDoubled(live, at)) group = byShape(live, at, newId);
    if (group) {
      note(group);
      for (const item of group.items) items.push(item);
    }
    if (isOpen(here) && isProse(here.text)) prose = true;
  }
  return items;
}

function isStrong(each: Unit): boolean {
  if (!isOpen(each)) return false;
  const sentences = each.text.match(/[.!?…]["”’»)]?(\s|$)/g)?.length ?? 0;
  return each.text.length >= 280 || (each.text.length >= 160 && sentences >= 2);
}

/** For each unit: whether the story's own prose goes on after it (a note on the author does not count). */
function strongProseAfter(units: readonly Unit[]): readonly boolean[] {
  const after: boolean[] = new Array(units.length).fill(false);
  let seen = false;
  let run = 0;
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const each = units[at];
    after[at] = seen;
    if (!each || !isOpen(each)) continue;
    const doubled = units[at + 1]?.folded === each.folded || units[at - 1]?.folded === each.folded;
    run = endsSentence(each.text) && !doubled && each.text.length >= 40 ? run + 1 : 0;
    if (run >= 3 || (isStrong(each) && !readBio(each.text, true))) seen = true;
  }
  return after;
}

function isTitle(text: string): boolean {
  return text.length <= 160 && !/[.,;:…]["”’»)]?$/.test(text);
}

function isDoubled(live: readonly Unit[], at: number): boolean {
  const here = live[at];
  const next = live[at + 1];
  return (
    here !== undefined &&
    next !== undefined &&
    here.folded.length >= 20 &&
    here.folded === next.folded &&
    here.role !== 'file'
  );
}

interface Cursor {
  readonly item: RelatedItem;
  readonly units: Unit[];
  readonly next: number;
}

/** Reads one item at `at`: [caption twice] headline [line below]. Null when nothing of that shape stands there. */
function readItem(
  live: readonly Unit[],
  at: number,
  isTail: boolean,
  newId: () => string,
): Cursor | null {
  const taken: Unit[] = [];
  let picture: FigureText = { caption: '', credit: '' };
  let doubled: Unit | null = null;
  let here = at;
  const first = live[here];
  if (!first) return null;
  if (isDoubled(live, here)) {
    picture = readFigureLine(first.text) ?? { caption: first.text, credit: '' };
    doubled = live[here + 1] ?? null;
    taken.push(first, ...(doubled ? [doubled] : []));
    here += 2;
  } else if (first.role === 'figure') {
    picture = { caption: first.caption ?? '', credit: first.credit ?? '' };
    taken.push(first);
    here += 1;
  } else if (isTail && endsSentence(first.text) && isLooseCaption(live, here)) {
    picture = { caption: first.text, credit: '' };
    taken.push(first);
    here += 1;
  }
  const title = live[here];
  if (!title || !isOpen(title) || isStrong(title) || isRelatedHeading(title.text)) return null;
  const asTitle = doubled ? title.text.length <= 200 : isTitle(title.text);
  if (!asTitle || (isTail && readBio(title.text, true))) return null;
  taken.push(title);
  here += 1;
  const other: string[] = [];
  let dek = '';
  const below = live[here];
  if (below && isOpen(below) && isDek(live, here, doubled !== null, isTail)) {
    dek = below.text;
    taken.push(below);
    here += 1;
  }
  let extra = live[here];
  while (extra && isOpen(extra) && isAside(extra.text)) {
    other.push(extra.text);
    taken.push(extra);
    here += 1;
    extra = live[here];
  }
  const id = newId();
  const item = { id, headline: title.text, dek, ...picture, link: '', other };
  if (doubled) noteDoubled(first, doubled, item);
  return { item, units: taken, next: here };
}

/** A sentence that stands before a headline and its line: the caption of the item's picture. */
function isLooseCaption(live: readonly Unit[], at: number): boolean {
  const title = live[at + 1];
  const dek = live[at + 2];
  if (!title || !isOpen(title) || !isTitle(title.text) || endsSentence(title.text)) return false;
  return dek === undefined || endsSentence(dek.text);
}

function isDek(live: readonly Unit[], at: number, doubled: boolean, isTail: boolean): boolean {
  const here = live[at];
  if (!here || here.text.length > 280 || isStrong(here)) return false;
  if (isDoubled(live, at) || isAside(here.text) || readBio(here.text, true)) return false;
  if (doubled) return !isRelatedHeading(here.text);
  if (!/[.!?…]["”’»)]?$/.test(here.text)) return false;
  const next = live[at + 1];
  if (next === undefined) return isTail;
  return isDoubled(live, at + 1) || (isOpen(next) && !endsSentence(next.text));
}

function isAside(text: string): boolean {
  return (
    readByline(text) !== null ||
    dateLine(text) !== null ||
    isTimeLine(text) ||
    /^\d+ (min|hours?|days?|weeks?|months?|years?|stunden?|tagen?|heures?|jours?|horas?|días?)\b.{0,12}$/iu.test(
      text,
    )
  );
}

function below(
  live: readonly Unit[],
  at: number,
  isTail: boolean,
  newId: () => string,
): RelatedGroup {
  const heading = live[at] ?? null;
  const items: RelatedItem[] = [];
  const taken: Unit[] = [];
  let here = at + 1;
  while (here < live.length) {
    const found = startsSection(live, here, isTail, items.length)
      ? null
      : readItem(live, here, isTail, newId);
    if (found) {
      items.push(found.item);
      taken.push(...found.units);
      here = found.next;
      continue;
    }
    const stray = live[here];
    const last = items.at(-1);
    if (!stray || !last || !isTail || !isStray(stray)) break;
    items[items.length - 1] = { ...last, other: [...last.other, stray.text] };
    taken.push(stray);
    here += 1;
  }
  return { heading, units: taken, items };
}

/** Inside a story, a line apart with prose below it is the next crosshead, not one more item. */
function startsSection(live: readonly Unit[], at: number, isTail: boolean, count: number): boolean {
  const here = live[at];
  const next = live[at + 1];
  if (isTail || count === 0 || !here || here.tight || isDoubled(live, at)) return false;
  return next !== undefined && isOpen(next) && isProse(next.text);
}

/** A line at the page's end that fits no item, but is no story text either. */
function isStray(stray: Unit): boolean {
  if (!isOpen(stray) || isStrong(stray) || isRelatedHeading(stray.text)) return false;
  return !readBio(stray.text, true);
}

function byShape(live: readonly Unit[], at: number, newId: () => string): RelatedGroup | null {
  const second = probe(live, at);
  if (second === null || !isDoubled(live, second) || probe(live, second) === null) return null;
  const items: RelatedItem[] = [];
  const taken: Unit[] = [];
  let here = at;
  while (isDoubled(live, here)) {
    const found = readItem(live, here, true, newId);
    if (!found) break;
    items.push(found.item);
    taken.push(...found.units);
    here = found.next;
  }
  const before = live[at - 1];
  const heads =
    before !== undefined &&
    isOpen(before) &&
    before.text.length <= 60 &&
    !endsSentence(before.text);
  return { heading: heads ? before : null, units: taken, items };
}

/** Where an item of the doubled shape would end; null when none stands at `at`. Marks nothing. */
function probe(live: readonly Unit[], at: number): number | null {
  const title = live[at + 2];
  if (!title || !isOpen(title) || isStrong(title) || isDoubled(live, at + 2)) return null;
  const dek = live[at + 3];
  const hasDek = dek !== undefined && isOpen(dek) && isDek(live, at + 3, true, true);
  return at + (hasDek ? 4 : 3);
}

function single(here: Unit, title: string, newId: () => string): RelatedGroup {
  const item = {
    id: newId(),
    headline: title,
    dek: '',
    caption: '',
    credit: '',
    link: '',
    other: [],
  };
  return { heading: null, units: [here], items: [item] };
}

function noteDoubled(first: Unit, doubled: Unit, item: RelatedItem): void {
  doubled.notes.push({
    check: 'dup-line',
    lines: linesOf(first, doubled),
    message: 'Left out the second copy of a related item’s caption.',
    text: rawOf(doubled),
    undo: ({ related }) => {
      const now = related.find((each) => each.id === item.id) ?? item;
      return [
        { op: 'remove-related', item: item.id },
        { op: 'add-related', item: { ...now, other: [...now.other, rawOf(doubled)] } },
      ];
    },
  });
}

function note(group: RelatedGroup): void {
  const { heading, items } = group;
  const units = heading ? [heading, ...group.units] : group.units;
  const first = units[0];
  if (!first) return;
  for (const each of units) each.role = 'related';
  const count = items.length === 1 ? 'One related item' : `${items.length} related items`;
  const what =
    items.length === 0
      ? 'Left out a heading of related items'
      : `Moved ${count.toLowerCase()} beside the story`;
  first.notes.push({
    check: 'related-in-body',
    lines: linesOf(...units),
    message: heading ? `${what} (“${heading.text}”).` : `${what}.`,
    text: units.map(rawOf).join('\n'),
    undo: (place) => undoMove(place, items, units),
  });
}

function undoMove(place: Placed, items: readonly RelatedItem[], units: readonly Unit[]) {
  let after = place.before;
  const inserts = units.map((each) => {
    const id = place.newId();
    const block = { id, kind: 'paragraph' as const, spans: [{ text: rawOf(each) }] };
    const patch = { op: 'insert-block' as const, after, block };
    after = id;
    return patch;
  });
  return [...items.map((item) => ({ op: 'remove-related' as const, item: item.id })), ...inserts];
}
