import { Check, ChevronDown, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  NumberField as AriaNumberField,
  Select as AriaSelect,
  Switch as AriaSwitch,
  TextField as AriaTextField,
  Button,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
  TextArea,
} from 'react-aria-components';

interface FieldProps {
  readonly label: string;
  readonly note?: ReactNode;
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date' | 'search';
  readonly lines?: number;
  readonly autoFocus?: boolean;
  readonly invalid?: boolean;
  readonly hideLabel?: boolean;
  readonly isDisabled?: boolean;
}

/** A labelled text field; `lines` makes it a text area. */
export function TextField(props: TextProps) {
  const { label, note, value, onChange, onBlur, placeholder, type = 'text', lines } = props;
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={props.invalid ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(onBlur ? { onBlur } : {})}
      {...(props.hideLabel ? { 'aria-label': label } : {})}
    >
      {props.hideLabel ? null : <Label className="label">{label}</Label>}
      {lines === undefined ? (
        <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
      ) : (
        <TextArea
          className="input input-area"
          rows={lines}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      )}
      {note === undefined ? null : (
        <Text slot="description" className="note">
          {note}
        </Text>
      )}
    </AriaTextField>
  );
}

interface NumberProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly placeholder?: string;
}

/** A labelled number; empty gives null. */
export function NumberField(props: NumberProps) {
  const { label, note, value, onChange, least, most, step = 1, placeholder } = props;
  return (
    <AriaNumberField
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={least}
      maxValue={most}
      step={step}
    >
      <Label className="label">{label}</Label>
      <Group className="input input-number">
        <Input className="input-bare" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button slot="decrement" className="step">
          <Minus aria-hidden="true" />
        </Button>
        <Button slot="increment" className="step">
          <Plus aria-hidden="true" />
        </Button>
      </Group>
      {note === undefined ? null : (
        <Text slot="description" className="note">
          {note}
        </Text>
      )}
    </AriaNumberField>
  );
}

interface SelectProps<Id extends string> extends FieldProps {
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly onChange: (id: Id) => void;
}

/** A labelled choice of one. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, note, value, options, onChange } = props;
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Id);
      }}
    >
      <Label className="label">{label}</Label>
      <Button className="input input-select">
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden="true" />
      </Button>
      {note === undefined ? null : (
        <Text slot="description" className="note">
          {note}
        </Text>
      )}
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={options}>
          {(option) => (
            <ListBoxItem className="menu-item" id={option.id} textValue={option.title}>
              <span className="menu-check">
                <Check aria-hidden="true" />
              </span>
              {option.title}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

interface SwitchProps extends FieldProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A labelled switch. */
export function Switch({ label, note, on, onChange }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={on} onChange={onChange}>
      <span className="switch-words">
        <span>{label}</span>
        {note === undefined ? null : <span className="note">{note}</span>}
      </span>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
    </AriaSwitch>
  );
}
