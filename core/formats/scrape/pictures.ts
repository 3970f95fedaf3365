import { figureBlock } from '../../article/story';
import { creditKey } from './figure-lines';
import type { Unit } from './units';
import { endsSentence, isOpen, linesOf, rawOf, remove } from './units';

/** A caption without a credit is at most this long. */
const LONGEST_CAPTION = 320;

/** Captions that stood twice set close (alt text, then caption) and captions right above their credit become figures. */
export function findCaptions(units: readonly Unit[]): void {
  const live = units.filter((each) => each.role !== 'gone');
  live.forEach((here, at) => {
    const before = live[at - 1];
    const after = live[at + 1];
    if (!isOpen(here) || here.verse || here.text.length > LONGEST_CAPTION) return;
    const belowFile = before?.role === 'file' && here.tight;
    const aboveCredit = after?.role === 'credit' && (after.tight || before?.role === 'file');
    const twice = here.doubled === true && endsSentence(here.text);
    if (!belowFile && !aboveCredit && !twice) return;
    here.role = 'figure';
    here.caption = here.text;
    here.credit = '';
  });
}

/** Gives every credit line to its figure: the one right above it, else the one it agrees with, else the one without. */
export function placeCredits(units: readonly Unit[], questions: string[]): void {
  const live = units.filter((each) => each.role !== 'gone' && each.role !== 'related');
  const byCredit = new Map<string, Unit>();
  const without = new Set<Unit>();
  const know = (figure: Unit) => {
    if (!figure.credit) without.add(figure);
    else if (!byCredit.has(creditKey(figure.credit)))
      byCredit.set(creditKey(figure.credit), figure);
  };
  live.forEach((here, at) => {
    const above = live[at - 1];
    if (here.role === 'credit' && above?.role === 'figure' && above.credit === '') {
      above.credit = here.text;
      join(above, here);
    }
  });
  for (const each of live) if (each.role === 'figure') know(each);
  let last: Unit | null = live.find((each) => each.role === 'figure') ?? null;
  live.forEach((here, at) => {
    if (here.role === 'figure') last = here;
    if (here.role !== 'credit') return;
    const agreeing = byCredit.get(creditKey(here.text));
    const [lone] = without;
    const besideFile = live[at - 1]?.role === 'file' || live[at + 1]?.role === 'file';
    if (agreeing) {
      const message = `Merged with the same credit in the caption of line ${agreeing.lines[0]?.no}.`;
      remove(here, 'credit-merged', message, [agreeing]);
    } else if (lone && without.size === 1) {
      giveCredit(lone, here);
      without.delete(lone);
      know(lone);
    } else if (besideFile || last === null) {
      here.role = 'figure';
      here.caption = '';
      here.credit = here.text;
      last = here;
      know(here);
    } else {
      here.role = 'paragraph';
      questions.push(
        `Line ${here.lines[0]?.no} says “${here.text}”, the caption of line ${last.lines[0]?.no} says “${last.credit}”. Which credit is right?`,
      );
    }
  });
}

function giveCredit(figure: Unit, line: Unit): void {
  figure.credit = line.text;
  line.role = 'gone';
  line.notes.push({
    check: 'credit-merged',
    lines: linesOf(line, figure),
    message: `Moved into the figure of line ${figure.lines[0]?.no}, which had no credit.`,
    text: rawOf(line),
    undo: ({ before, newId, find }) => {
      const block = find(figure);
      const back = { id: newId(), kind: 'paragraph' as const, spans: [{ text: rawOf(line) }] };
      const insert = { op: 'insert-block' as const, after: before, block: back };
      if (block?.kind !== 'figure') return [insert];
      const bare = figureBlock(block.id, block.photo, block.caption.spans, '', block.alt);
      return [{ op: 'replace-block', block: block.id, with: bare }, insert];
    },
  });
}

/** The line is now part of the figure's block: nothing was left out, so nothing is listed. */
function join(figure: Unit, line: Unit): void {
  line.role = 'gone';
  figure.joined = [...(figure.joined ?? []), line];
}

/** Gives each file name to the next figure without one, else to the figure before; alone it becomes a figure. */
export function placeFiles(units: readonly Unit[]): void {
  const live = units.filter((each) => each.role !== 'gone' && each.role !== 'related');
  const next = nextFigures(live);
  live.forEach((here, at) => {
    if (here.role !== 'file') return;
    const ahead = next[at];
    const behind = live[at - 1];
    const target =
      ahead && !ahead.file ? ahead : behind?.role === 'figure' && !behind.file ? behind : null;
    const name = here.file ?? here.text;
    if (target) {
      target.file = name;
      remove(
        here,
        'filename-as-text',
        `Read as the file name of the photo of line ${target.lines[0]?.no}.`,
        here.copies,
      );
      return;
    }
    here.role = 'figure';
    here.caption = '';
    here.credit = '';
    here.notes.push({
      check: 'filename-as-text',
      lines: linesOf(here, ...(here.copies ?? [])),
      message: 'Read as the file name of a photo that has no caption.',
      text: rawOf(here),
      undo: ({ block, newId }) =>
        block
          ? [
              {
                op: 'insert-block',
                after: block.id,
                block: { id: newId(), kind: 'paragraph', spans: [{ text: rawOf(here) }] },
              },
              { op: 'remove-block', block: block.id },
            ]
          : [],
    });
  });
}

/** For each unit the figure that follows before another file name does. */
function nextFigures(live: readonly Unit[]): readonly (Unit | null)[] {
  const next: (Unit | null)[] = new Array(live.length).fill(null);
  let figure: Unit | null = null;
  for (let at = live.length - 1; at >= 0; at -= 1) {
    const each = live[at];
    next[at] = figure;
    if (each?.role === 'figure') figure = each;
    if (each?.role === 'file') figure = null;
  }
  return next;
}
