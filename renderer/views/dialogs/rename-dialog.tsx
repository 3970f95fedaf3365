import { useState } from 'react';
import type { StoryRef } from '#core/ipc/contract';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';

/** Gives a story another slug; its folder follows. */
export function RenameDialog({ story, slug }: { readonly story: StoryRef; readonly slug: string }) {
  const app = useApp();
  const [name, setName] = useState(slug);
  const close = () => app.views.dialog(null);
  const usable = name.trim() !== '' && name.trim() !== slug;
  const apply = async () => {
    if (usable && (await app.library.rename(story, name.trim()))) close();
  };
  return (
    <Dialog
      title="Rename story"
      onClose={close}
      footer={
        <>
          <span className="pane-gap" />
          <Button onPress={close}>Cancel</Button>
          <Button look="solid" isDisabled={!usable} onPress={() => void apply()}>
            Rename
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <TextField
          label="Slug"
          value={name}
          onChange={setName}
          autoFocus
          note="The story’s folder in the library takes the same name."
        />
      </form>
    </Dialog>
  );
}
