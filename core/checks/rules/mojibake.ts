import { misreadText } from '../encoding';
import type { BlockCheck } from '../types';

/** A story that speaks of encodings may show what they do. */
const ABOUT = /mojibake|\bencodings?\b|unicode|utf-?8|latin-1|windows-1252|character set|charset/iu;

export const mojibake: BlockCheck = {
  id: 'mojibake',
  title: 'Garbled letters',
  section: 'Structure and duplication',
  severity: 'error',
  scope: 'block',
  kinds: 'all',
  why: 'The text was read in the wrong encoding on its way here. What the letters were can be worked out from what became of them.',
  source: 'Galley',
  examples: {
    flags: [
      { text: 'The pier didn[[â€™]]t open.', fixed: 'The pier didn’t open.' },
      { text: 'Caf[[Ã©]] owners cheered.', fixed: 'Café owners cheered.' },
      { text: 'He paid [[Â£]]5.', fixed: 'He paid £5.' },
      { text: 'The pier didn[[‚Äô]]t open.', fixed: 'The pier didn’t open.' },
      { text: 'The pier didn[[\ufffd]]t open.' },
      { text: 'headline: Pier [[â€“]] two years late', fixed: 'Pier – two years late' },
    ],
    passes: [
      { text: 'The café in São Paulo didn’t open: “Não”, ÂNGELA said, £5.' },
      { text: 'In mojibake a French é is shown as Ã©.' },
      { text: 'Il a dit à Zoë — «Ça va» — naïvement.' },
    ],
  },
  run(block) {
    const { id, text } = block;
    const misread = misreadText(text);
    if (misread.length === 0 || ABOUT.test(text)) return [];
    return misread.map(({ start, end, repaired }) => ({
      block: id,
      start,
      end,
      message:
        repaired === null
          ? 'A letter was lost when the text was converted.'
          : 'These letters were read in the wrong encoding.',
      fact: repaired === null ? 'letter lost' : `should be ${repaired.trim() || 'a space'}`,
      fixes:
        repaired === null
          ? []
          : [
              {
                title: repaired.trim() || 'A space',
                edits: [{ op: 'replace' as const, block: id, start, end, text: repaired }],
                safe: true,
              },
            ],
    }));
  },
};
