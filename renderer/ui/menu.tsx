import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Keys } from './keys';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** A line above this entry. */
  readonly parted?: boolean;
  readonly run: () => void;
}

interface Props {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly placement?: 'bottom start' | 'bottom end' | 'right top';
  readonly selected?: string;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button (`trigger`) with a menu under it. */
export function Menu(props: Props) {
  const { label, trigger, entries, placement = 'bottom end', selected } = props;
  return (
    <MenuTrigger
      {...(props.isOpen === undefined ? {} : { isOpen: props.isOpen })}
      {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}
    >
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu
          className="menu"
          aria-label={label}
          {...(selected === undefined
            ? {}
            : { selectionMode: 'single' as const, selectedKeys: [selected] })}
        >
          {entries.flatMap((entry) => [
            ...(entry.parted ? [<Separator key={`${entry.id}-line`} className="menu-line" />] : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.title}
              className={`menu-item${entry.danger ? ' is-danger' : ''}`}
              isDisabled={entry.disabled ?? false}
              onAction={entry.run}
            >
              <span className="menu-words">{entry.title}</span>
              {entry.keys === undefined ? null : <Keys keys={entry.keys} />}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
