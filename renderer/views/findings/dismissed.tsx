import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Story } from '#core/article/model';
import { shorten } from '../../state/findings';
import { useApp } from '../../state/use-app';
import { checkTitle } from '../../state/words';
import { Button } from '../../ui/button';
import { focusPanel } from '../../ui/focus-panel';

/** What was dismissed in this story; each can come back. */
export function Dismissed({ dismissals }: { readonly dismissals: Story['dismissals'] }) {
  const app = useApp();
  return (
    <Disclosure className="dismissed">
      <Heading className="dismissed-head" level={3}>
        <AriaButton slot="trigger" className="dismissed-trigger">
          <ChevronRight className="turn" aria-hidden="true" />
          <span className="pane-title">Dismissed in this story</span>
          <span className="pane-gap" />
          <span className="pane-count">{dismissals.length}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel className="dismissed-list">
        {dismissals.map((one) => (
          <div key={`${one.scope} ${one.key}`} className="dismissed-row">
            <div>
              <p className="dismissed-words">{shorten(one.actual || one.message, 80)}</p>
              <p className="note">
                {checkTitle(one.check)}, {one.scope === 'once' ? 'here only' : 'whole story'}
                {one.by ? `, ${one.by}` : ''}
              </p>
            </div>
            <Button
              small
              look="quiet"
              onPress={() => {
                app.checks.restore(one);
                focusPanel();
              }}
            >
              Bring back
            </Button>
          </div>
        ))}
      </DisclosurePanel>
    </Disclosure>
  );
}
