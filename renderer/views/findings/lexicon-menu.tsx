import { Button as AriaButton } from 'react-aria-components';
import type { Finding } from '#core/checks/types';
import { useApp } from '../../state/use-app';
import { Keys } from '../../ui/keys';
import { Menu } from '../../ui/menu';

interface Props {
  readonly finding: Finding;
  /** Whether the letter keys work here (in the panel); elsewhere the command's keys are shown. */
  readonly keyed: boolean;
}

/** Makes an unknown word right: in this story, or in every story of the library. */
export function LexiconMenu({ finding, keyed }: Props) {
  const { checks } = useApp();
  return (
    <Menu
      label="Add to lexicon"
      placement="bottom start"
      trigger={
        <AriaButton className="button button-plain button-small">
          Add to lexicon…
          {keyed ? <Keys keys="L" /> : null}
        </AriaButton>
      }
      entries={[
        {
          id: 'story',
          title: 'Of this story',
          keys: keyed ? 'L' : 'Mod+Shift+L',
          run: () => checks.addToLexicon(finding, 'story'),
        },
        {
          id: 'library',
          title: 'Of this library',
          keys: keyed ? 'Shift+L' : 'Mod+Alt+Shift+L',
          run: () => checks.addToLexicon(finding, 'library'),
        },
      ]}
    />
  );
}
