import type { ReadBlock } from '../../article/reading';
import { perBlock } from '../per-block';
import { curlyCount, foldRepeat, isBlank, isData, isLineTwice } from '../repeats';
import type { CheckStory, Draft, StoryCheck } from '../types';

/** Shorter paragraphs may repeat on purpose: refrains, scores, headings. */
const SHORTEST = 60;
/** Lists that compare two things may share shorter items. */
const LONG_ITEM = 120;
const KINDS = new Set(['paragraph', 'quotation', 'list-item', 'dek', 'bio']);

export const dupParagraph: StoryCheck = {
  id: 'dup-paragraph',
  title: 'Paragraph twice',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'story',
  why: 'The same paragraph twice is a leftover of copying or of the page the story came from. Quote glyphs, dashes and spaces do not count as a difference.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: `[["We have waited for this bridge since my father was a boy," the mayor said.]]
          “We have waited for this bridge since my father was a boy,” the mayor said.`,
        fixed: '',
      },
      {
        text: `The harbour authority approved the new pier on Monday after a debate of six hours.
          Work starts in spring.
          [[The harbour authority approved the new  pier on Monday after a debate of six hours.]]`,
        fixed: '',
      },
      {
        text: `dek: [[The harbour authority approved the new pier on Monday after a debate of six hours.]]
          The harbour authority approved the new pier on Monday after a debate of six hours.`,
      },
    ],
    passes: [
      {
        text: `The harbour authority approved the new pier on Monday after a debate of six hours.
          The harbour authority rejected the old pier on Monday after a debate of six hours.`,
      },
      {
        text: 'What was your first job, and how did you come to work for the harbour?\nCoal.\nWhat was your first job, and how did you come to work for the harbour?\nFish.',
      },
      {
        text: 'Breakfast: 1 cup of blueberries, 2 whole-grain rice cakes, 1 tsp. of nut butter\nLunch is up to you.\nBreakfast: 1 cup of blueberries, 2 whole-grain rice cakes, 1 tsp. of nut butter',
      },
      {
        text: 'list-item: Harbour authority, checklist for the safety of piers in winter\nMore here:\nlist-item: Harbour authority, checklist for the safety of piers in winter',
      },
      { text: 'And the band played on.\nNobody listened.\nAnd the band played on.' },
      {
        text: `The harbour authority approved the new pier on Monday after a debate of six hours.
          pullquote: The harbour authority approved the new pier on Monday after a debate of six hours.`,
      },
    ],
  },
  run(story) {
    // Most paragraphs differ in their first letters: only those that do not are folded and compared whole.
    const alike = groupBy(
      story.blocks.filter(
        (block) => KINDS.has(block.kind) && block.text.length >= SHORTEST && !isOwnRow(block),
      ),
      signature,
    );
    const groups = alike
      .filter((group) => group.length > 1)
      .flatMap((group) => groupBy(group, foldOnce))
      .filter((group) => foldOnce(group[0] as ReadBlock).length >= SHORTEST);
    const lines = linesTwice(story);
    const drafts: Draft[] = [];
    for (const group of groups)
      if (group.length > 1 && !isForm(group)) drafts.push(...report(group, lines));
    return drafts;
  },
};

/** A row of figures, or an item of a list that is no sentence: two lists may hold the same one. */
const isOwnRow = perBlock(({ kind, text }): boolean => {
  if (kind === 'list-item' && text.length < LONG_ITEM) return true;
  return isData(text) || (kind === 'list-item' && !/[.!?…][”"’')]*\s*$/u.test(text));
});

/** Questions of an interview and rows of a table or a form repeat on purpose. */
function isForm(group: readonly ReadBlock[]): boolean {
  const text = group[0]?.text.trim() ?? '';
  return /\?$/u.test(text) || (group.length > 2 && !/[.!…][”"’')]*$/u.test(text));
}

const foldOnce = perBlock((block) => foldRepeat(block.text));

/** The first 24 and the last 12 ASCII letters of a text. */
const signature = perBlock(({ text }) => {
  let head = '';
  for (let at = 0; at < text.length && head.length < 24; at += 1) {
    if (isAsciiLetter(text.charCodeAt(at))) head += text.charAt(at);
  }
  let tail = '';
  for (let at = text.length - 1; at >= 0 && tail.length < 12; at -= 1) {
    if (isAsciiLetter(text.charCodeAt(at))) tail += text.charAt(at);
  }
  return `${head}|${tail}`;
});

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function groupBy(
  blocks: readonly ReadBlock[],
  key: (block: ReadBlock) => string,
): readonly (readonly ReadBlock[])[] {
  const groups = new Map<string, ReadBlock[]>();
  for (const block of blocks) {
    const group = groups.get(key(block));
    if (group) group.push(block);
    else groups.set(key(block), [block]);
  }
  return [...groups.values()];
}

/** Blocks that repeat the one before them as a line does: dup-line speaks of those. */
function linesTwice(story: CheckStory): ReadonlySet<ReadBlock> {
  const found = new Set<ReadBlock>();
  let last: ReadBlock | null = null;
  for (const block of story.blocks) {
    if (block.kind === 'alt' || block.kind === 'credit' || isBlank(block.text)) continue;
    const twice =
      last?.kind === block.kind &&
      block.kind !== 'quotation' &&
      signature(last) === signature(block);
    if (last && twice && isLineTwice(last.text, block.text)) found.add(block);
    last = block;
  }
  return found;
}

/** Every copy but the one to keep: the body's before the dek's, then the one with curly quotes, then the first. */
function report(group: readonly ReadBlock[], lines: ReadonlySet<ReadBlock>): Draft[] {
  const keep = group.reduce((best, block) => (better(block, best) ? block : best));
  const sameKind = group.every((block) => block.kind === keep.kind);
  const original = { block: keep.id, start: 0, end: keep.text.length };
  return group
    .filter((block) => block !== keep && !lines.has(block))
    .map((block) => ({
      block: block.id,
      start: 0,
      end: block.text.length,
      message:
        block.kind === 'dek'
          ? 'The dek repeats a paragraph of the story.'
          : 'This paragraph stands in the story twice.',
      fact: group.length === 2 ? 'twice in the story' : `${group.length} times in the story`,
      related: [original],
      fixes: [
        {
          title: 'Remove the copy',
          edits: [{ op: 'remove-block' as const, block: block.id }],
          safe: sameKind,
        },
      ],
    }));
}

function better(block: ReadBlock, best: ReadBlock): boolean {
  if ((block.kind === 'dek') !== (best.kind === 'dek')) return best.kind === 'dek';
  return curlyCount(block.text) > curlyCount(best.text);
}
