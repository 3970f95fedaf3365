import type { Paragraph } from 'mdast';
import type { Span } from '../../article/model';
import { looksLikeCredit, splitCaptionCredit } from '../../captions/split';
import { sliceSpans, spanText } from '../import-spans';
import { joinLines } from './inline';

/** The marks that only said "this is a caption" are not part of its words. */
export function withoutItalic(each: Span): Span {
  const { marks, ...rest } = each;
  const left = (marks ?? []).filter((mark) => mark !== 'italic');
  return left.length > 0 ? { ...rest, marks: left } : rest;
}

/** Caption and credit of the lines below a picture: a last line that is a credit, else what the grammar is sure of. */
export function parts(lines: readonly (readonly Span[])[]): {
  caption: readonly Span[];
  credit: readonly Span[];
} {
  const last = lines.at(-1);
  if (last && lines.length > 1 && looksLikeCredit(spanText(last)))
    return { caption: joinLines(lines.slice(0, -1)), credit: last };
  const all = joinLines(lines);
  const text = spanText(all);
  if (text === '' || text.length > 900) return { caption: all, credit: [] };
  const split = splitCaptionCredit(text);
  if (!split.certain || split.credit === '' || split.caption === '') {
    if (lines.length === 1 && split.certain && split.caption === '')
      return { caption: [], credit: all };
    return lines.length === 2 && last && spanText(last).length <= 120
      ? { caption: lines[0] ?? [], credit: last }
      : { caption: all, credit: [] };
  }
  return {
    caption: sliceSpans(all, 0, split.captionRange.end),
    credit: sliceSpans(all, split.creditRange.start, split.creditRange.end),
  };
}

/** True when a paragraph opens with a picture, linked or not. */
export function startsWithPicture(node: Paragraph): boolean {
  const first = node.children[0];
  if (!first) return false;
  if (first.type === 'image' || first.type === 'imageReference') return true;
  return (
    first.type === 'link' && first.children.length === 1 && first.children[0]?.type === 'image'
  );
}

/** True for a paragraph that is one picture. */
export function isOnlyPicture(node: Paragraph): boolean {
  return startsWithPicture(node) && node.children.length === 1;
}

/** True for a paragraph all in italics. */
export function isEmphasised(node: Paragraph): boolean {
  return node.children.length === 1 && node.children[0]?.type === 'emphasis';
}

/** Text under a picture in the same paragraph is its caption when a line break parts them. */
export function isFigureText(node: Paragraph, lines: readonly (readonly Span[])[]): boolean {
  const second = node.children[1];
  const parted =
    second?.type === 'break' || (second?.type === 'text' && /^\s*\n/.test(second.value));
  return parted && lines.length <= 4;
}
