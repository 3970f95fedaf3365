import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import type { Finding } from '#core/checks/types';

/** What `check --json` prints. */
export function jsonReport(story: Story, findings: readonly Finding[]): string {
  const report = {
    story: {
      blocks: readArticle(story.article).map(({ id, kind, text }) => ({ id, kind, text })),
      photos: story.photos,
      related: story.related,
    },
    importReport: story.importReport?.repairs ?? [],
    findings: findings.map((finding) => ({
      check: finding.check,
      severity: finding.severity,
      block: finding.block,
      kind: finding.kind,
      start: finding.start,
      end: finding.end,
      actual: finding.actual,
      message: finding.message,
      fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const SHOWN = 60;

/** What `check` prints for people: a line per finding and a count. */
export function textReport(name: string, story: Story, findings: readonly Finding[]): string {
  const order = new Map(readArticle(story.article).map(({ id }, index) => [id, index + 1]));
  const lines = findings.map((finding) => {
    const place = order.get(finding.block);
    const where = place === undefined ? finding.kind : `${finding.kind} (${place})`;
    const words = finding.actual.replace(/\s+/gu, ' ').trim();
    const cut = words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words;
    const actual = cut === '' ? '' : ` [${cut}]`;
    return `${finding.severity.padEnd(10)}  ${where}: ${finding.message}${actual}  ${finding.check}`;
  });
  const repairs = story.importReport?.repairs.filter(({ undone }) => !undone).length ?? 0;
  const counts = ['error', 'warning', 'suggestion'].map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  const made = repairs === 0 ? '' : `; ${repairs} repair${repairs === 1 ? '' : 's'} on import`;
  return `${[...lines, `${name}: ${counts.join(', ')}${made}`].join('\n')}\n`;
}
