import { Images, Inbox, Keyboard, Newspaper, Search, SlidersHorizontal } from 'lucide-react';
import { useApp, useDesk } from '../../state/use-app';
import { IconButton } from '../../ui/button';

/** The rail: the desk's places, each one press away. */
export function Rail() {
  const app = useApp();
  const view = useDesk((state) => state.view);
  const tab = useDesk((state) => state.tab);
  const has = useDesk((state) => state.story !== null);
  const inspector = useDesk((state) => state.settings.inspectorOpen);
  const run = (id: string) => () => app.commands.run(id);
  const galley = view === 'galley' && has;
  const photos = galley && inspector && tab === 'photos';
  return (
    <nav className="rail" aria-label="Desk">
      <IconButton
        look="rail"
        side="right"
        label="Queue"
        keys="Mod+1"
        on={!galley}
        onPress={run('view.queue')}
      >
        <Inbox />
      </IconButton>
      <IconButton
        look="rail"
        side="right"
        label="Galley"
        keys="Mod+2"
        on={galley && !photos}
        isDisabled={!has}
        onPress={run('view.galley')}
      >
        <Newspaper />
      </IconButton>
      <IconButton
        look="rail"
        side="right"
        label="Photos"
        keys="Mod+4"
        on={photos}
        isDisabled={!has}
        onPress={run('view.photos')}
      >
        <Images />
      </IconButton>
      <IconButton
        look="rail"
        side="right"
        label="Find and replace"
        keys="Mod+F"
        isDisabled={!has}
        onPress={run('edit.find')}
      >
        <Search />
      </IconButton>
      <span className="rail-gap" />
      <IconButton
        look="rail"
        side="right"
        label="Keyboard shortcuts"
        keys="F1"
        onPress={run('help.shortcuts')}
      >
        <Keyboard />
      </IconButton>
      <IconButton
        look="rail"
        side="right"
        label="Settings"
        keys="Mod+,"
        onPress={run('view.settings')}
      >
        <SlidersHorizontal />
      </IconButton>
    </nav>
  );
}
