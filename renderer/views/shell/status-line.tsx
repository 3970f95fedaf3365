import { Button as AriaButton } from 'react-aria-components';
import type { Story } from '#core/article/model';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import { figureRows } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { clock, countOf, languageName } from '../../state/words';

/** The status line: what was checked by which book, what the import repaired, and when the story was saved. */
export function StatusLine() {
  const app = useApp();
  const view = useDesk((state) => state.view);
  const open = useDesk((state) => state.story);
  const story = view === 'queue' || view === 'style-book' ? null : open;
  const book = useDesk((state) => state.book);
  const zoom = useDesk((state) => state.settings.zoom);
  const problems = useDesk((state) => state.bookProblems.length);
  const repairs = story?.importReport?.repairs.filter((one) => !one.undone).length ?? 0;
  return (
    <footer className="status-line">
      {story && view === 'photos' ? (
        <>
          <Checked />
          <PhotoWords story={story} />
        </>
      ) : story ? (
        <>
          <Checked />
          <span>
            {book?.title ?? story.styleBook} style
            {problems > 0 ? `, ${countOf(problems, 'mistake')} in the book` : ''}
          </span>
          <span>{languageName(story.language)}</span>
          {story.importReport ? (
            <AriaButton className="status-link" onPress={() => app.views.tab('import')}>
              Import: {countOf(repairs, 'repair')}
            </AriaButton>
          ) : null}
        </>
      ) : (
        <QueueWords />
      )}
      <span className="status-gap" />
      {open ? <SavedWords /> : null}
      <AriaButton
        className="status-link"
        aria-label={`Zoom ${zoom} percent, back to actual size`}
        onPress={() => app.views.zoom(0)}
      >
        {zoom} %
      </AriaButton>
    </footer>
  );
}

function PhotoWords({ story }: { readonly story: Story }) {
  const rows = figureRows(story, []);
  const waiting = rows.filter(
    ({ photo, figure }) =>
      approvalState(photo, readingText(figure.caption.spans), readingText(figure.credit.spans)) !==
      'approved',
  ).length;
  return (
    <>
      <span>
        {countOf(rows.length, 'photo')}
        {waiting > 0
          ? `, ${countOf(waiting, 'caption')} not approved`
          : rows.length > 0
            ? ', all approved'
            : ''}
      </span>
      <span>Originals are never changed</span>
    </>
  );
}

function QueueWords() {
  const count = useDesk((state) => state.stories?.length ?? 0);
  const library = useDesk((state) => state.info?.library ?? '');
  return (
    <>
      <span>{count === 1 ? '1 story' : `${count.toLocaleString('en')} stories`}</span>
      <span className="status-path">{library}</span>
    </>
  );
}

function Checked() {
  const check = useDesk((state) => state.check);
  if (check.trouble) return <span className="is-trouble">{check.trouble}</span>;
  if (check.running && check.total > 0) {
    return (
      <span className="status-progress">
        Checking {Math.round((check.done / check.total) * 100)} %
        <progress max={check.total} value={check.done} aria-label="Checking" />
      </span>
    );
  }
  if (check.checks === null) return <span>Checking…</span>;
  if (check.spelling.running && check.spelling.total > 0) {
    return (
      <span className="status-progress">
        Spelling {Math.round((check.spelling.done / check.spelling.total) * 100)} %
        <progress
          max={check.spelling.total}
          value={check.spelling.done}
          aria-label="Reading spelling"
        />
      </span>
    );
  }
  if (check.checks < check.of) {
    return (
      <span>
        Checked, {check.checks} of {countOf(check.of, 'check')};{' '}
        {check.spelling.failed ? 'spelling stopped' : 'spelling is being read…'}
      </span>
    );
  }
  return <span>Checked, all {countOf(check.checks, 'check')}</span>;
}

function SavedWords() {
  const app = useApp();
  const session = useDesk((state) => state.session);
  if (!session) return null;
  if (session.conflict) return <span className="is-trouble">Not saved: changed on disk</span>;
  if (session.save === 'failed') {
    return (
      <AriaButton className="status-link is-trouble" onPress={() => void app.session.flush()}>
        Not saved, try again
      </AriaButton>
    );
  }
  if (session.save === 'saving') return <span>Saving…</span>;
  if (session.save === 'waiting') return <span>Edited</span>;
  return <span>{session.savedAt === null ? 'Saved' : `Saved ${clock(session.savedAt)}`}</span>;
}
