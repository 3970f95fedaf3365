import type { Finding } from '#core/checks/types';
import { useDesk } from '../../state/use-app';

/** A field's text with what was found in it underlined; it lies behind the field and is not read out. */
export function MarkedText({
  text,
  findings,
}: {
  readonly text: string;
  readonly findings: readonly Finding[];
}) {
  const current = useDesk((state) => state.current);
  const places = findings
    .filter(({ start, end }) => end > start && end <= text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end, severity, key } of places) {
    // Marks that overlap: the first is drawn.
    if (start < at) continue;
    parts.push(text.slice(at, start));
    parts.push(
      <mark key={key} className={`mark-${severity}${key === current ? ' is-open' : ''}`}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <div className="stage-mirror" aria-hidden="true">
      {parts}
      {`${text.slice(at)}\u200b`}
    </div>
  );
}
