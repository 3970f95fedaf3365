import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import { foldRepeat, isBlank, isLineTwice } from '../repeats';
import type { CheckStory, Draft, StoryCheck } from '../types';

/** From this length on, repeated paragraphs of more than one sentence are the business of dup-paragraph. */
const PARAGRAPH = 60;
const SHORTEST = 8;
const LINES = new Set(['paragraph', 'crosshead', 'dek', 'byline', 'bio', 'list-item', 'headline']);

export const dupLine: StoryCheck = {
  id: 'dup-line',
  title: 'Line twice',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'story',
  why: 'A line that follows itself, most often a caption or a file name, was copied from a page that holds it in two places.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: `caption: Maria Lund opens the pier in Esbjerg, Denmark, Monday.
          [[Maria Lund opens the pier in Esbjerg, Denmark, Monday.]]
          The pier cost more than planned, the council heard on Tuesday.`,
        fixed: '',
      },
      {
        text: 'crosshead: The long wait\n[[The  long wait]]\nPeople came from all over the county.',
      },
      {
        text: 'A view of the old harbour front in Esbjerg, Denmark, shortly before dawn.\n[[A view of the old harbour  front in Esbjerg, Denmark, shortly before dawn.]]',
        fixed: '',
      },
      { text: 'pier-opening_04.jpg\n[[pier-opening_04.jpg]]', fixed: '' },
      { text: 'The long wait.\n\u00a0\n[[The long wait.]]\nIt was over at noon on Monday.' },
    ],
    passes: [
      { text: 'Arsenal 2 Chelsea 2\nArsenal 2 Chelsea 2' },
      {
        text: `Row, row, row your boat
          Row, row, row your boat
          Gently down the stream
          Merrily we go along`,
      },
      { text: 'The long wait.\nIt was over at noon.\nThe long wait.' },
      { text: 'caption: Maria Lund opens the pier.\nalt: Maria Lund opens the pier.' },
    ],
  },
  run(story) {
    const drafts: Draft[] = [];
    let last: ReadBlock | null = null;
    for (const [index, block] of story.blocks.entries()) {
      if (block.kind === 'alt' || block.kind === 'credit' || isBlank(block.text)) continue;
      if (last && repeats(last, block) && !(block.text.length < PARAGRAPH && isVerse(story, index)))
        drafts.push(report(last, block));
      last = block;
    }
    return drafts;
  },
};

function repeats(first: ReadBlock, second: ReadBlock): boolean {
  if (Math.abs(first.text.length - second.text.length) > 40) return false;
  if (first.figure !== null && second.figure !== null) return false;
  // Most lines differ in their first letters: only those that do not are folded whole.
  if (head(first) !== head(second)) return false;
  const text = foldRepeat(second.text);
  if (text.length < SHORTEST || text !== foldRepeat(first.text) || isScore(text)) return false;
  const inFigure = first.figure !== null || second.figure !== null;
  if (inFigure) return true;
  const prose = first.kind === second.kind && second.kind !== 'crosshead';
  return (
    LINES.has(first.kind) &&
    LINES.has(second.kind) &&
    !(prose && text.length >= PARAGRAPH && !isLineTwice(first.text, second.text))
  );
}

/** The first letters and figures of a text, which folding leaves alone. */
const head = perBlock(({ text }) => {
  let letters = '';
  for (let at = 0; at < text.length && letters.length < 12; at += 1) {
    const code = text.charCodeAt(at) | 32;
    const isLetter = code >= 0x61 && code <= 0x7a;
    if (isLetter || (code >= 0x30 && code <= 0x39)) letters += text.charAt(at);
  }
  return letters;
});

/** "Arsenal 2 Chelsea 2", "6-4, 3-6": short results repeat by chance. */
function isScore(text: string): boolean {
  if (text.length >= PARAGRAPH || /[_.]\w+$/u.test(text)) return false;
  const figures = text.match(/(?<![\p{L}\p{N}])\d{1,3}(?![\p{L}\p{N}])/gu)?.length ?? 0;
  return figures >= 2;
}

/** Three more short lines of words around it, without full stops: verse, where a line may repeat. */
function isVerse(story: CheckStory, at: number): boolean {
  let short = 0;
  for (let index = Math.max(0, at - 4); index < Math.min(story.blocks.length, at + 4); index += 1) {
    const block = story.blocks[index];
    if (!block || block.kind === 'headline' || block.figure !== null) continue;
    if (/^[\p{L}\s,'’!-]{6,60}$/u.test(block.text)) short += 1;
  }
  return short >= 4;
}

function report(first: ReadBlock, second: ReadBlock): Draft {
  // The caption stays in its figure; the loose line beside it goes.
  const copy = second.figure !== null ? first : second;
  const kept = copy === second ? first : second;
  const caption = kept.kind === 'caption';
  return {
    block: copy.id,
    start: 0,
    end: copy.text.length,
    message: caption ? 'This line repeats the caption beside it.' : 'This line follows itself.',
    fact: caption ? 'caption ↔ text' : 'twice in a row',
    related: [{ block: kept.id, start: 0, end: kept.text.length }],
    fixes: [
      {
        title: 'Remove the copy',
        edits: [{ op: 'remove-block', block: copy.id }],
        safe: copy.kind !== 'headline',
      },
    ],
  };
}
