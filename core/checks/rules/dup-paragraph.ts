import type { ReadBlock } from '../../article/reading';
import { curlyCount, foldRepeat } from '../repeats';
import type { Draft, StoryCheck } from '../types';

/** Shorter paragraphs may repeat on purpose: refrains, scores, headings. */
const SHORTEST = 60;
const KINDS = new Set(['paragraph', 'quotation', 'list-item', 'dek', 'bio']);
const folded = new WeakMap<ReadBlock, string>();

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
      { text: 'And the band played on.\nNobody listened.\nAnd the band played on.' },
      {
        text: `The harbour authority approved the new pier on Monday after a debate of six hours.
          pullquote: The harbour authority approved the new pier on Monday after a debate of six hours.`,
      },
    ],
  },
  run(story) {
    const groups = new Map<string, ReadBlock[]>();
    for (const block of story.blocks) {
      if (!KINDS.has(block.kind) || block.text.length < SHORTEST) continue;
      const text = foldOnce(block);
      if (text.length < SHORTEST) continue;
      const group = groups.get(text);
      if (group) group.push(block);
      else groups.set(text, [block]);
    }
    const drafts: Draft[] = [];
    for (const group of groups.values())
      if (group.length > 1 && !isForm(group)) drafts.push(...report(group));
    return drafts;
  },
};

/** Questions of an interview and rows of a table or a form repeat on purpose. */
function isForm(group: readonly ReadBlock[]): boolean {
  const text = group[0]?.text.trim() ?? '';
  return /\?$/u.test(text) || (group.length > 2 && !/[.!…][”"’')]*$/u.test(text));
}

function foldOnce(block: ReadBlock): string {
  const known = folded.get(block);
  if (known !== undefined) return known;
  const text = foldRepeat(block.text);
  folded.set(block, text);
  return text;
}

/** Every copy but the one to keep: the body's before the dek's, then the one with curly quotes, then the first. */
function report(group: readonly ReadBlock[]): Draft[] {
  const keep = group.reduce((best, block) => (better(block, best) ? block : best));
  const sameKind = group.every((block) => block.kind === keep.kind);
  const original = { block: keep.id, start: 0, end: keep.text.length };
  return group
    .filter((block) => block !== keep)
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
