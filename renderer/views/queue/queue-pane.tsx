import { FileInput, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp, useDesk } from '../../state/use-app';
import { IconButton } from '../../ui/button';
import { StoryRows } from './story-rows';
import { useNow } from './use-now';

/** The queue beside the sheet. `edge` is what its width is changed with. */
export function QueuePane({ edge }: { readonly edge: ReactNode }) {
  const app = useApp();
  const stories = useDesk((state) => state.stories);
  const now = useNow();
  return (
    <section className="pane list-pane" id="list-pane" aria-label="Queue">
      <header className="pane-head">
        <h2 className="pane-title">Queue</h2>
        <span className="pane-count">{stories?.length ?? ''}</span>
        <span className="pane-gap" />
        <IconButton label="Import" keys="Mod+O" onPress={() => app.commands.run('story.import')}>
          <FileInput />
        </IconButton>
        <IconButton label="New story" keys="Mod+N" onPress={() => app.commands.run('story.new')}>
          <Plus />
        </IconButton>
      </header>
      {stories ? (
        <StoryRows stories={stories} now={now} look="pane" />
      ) : (
        <p className="quiet">Reading…</p>
      )}
      {edge}
    </section>
  );
}
