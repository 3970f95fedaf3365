import { dateLine } from './dates';
import { isFurniture, isRelatedHeading } from './furniture';
import type { SourceLine } from './lines';
import { readByline } from './people';
import type { Unit } from './units';
import { isOpen, unit } from './units';

/**
 * Groups lines into units: one line each, except where a text was hard-wrapped at a fixed width, whose lines are joined.
 * Lines that hold only invisible characters become units that are already gone, with a note.
 */
export function paragraphs(lines: readonly SourceLine[]): Unit[] {
  const width = wrapWidth(lines);
  const units: Unit[] = [];
  let run: SourceLine[] = [];
  const flush = () => {
    if (run.length > 1 && width > 0 && isWrapped(run, width)) {
      units.push(unit(run, run.map((line) => line.text).join(' '), false));
    } else {
      run.forEach((line, at) => {
        units.push(unit([line], line.text, at > 0));
      });
    }
    run = [];
  };
  for (const line of lines) {
    if (line.text !== '') {
      run.push(line);
      continue;
    }
    flush();
    if (line.invisible > 0) units.push(invisibleOnly(line));
  }
  flush();
  return units;
}

function invisibleOnly(line: SourceLine): Unit {
  const gone = unit([line], '', false);
  gone.role = 'gone';
  gone.notes.push({
    check: 'invisible-char',
    lines: [line.no],
    message: 'Left out a line that held only invisible characters.',
    text: line.raw,
  });
  return gone;
}

/** Width at which the whole text was wrapped; 0 when its lines are paragraphs. */
function wrapWidth(lines: readonly SourceLine[]): number {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.text.length);
  if (width < 50 || width > 100) return 0;
  const full = lines.filter((line) => line.text.length >= width * 0.85).length;
  return full >= 4 ? width : 0;
}

/** Every line but the last is full: the next line's first word would not have fitted. */
function isWrapped(run: readonly SourceLine[], width: number): boolean {
  return run.every((line, at) => {
    const next = run[at + 1];
    if (!next) return true;
    const word = next.text.split(' ', 1)[0] ?? '';
    if (BULLET.test(next.text)) return false;
    return line.text.length + 1 + word.length > width - 4;
  });
}

export const BULLET = /^(?:[•·▪‣◦●■►*]\s+|[-]\s+(?=\S))/u;
const VERSE_LINE = 70;

/**
 * Joins lines set close together, all short, into one paragraph with line breaks: verse, lyrics, results, addresses.
 * Their repetitions are meant, so such units take no part in the search for copies.
 */
export function joinVerse(units: readonly Unit[]): Unit[] {
  const joined: Unit[] = [];
  let first = true;
  for (let at = 0; at < units.length; ) {
    let end = at + 1;
    while (end < units.length && units[end]?.tight) end += 1;
    const block = units.slice(at, end);
    if (!first && block.length >= 3 && block.every(isVerseLine)) {
      const lines = block.flatMap((each) => each.lines);
      const verse = unit(lines, block.map((each) => each.text).join('\n'), false);
      verse.verse = true;
      joined.push(verse);
    } else {
      for (const each of block) joined.push(each);
    }
    if (block.some(isOpen)) first = false;
    at = end;
  }
  return joined;
}

function isVerseLine(line: Unit): boolean {
  return (
    isOpen(line) &&
    line.lines.length === 1 &&
    line.text.length <= VERSE_LINE &&
    !BULLET.test(line.text) &&
    !/^\d{1,2}[.)]\s/.test(line.text) &&
    !/^(q|a|f|r)\s*[:.]/i.test(line.text) &&
    !readByline(line.text) &&
    !dateLine(line.text) &&
    !isFurniture(line.text) &&
    !isRelatedHeading(line.text)
  );
}
