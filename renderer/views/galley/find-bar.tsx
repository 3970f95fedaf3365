import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { Input, TextField, ToggleButton } from 'react-aria-components';
import type { FindQuery } from '../../editor/find';
import { useApp, useDesk } from '../../state/use-app';
import { Button, IconButton } from '../../ui/button';

/** Find and replace over every block, captions, credits and alt texts included. */
export function FindBar() {
  const open = useDesk((state) => state.find.open);
  return open ? <Bar /> : null;
}

function Bar() {
  const app = useApp();
  const { query, replacement, result, at } = useDesk((state) => state.find);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const count = result.matches.length;
  const words =
    result.error ??
    (query.text === '' ? '' : count === 0 ? 'No matches' : `${at < 0 ? '–' : at + 1} of ${count}`);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') {
      event.preventDefault();
      app.find.close();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (event.target === field.current) app.find.step(event.shiftKey ? -1 : 1);
      else if (event.altKey) app.find.replaceAll();
      else app.find.replaceOne();
    }
  }

  return (
    <search className="find-bar" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <div className="find-row">
        <TextField
          className="find-field"
          aria-label="Find"
          value={query.text}
          isInvalid={result.error !== null && count === 0}
          onChange={(text) => app.find.query({ text })}
        >
          <Input ref={field} className="input" placeholder="Find" />
        </TextField>
        <Options query={query} />
        <output className="find-count" aria-live="polite">
          {words}
        </output>
        <IconButton
          label="Previous match"
          keys="Mod+Shift+G"
          onPress={() => app.find.step(-1)}
          isDisabled={count === 0}
        >
          <ChevronUp />
        </IconButton>
        <IconButton
          label="Next match"
          keys="Mod+G"
          onPress={() => app.find.step(1)}
          isDisabled={count === 0}
        >
          <ChevronDown />
        </IconButton>
        <IconButton label="Close" keys="Esc" onPress={() => app.find.close()}>
          <X />
        </IconButton>
      </div>
      <div className="find-row">
        <TextField
          className="find-field"
          aria-label="Replace with"
          value={replacement}
          onChange={app.find.replacement}
        >
          <Input
            className="input"
            placeholder={query.regex ? 'Replace with, $1 for a group' : 'Replace with'}
          />
        </TextField>
        <Button small onPress={() => app.find.replaceOne()} isDisabled={count === 0}>
          Replace
        </Button>
        <Button small onPress={() => app.find.replaceAll()} isDisabled={count === 0}>
          Replace all
        </Button>
      </div>
    </search>
  );
}

function Options({ query }: { readonly query: FindQuery }) {
  const app = useApp();
  const options = [
    { name: 'matchCase', label: 'Match case', icon: <CaseSensitive /> },
    { name: 'wholeWord', label: 'Whole word', icon: <WholeWord /> },
    { name: 'regex', label: 'Regular expression', icon: <Regex /> },
  ] as const;
  return options.map(({ name, label, icon }) => (
    <ToggleButton
      key={name}
      className="icon-button icon-small"
      aria-label={label}
      isSelected={query[name]}
      onChange={(on) => app.find.query({ [name]: on })}
    >
      {icon}
    </ToggleButton>
  ));
}
