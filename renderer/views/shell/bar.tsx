import { ChevronDown, Search } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { countsOf } from '#core/article/counts';
import type { Story } from '#core/article/model';
import { STATUSES } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { SEVERITIES, tally, toggleLight } from '../../state/findings';
import { useApp, useDesk } from '../../state/use-app';
import { countOf, STATUS_WORDS, severityCount } from '../../state/words';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { Menu } from '../../ui/menu';
import { SeverityMark } from '../../ui/severity-mark';

/** The bar: where we are, the command field, how long the story is, its lights, and the way out. */
export function Bar() {
  const app = useApp();
  const story = useDesk((state) => state.story);
  return (
    <header className="bar">
      <div className="bar-where">
        <AriaButton className="bar-desk" onPress={() => app.commands.run('view.queue')}>
          Galley
        </AriaButton>
        {story ? <Where story={story} /> : null}
      </div>
      <AriaButton className="command-field" onPress={() => app.commands.run('view.palette')}>
        <Search aria-hidden="true" />
        <span className="command-words">
          {story ? 'Find in story, jump, run a command' : 'Open a story, run a command'}
        </span>
        <Keys keys="Mod+Shift+P" />
      </AriaButton>
      <div className="bar-facts">
        {story ? (
          <>
            <Copyfit story={story} />
            <Lights />
            <Button look="solid" onPress={() => app.commands.run('story.export')}>
              Export…
            </Button>
          </>
        ) : null}
      </div>
    </header>
  );
}

function Where({ story }: { readonly story: Story }) {
  const app = useApp();
  const entries = STATUSES.map((status) => ({
    id: status,
    title: STATUS_WORDS[status],
    parted: status === 'killed',
    run: () => app.editor()?.change((now) => ({ ...now, status })),
  }));
  return (
    <>
      <span className="bar-slash" aria-hidden="true">
        /
      </span>
      <span className="bar-slug" title={story.slug}>
        {story.slug}
      </span>
      <Menu
        label="Status"
        entries={entries}
        selected={story.status}
        placement="bottom start"
        trigger={
          <AriaButton
            className={`status-chip status-${story.status}`}
            aria-label={`Status: ${STATUS_WORDS[story.status]}`}
          >
            {STATUS_WORDS[story.status]}
            <ChevronDown aria-hidden="true" />
          </AriaButton>
        }
      />
    </>
  );
}

function Copyfit({ story }: { readonly story: Story }) {
  const { words } = countsOf(readArticle(story.article));
  const target = story.targetLength;
  if (target === null) return <span className="copyfit">{countOf(words, 'word')}</span>;
  const share = Math.min(1, words / target);
  const over = words - target;
  return (
    <span className="copyfit">
      <span>
        {words.toLocaleString('en')} of {countOf(target, 'word')}
        {over > 0 ? `, ${over.toLocaleString('en')} over` : ''}
      </span>
      <svg
        className="copyfit-line"
        viewBox="0 0 120 4"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className="copyfit-all" width="120" height="4" />
        <rect className="copyfit-done" width={120 * share} height="4" />
      </svg>
    </span>
  );
}

function Lights() {
  const app = useApp();
  const findings = useDesk((state) => state.check.findings);
  const checked = useDesk((state) => state.check.checks !== null);
  const counts = tally(findings);
  if (checked && findings.length === 0) {
    return (
      <span className="lights tally-clear">
        <SeverityMark severity="clear" /> clear
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: three shortcuts are a group, not a form's fieldset
    <div className="lights" role="group" aria-label="Findings">
      {SEVERITIES.map((severity) => (
        <AriaButton
          key={severity}
          className={`light tally-${severity}`}
          aria-label={`Show ${severityCount(severity, counts[severity])}`}
          onPress={() => {
            app.store.set({ lights: toggleLight(new Set(), severity) });
            app.views.tab('findings');
          }}
        >
          <SeverityMark severity={severity} />
          {counts[severity]}
        </AriaButton>
      ))}
    </div>
  );
}
