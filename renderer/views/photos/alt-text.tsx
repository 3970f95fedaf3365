import { useEffect, useRef, useState } from 'react';
import { Checkbox, Label, TextArea, TextField } from 'react-aria-components';
import { useApp } from '../../state/use-app';

interface Props {
  readonly figure: string;
  readonly number: number;
  readonly alt: string | null;
}

/** Milliseconds of rest after which what was typed becomes one step of the story's history. */
const SETTLE = 500;

/** The alt text of a figure: written here, part of the story's history; decorative pictures say so. */
export function AltText({ figure, number, alt }: Props) {
  const app = useApp();
  const [text, setText] = useState(alt ?? '');
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const { setAlt } = app.photos;

  // Undo, a fix or a repair changed it elsewhere; while typing, what is typed counts.
  useEffect(() => {
    if (!pending.current) setText(alt ?? '');
  }, [alt]);

  function settle() {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    const { text: typed } = pending.current;
    pending.current = null;
    setAlt(figure, typed === '' ? null : typed);
  }
  const last = useRef(settle);
  last.current = settle;
  useEffect(() => () => last.current(), []);

  function onChange(next: string) {
    setText(next);
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { text: next, timer: setTimeout(() => last.current(), SETTLE) };
  }

  const decorative = alt === '';
  return (
    <div className="photo-text">
      <TextField
        className="field"
        value={text}
        onChange={onChange}
        onBlur={settle}
        isDisabled={decorative}
      >
        <div className="photo-text-head">
          <Label className="label">
            Alt text<span className="unseen"> of photo {number}</span>
          </Label>
          {alt === null ? <span className="is-missing is-tag">Missing</span> : null}
          {text === '' ? null : <span className="note">{text.length}</span>}
        </div>
        <TextArea
          className="input input-area"
          rows={2}
          placeholder="What the picture shows, for readers who cannot see it"
        />
      </TextField>
      <Checkbox
        className="check"
        isSelected={decorative}
        onChange={(on) => {
          setText('');
          setAlt(figure, on ? '' : null);
        }}
      >
        <span className="check-box" aria-hidden="true" />
        Decorative, needs no alt text
      </Checkbox>
    </div>
  );
}
