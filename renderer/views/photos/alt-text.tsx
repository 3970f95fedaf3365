import { Checkbox, Label, TextArea, TextField } from 'react-aria-components';
import { useApp } from '../../state/use-app';
import { useSettled } from './use-settled';

interface Props {
  readonly figure: string;
  readonly number: number;
  readonly alt: string | null;
}

/** The alt text of a figure: written here, part of the story's history; decorative pictures say so. */
export function AltText({ figure, number, alt }: Props) {
  const app = useApp();
  const { setAlt } = app.photos;
  const { text, type, settle, reset } = useSettled(alt ?? '', (typed) =>
    setAlt(figure, typed === '' ? null : typed),
  );
  const decorative = alt === '';
  return (
    <div className="photo-text">
      <TextField
        className="field"
        value={text}
        onChange={type}
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
          reset('');
          setAlt(figure, on ? '' : null);
        }}
      >
        <span className="check-box" aria-hidden="true" />
        Decorative, needs no alt text
      </Checkbox>
    </div>
  );
}
