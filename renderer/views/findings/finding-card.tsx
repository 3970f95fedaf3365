import { useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Finding } from '#core/checks/types';
import { contextOf } from '../../state/findings';
import { useApp, useDesk } from '../../state/use-app';
import { checkSource } from '../../state/words';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { Menu } from '../../ui/menu';

interface Props {
  readonly finding: Finding;
  /** Whether the card's keys work here (in the panel), so that they are shown. */
  readonly keyed?: boolean;
  readonly menuOpen?: boolean;
  readonly onMenu?: (open: boolean) => void;
}

/** One finding, open: what disagrees, the words in their context, why, and what can be done about it. */
export function FindingCard({ finding, keyed = false, menuOpen, onMenu }: Props) {
  const app = useApp();
  const story = useDesk((state) => state.story);
  const title = useId();
  const context = story ? contextOf(story, finding) : null;
  const { checks } = app;
  const source = checkSource(finding.check);
  return (
    <article className={`card card-${finding.severity}`} aria-labelledby={title}>
      <h3 className="card-title" id={title}>
        {finding.message}
      </h3>
      {context ? (
        <blockquote className="card-context">
          {context.before}
          <mark>{context.found}</mark>
          {context.after}
        </blockquote>
      ) : null}
      <p className="card-why">
        {finding.why} {source ? `Source: ${source}. ` : ''}
        <span className="card-rule">Rule: {finding.check}</span>
      </p>
      <div className="card-actions">
        {finding.fixes.map((fix, at) => (
          <Button
            key={fix.title}
            small
            look={at === 0 ? 'pencil' : 'plain'}
            onPress={() => checks.fix(finding, fix)}
            {...(keyed && at === 0 ? { keys: 'Enter' } : {})}
          >
            {fix.title}
          </Button>
        ))}
        <Button
          small
          onPress={() => checks.dismiss(finding, 'once')}
          {...(keyed ? { keys: 'K' } : {})}
        >
          Keep as it is
        </Button>
        <Menu
          label="Dismiss"
          placement="bottom start"
          {...(menuOpen === undefined ? {} : { isOpen: menuOpen })}
          {...(onMenu ? { onOpenChange: onMenu } : {})}
          trigger={
            <AriaButton className="button button-plain button-small">
              Dismiss…
              {keyed ? <Keys keys="Backspace" /> : null}
            </AriaButton>
          }
          entries={[
            {
              id: 'once',
              title: 'Once, here only',
              keys: 'Mod+D',
              run: () => checks.dismiss(finding, 'once'),
            },
            {
              id: 'story',
              title: 'Everywhere in this story',
              keys: 'Mod+Shift+D',
              run: () => checks.dismiss(finding, 'story'),
            },
          ]}
        />
      </div>
    </article>
  );
}
