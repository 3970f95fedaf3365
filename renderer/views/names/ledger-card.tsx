import { Check } from 'lucide-react';
import { useState } from 'react';
import { previewMerge, wrongPlaces } from '#core/ledger/spelling';
import { contextOf } from '../../state/findings';
import type { LedgerLine, LedgerRow } from '../../state/ledger';
import { canKeepApart, decisionWords } from '../../state/ledger';
import { becomeFindings } from '../../state/ledger-actions';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';

interface Props {
  readonly row: LedgerRow;
  readonly onMerge: (line: LedgerLine | undefined) => void;
  readonly onApart: (line: LedgerLine | undefined) => void;
  readonly onRight: (line: LedgerLine | undefined) => void;
  readonly onTakeBack: () => void;
}

/** An open row: every form, title or number with its places, and what can be decided about it. */
export function LedgerCard({ row, onMerge, onApart, onRight, onTakeBack }: Props) {
  const app = useApp();
  const spot = useDesk((state) => state.ledger.spot);
  const [active, setActive] = useState<string | null>(null);
  const line = row.lines.find(({ id }) => id === active) ?? row.lines[0];
  const last = row.decisions.at(-1);
  const [finding] = row.findings;
  return (
    <div className="ledger-card">
      {row.lines.map((one) => (
        <Line
          key={one.id}
          line={one}
          at={spot?.line === one.id ? spot.at : null}
          onFocus={() => setActive(one.id)}
        />
      ))}
      <div className="ledger-foot">
        <Outcome row={row} line={line} />
        <div className="card-actions">
          {line?.kind === 'near' ? (
            <>
              <Button small look="pencil" keys="M" onPress={() => onMerge(line)}>
                Merge
              </Button>
              <Button small keys="S" onPress={() => onApart(line)}>
                Keep apart
              </Button>
            </>
          ) : (
            <>
              {canBeRight(row, line) ? (
                <Button small keys="R" onPress={() => onRight(line)}>
                  Mark as right
                </Button>
              ) : null}
              {row.entry ? (
                <Button small keys="M" onPress={() => onMerge(line)}>
                  Merge…
                </Button>
              ) : null}
              {line && canKeepApart(row, line) ? (
                <Button small keys="S" onPress={() => onApart(line)}>
                  Keep apart
                </Button>
              ) : null}
            </>
          )}
          {line && line.places.length > 1 ? (
            <Button small look="quiet" keys="Right" onPress={() => app.ledger.walk(line, 1)}>
              Next place
            </Button>
          ) : null}
          {last ? (
            <Button
              small
              keys="U"
              onPress={onTakeBack}
              aria-label={`Take back: ${decisionWords(last)}`}
            >
              Take back
            </Button>
          ) : null}
          {finding ? (
            <Button
              small
              look="quiet"
              onPress={() => {
                app.views.tab('findings');
                app.checks.show(finding);
              }}
            >
              <SeverityMark severity={finding.severity} /> {countOf(row.findings.length, 'finding')}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function canBeRight(row: LedgerRow, line: LedgerLine | undefined): boolean {
  if (line?.mark === 'right') return false;
  return row.entry ? line?.kind === 'form' : typeof line?.counts === 'string';
}

/** What the default decision on the line would come to, in words; nothing when it changes nothing. */
function Outcome({
  row,
  line,
}: {
  readonly row: LedgerRow;
  readonly line: LedgerLine | undefined;
}) {
  const text = line ? outcome(row, line) : null;
  return text === null ? null : <p className="note">{text}</p>;
}

function outcome(row: LedgerRow, line: LedgerLine): string | null {
  const { entry } = row;
  if (line.mark === 'right') return `${line.text} is marked as right.`;
  if (line.offer) {
    if (!entry) return 'Merged, they count as one name in two spellings.';
    const form = { text: line.text, places: line.places };
    const other = line.offer.entry ?? { ...entry, forms: [form], right: null };
    const preview = previewMerge(entry, other);
    return preview
      ? `Merged, ${becomeFindings(preview.wrong.flatMap(({ places }) => places).length)}: ${preview.wrong.map(({ text }) => text).join(', ')}.`
      : 'Merged, their spellings agree.';
  }
  if (entry && line.kind === 'form') {
    const count = wrongPlaces(entry, line.text).length;
    return count === 0 ? null : `With ${line.text} as right, ${becomeFindings(count)}.`;
  }
  return null;
}

/** A line: the words as printed, where they stand, and which of the places is shown. */
function Line({
  line,
  at,
  onFocus,
}: {
  readonly line: LedgerLine;
  readonly at: number | null;
  readonly onFocus: () => void;
}) {
  const app = useApp();
  const story = useDesk((state) => state.story);
  const count = line.places.length;
  const place = at === null ? undefined : line.places[at];
  const context = story && place ? contextOf(story, place, 40) : null;
  return (
    <div className={`ledger-place${at === null ? '' : ' is-shown'}`} data-kind={line.kind}>
      <button
        type="button"
        className="ledger-line"
        tabIndex={-1}
        data-line={line.id}
        data-text={line.text}
        onFocus={onFocus}
        onClick={() => app.ledger.walk(line, 1)}
      >
        <span className="ledger-form">{line.text}</span>
        {line.mark === 'right' ? (
          <span className="ledger-right">
            <Check aria-hidden="true" /> right
          </span>
        ) : null}
        {line.mark === 'wrong' ? <span className="ledger-wrong">finding</span> : null}
        <span className="ledger-where">{line.note}</span>
        {count === 1 && line.kind === 'number' ? null : (
          <span className="ledger-count">
            {at === null ? `×${count}` : `${at + 1} of ${count}`}
          </span>
        )}
      </button>
      {context ? (
        <blockquote className="ledger-context">
          {context.before}
          <mark>{context.found}</mark>
          {context.after}
        </blockquote>
      ) : null}
    </div>
  );
}
