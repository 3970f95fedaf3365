import { foldSame } from '../../captions/fold';
import { splitOf } from '../../captions/reading';
import { within } from '../quotations';
import type { BlockCheck } from '../types';

const MATTER = new RegExp(
  [
    /\bTPX IMAGES OF THE DAY\b\.?/,
    /\b(?:(?:RESTRICTED TO |FOR )?EDITORIAL USE ONLY|RESTRICTED TO EDITORIAL USE)\b\.?(?: -* ?)?/,
    /\*{2,} ?Local Caption ?\*{2,}/,
    /\*?\bMANDATORY CREDIT\b:?(?= ?["“*]|\s*$)[^.\n]*\.?/,
    /\bNO (?:RE)?SALES\b\.?|\bNO ARCHIVES?\b\.?/,
    /\bATTENTION EDITORS\b ?[—:-][^\n]*/,
    /\bDIGITAL IMAGE\b\.?/,
    /\bBEST QUALITY AVAILABLE\b\.?/,
    /={2,} ?[^=\n]+ ?={2,}/,
    /\/{3} ?[^/\n]+ ?\/{3}/,
    /\([^()\n]{0,80}\bTags?: [^()\n]*\)/,
    /\bTO GO WITH AFP STORY\b[^\n]*/,
    /\bRTR?X?[0-9A-Z]{4,7}\b$/,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
);

export const metaCaptionRaw: BlockCheck = {
  id: 'meta-caption-raw',
  title: 'Agency matter in the caption',
  section: 'Photo metadata against the story',
  severity: 'warning',
  scope: 'block',
  kinds: ['caption'],
  why: 'The caption came from the file as the agency sent it, with notes that are meant for desks, not for readers.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'caption: Ana Reis waves in Porto. [[TPX IMAGES OF THE DAY]]',
        fixed: 'Ana Reis waves in Porto.',
      },
      {
        text: 'caption: [[=== RESTRICTED TO SUBSCRIBERS ===]] Ana Reis waves in Porto.',
        fixed: 'Ana Reis waves in Porto.',
      },
      {
        text: 'caption: Ana Reis waves. [[(PORTUGAL - Tags: POLITICS)]]',
        fixed: 'Ana Reis waves.',
      },
    ],
    passes: [
      { text: 'caption: Ana Reis waves in Porto.' },
      // Quoted signage.
      { text: 'caption: Ana Reis passes a sign that reads “NO SALES” in Porto.' },
      { text: 'caption: Ana Reis studies a digital image of the pier.' },
    ],
  },
  run(block, analysis) {
    const folded = foldSame(block.text);
    const { captionRange } = splitOf(block);
    return [...folded.matchAll(MATTER)].flatMap((match) => {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (within(analysis.quotations, start, end)) return [];
      const from = start > 0 && /\s/.test(block.text[start - 1] ?? '') ? start - 1 : start;
      const to = from === start && /\s/.test(block.text[end] ?? '') ? end + 1 : end;
      const whole = start <= captionRange.start && end >= captionRange.end;
      return [
        {
          block: block.id,
          start,
          end,
          message: `The agency’s note is still in the caption: “${match[0].trim().slice(0, 80)}”.`,
          fact: match[0].trim().slice(0, 60),
          fixes: whole
            ? []
            : [
                {
                  title: 'Take it out',
                  edits: [
                    { op: 'replace' as const, block: block.id, start: from, end: to, text: '' },
                  ],
                  safe: false,
                },
              ],
        },
      ];
    });
  },
};
