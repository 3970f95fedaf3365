import { useState } from 'react';
import { Checkbox, Label, TextArea, TextField } from 'react-aria-components';
import type { FigureBlock, Photo } from '#core/article/model';
import { ALT_AIM, ALT_MOST } from '#core/captions/alt-text';
import { metaValues } from '#core/captions/metadata';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { useSettled } from './use-settled';

interface Props {
  readonly figure: FigureBlock;
  readonly photo: Photo | null;
  readonly number: number;
}

/** The alt text of a figure: written here, part of the story's history; decorative pictures say so. */
export function AltText({ figure, photo, number }: Props) {
  const app = useApp();
  const { setAlt } = app.photos;
  const { id, alt } = figure;
  const most = useDesk((state) => state.book?.limits.alt ?? ALT_MOST);
  const { text, type, settle, reset } = useSettled(alt ?? '', (typed) =>
    setAlt(id, typed === '' ? null : typed),
  );
  const [open, setOpen] = useState(false);
  const extended = metaValues(photo, 'extendedDescription').join(' ');
  const decorative = alt === '';
  const over = text.trim().length > most;
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
          {alt === null && text === '' ? <span className="is-missing is-tag">Missing</span> : null}
          {text === '' ? null : <AltLength length={text.trim().length} most={most} />}
        </div>
        <TextArea
          className="input input-area stage-words"
          rows={1}
          placeholder="What the picture shows, for readers who cannot see it"
        />
      </TextField>
      <div className="alt-foot">
        <Checkbox
          className="check"
          isSelected={decorative}
          onChange={(on) => {
            reset('');
            setAlt(id, on ? '' : null);
          }}
        >
          <span className="check-box" aria-hidden="true" />
          Decorative, needs no alt text
        </Checkbox>
        {over ? (
          <Button small look="pencil" onPress={() => app.photos.partAlt(id)}>
            Move the rest to the extended description
          </Button>
        ) : photo && extended === '' && !open ? (
          <Button small look="quiet" onPress={() => setOpen(true)}>
            Extended description…
          </Button>
        ) : null}
      </div>
      {photo && (open || extended !== '') ? (
        <Extended figure={figure} value={extended} number={number} />
      ) : null}
    </div>
  );
}

/** "64 of 125": what to aim at, and what fits at most. */
function AltLength({ length, most }: { readonly length: number; readonly most: number }) {
  const state = length > most ? ' is-over' : length > ALT_AIM ? ' is-long' : '';
  return (
    <span className={`note alt-length${state}`}>
      {length}, aim at {ALT_AIM}, at most {most}
    </span>
  );
}

/** What the alt text has no room for. It goes into exported copies as Extended Description. */
function Extended({ figure, value, number }: Omit<Props, 'photo'> & { readonly value: string }) {
  const app = useApp();
  const { text, type, settle } = useSettled(value, (typed) =>
    app.photos.say(figure.photo, 'extendedDescription', typed.trim() === '' ? null : [typed]),
  );
  return (
    <TextField className="field" value={text} onChange={type} onBlur={settle}>
      <div className="photo-text-head">
        <Label className="label">
          Extended description<span className="unseen"> of photo {number}</span>
        </Label>
        <span className="note">{text.length}, into exported copies</span>
      </div>
      <TextArea className="input input-area stage-words" rows={2} />
    </TextField>
  );
}
