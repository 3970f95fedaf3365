import { useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Severity } from '#core/checks/style-book';
import {
  groupFindings,
  inReadingOrder,
  planSafeFixes,
  SEVERITIES,
  tally,
  visibleFindings,
} from '../../state/findings';
import { useApp, useDesk } from '../../state/use-app';
import { countOf, severityCount } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { Dismissed } from './dismissed';
import { FindingsList } from './findings-list';

/** The findings panel: the three lights as filters, the list, and what was dismissed. */
export function FindingsPanel() {
  const app = useApp();
  const check = useDesk((state) => state.check);
  const lights = useDesk((state) => state.lights);
  const story = useDesk((state) => state.story);
  const groups = useMemo(
    () =>
      story ? groupFindings(inReadingOrder(visibleFindings(check.findings, lights), story)) : [],
    [check.findings, lights, story],
  );
  const counts = tally(check.findings);
  const safe = useMemo(() => planSafeFixes(check.findings).length, [check.findings]);
  return (
    <div className="findings">
      <div className="panel-tools">
        <ToggleButtonGroup
          className="chips"
          aria-label="Severities shown"
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={lights}
          onSelectionChange={(keys) =>
            app.store.set({ lights: new Set([...keys].map((key) => key as Severity)) })
          }
        >
          {SEVERITIES.map((severity) => (
            <ToggleButton
              key={severity}
              id={severity}
              className={`chip tally-${severity}`}
              aria-label={severityCount(severity, counts[severity])}
            >
              <SeverityMark severity={severity} />
              {counts[severity]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <span className="pane-gap" />
        {safe > 0 ? (
          <Button small keys="Mod+Shift+." onPress={() => app.views.dialog({ kind: 'fix-all' })}>
            Fix {safe} safe
          </Button>
        ) : null}
      </div>
      {check.running && check.total > 0 ? (
        <progress
          className="panel-progress"
          max={check.total}
          value={check.done}
          aria-label="Checking"
        />
      ) : null}
      <div className="panel-scroll">
        {groups.length > 0 ? (
          <FindingsList groups={groups} />
        ) : (
          <Nothing hidden={check.findings.length} checked={check.checks} />
        )}
      </div>
      {story && story.dismissals.length > 0 ? <Dismissed dismissals={story.dismissals} /> : null}
    </div>
  );
}

function Nothing({
  hidden,
  checked,
}: {
  readonly hidden: number;
  readonly checked: number | null;
}) {
  if (checked === null) return <p className="quiet">Checking…</p>;
  if (hidden > 0) {
    return <p className="quiet">{countOf(hidden, 'finding')} behind the lights that are off.</p>;
  }
  return (
    <div className="all-clear">
      <SeverityMark severity="clear" />
      <p>Clear</p>
      <p className="note">{countOf(checked, 'check')} looked, none found anything.</p>
    </div>
  );
}
