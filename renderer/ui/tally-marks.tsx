import type { Tally } from '../state/findings';
import { SEVERITIES } from '../state/findings';
import { severityCount } from '../state/words';
import { SeverityMark } from './severity-mark';

/** The counts of a story's findings, severities without any left out; "clear" in green when there are none. */
export function TallyMarks({ tally }: { readonly tally: Tally }) {
  const present = SEVERITIES.filter((severity) => tally[severity] > 0);
  if (present.length === 0) {
    return (
      <span className="tally tally-clear">
        <SeverityMark severity="clear" /> clear
      </span>
    );
  }
  return (
    <span className="tally">
      {present.map((severity) => (
        <span key={severity} className={`tally-${severity}`}>
          <SeverityMark severity={severity} />
          <span aria-hidden="true">{tally[severity]}</span>
          <span className="unseen">{severityCount(severity, tally[severity])}</span>
        </span>
      ))}
    </span>
  );
}
