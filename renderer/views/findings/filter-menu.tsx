import { Check, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import type { Finding } from '#core/checks/types';
import type { FindingKind, Since } from '../../state/panel';
import { countBy, filterWords, KIND_WORDS, SINCE_WORDS, sectionOf } from '../../state/panel';
import { useApp, useDesk } from '../../state/use-app';
import { Keys } from '../../ui/keys';

const ORDERS = [
  ['check', 'By check'],
  ['reading', 'In reading order'],
] as const;

/** Order, "new since", classes of check and kinds of block: everything the list can be narrowed by. */
export function FilterMenu({ findings }: { readonly findings: readonly Finding[] }) {
  const app = useApp();
  const filter = useDesk((state) => state.filter);
  const open = useDesk((state) => state.filterOpen);
  const order = useDesk((state) => state.settings.findingsOrder);
  const imported = useDesk((state) => state.story?.imported !== undefined);
  const marked = useDesk((state) => state.seen.mark !== null);
  const sections = withChosen(
    countBy(findings, (one) => sectionOf(one.check)),
    filter.sections,
  );
  const kinds = withChosen(
    countBy(findings, (one) => one.kind),
    filter.kinds,
  );
  const since: readonly Since[] = ['all', 'import', 'opened', 'mark'];
  const gone: Readonly<Record<Since, boolean>> = {
    all: false,
    import: !imported,
    opened: false,
    mark: !marked,
  };
  const active = filterWords(filter) !== '';
  return (
    <MenuTrigger isOpen={open} onOpenChange={(filterOpen) => app.store.set({ filterOpen })}>
      <AriaButton
        className={`button button-plain button-small filter-button${active ? ' is-on' : ''}`}
        aria-label={active ? 'Filter, on' : 'Filter'}
      >
        <ListFilter aria-hidden="true" />
        <Keys keys="F" />
      </AriaButton>
      <Popover className="popover filter-popover" placement="bottom end" offset={4}>
        <Menu className="menu">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[order]}
            onSelectionChange={(keys) => {
              const [key] = keys;
              app.views.settings({ findingsOrder: key === 'reading' ? 'reading' : 'check' });
            }}
          >
            <Header className="menu-head">Order</Header>
            {ORDERS.map(([id, title]) => (
              <Item key={id} id={id} title={title} />
            ))}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[filter.since]}
            onSelectionChange={(keys) => {
              const [key] = keys;
              app.checks.filter({ since: since.find((one) => one === key) ?? 'all' });
            }}
          >
            <Header className="menu-head">Show</Header>
            {since.map((id) => (
              <Item key={id} id={id} title={SINCE_WORDS[id]} disabled={gone[id]} />
            ))}
          </MenuSection>
          <MenuItem
            id="set-mark"
            className="menu-item"
            textValue="Set the mark now"
            onAction={() => app.checks.mark()}
          >
            <span className="menu-check" />
            <span className="menu-words">Set the mark now</span>
          </MenuItem>
          <Separator className="menu-line" />
          <MenuSection
            selectionMode="multiple"
            selectedKeys={filter.sections}
            onSelectionChange={(keys) =>
              app.checks.filter({ sections: new Set([...keys].map(String)) })
            }
          >
            <Header className="menu-head">Only these checks</Header>
            {sections.map(([id, count]) => (
              <Item key={id} id={id} title={id} count={count} />
            ))}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuSection
            selectionMode="multiple"
            selectedKeys={filter.kinds}
            onSelectionChange={(keys) =>
              app.checks.filter({ kinds: new Set([...keys].map((key) => key as FindingKind)) })
            }
          >
            <Header className="menu-head">Only these blocks</Header>
            {kinds.map(([id, count]) => (
              <Item key={id} id={id} title={KIND_WORDS[id]} count={count} />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The counts, with what is chosen but no longer found at 0, so that it can be taken out again. */
function withChosen<Key>(
  counts: ReadonlyMap<Key, number>,
  chosen: ReadonlySet<Key>,
): readonly (readonly [Key, number])[] {
  const missing = [...chosen].filter((key) => !counts.has(key));
  return [...counts, ...missing.map((key) => [key, 0] as const)];
}

interface ItemProps {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly disabled?: boolean;
}

function Item({ id, title, count, disabled = false }: ItemProps): ReactNode {
  return (
    <MenuItem id={id} textValue={title} className="menu-item" isDisabled={disabled}>
      <span className="menu-check">
        <Check aria-hidden="true" />
      </span>
      <span className="menu-words">{title}</span>
      {count === undefined ? null : <span className="menu-count">{count}</span>}
    </MenuItem>
  );
}
