import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

interface Props {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A list at a panel's foot, folded to its title and count: what was dismissed, added or decided, with who and when. */
export function FoldedList({ title, count, children }: Props) {
  return (
    <Disclosure className="dismissed">
      <Heading className="dismissed-head" level={3}>
        <AriaButton slot="trigger" className="dismissed-trigger">
          <ChevronRight className="turn" aria-hidden="true" />
          <span className="pane-title">{title}</span>
          <span className="pane-gap" />
          <span className="pane-count">{count}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel className="dismissed-list">{children}</DisclosurePanel>
    </Disclosure>
  );
}
