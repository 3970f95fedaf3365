import data from '#assets/check-quality.json';
import type { Check } from './types';

/** What was measured of one check on published copy; see docs/check-quality.md. */
export interface CheckQuality {
  /** Share of injected faults that were found, 0 to 1. */
  readonly recall: number;
  /** Per 1,000 words of clean copy; null: the copy cannot tell. */
  readonly falseAlarms: number | null;
  /** Findings that somebody read, and how many of them were real faults. */
  readonly judged: number;
  readonly right: number;
}

const ROWS: { readonly [check: string]: CheckQuality } = data.checks;
/** Of fewer findings nobody can tell a precision. */
const ENOUGH = 8;

/** The figures of a check; undefined for one that was never measured. */
export function qualityOf(id: string): CheckQuality | undefined {
  return Object.hasOwn(ROWS, id) ? ROWS[id] : undefined;
}

/** The figures of a check in a sentence or two; empty for one that was never measured. */
export function qualityText(check: Pick<Check, 'id' | 'off'>): string {
  const row = qualityOf(check.id);
  if (!row) return '';
  const parts = [`On published copy it finds ${percent(row.recall)} of faults put in on purpose`];
  if (row.falseAlarms !== null) parts.push(`and raises ${alarms(row.falseAlarms)}`);
  const read =
    row.judged >= ENOUGH || (check.off && row.judged > 0)
      ? ` Of ${row.judged} findings read by hand, ${row.right} were right.`
      : '';
  const off = check.off ? ' That is not good enough, so it ships switched off.' : '';
  return `${parts.join(' ')}.${read}${off}`;
}

const percent = (share: number) => `${Math.floor(share * 100)}%`;

function alarms(perThousand: number): string {
  if (perThousand < 0.001) return 'no false alarms';
  const words = Math.round(1000 / perThousand / 100) * 100;
  return perThousand > 5
    ? `${Math.round(perThousand)} false alarms per 1,000 words`
    : `a false alarm in ${Math.max(100, words).toLocaleString('en-US')} words`;
}
