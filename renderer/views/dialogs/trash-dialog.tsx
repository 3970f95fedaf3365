import type { StoryRef } from '#core/ipc/contract';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** Asks before a story goes to the trash. */
export function TrashDialog({ story, slug }: { readonly story: StoryRef; readonly slug: string }) {
  const app = useApp();
  const close = () => app.views.dialog(null);
  return (
    <Dialog
      title={`Move ${slug} to the trash?`}
      onClose={close}
      footer={
        <>
          <span className="pane-gap" />
          <Button onPress={close} autoFocus>
            Cancel
          </Button>
          <Button
            look="danger"
            onPress={() => {
              close();
              void app.library.trash(story);
            }}
          >
            Move to trash
          </Button>
        </>
      }
    >
      <p className="dialog-words">
        The story, its photos and its history go to the system’s trash. You can bring the folder
        back from there.
      </p>
    </Dialog>
  );
}
