import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** The file is not the one we read: keep mine, take theirs, or keep both. */
export function ConflictDialog() {
  const app = useApp();
  const conflict = useDesk((state) => state.session?.conflict ?? null);
  const ref = useDesk((state) => state.ref ?? '');
  const dirty = useDesk((state) => state.session?.save !== 'saved');
  const failure = useDesk((state) => state.session?.failure ?? null);
  if (!conflict) return null;
  const gone = conflict === 'gone';
  const resolve = app.library.resolve;
  return (
    <Dialog
      asks
      title={gone ? `${ref} is gone from the disk` : `${ref} changed on the disk`}
      onClose={() => {}}
      footer={
        <>
          {gone ? (
            <Button look="danger" onPress={() => void app.library.abandon()}>
              Close without it
            </Button>
          ) : (
            <Button onPress={() => void resolve('theirs')}>Take theirs</Button>
          )}
          <span className="pane-gap" />
          {gone ? null : <Button onPress={() => void resolve('both')}>Keep both</Button>}
          <Button look="solid" onPress={() => void resolve('mine')} autoFocus>
            {gone ? 'Write it again' : 'Keep mine'}
          </Button>
        </>
      }
    >
      {gone ? (
        <p className="dialog-words">
          Another program moved or deleted the story’s folder while it was open here. Write it again
          to keep what is on the sheet.
        </p>
      ) : (
        <>
          <p className="dialog-words">
            Another program wrote this story while it was open here
            {dirty ? ', and you have changes that are not on the disk yet' : ''}.
          </p>
          <dl className="choices">
            <div>
              <dt>Keep mine</dt>
              <dd>Saves what is on the sheet. The other version goes to the story’s history.</dd>
            </div>
            <div>
              <dt>Keep both</dt>
              <dd>
                Saves what is on the sheet as a story of its own and leaves the other one alone.
              </dd>
            </div>
            <div>
              <dt>Take theirs</dt>
              <dd>Shows the version on the disk. What is on the sheet is dropped.</dd>
            </div>
          </dl>
        </>
      )}
      {failure ? (
        <p className="is-trouble" role="alert">
          {failure.message}
        </p>
      ) : null}
    </Dialog>
  );
}
