import { useState } from 'react';
import { safeAddress } from '../../editor/index';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';

/** The link of the selected words: its address, opening it, taking it away. */
export function LinkDialog() {
  const app = useApp();
  // Read once: the selection leaves the text while the dialog has the focus.
  const [selection] = useState(() => app.editor()?.selection() ?? null);
  const [address, setAddress] = useState(selection?.link ?? '');
  const close = () => app.views.dialog(null);
  const clean = safeAddress(address);
  const bad = address.trim() !== '' && clean === null;
  function apply(next: string | null) {
    close();
    // After the dialog has given the focus, and with it the selection, back to the text.
    setTimeout(() => {
      if (selection) app.editor()?.reveal(selection, { focus: true });
      app.editor()?.setLink(next);
    }, 0);
  }
  return (
    <Dialog
      title={selection?.link ? 'Edit link' : 'Add link'}
      onClose={close}
      footer={
        <>
          {selection?.link ? (
            <>
              <Button look="quiet" onPress={() => apply(null)}>
                Remove link
              </Button>
              <Button
                look="quiet"
                onPress={() => void app.desk.call('links.open', selection.link ?? '')}
              >
                Open in browser
              </Button>
            </>
          ) : null}
          <span className="pane-gap" />
          <Button onPress={close}>Cancel</Button>
          <Button look="solid" isDisabled={clean === null} onPress={() => apply(clean)}>
            {selection?.link ? 'Save link' : 'Add link'}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (clean !== null) apply(clean);
        }}
      >
        {selection?.text ? <p className="quoted-words">{selection.text}</p> : null}
        <TextField
          label="Address"
          value={address}
          onChange={setAddress}
          autoFocus
          placeholder="https://"
          invalid={bad}
          note={bad ? 'Only web and mail addresses can be linked.' : undefined}
        />
      </form>
    </Dialog>
  );
}
