import { useMemo } from 'react';
import type { Story } from '#core/article/model';
import { dismissalsHere } from '../../state/dismissals-here';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { focusPanel } from '../../ui/focus-panel';
import { DismissedRow } from './dismissed-row';
import { FoldedList } from './folded-list';

/** What is dismissed here: the story's own dismissals, and those of every story that silence something in this one. */
export function Dismissed({ story }: { readonly story: Story }) {
  const app = useApp();
  const always = useDesk((state) => state.always);
  const silenced = useDesk((state) => state.check.dismissed);
  const rows = useMemo(
    () => dismissalsHere(story.dismissals, always, silenced),
    [story.dismissals, always, silenced],
  );
  if (rows.length === 0) return null;
  return (
    <FoldedList title="Dismissed in this story" count={rows.length}>
      {rows.map(({ dismissal, places }) => (
        <DismissedRow
          key={`${dismissal.scope} ${dismissal.check} ${dismissal.key}`}
          dismissal={dismissal}
          places={places}
          onRestore={() => {
            app.checks.restore(dismissal);
            focusPanel();
          }}
        />
      ))}
      {always.length > 0 ? (
        <div className="group-more">
          <Button small look="quiet" onPress={() => app.views.dialog({ kind: 'dismissals' })}>
            {countOf(always.length, 'dismissal')} for every story…
          </Button>
        </div>
      ) : null}
    </FoldedList>
  );
}
