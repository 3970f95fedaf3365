import type { Edit } from '../../article/edit';
import type { ReadBlock } from '../../article/reading';
import { isBlank } from '../repeats';
import type { BlockCheck, Draft } from '../types';

const INVISIBLE =
  /[\u00a0\u202f\u2007]+|[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]+|[\u200c\u200d]|(?:(?![\t\n\r])\p{Cc})+/gu;
const HINT =
  /(?![\t\n\r])\p{Cc}|[\u00a0\u00ad\u2007\u200b-\u200f\u2028-\u202f\u2060\u2066-\u2069\ufeff]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
/** Scripts that join letters, and emoji: there a joiner is spelling. */
const JOINS =
  /(?:[\u0600-\u06ff\u0900-\u0dff]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
/** Before a no-break space: a number, an initial, a form of address, an opening guillemet, a dash. */
const BINDS_BEFORE =
  /(?:[\p{N}$€£¥§¶«‹—–%°]|(?:^|[\s.])\p{L}\.|\b(?:Mr|Mrs|Ms|Mx|Dr|St|Ste|No|Nr|Prof|Mme|Mlle|M|p|pp|vol|ch|art|fig|à|y|a|e|o|i|u|w|z|v|s|k)\.?)$/iu;
/** After it: a number, a unit, French high punctuation, a dash. */
const BINDS_AFTER =
  /^(?:[\p{N}:;!?»›%€£$°—–]|(?:km|kg|m|cm|mm|g|l|s|h|[ap]\.?m|million|billion|bn|mn)\b)/iu;

export const invisibleChar: BlockCheck = {
  id: 'invisible-char',
  title: 'Invisible character',
  section: 'Structure and duplication',
  severity: 'suggestion',
  scope: 'block',
  kinds: 'all',
  why: 'Characters nobody sees break searching, line ends and exports. They come along from web pages and word processors.',
  source: 'Galley',
  examples: {
    flags: [
      { text: '[[\u00a0]]', fixed: '' },
      { text: 'Write to[[\u00a0]]harbourdesk for more.', fixed: 'Write to harbourdesk for more.' },
      { text: 'The pier opened.[[\u00a0]]', fixed: 'The pier opened.' },
      { text: 'Har[[\u00ad]]bour', fixed: 'Harbour' },
      { text: '[[\ufeff]]The pier opened.', fixed: 'The pier opened.' },
      { text: 'The pier [[\u00a0]]opened.', fixed: 'The pier opened.' },
      { text: 'The pier[[\u200b]] opened.', fixed: 'The pier opened.' },
    ],
    passes: [
      { text: 'The pier is 40\u00a0metres long.' },
      { text: 'Mr.\u00a0Lee said so.' },
      { text: 'Il a dit\u00a0: «\u00a0Venez\u00a0!\u00a0»' },
      { text: 'A family emoji: 👨\u200d👩\u200d👧' },
      { text: 'The pier opened.' },
    ],
  },
  run(block) {
    const { text } = block;
    if (!HINT.test(text)) return [];
    if (isBlank(text)) return text === '' ? [] : [blankLine(block)];
    const drafts: Draft[] = [];
    for (const match of text.matchAll(INVISIBLE)) {
      const start = match.index;
      const end = start + match[0].length;
      if (belongs(text, start, end)) continue;
      drafts.push(report(block, start, end, replacement(text, start, end)));
    }
    return drafts;
  },
};

function blankLine(block: ReadBlock): Draft {
  const { id, text, figure } = block;
  const edit: Edit =
    figure === null
      ? { op: 'remove-block', block: id }
      : { op: 'replace', block: id, start: 0, end: text.length, text: '' };
  return {
    block: id,
    start: 0,
    end: text.length,
    message: 'This line holds nothing but invisible characters.',
    fact: 'an empty line',
    fixes: [{ title: 'Remove the line', edits: [edit], safe: true }],
  };
}

function belongs(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 10);
  if (/^[\u200c\u200d]$/u.test(found)) return JOINS.test(before);
  if (/^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u.test(found)) return RIGHT_TO_LEFT.test(text);
  if (!/^[\u00a0\u202f\u2007]$/u.test(found)) return false;
  if (before === '' || after === '' || /\s$/u.test(before) || /^\s/u.test(after)) return false;
  return BINDS_BEFORE.test(before) || BINDS_AFTER.test(after);
}

/** A space where a space was meant and none stands beside it, nothing otherwise. */
function replacement(text: string, start: number, end: number): string {
  if (!/[\u00a0\u202f\u2007\u2028\u2029\t]/u.test(text.slice(start, end))) return '';
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  return before === '' || after === '' || /\s/u.test(before) || /\s/u.test(after) ? '' : ' ';
}

function report(block: ReadBlock, start: number, end: number, text: string): Draft {
  return {
    block: block.id,
    start,
    end,
    message:
      text === ' '
        ? 'A no-break space stands where a space would do.'
        : 'An invisible character stands in the text.',
    fact: nameOf(block.text.slice(start, end)),
    fixes: [
      {
        title: text === ' ' ? 'Make it a space' : 'Remove it',
        edits: [{ op: 'replace', block: block.id, start, end, text }],
        safe: true,
      },
    ],
  };
}

function nameOf(found: string): string {
  if (/^[\u00a0\u202f\u2007]+$/u.test(found)) return 'no-break space';
  if (/\u00ad/u.test(found)) return 'soft hyphen';
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}
