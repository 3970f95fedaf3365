import { ChevronRight } from 'lucide-react';
import type { Finding } from '#core/checks/types';
import type { Fold } from '../../state/panel';
import { checkTitle } from '../../state/words';
import { SeverityMark } from '../../ui/severity-mark';
import { FindingCard } from './finding-card';

interface Props {
  readonly fold: Fold;
  /** The words shown under a heading; without one the row names the check. */
  readonly words: string;
  /** Stands under a heading. */
  readonly sub: boolean;
  /** Key of the finding that is open, when it is one of this row's. */
  readonly current: string | null;
  readonly tabStop: boolean;
  readonly menu: boolean;
  readonly onMenu: (open: boolean) => void;
  readonly onOpen: (finding: Finding) => void;
}

/** One row of the list: a finding, or several alike with their count; open, its card stands below. */
export function FindingRow({ fold, words, sub, current, tabStop, menu, onMenu, onOpen }: Props) {
  const { head, findings } = fold;
  const shown = findings.find((one) => one.key === current);
  return (
    <div className={`finding${shown ? ' is-open' : ''}`}>
      <button
        type="button"
        className={`finding-row${sub ? ' is-sub' : ''}`}
        aria-expanded={shown !== undefined}
        tabIndex={tabStop ? 0 : -1}
        data-key={(shown ?? head).key}
        onClick={() => onOpen(shown ?? head)}
      >
        {sub ? (
          <>
            <ChevronRight className="finding-turn" aria-hidden="true" />
            <span className="unseen">{head.severity}: </span>
            <span className="finding-words">{words}</span>
          </>
        ) : (
          <>
            <SeverityMark severity={head.severity} />
            <span className="unseen">{head.severity}: </span>
            <span className="finding-title">{checkTitle(head.check)}</span>
          </>
        )}
        <span className="finding-fact">{head.fact}</span>
        {findings.length > 1 ? (
          <span className="finding-times">
            <span aria-hidden="true">×{findings.length}</span>
            <span className="unseen">{findings.length} times</span>
          </span>
        ) : null}
      </button>
      {shown ? (
        <FindingCard finding={shown} alike={findings} keyed menuOpen={menu} onMenu={onMenu} />
      ) : null}
    </div>
  );
}
