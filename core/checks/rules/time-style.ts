import type { TimeMention } from '../times';
import type { BlockCheck } from '../types';

export const timeStyle: BlockCheck = {
  id: 'time-style',
  title: 'Time’s form',
  section: 'Numbers, dates, money',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'caption', 'list-item', 'bio', 'quotation'],
  why: 'A house prints the time of day in one form: with AP spaced and with stops, with the Guardian closed up.',
  source: 'House style, times',
  examples: {
    flags: [
      { text: 'It opens at [[3:00 PM]] sharp.', fixed: 'It opens at 3 p.m. sharp.' },
      { text: 'It opens at [[3:30pm]].', fixed: 'It opens at 3:30 p.m.' },
      { text: 'It opens at [[3 PM]]', fixed: 'It opens at 3 p.m.' },
      {
        text: 'It opens at [[3 p.m.]] sharp.',
        book: { options: { timeStyle: 'closed' } },
        fixed: 'It opens at 3pm sharp.',
      },
    ],
    passes: [
      { text: 'It opens at 3 p.m. sharp, and at 3:30 p.m.' },
      { text: 'It opens at 3pm.', book: { options: { timeStyle: 'closed' } } },
      { text: 'They won 3:00 points. 3 am I.' },
      { text: 'It opens at noon, at 15:30 GMT and at 3 o’clock.' },
    ],
  },
  run(block, analysis, book) {
    const style = String(book.options['timeStyle'] ?? 'spaced-stops');
    const { id, text } = block;
    return analysis.times.flatMap((time) => {
      if (time.half === null) return [];
      const { start } = time;
      const printed = text.slice(start, time.end);
      const atEnd = !/\S/u.test(text.slice(time.end)) || /^\s+\p{Lu}/u.test(text.slice(time.end));
      const right = formOf(time, style);
      if (printed === right || printed === right.replace(' ', '\u00a0')) return [];
      // "3 am I" is no time.
      if (/^\d{1,2} am$/u.test(printed) && /^ (?:I|not|going)\b/u.test(text.slice(time.end)))
        return [];
      // A stop that ends the sentence stays, whether or not it also ended "p.m.".
      const stops = right.endsWith('.');
      const end = stops && text.charAt(time.end) === '.' ? time.end + 1 : time.end;
      const kept = !stops && printed.endsWith('.') && atEnd ? `${right}.` : right;
      const shown = { start, end: time.end };
      return [
        {
          block: id,
          ...shown,
          message: 'The house writes times of day another way.',
          fact: `${printed} → ${right}`,
          fixes: [
            {
              title: right,
              edits: [{ op: 'replace' as const, block: id, start, end, text: kept }],
              safe: true,
            },
          ],
        },
      ];
    });
  },
};

function formOf(time: TimeMention, style: string): string {
  const { hour, minute, half } = time;
  const minutes =
    minute === null || (minute === 0 && style !== 'full')
      ? ''
      : `:${String(minute).padStart(2, '0')}`;
  if (style === 'closed') return `${hour}${minutes.replace(':', '.')}${half}m`;
  return `${hour}${style === 'full' && minutes === '' ? ':00' : minutes} ${half}.m.`;
}
