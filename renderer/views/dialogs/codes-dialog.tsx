import { useState } from 'react';
import { parseCodes } from '#core/captions/codes';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';

/** The list of caption codes: team sheets and whatever else is typed often. */
export function CodesDialog() {
  const app = useApp();
  const stored = useDesk((state) => state.codes);
  const [text, setText] = useState(stored);
  const { codes, problems } = parseCodes(text);
  const close = () => app.views.dialog(null);
  return (
    <Dialog
      title="Caption codes"
      size="medium"
      onClose={close}
      footer={
        <>
          <span className="note">{countOf(codes.size, 'code')}</span>
          <span className="pane-gap" />
          <Button onPress={close}>Cancel</Button>
          <Button
            look="solid"
            onPress={() => {
              void app.photos.setCodes(text);
              close();
            }}
          >
            Keep
          </Button>
        </>
      }
    >
      <TextField
        label="Codes"
        value={text}
        onChange={setText}
        lines={14}
        placeholder={'h10\tAna Reis (10)'}
        note="A code, a tab and its text on each line. In a caption, \h10\ becomes the text."
        autoFocus
      />
      {problems.map(({ line, message }) => (
        <p key={line} className="is-trouble">
          Line {line}: {message}
        </p>
      ))}
    </Dialog>
  );
}
