import { within } from '../quotations';
import type { BlockCheck, Draft } from '../types';

/** What stands in for words that were to follow. Each alternative is one habit of the trade. */
const PATTERNS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}.'’-])[[(]?\b(?:TK)+(?:\s+TK)*\b[\])]?(?![\p{L}\p{N}'’-]|\.\p{L})/gu,
  /(?<![\p{L}\p{N}./-])X{3,}(?![\p{L}\p{N}/-]|\.\p{L})/gu,
  /(?<=(?:^|[\s($€£]))x{2,}(?=%|\s(?:percent|per cent|people|million|billion|years?|\p{Ll}{3,}))/gu,
  /\blorem ipsum dolor\b[^.!?“”"]*|^\W*lorem ipsum\b[^.!?“”"]*$/giu,
  /\[\s*(?:insert|add|fill in|name of|headline|caption|quote|date|number|link|todo|tbc|tbd|check|tk)\b[^\]]{0,60}\]/giu,
  /\[(?:NAME|FULL NAME|FIRST NAME|LAST NAME|TITLE|DATE|DAY|TIME|CITY|PLACE|LOCATION|STATE|COUNTRY|AGE|NUMBER|AMOUNT|QUOTE|LINK|URL|PHOTO|CAPTION|COMPANY|SOURCE|HEADLINE)\]/gu,
  /(?<![\p{L}\p{N}])\?{3,}(?![\p{L}\p{N}])/gu,
];
const WHOLE =
  /^\W*(?:(?:your |the )?(?:headline|dek|caption|credit|byline|text|body text|subhead|title|alt text) (?:goes )?here|(?:enter|add|insert|write) (?:a |your |the )?(?:headline|dek|caption|credit|byline|text|title|alt text)(?: here)?|tbc|tbd)\W*$/iu;
/** A field of a caption template that nobody has filled. */
const FIELD = /\{\p{Ll}+\}/gu;
const HINT = /TK|xx|XXX|lorem|\[|\{|\?\?\?|here|enter|add|insert|write|tb[cd]/iu;

export const placeholder: BlockCheck = {
  id: 'placeholder',
  title: 'Placeholder left in',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'block',
  kinds: 'all',
  why: 'A placeholder says that something is still to come. It must not reach the reader.',
  source: 'Galley',
  examples: {
    flags: [
      { text: 'The pier cost [[TK]] million, the council said.' },
      { text: 'The pier, [[TKTK]], opens in June.' },
      { text: 'Ships carried [[XXX]] people last year.' },
      { text: 'Phone the council at [[XXXX]].' },
      { text: 'Some [[xx]] percent voted.' },
      { text: '[[Lorem ipsum dolor sit amet]].' },
      { text: 'The mayor, [[[insert name]]], smiled.' },
      { text: 'The mayor, [[[NAME]]], smiled at [[TK]] CITY council.' },
      { text: 'caption: [[Caption goes here]]' },
      { text: 'caption: Ana Reis, left, [[{verb}]] in Porto.' },
    ],
    passes: [
      { text: 'The team won Super Bowl XXX in Tempe.' },
      { text: 'A review by [CNET] called it slow.' },
      { text: 'Write: “[insert user] needs a pier to [insert need].”' },
      { text: 'He bought it at TK Maxx on Friday.' },
      { text: 'Designers use lorem ipsum to fill a page.' },
      { text: 'Weder die TK noch die Ärzte wussten es.' },
      { text: 'The printers’ “lorem ipsum” is old.' },
      { text: 'An XXX-rated film was shown.' },
      { text: '“They [the councillors] knew,” she said.' },
      { text: 'The serial T.K. was scratched off.' },
      { text: 'The address ends in /{id} on every page.' },
    ],
  },
  run(block, analysis) {
    const { id, text } = block;
    if (!HINT.test(text)) return [];
    const drafts: Draft[] = [];
    const add = (start: number, end: number) => {
      if (drafts.some((draft) => draft.start < end && start < draft.end)) return;
      const message = 'A placeholder still stands where copy should be.';
      drafts.push({ block: id, start, end, message, fact: 'to come' });
    };
    if (text.length < 60 && WHOLE.test(text)) add(0, text.length);
    // Two fields and more are a form that is shown, not a gap in the copy.
    const fields = text.match(/\[[^\]]{3,60}\]/gu)?.length ?? 0;
    const isForm = fields > 1 && quotedOrForm(text);
    for (const pattern of block.kind === 'caption' ? [...PATTERNS, FIELD] : PATTERNS) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        if (isName(text, start, end, match[0])) continue;
        if (isForm && match[0].startsWith('[')) continue;
        if (match[0].startsWith('??') && start === 0) continue;
        // Alone between quotation marks it is spoken about, not left over.
        const quoted = within(analysis.quotations, start, end);
        if (quoted && /[“"‘'«„]$/u.test(text.slice(0, start))) continue;
        add(start, end);
      }
    }
    return drafts;
  },
};

/** "Super Bowl XXX", "TK Maxx", "Castlemaine XXXX": part of a name. */
function isName(text: string, start: number, end: number, found: string): boolean {
  if (!/^(?:TK|X+)$/u.test(found)) return false;
  // The German insurer of that name.
  if (
    /\b(?:der|die|das|den|dem|des|bei|von|zur|und|seine|ihre)\s$/u.test(
      text.slice(Math.max(0, start - 8), start),
    )
  ) {
    return true;
  }
  const before = /(?:^|[\s(“"])(\p{Lu}[\p{L}’'.-]+)\s$/u.exec(
    text.slice(Math.max(0, start - 40), start),
  );
  if (before && !/^(?:The|A|An|In|On|At|For|By|About|Some|And|But|With)$/u.test(before[1] ?? '')) {
    return true;
  }
  return found === 'TK' && /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

/** Fields in quotation marks, or "[… HERE]" beside another: somebody shows what to write. */
function quotedOrForm(text: string): boolean {
  return /[“"][^“”"]*\[[^\]]+\][^“”"]*[”"]/u.test(text) || /\[[^\]]* HERE\]/u.test(text);
}
