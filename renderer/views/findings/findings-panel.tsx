import { useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Severity } from '#core/checks/style-book';
import type { CheckState } from '../../state/app-state';
import { planSafeFixes, SEVERITIES, tally } from '../../state/findings';
import { arrange, candidates, filterWords, shownFindings } from '../../state/panel';
import { useApp, useDesk } from '../../state/use-app';
import { countOf, severityCount } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { Dismissed } from './dismissed';
import { FilterMenu } from './filter-menu';
import { FindingsList } from './findings-list';
import { Lexicon } from './lexicon';

/** The findings panel: the three lights and the filter, the list, and what was dismissed. */
export function FindingsPanel() {
  const app = useApp();
  const check = useDesk((state) => state.check);
  const lights = useDesk((state) => state.lights);
  const story = useDesk((state) => state.story);
  const filter = useDesk((state) => state.filter);
  const seen = useDesk((state) => state.seen);
  const book = useDesk((state) => state.book);
  const order = useDesk((state) => state.settings.findingsOrder);
  const { all, shown, parts } = useMemo(() => {
    const state = { check, lights, filter, seen, story, book };
    const list = shownFindings(state);
    return { all: candidates(state), shown: list, parts: arrange(list, order) };
  }, [check, lights, filter, seen, story, book, order]);
  const counts = tally(all);
  const safe = useMemo(() => planSafeFixes(check.findings).length, [check.findings]);
  const narrowed = filterWords(filter);
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
        <FilterMenu findings={all} />
        {safe > 0 ? (
          <Button small onPress={() => app.views.dialog({ kind: 'fix-all' })}>
            Fix {safe} safe
          </Button>
        ) : null}
      </div>
      <Checking />
      {narrowed === '' ? null : (
        <div className="panel-strip">
          <p>
            {shown.length} of {check.findings.length}: {narrowed}
          </p>
          <Button small look="quiet" onPress={() => app.checks.unfilter()}>
            Show all
          </Button>
        </div>
      )}
      <div className="panel-scroll">
        {parts.length > 0 ? (
          <FindingsList parts={parts} />
        ) : (
          <Nothing hidden={check.findings.length} check={check} />
        )}
      </div>
      {story ? <Dismissed story={story} /> : null}
      {story ? <Lexicon story={story} /> : null}
    </div>
  );
}

/** How far the checks are, while a long story is read; short ones are done before it could be seen. */
function Checking() {
  const { running, done, total, spelling } = useDesk((state) => state.check);
  const own = running && total > 0;
  if (!own && !(spelling.running && spelling.total > 0)) return null;
  const part = own ? { done, total } : spelling;
  const percent = Math.min(100, Math.floor((part.done / part.total) * 100));
  return (
    <div className="panel-checking">
      <span>
        {own ? 'Checked' : 'Spelling read in'} {percent}% of the story
      </span>
      <progress
        className="panel-progress"
        max={part.total}
        value={part.done}
        aria-label={own ? 'Checking' : 'Reading spelling'}
      />
    </div>
  );
}

function Nothing({ hidden, check }: { readonly hidden: number; readonly check: CheckState }) {
  const { checks, of, spelling } = check;
  if (checks === null) return <p className="quiet">Checking…</p>;
  if (hidden > 0) {
    return <p className="quiet">{countOf(hidden, 'finding')} behind the lights or the filter.</p>;
  }
  if (checks < of && !spelling.failed) return <p className="quiet">Spelling is being read…</p>;
  return (
    <div className="all-clear">
      <SeverityMark severity="clear" />
      <p>Clear</p>
      <p className="note">{countOf(checks, 'check')} looked, none found anything.</p>
    </div>
  );
}
