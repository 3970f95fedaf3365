import type { ReactNode } from 'react';
import { useMemo, useRef, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { expandCodes, parseCodes } from '#core/captions/codes';
import { nextField } from '#core/captions/templates';
import type { Finding } from '#core/checks/types';
import { useApp, useDesk } from '../../state/use-app';
import { useSettled } from '../photos/use-settled';
import { MarkedText } from './marked-text';
import { NameOffer, useNameOffer } from './name-offer';
import { Verdicts } from './verdicts';

interface Props {
  readonly label: string;
  /** What of the photo this is, for commands that act on the text with the keyboard. */
  readonly field: 'description' | 'creditLine';
  readonly figure: string;
  readonly block: string;
  readonly text: string;
  readonly rows: number;
  /** What to write, where nothing is written. */
  readonly hint: string;
  readonly side: ReactNode;
  readonly over?: boolean;
  readonly findings: readonly Finding[];
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** One printed text of a photo, edited in place: the same text as in the galley. */
export function Words(props: Props) {
  const { label, block, text, rows, side, over = false, findings, figure } = props;
  const app = useApp();
  const field = useSettled(text, (typed) => app.photos.setWords(block, typed));
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const offer = useNameOffer(field.text, caret);
  const list = useDesk((state) => state.codes);
  const { codes } = useMemo(() => parseCodes(list), [list]);

  function take(name: string) {
    if (!offer) return;
    field.type(field.text.slice(0, offer.start) + name + field.text.slice(offer.end));
    const at = offer.start + name.length;
    setCaret(null);
    setTimeout(() => area.current?.setSelectionRange(at, at), 0);
  }

  return (
    <section className="stage-card" aria-label={label} data-field={props.field}>
      <TextField
        value={field.text}
        onChange={(typed) => field.type(expandCodes(typed, codes))}
        onBlur={field.settle}
      >
        <div className="stage-head">
          <Label className="stage-label">{label}</Label>
          <span className="pane-gap" />
          {props.tools}
          <span className={over ? 'stage-note is-over' : 'stage-note'}>{side}</span>
        </div>
        <div className="stage-field">
          <MarkedText text={field.text} findings={field.text === text ? findings : []} />
          <TextArea
            className="stage-words"
            ref={area}
            rows={rows}
            placeholder={props.hint}
            onSelect={(event) => {
              const { selectionStart, selectionEnd } = event.currentTarget;
              setCaret(selectionStart === selectionEnd ? selectionEnd : null);
            }}
            onBlur={() => setCaret(null)}
            onKeyDown={(event) => {
              const [first] = offer?.names ?? [];
              if (event.key === ' ' && (event.ctrlKey || event.metaKey) && first !== undefined) {
                event.preventDefault();
                take(first);
              } else toNextField(event);
            }}
          />
        </div>
      </TextField>
      {offer ? <NameOffer names={offer.names} onTake={take} /> : null}
      {props.children}
      <Verdicts findings={findings} figure={figure} />
    </section>
  );
}

/** Tab goes to the next field of a template while there is one; then it leaves the text as ever. */
function toNextField(event: React.KeyboardEvent<HTMLTextAreaElement>) {
  const area = event.currentTarget;
  if (event.key !== 'Tab' || event.shiftKey) return;
  const field = nextField(area.value, area.selectionEnd);
  if (!field) return;
  event.preventDefault();
  area.setSelectionRange(field.start, field.end);
}
