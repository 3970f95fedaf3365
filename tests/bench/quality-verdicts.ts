import { existsSync, readFileSync } from 'node:fs';
import type { Finding } from '#core/checks/types';
import type { Sample } from './quality-copy';

/**
 * What the makers of the rules, who read the place, said of a finding on published copy: a real fault, or a false alarm. Kept as hashes,
 * as the copy is not ours to print; a finding that changes has a new hash and has to be read again.
 */
export interface Verdicts {
  readonly [check: string]: {
    readonly right: readonly string[];
    readonly wrong: readonly string[];
  };
}

const FILE = new URL('./verdicts.json', import.meta.url);

export const VERDICTS: Verdicts = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Verdicts)
  : {};

/** The hash a verdict is kept under: sample, check, words and their neighbours. */
export function verdictKey(sample: Sample, finding: Finding): string {
  const name = sample.name.slice(sample.name.lastIndexOf('/') + 1);
  const text = `${name}|${finding.key}|${finding.fact}`;
  // FNV-1a, 32 bits twice: enough for some thousands of findings.
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ code, 0x85ebca6b) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0').slice(0, 4);
}

/** true: a real fault; false: a false alarm; null: nobody has read it. */
export function verdictOf(sample: Sample, finding: Finding): boolean | null {
  const known = VERDICTS[finding.check];
  const key = verdictKey(sample, finding);
  if (known?.right.includes(key)) return true;
  return known?.wrong.includes(key) ? false : null;
}
