import type { Decision } from '#core/article/model';
import type { LedgerRow } from '../../state/ledger';
import { decisionWords, stillSpeaks } from '../../state/ledger';
import { useApp } from '../../state/use-app';
import { whenWords } from '../../state/words';
import { Button } from '../../ui/button';
import { focusPanel } from '../../ui/focus-panel';
import { FoldedList } from '../findings/folded-list';

/** What was decided about names and figures of this story, by whom and when; each can be taken back. */
export function Decisions({
  decisions,
  names,
  numbers,
}: {
  readonly decisions: readonly Decision[];
  readonly names: readonly LedgerRow[];
  readonly numbers: readonly LedgerRow[];
}) {
  const app = useApp();
  const rows = [...names, ...numbers];
  return (
    <FoldedList title="Decisions" count={decisions.length}>
      {decisions.map((decision) => (
        <div key={`${decision.kind} ${decision.words.join('|')}`} className="dismissed-row">
          <div>
            <p className="dismissed-words">{decisionWords(decision)}</p>
            <p className="note">
              {[decision.by, whenWords(Date.parse(decision.at))].filter(Boolean).join(', ')}
              {stillSpeaks(rows, decision) ? '' : ', no longer in the story'}
            </p>
          </div>
          <Button
            small
            look="quiet"
            aria-label={`Take back: ${decisionWords(decision)}`}
            onPress={() => {
              app.ledger.takeBack(decision);
              focusPanel();
            }}
          >
            Take back
          </Button>
        </div>
      ))}
    </FoldedList>
  );
}
