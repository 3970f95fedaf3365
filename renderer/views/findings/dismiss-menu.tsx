import { Button as AriaButton } from 'react-aria-components';
import { hasWords } from '#core/checks/dismissals';
import type { Finding } from '#core/checks/types';
import { useApp } from '../../state/use-app';
import { Keys } from '../../ui/keys';
import { Menu } from '../../ui/menu';

interface Props {
  readonly finding: Finding;
  /** The findings folded with it, itself included. */
  readonly all: readonly Finding[];
  readonly keyed: boolean;
  readonly menuOpen: boolean | undefined;
  readonly onMenu: ((open: boolean) => void) | undefined;
}

/** The four ways to dismiss a finding: once, in this story, in every story, or by changing what the style book says. */
export function DismissMenu({ finding, all, keyed, menuOpen, onMenu }: Props) {
  const app = useApp();
  const { checks } = app;
  const always = {
    id: 'always',
    title: 'Always, in every story',
    keys: 'Mod+Alt+D',
    run: () => checks.dismiss(all, 'always'),
  };
  return (
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
          run: () => checks.dismiss([finding], 'once'),
        },
        {
          id: 'story',
          title: 'Everywhere in this story',
          keys: 'Mod+Shift+D',
          run: () => checks.dismiss(all, 'story'),
        },
        ...(hasWords(finding) ? [always] : []),
        {
          id: 'entry',
          title: 'Edit the style entry…',
          parted: true,
          run: () => void app.styleBook.entry(finding),
        },
      ]}
    />
  );
}
