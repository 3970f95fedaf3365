import type { EngineInput, EngineResult } from '../engine';
import { settleFindings } from '../engine';
import type { Finding } from '../types';

type Found = Pick<EngineResult, 'findings' | 'dismissed'>;

/** A finding of ours that is this much longer than Harper's speaks of more than its words: of a paragraph, a caption. */
const MORE = 24;

/**
 * Our findings and Harper's together in reading order. Where both speak of the same words ours stands alone, also when
 * somebody has dismissed it.
 */
export function withHarper(
  own: Found,
  harper: Found,
  input: Pick<EngineInput, 'blocks' | 'figures'>,
): Found {
  const byBlock = new Map<string, Finding[]>();
  for (const one of [...own.findings, ...own.dismissed]) {
    const list = byBlock.get(one.block);
    if (list) list.push(one);
    else byBlock.set(one.block, [one]);
  }
  const alone = (one: Finding) =>
    !(byBlock.get(one.block) ?? []).some((other) => sameWords(other, one));
  const place = { ...input, dismissals: [] };
  return {
    findings: settleFindings([...own.findings, ...harper.findings.filter(alone)], place).findings,
    dismissed: settleFindings([...own.dismissed, ...harper.dismissed.filter(alone)], place)
      .findings,
  };
}

function sameWords(own: Finding, harper: Finding): boolean {
  return (
    own.start < harper.end &&
    harper.start < own.end &&
    own.end - own.start <= harper.end - harper.start + MORE
  );
}
