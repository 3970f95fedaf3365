import {
  BookOpen,
  Images,
  Inbox,
  Keyboard,
  Newspaper,
  Search,
  SlidersHorizontal,
} from 'lucide-react';
import { useApp, useDesk } from '../../state/use-app';
import { IconButton } from '../../ui/button';

/** The rail: the desk's places, each one press away. */
export function Rail() {
  const app = useApp();
  const view = useDesk((state) => state.view);
  const has = useDesk((state) => state.story !== null);
  const run = (id: string) => () => app.commands.run(id);
  const galley = view === 'galley' && has;
  const photos = view === 'photos' && has;
  const book = view === 'style-book';
  return (
    <nav className="rail" aria-label="Desk">
      <IconButton
        look="rail"
        side="right"
        label="Queue"
        keys="Mod+1"
        on={!galley && !photos && !book}
        onPress={run('view.queue')}
      >
        <Inbox />
      </IconButton>
      <IconButton
        look="rail"
        side="right"
        label="Galley"
        keys="Mod+2"
        on={galley}
        isDisabled={!has}
        onPress={run('view.galley')}
      >
        <Newspaper />
      </IconButton>
      <IconButton
        look="rail"
        side="right"
        label="Photo desk"
        keys="Mod+7"
        on={photos}
        isDisabled={!has}
        onPress={run('view.photo-desk')}
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
      <IconButton
        look="rail"
        side="right"
        label="Style book"
        keys="Mod+9"
        on={book}
        onPress={run('stylebook.edit')}
      >
        <BookOpen />
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
