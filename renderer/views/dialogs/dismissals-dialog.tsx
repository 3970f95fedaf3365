import { useState } from 'react';
import type { Dismissal } from '#core/article/model';
import { useApp, useDesk } from '../../state/use-app';
import { checkTitle, countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { DismissedRow } from '../findings/dismissed-row';

/** Rows shown at once; the search finds the rest. */
const MOST = 200;

/** Everything that was dismissed for every story of the library, newest first; each can come back. */
export function DismissalsDialog() {
  const app = useApp();
  const always = useDesk((state) => state.always);
  const [query, setQuery] = useState('');
  const close = () => app.views.dialog(null);
  const fits = always.filter((one) => fitsQuery(one, query)).toReversed();
  return (
    <Dialog
      title="Dismissed in every story"
      size="medium"
      onClose={close}
      footer={
        <>
          <span className="note">{countOf(always.length, 'dismissal')}</span>
          <span className="pane-gap" />
          <Button onPress={close}>Done</Button>
        </>
      }
    >
      {always.length === 0 ? (
        <p className="dialog-words">
          Nothing yet. Dismiss a finding with “Always, in every story” and it is listed here.
        </p>
      ) : (
        <>
          <TextField
            label="Search the dismissals"
            hideLabel
            type="search"
            value={query}
            onChange={setQuery}
            placeholder="Search by words, rule or name"
            autoFocus
          />
          <div className="dismissals-all">
            {fits.slice(0, MOST).map((one) => (
              <DismissedRow
                key={`${one.check} ${one.key}`}
                dismissal={one}
                onRestore={() => app.checks.restore(one)}
              />
            ))}
            {fits.length === 0 ? <p className="quiet">Nothing fits “{query}”.</p> : null}
            {fits.length > MOST ? (
              <p className="note">
                {countOf(fits.length - MOST, 'more', 'more')}: search for them.
              </p>
            ) : null}
          </div>
        </>
      )}
    </Dialog>
  );
}

function fitsQuery({ actual, message, check, by }: Dismissal, query: string): boolean {
  const text = `${actual} ${message} ${checkTitle(check)} ${check} ${by}`.toLowerCase();
  return text.includes(query.trim().toLowerCase());
}
