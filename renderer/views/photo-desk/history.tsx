import type { Photo } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import type { FigureRow } from '../../state/photos';
import { recentUses } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { ago, countOf, dayWords, whenWords } from '../../state/words';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';

const STATES = {
  none: 'Nobody has approved this caption yet.',
  approved: 'Approved as it stands.',
  'photo-changed': 'Photo changed since the caption was approved.',
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
      <Uses photo={photo} />
    </>
  );
}

/** The same picture in other stories of the library, so that a reader does not see it twice in a week. */
function Uses({ photo }: { readonly photo: Photo | null }) {
  const app = useApp();
  const days = useDesk((state) => state.settings.reuseDays);
  const all = useDesk((state) => state.photoUses);
  if (!photo?.sha256) return null;
  const uses = all.filter(({ hash }) => hash === photo.sha256);
  const recent = new Set(recentUses(all, photo, days, Date.now()));
  return (
    <section className="compared" aria-label="The same photo elsewhere">
      <div className="compared-head">
        <h3 className="label">The same photo elsewhere</h3>
        <Button small look="quiet" onPress={() => app.commands.run('view.settings')}>
          Pointed out for {countOf(days, 'day')}
        </Button>
      </div>
      {uses.length === 0 ? (
        <p className="quiet">In no other story of the library.</p>
      ) : (
        <ul className="uses">
          {uses.map((use) => (
            <li key={use.ref}>
              {recent.has(use) ? <SeverityMark severity="warning" /> : null}
              <span className="verdict-words">
                {use.headline || use.slug}
                <span className="note">
                  {' '}
                  {dayWords(use.at)}, {ago(use.at, Date.now())}
                </span>
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
      )}
    </section>
  );
}
