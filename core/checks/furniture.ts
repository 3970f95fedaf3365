import lexicon from '#assets/lexicons/boilerplate.json';
import { countWords } from './tokens';

const LINES = new Set(lexicon.lines);
const RELATED = new Set(lexicon.related);
/** The longest line that can be page furniture by its beginning, in words. */
const LONGEST = 16;
/** The longest heading of a link list, in words. */
const LONGEST_HEADING = 8;

/** Calls and counters of a page with something of its own in the middle: a paper's name, a number, a subject. */
const PATTERNS: readonly RegExp[] = [
  /^(?:sign|register) (?:up |on )?(?:for|to) .{0,50}\b(?:newsletters?|briefing|email alerts?|news alerts?|updates|mailing list)\b/u,
  /^subscribe (?:to|for) .{0,60}\b(?:unlimited|access|newsletters?|today|now|offers?|trial|a (?:week|month|year))\b/u,
  /^(?:get|receive|have) .{3,70}\b(?:in|to|into) your (?:inbox|mailbox|phone)\b/u,
  /^(?:please )?support (?:our|independent|local|quality) (?:journalism|work|newsroom|reporting|news)$/u,
  /^(?:view |show |read |see )?(?:all )?\d[\d,]* comments?$/u,
  /^\d+[ -]min(?:ute)?s? read$/u,
  /^follow @\w+ on \w+$/u,
  /^(?:last )?(?:updated|published|posted)? ?\d+ (?:minutes?|hours?|days?) ago$/u,
];

/** Lower case, straight apostrophes, single spaces, no marks or icons at the ends. */
export function foldLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[\s\u00a0\u200b]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}©]+|[^\p{L}\p{N}?:]+$/gu, '')
    .replace(/[?:]$/u, '')
    .trim();
}

/** Is the whole line page furniture (subscribe, share, cookies, comments …) in one of the languages we know? */
export function isFurniture(text: string): boolean {
  if (text.length > 200) return false;
  const line = foldLine(text);
  if (line === '') return false;
  if (LINES.has(line)) return true;
  if (countWords(text) <= LONGEST && PATTERNS.some((pattern) => pattern.test(line))) return true;
  // A row of links: "Terms of use | Privacy policy".
  const parts = line.split(/\s[|·•/]\s/u);
  if (parts.length > 1 && parts.every((part) => LINES.has(foldLine(part)))) return true;
  const open = text.toLowerCase().replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ').trim();
  if (!lexicon.starts.some((start) => startsWithWords(open, start))) return false;
  return countWords(text) <= LONGEST;
}

/** Is the line the heading of a list of links to other stories ("More from …", "Read next")? */
export function isRelatedHeading(text: string): boolean {
  if (text.length > 90) return false;
  const line = foldLine(text);
  if (RELATED.has(line)) return true;
  if (/[.!?…]$/u.test(text.trim()) || countWords(text) > LONGEST_HEADING) return false;
  return lexicon.relatedStarts.some((start) => {
    if (!startsWithWords(line, start) || line.length <= start.length) return false;
    // What follows is a name or a title: "More from The Herald", not "More from the budget".
    const rest = text.trim().slice(start.length).trim();
    return (
      /^[\p{Lu}\p{N}@]/u.test(rest) ||
      (/^the /iu.test(rest) && /^the \p{Lu}/iu.test(rest) && /\s\p{Lu}/u.test(rest))
    );
  });
}

function startsWithWords(text: string, start: string): boolean {
  if (!text.startsWith(start)) return false;
  return /[^\p{L}\p{N}]$/u.test(start) || !/[\p{L}\p{N}]/u.test(text.charAt(start.length));
}
