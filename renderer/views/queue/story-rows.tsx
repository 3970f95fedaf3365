import { Ellipsis } from 'lucide-react';
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import type { StorySummary } from '#core/ipc/contract';
import type { Tally } from '../../state/findings';
import { useApp, useDesk } from '../../state/use-app';
import { ago, countOf, STATUS_WORDS } from '../../state/words';
import { Menu } from '../../ui/menu';
import { SeverityMark } from '../../ui/severity-mark';
import { TallyMarks } from '../../ui/tally-marks';

interface Props {
  readonly stories: readonly StorySummary[];
  readonly now: number;
  /** pane: cards in the list beside the sheet; full: rows with columns. */
  readonly look: 'pane' | 'full';
}

/** Height of a row at 100 % zoom, CSS pixels. */
const HEIGHTS = { pane: 82, full: 60 };

/** The stories of the library: virtualised, so that ten thousand scroll like ten. */
export function StoryRows({ stories, now, look }: Props) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
  const opening = useDesk((state) => state.opening);
  const tallies = useDesk((state) => state.tallies);
  const zoom = useDesk((state) => state.settings.zoom);
  return (
    <Virtualizer
      layout={ListLayout}
      layoutOptions={{ rowHeight: Math.round((HEIGHTS[look] * zoom) / 100) }}
    >
      <GridList
        className={`stories stories-${look}`}
        aria-label="Stories"
        items={stories}
        dependencies={[ref, opening, tallies, now, look]}
        onAction={(key) => void app.library.open(String(key))}
      >
        {(story) => (
          <GridListItem
            id={story.ref}
            textValue={story.slug}
            className={`story-row${story.ref === ref ? ' is-current' : ''}${story.trouble ? ' has-trouble' : ''}`}
          >
            {look === 'pane' ? (
              <PaneRow story={story} tally={tallies.get(story.ref)} now={now} opening={opening} />
            ) : (
              <FullRow story={story} tally={tallies.get(story.ref)} now={now} opening={opening} />
            )}
            <RowMenu story={story} />
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}

interface RowProps {
  readonly story: StorySummary;
  readonly tally: Tally | undefined;
  readonly now: number;
  readonly opening: string | null;
}

function PaneRow({ story, tally, now, opening }: RowProps) {
  return (
    <>
      <span className="story-slug">{story.slug}</span>
      {story.trouble ? (
        <span className="story-trouble">
          <SeverityMark severity="error" /> {story.trouble}
        </span>
      ) : (
        <>
          <span className="story-headline">{story.headline || 'No headline yet'}</span>
          <span className="story-facts">
            {tally ? <TallyMarks tally={tally} /> : null}
            <span>{story.words.toLocaleString('en')} w</span>
            <span>{STATUS_WORDS[story.status]}</span>
            <span>{opening === story.ref ? 'opening…' : ago(story.modified, now)}</span>
          </span>
        </>
      )}
    </>
  );
}

function FullRow({ story, tally, now, opening }: RowProps) {
  return (
    <>
      <span className="story-name">
        <span className="story-slug">{story.slug}</span>
        {story.trouble ? (
          <span className="story-trouble">
            <SeverityMark severity="error" /> {story.trouble}
          </span>
        ) : (
          <span className="story-headline">{story.headline || 'No headline yet'}</span>
        )}
      </span>
      <span className="story-cell">{story.trouble ? '' : STATUS_WORDS[story.status]}</span>
      <span className="story-cell">
        {tally && !story.trouble ? <TallyMarks tally={tally} /> : null}
      </span>
      <span className="story-cell is-number">
        {story.trouble ? '' : countOf(story.words, 'word')}
      </span>
      <span className="story-cell is-number">{story.trouble ? '' : story.photos || '–'}</span>
      <span className="story-cell is-number">
        {opening === story.ref ? 'opening…' : ago(story.modified, now)}
      </span>
    </>
  );
}

function RowMenu({ story }: { readonly story: StorySummary }) {
  const app = useApp();
  const { ref, slug } = story;
  const broken = story.trouble !== null;
  return (
    <Menu
      label={`Actions for ${slug}`}
      trigger={
        <AriaButton className="icon-button icon-small row-menu" aria-label={`Actions for ${slug}`}>
          <Ellipsis />
        </AriaButton>
      }
      entries={[
        { id: 'open', title: 'Open', disabled: broken, run: () => void app.library.open(ref) },
        {
          id: 'rename',
          title: 'Rename…',
          disabled: broken,
          run: () => app.views.dialog({ kind: 'rename', ref, slug }),
        },
        {
          id: 'duplicate',
          title: 'Duplicate',
          disabled: broken,
          run: () => void app.library.duplicate(ref),
        },
        { id: 'reveal', title: 'Show in file manager', run: () => void app.library.reveal(ref) },
        {
          id: 'trash',
          title: 'Move to trash…',
          danger: true,
          parted: true,
          run: () => app.views.dialog({ kind: 'trash', ref, slug }),
        },
      ]}
    />
  );
}
