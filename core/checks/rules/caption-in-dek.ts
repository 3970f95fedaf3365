import type { ReadBlock } from '../../article/reading';
import type { BlockCheck } from '../types';

const AGENCY =
  'AFP|AP(?: Photo)?|Associated Press|Reuters|REUTERS|EPA(?:-EFE)?|Getty(?: Images)?|Agence France-Presse|Shutterstock|Alamy|Bloomberg|dpa|DPA|TASS|Xinhua|Anadolu|PA(?: Media| Wire| Images)?|UPI|ANSA|Keystone|Scanpix|NTB|Ritzau|TT|ANP|Belga|Lusa|EFE|Kyodo|Yonhap|Zuma|ZUMA Press|Sipa|NurPhoto|imago|IMAGO|Corbis|iStock|Unsplash|Wikimedia Commons|Flickr|Magnum';
/** "Jo Lee/AFP/Getty Images", "AFP", "EPA via Shutterstock": a chain that holds an agency, ending with one. */
const PARTY = `[\\p{Lu}\\d@][\\p{L}\\p{N}.’'@_-]*(?: [\\p{Lu}\\d][\\p{L}\\p{N}.’'-]*){0,3}`;
/** A name behind the agency ("EPA/JO LEE"): capitals throughout, or a first and a last name. */
const PERSON =
  '(?:\\p{Lu}[\\p{Lu}.’-]+(?: \\p{Lu}[\\p{Lu}.’-]+){1,3}|\\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{L}’-]+)(?![\\p{L}\\p{N}])';
const CHAIN = new RegExp(
  `(?:${PARTY}\\s?(?:/|\\||,|—|–|-| via | for )\\s?)*?(?:${AGENCY})(?![\\p{L}\\p{N}])(?:\\s?(?:/|\\||—|–|-|, via| via)\\s?(?:${AGENCY})(?![\\p{L}\\p{N}]))*(?:\\s?/\\s?${PERSON})?`,
  'u',
);
const PIPE = /\s[|¦│]\s/u;
const LABEL =
  /^(?:photo(?:graph)?s?|image|picture|illustration|foto|bild|crédit|credits?|imagen)\s?(?:by|credit|:|©)|\((?:AP Photo|Photo|Getty|Reuters|AFP)[^)]*\)/iu;
/** "(EPA Photo/Jo Lee)", "(Jo Lee/Bloomberg)": an agency with a name, in brackets. */
const BRACKETED = new RegExp(
  `\\((?:(?:${AGENCY})(?: Photo)?\\s?/\\s?\\p{Lu}[^()]{2,60}|\\p{Lu}[^()/]{2,40}/\\s?(?:${AGENCY}))\\)`,
  'u',
);
/** A label behind a bar or the caption's words; it needs an agency close by. */
const INNER =
  /(?<=[|¦│.\p{L}\p{N}]\s+)(?:Photo(?:graph)?|Image|Picture|PHOTO|Illustration)(?: by| credit:|:)\s/u;

export const captionInDek: BlockCheck = {
  id: 'caption-in-dek',
  title: 'Caption in the dek',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'block',
  kinds: ['dek'],
  why: 'The picture’s caption and credit ran into the dek when the page was copied. They belong under the picture.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'dek: [[Ana Reis, March 3, 2025 | JO LEE/AFP/Getty Images]] The mayor opened the pier on Monday.',
        fixed: 'The mayor opened the pier on Monday.',
      },
      {
        text: 'dek: [[Ana Reis | AFP]] Mayor Ana Reis opened the pier on Monday.',
        fixed: 'Mayor Ana Reis opened the pier on Monday.',
      },
      {
        text: 'dek: [[Ana Reis in Esbjerg | EPA/JO LEE]] Mayor Ana Reis opened the pier.',
        fixed: 'Mayor Ana Reis opened the pier.',
      },
      { text: 'dek: [[Ana Reis opens the pier. (AP Photo/Jo Lee)]]', fixed: '' },
      { text: 'dek: [[Photo: Jo Lee/Reuters]]' },
      {
        text: 'dek: [[Ana Reis in Esbjerg | Photo by Jo Lee/Bloomberg]] The mayor opened the pier.',
        fixed: 'The mayor opened the pier.',
      },
      { text: 'dek: [[Ana Reis, May 4 (EPA Photo/Jo Lee)]] The mayor opened the pier.' },
    ],
    passes: [
      { text: 'dek: The mayor opened the pier on Monday, two years late.' },
      { text: 'dek: A photo by Ana Reis, AP’s man in Esbjerg, won a prize on Monday.' },
      { text: 'dek: Opinion | The pier was never about ships' },
      { text: 'dek: Politics | AP poll finds voters tired of piers' },
      { text: 'dek: Reuters and AFP were barred from the mayor’s briefing.' },
    ],
  },
  run(block) {
    const end = mixedPart(block);
    if (end === null) return [];
    const { id, text } = block;
    const rest = end + (/^\s*/u.exec(text.slice(end))?.[0].length ?? 0);
    return [
      {
        block: id,
        start: 0,
        end,
        message: 'A caption with its credit stands in the dek.',
        fact: end >= text.trimEnd().length ? 'caption, not dek' : 'caption + dek',
        fixes: [
          rest >= text.length
            ? { title: 'Remove the dek', edits: [{ op: 'remove-block', block: id }], safe: false }
            : {
                title: 'Take the caption out',
                edits: [{ op: 'replace', block: id, start: 0, end: rest, text: '' }],
                safe: false,
              },
        ],
      },
    ];
  },
};

/** Where the caption and credit end; null when the dek holds none. */
function mixedPart(block: ReadBlock): number | null {
  const { text } = block;
  const label = LABEL.exec(text);
  if (label)
    return label.index === 0 ? creditEnd(text, label[0].length) : label.index + label[0].length;
  const bracketed = BRACKETED.exec(text);
  if (bracketed) return bracketed.index + bracketed[0].length;
  const inner = INNER.exec(text);
  if (inner) {
    const from = inner.index + inner[0].length;
    const end = creditEnd(text, from, true);
    if (end !== null && /[/|,]/u.test(text.slice(from, end))) return end;
  }
  const pipe = PIPE.exec(text);
  if (!pipe) return null;
  return creditEnd(text, pipe.index + pipe[0].length, true);
}

/** The end of the credit that begins right at `from`; a bare agency counts only before a new sentence or the end. */
function creditEnd(text: string, from: number, piped = false): number | null {
  const rest = text.slice(from, from + 160);
  const match = CHAIN.exec(rest);
  if (!match || rest.slice(0, match.index).trim() !== '')
    return piped ? null : text.trimEnd().length;
  const end = from + match.index + match[0].length;
  const after = text.slice(end).trimStart();
  const chained = /[/|]/u.test(match[0]);
  return chained || !piped || after === '' || /^\p{Lu}/u.test(after) ? end : null;
}
