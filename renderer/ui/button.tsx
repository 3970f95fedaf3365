import type { ReactNode } from 'react';
import type { ButtonProps } from 'react-aria-components';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { showKeys } from '../state/keys';
import { usePlatform } from '../state/use-app';
import { Keys } from './keys';

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** solid: the one thing to do here; pencil: the default fix; danger: cannot be taken back. */
  readonly look?: 'plain' | 'solid' | 'pencil' | 'quiet' | 'danger';
  readonly small?: boolean;
  readonly keys?: string;
}

/** A button with words, and its keys where it has some. */
export function Button({ look = 'plain', small = false, keys, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`button button-${look}${small ? ' button-small' : ''}`}>
      {children}
      {keys === undefined ? null : <Keys keys={keys} />}
    </AriaButton>
  );
}

interface IconProps extends Omit<ButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  readonly label: string;
  readonly children: ReactNode;
  readonly keys?: string;
  readonly side?: 'right' | 'bottom' | 'top' | 'left';
  readonly look?: 'rail' | 'small';
  readonly on?: boolean;
}

/** A button with an icon only; its name and keys are in the tooltip. */
export function IconButton({
  label,
  keys,
  children,
  side = 'bottom',
  look = 'small',
  on,
  ...rest
}: IconProps) {
  const platform = usePlatform();
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        className={`icon-button icon-${look}${on ? ' is-on' : ''}`}
      >
        {children}
      </AriaButton>
      <Tooltip className="tooltip" placement={side} offset={6}>
        {label}
        {keys === undefined ? null : (
          <span className="tooltip-keys">{showKeys(keys, platform)}</span>
        )}
      </Tooltip>
    </TooltipTrigger>
  );
}
