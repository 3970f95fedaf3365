import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCredit } from '#core/captions/credit';
import { splitCaptionCredit } from '#core/captions/split';
import { summary } from '../helpers/credit-summary';
import { HELD_OUT } from './credits-held-out';
import { hashOf, REAL_CREDITS } from './credits-real';

/** Credits whose every field is right, as a share of all. */
const LEAST = 0.95;
const CAPTIONS = new URL('../../../shared/material/prose/captions-all.jsonl', import.meta.url);

interface Score {
  readonly credits: number;
  readonly exact: number;
  readonly share: string;
}

/** Doubts and doubled agencies are no fields. */
const fieldsOf = (text: string) => text.replace(/(?:; )?(?:doubled: [^;]*|asks)/gu, '');

function score(
  rows: readonly (readonly [raw: string, fields: string])[],
  read: (raw: string) => string,
): Score {
  const wrong = rows.filter(([raw, fields]) => fieldsOf(read(raw)) !== fieldsOf(fields));
  for (const [raw, fields] of wrong) {
    console.log(`  ${raw}\n    should be  ${fields}\n    was read   ${read(raw)}`);
  }
  const exact = rows.length - wrong.length;
  return { credits: rows.length, exact, share: (exact / rows.length).toFixed(3) };
}

test('credit fields exact', () => {
  const read = (raw: string) => summary(parseCredit(raw));
  const table: Record<string, Score> = {
    'held-out forms, labelled before they were read': score(HELD_OUT, read),
  };
  if (existsSync(CAPTIONS)) {
    const lines = readFileSync(CAPTIONS, 'utf8').trim().split('\n');
    const captions = lines.map((line) => (JSON.parse(line) as { caption: string }).caption);
    // The caption is parted from its credit first, as an import does it.
    table['real captions, parted and read'] = score(
      REAL_CREDITS.map(([line, fields]) => [String(line), fields]),
      (line) => {
        const credit = parseCredit(splitCaptionCredit(captions[Number(line)] ?? '').credit);
        return credit.creators.reduce(
          (text, { name }) => text.replace(name, hashOf(name)),
          summary(credit),
        );
      },
    );
  } else console.log('  real captions: not at hand, skipped');
  console.table(table);
  for (const [name, { share }] of Object.entries(table)) {
    expect(Number(share), name).toBeGreaterThanOrEqual(LEAST);
  }
});
