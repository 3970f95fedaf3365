import { assertNever } from '#core/util/assert-never';
import { useDesk } from '../../state/use-app';
import { LinkDialog } from '../galley/link-dialog';
import { MergeDialog } from '../names/merge-dialog';
import { Palette } from '../palette/palette';
import { CodesDialog } from './codes-dialog';
import { ConflictDialog } from './conflict-dialog';
import { DismissalsDialog } from './dismissals-dialog';
import { ExportDialog } from './export-dialog';
import { FixAllDialog } from './fix-all-dialog';
import { RenameDialog } from './rename-dialog';
import { SettingsDialog } from './settings-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';
import { TrashDialog } from './trash-dialog';

/** The one dialog that is open; a conflict comes before everything else. */
export function Dialogs() {
  const dialog = useDesk((state) => state.dialog);
  const conflict = useDesk((state) => state.session?.conflict ?? null);
  if (conflict) return <ConflictDialog />;
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'rename':
      return <RenameDialog story={dialog.ref} slug={dialog.slug} />;
    case 'trash':
      return <TrashDialog story={dialog.ref} slug={dialog.slug} />;
    case 'export':
      return <ExportDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'codes':
      return <CodesDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'palette':
      return <Palette query={dialog.query} />;
    case 'fix-all':
      return <FixAllDialog />;
    case 'dismissals':
      return <DismissalsDialog />;
    case 'merge-name':
      return <MergeDialog row={dialog.row} name={dialog.name} />;
    case 'link':
      return <LinkDialog />;
    default:
      return assertNever(dialog);
  }
}
