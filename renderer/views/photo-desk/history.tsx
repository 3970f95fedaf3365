import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import type { FigureRow } from '../../state/photos';
import { whenWords } from '../../state/words';

const STATES = {
  none: 'Nobody has approved this caption yet.',
  approved: 'Approved as it stands.',
  'photo-changed': 'The photo changed since the caption was approved.',
  'text-changed': 'Caption or credit changed since they were approved.',
} as const;

/** Who approved the caption, when and with which words. */
export function History({ row }: { readonly row: FigureRow }) {
  const { photo, figure } = row;
  const state = approvalState(
    photo,
    readingText(figure.caption.spans),
    readingText(figure.credit.spans),
  );
  const approval = photo?.approval;
  return (
    <>
      <p className={state === 'approved' ? 'tally-clear' : ''}>{STATES[state]}</p>
      {approval ? (
        <dl className="file-says-rows">
          <div>
            <dt>By</dt>
            <dd>
              {approval.by || 'somebody'}, {whenWords(Date.parse(approval.at))}
            </dd>
          </div>
          <div>
            <dt>Caption</dt>
            <dd>{approval.caption}</dd>
          </div>
          <div>
            <dt>Credit</dt>
            <dd>{approval.credit}</dd>
          </div>
        </dl>
      ) : null}
    </>
  );
}
