import { writeFileSync } from 'node:fs';
import { CHECKS } from '#core/checks/rules/index';
import { leastRecall } from './faults/recall';
import type { Alarms } from './quality-alarms';
import { ENOUGH, TARGETS } from './quality-alarms';

type Recall = ReadonlyMap<string, { readonly tried: number; readonly found: number }>;

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const three = (value: number) => Number(value.toFixed(3));

/** Writes assets/check-quality.json, which the app's explanations read, and docs/check-quality.md, for people. */
export function writeReport(alarms: readonly Alarms[], recall: Recall): void {
  const rows = alarms.map((row) => {
    const { tried = 0, found = 0 } = recall.get(row.check.id) ?? {};
    return { ...row, recall: tried === 0 ? 0 : found / tried };
  });
  const checks = Object.fromEntries(
    rows.map((row) => [
      row.check.id,
      {
        recall: three(row.recall),
        falseAlarms: row.meets === null ? null : three(row.alarms),
        judged: row.judged,
        right: row.right,
      },
    ]),
  );
  const lines = Object.entries(checks).map(
    ([id, row]) =>
      `    ${JSON.stringify(id)}: ${JSON.stringify(row)
        .replaceAll(/([:,])/gu, '$1 ')
        .replace('{', '{ ')
        .replace('}', ' }')}`,
  );
  const about =
    'Measured on held-out published copy by npm run bench:quality; see docs/check-quality.md. falseAlarms per 1,000 words; null: the copy cannot tell.';
  writeFileSync(
    at('assets/check-quality.json'),
    `{\n  "about": ${JSON.stringify(about)},\n  "checks": {\n${lines.join(',\n')}\n  }\n}\n`,
  );
  writeFileSync(at('docs/check-quality.md'), markdown(rows));
}

function markdown(rows: readonly (Alarms & { readonly recall: number })[]): string {
  const table = rows.map(({ check, ...row }) => {
    const precision =
      row.judged === 0
        ? row.found === 0
          ? 'nothing found'
          : 'not read'
        : `${row.right} of ${row.judged}`;
    const cells = [
      `\`${check.id}\``,
      check.severity,
      row.tuning.toFixed(3),
      row.heldOut.toFixed(3),
      row.meets === null ? 'not measured' : precision,
      row.meets === null ? '' : row.alarms.toFixed(3),
      `${row.recall.toFixed(2)}${row.recall < leastRecall(check.section) ? ' (below)' : ''}`,
      check.off ? 'off' : 'on',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const target = (['error', 'warning', 'suggestion'] as const)
    .map(
      (name) => `${name}s at most ${TARGETS[name].alarms} and at least ${TARGETS[name].precision}`,
    )
    .join(', ');
  return `# What each check gets right

Written by \`WRITE=1 npm run bench:quality\`; do not edit by hand. ${CHECKS.length} checks.

- **Copy.** Text: government blogs, news pages cut out by hand, magazines, American papers of 1961, 750,000 words. Figures:
  248 captions, photo files with their own captions and credits, and saved pages as the importer reads them, 80,000 words.
- **Split by source**: blogs by year, news by a hash of the address, papers file by file; magazines, Wikinews and half of
  the photos are held out whole. Rules were mended with tuning and held-out samples in view only where a false alarm
  showed a rule to be wrong in general; no rule names a sample's words. Captions had been looked at before: their halves
  are both seen copy.
- **House.** Each source runs under the shipped book nearest to its own house: British copy under Guardian-like, the rest
  under AP-like. A style check that speaks because the house differs ("5 percent" under a book that wants 5%) has found
  what it looks for and counts as right; the rates show how often that is.
- **Judged.** Up to twenty findings of each check, at most three of one document, were read by the rules’ makers: a real fault or a
  false alarm (\`tests/bench/verdicts.json\`, as hashes). *False alarms* is the held-out rate times the share judged wrong,
  per 1,000 words. With fewer than ${ENOUGH} findings nobody can tell a precision; the rate still counts.
- **Recall**: 200 faults for each check, put into held-out copy anywhere in the text by a seeded generator
  (\`tests/bench/faults\`); found means found there. Targets: 0.98 for structure, 0.85 elsewhere.
- **Targets** per 1,000 words and for precision: ${target}. A check that misses them ships switched off.
- *Not measured*: the copy comes without deks, bylines, credits, captions or alt texts, so their absence says nothing.

| check | severity | findings, tuning | held-out | judged right | false alarms | recall | ships |
|---|---|--:|--:|---|--:|--:|---|
${table.join('\n')}
`;
}
