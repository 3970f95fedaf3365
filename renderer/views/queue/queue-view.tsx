import { ClipboardPaste, FileInput, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Input, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Status } from '#core/article/model';
import { STATUSES } from '#core/article/model';
import { useApp, useDesk } from '../../state/use-app';
import { STATUS_WORDS } from '../../state/words';
import { Button } from '../../ui/button';
import { EmptyQueue } from './empty-queue';
import { filterStories } from './queue-filter';
import { StoryRows } from './story-rows';
import { useNow } from './use-now';

/** The whole queue: every story with its state, and the ways to start one. */
export function QueueView() {
  const app = useApp();
  const stories = useDesk((state) => state.stories);
  const trouble = useDesk((state) => state.listTrouble);
  const [query, setQuery] = useState('');
  const [status, setStatus] = useState<Status | null>(null);
  const now = useNow();
  const shown = useMemo(
    () => filterStories(stories ?? [], query, status),
    [stories, query, status],
  );

  if (trouble !== null) {
    return (
      <div className="middle">
        <h1 className="middle-title">The queue cannot be read</h1>
        <p className="middle-words">{trouble}</p>
        <div className="row">
          <Button look="solid" onPress={() => void app.library.refresh()}>
            Try again
          </Button>
          <Button onPress={() => app.commands.run('library.choose')}>Choose another folder…</Button>
        </div>
      </div>
    );
  }
  if (!stories) return <div className="middle quiet">Reading the queue…</div>;
  if (stories.length === 0) return <EmptyQueue />;

  const used = STATUSES.filter((one) => stories.some((story) => story.status === one));
  return (
    <div className="queue-view">
      <div className="queue-head">
        <h1 className="queue-title">Queue</h1>
        <span className="queue-count">{shown.length.toLocaleString('en')}</span>
        <span className="pane-gap" />
        <Button look="quiet" onPress={() => app.commands.run('story.import-clipboard')}>
          <ClipboardPaste aria-hidden="true" /> From clipboard
        </Button>
        <Button onPress={() => app.commands.run('story.import')} keys="Mod+O">
          <FileInput aria-hidden="true" /> Import…
        </Button>
        <Button look="solid" onPress={() => app.commands.run('story.new')} keys="Mod+N">
          <Plus aria-hidden="true" /> New story
        </Button>
      </div>
      <div className="queue-tools">
        <SearchField
          className="queue-search"
          aria-label="Filter stories"
          value={query}
          onChange={setQuery}
        >
          <Input className="input" placeholder="Filter by slug or headline" />
        </SearchField>
        {used.length > 1 ? (
          <ToggleButtonGroup
            className="chips"
            aria-label="Status"
            selectionMode="single"
            selectedKeys={status === null ? [] : [status]}
            onSelectionChange={(keys) => setStatus(([...keys][0] as Status | undefined) ?? null)}
          >
            {used.map((one) => (
              <ToggleButton key={one} id={one} className="chip">
                {STATUS_WORDS[one]}
                <span className="chip-count">
                  {stories.filter((story) => !story.trouble && story.status === one).length}
                </span>
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        ) : null}
      </div>
      <div className="queue-columns" aria-hidden="true">
        <span>Story</span>
        <span>Status</span>
        <span>Findings</span>
        <span className="is-number">Length</span>
        <span className="is-number">Photos</span>
        <span className="is-number">Changed</span>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">No story matches. Clear the filter to see all {stories.length}.</p>
      ) : (
        <StoryRows stories={shown} now={now} look="full" />
      )}
      <p className="queue-hint">Drop files anywhere to import them.</p>
    </div>
  );
}
