import { useEffect, useState } from 'react';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import type { PhotoUse } from '#core/ipc/contract';
import type { FigureRow } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { ago, whenWords } from '../../state/words';
import { Button } from '../../ui/button';

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
      <Uses hash={photo?.sha256 ?? null} />
    </>
  );
}

/** The same picture in other stories of the library, so that a reader does not see it twice in a week. */
function Uses({ hash }: { readonly hash: string | null }) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
  const [uses, setUses] = useState<readonly PhotoUse[] | null>(null);
  useEffect(() => {
    let current = true;
    setUses(null);
    if (hash === null || ref === null) return;
    void app.desk.call('photos.uses', ref, hash).then((answer) => {
      if (current && answer.ok) setUses(answer.value);
    });
    return () => {
      current = false;
    };
  }, [app, ref, hash]);
  if (hash === null) return null;
  return (
    <section className="compared" aria-label="The same photo elsewhere">
      <h3 className="label">The same photo elsewhere</h3>
      {uses === null ? <p className="quiet">Looking…</p> : null}
      {uses?.length === 0 ? <p className="quiet">In no other story of the library.</p> : null}
      <ul className="verdicts">
        {uses?.map((use) => (
          <li key={use.ref}>
            <span className="verdict-words">
              {use.headline || use.slug}
              <span className="note"> {ago(use.modified, Date.now())}</span>
            </span>
            <Button
              small
              look="quiet"
              aria-label={`Open ${use.headline || use.slug}`}
              onPress={() => void app.library.open(use.ref)}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
