import { isTimeLine } from './dates';
import { fold } from './lines';
import { BULLET } from './paragraphs';
import { readBio, readByline } from './people';
import type { Unit } from './units';
import { endsSentence, isOpen, isProse } from './units';

/** Marks the notes on authors at the story's end and returns the names they are about. */
export function findBios(units: readonly Unit[]): readonly string[] {
  const names: string[] = [];
  const live = units.filter((each) => isOpen(each));
  if (live.length < 2) return names;
  for (let at = live.length - 1; at > 0; at -= 1) {
    const here = live[at];
    const bio = here && !here.verse ? readBio(here.text, true) : null;
    if (!here || !bio) break;
    here.role = 'bio';
    if (bio.name) names.unshift(bio.name);
  }
  return names;
}

/** A byline below the story, where there is none above it. */
export function findLateByline(units: readonly Unit[]): void {
  if (units.some((each) => each.role === 'byline')) return;
  const open = units.filter(isOpen);
  for (let at = open.length - 1; at > 0; at -= 1) {
    const here = open[at];
    if (!here || isProse(here.text)) return;
    const byline = here.verse ? null : readByline(here.text);
    if (byline && byline.rest === '' && byline.names.includes(' ')) here.role = 'byline';
  }
}

const NUMBERED = /^(\d{1,2})[.)]\s+(?=\S)/;

/** Marks bullet and numbered lists; a number over a section of prose stays part of a crosshead. */
export function findLists(units: readonly Unit[]): void {
  const live = units.filter((each) => each.role !== 'gone');
  const numbers = live.map((each) =>
    isOpen(each) && !each.verse ? Number(NUMBERED.exec(each.text)?.[1] ?? Number.NaN) : Number.NaN,
  );
  live.forEach((here, at) => {
    if (!isOpen(here) || here.verse) return;
    const number = numbers[at] ?? Number.NaN;
    const inSequence = numbers[at + 1] === number + 1 || numbers[at - 1] === number - 1;
    if (BULLET.test(here.text)) {
      const dash = here.text.startsWith('-');
      const beside = [live[at - 1], live[at + 1]].some((each) => each && /^-\s/.test(each.text));
      if (!dash || beside) listItem(here, BULLET, false);
    } else if (!Number.isNaN(number) && inSequence) {
      listItem(here, NUMBERED, true);
    }
  });
}

function listItem(here: Unit, marker: RegExp, ordered: boolean): void {
  const indent = /^[ \t]*/.exec(here.lines[0]?.raw ?? '')?.[0].replace(/\t/g, '    ').length ?? 0;
  here.role = 'list-item';
  here.text = here.text.replace(marker, '');
  here.ordered = ordered;
  here.depth = Math.min(5, Math.floor(indent / 2));
}

const LONGEST_CROSSHEAD = 90;

/** Marks the short lines over sections of prose. */
export function findCrossheads(units: readonly Unit[]): void {
  const live = units.filter((each) => each.role !== 'gone' && each.role !== 'related');
  // Many short questions are an interviewer's, not crossheads.
  const asked = live.filter((each) => isOpen(each) && each.text.endsWith('?')).length;
  live.forEach((here, at) => {
    if (!isOpen(here) || here.verse || here.tight) return;
    if (isTimeLine(here.text)) {
      here.role = 'crosshead';
      return;
    }
    const next = live[at + 1];
    if (!next || at === 0 || here.text.length > LONGEST_CROSSHEAD) return;
    if (here.text.split(' ').length > 12 || /[.!…:;,]["”’»)]?$/.test(here.text)) return;
    if (here.text.endsWith('?') && asked > 2) return;
    if (!/^[\p{Lu}\d“"‘'«„]/u.test(here.text) || /^(q|a|f|r)\s*[:.]/i.test(here.text)) return;
    const opens =
      (isOpen(next) &&
        (isProse(next.text) || (endsSentence(next.text) && next.text.length >= 50))) ||
      next.role === 'list-item' ||
      next.role === 'figure';
    if (opens) here.role = 'crosshead';
  });
}

/** At most so many lines are looked for inside the body, which keeps the search linear. */
const PULL_QUOTES = 40;

/** Marks lines that repeat a sentence of a longer paragraph: the page's pull quotes. */
export function findPullQuotes(units: readonly Unit[]): void {
  const open = units.filter((each) => isOpen(each) && !each.verse);
  const prose = open
    .filter((each) => each.text.length >= 120)
    .map((each) => ` ${bare(each.text)} `);
  const body = prose.join('\n');
  const candidates = open.filter((each) => each.text.length >= 24 && each.text.length <= 280);
  for (const here of candidates.slice(0, PULL_QUOTES)) {
    const text = bare(here.text);
    if (text.length < 20) continue;
    const own = here.text.length >= 120 ? 1 : 0;
    let found = 0;
    let at = body.indexOf(text);
    while (at >= 0 && found <= own) {
      found += 1;
      at = body.indexOf(text, at + 1);
    }
    if (found > own) here.role = 'pullquote';
  }
}

function bare(text: string): string {
  return fold(text).replace(/^["'\s]+|["'\s.,]+$/g, '');
}
