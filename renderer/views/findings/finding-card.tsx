import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { checkInfo } from '#core/checks/all-checks';
import { isUnknownWord } from '#core/checks/harper/checks';
import type { Finding } from '#core/checks/types';
import { contextOf } from '../../state/findings';
import { useApp, useDesk } from '../../state/use-app';
import { checkSource } from '../../state/words';
import { Button, IconButton } from '../../ui/button';
import { DismissMenu } from './dismiss-menu';
import { Explanation } from './explanation';
import { LexiconMenu } from './lexicon-menu';

interface Props {
  readonly finding: Finding;
  /** The findings folded with it, itself included; they are fixed and dismissed together. */
  readonly alike?: readonly Finding[];
  /** Whether the card's keys work here (in the panel), so that they are shown. */
  readonly keyed?: boolean;
  readonly menuOpen?: boolean | undefined;
  readonly onMenu?: ((open: boolean) => void) | undefined;
}

/** One finding, open: what disagrees, the words in their context, why, and what can be done about it. */
export function FindingCard({ finding, alike, keyed = false, menuOpen, onMenu }: Props) {
  const app = useApp();
  const story = useDesk((state) => state.story);
  const explain = useDesk((state) => state.explain && keyed);
  const title = useId();
  const context = story ? contextOf(story, finding) : null;
  const { checks } = app;
  const source = checkSource(finding.check);
  const all = alike ?? [finding];
  const many = all.length > 1;
  const keep = checkInfo(finding.check)?.keep;
  const key = (keys: string) => (keyed ? { keys } : {});
  return (
    <article className={`card card-${finding.severity}`} aria-labelledby={title}>
      <h3 className="card-title" id={title}>
        {finding.message}
      </h3>
      {many ? <Places finding={finding} all={all} /> : null}
      {context ? (
        <blockquote className="card-context">
          {context.before}
          <mark>{context.found}</mark>
          {context.after}
        </blockquote>
      ) : null}
      <p className="card-why">
        {finding.why} {source ? `Source: ${source}. ` : ''}
        <span className="card-rule">Rule: {finding.check}</span>
      </p>
      <div className="card-actions">
        {finding.fixes.map((fix, at) => {
          const together = many && at === 0;
          return (
            <Button
              key={fix.title}
              small
              look={at === 0 ? 'pencil' : 'plain'}
              onPress={() => (together ? checks.fixAlike(all) : checks.fix(finding, fix))}
              {...(at === 0 ? key('Enter') : {})}
            >
              {together ? `All ${all.length}: ${fix.title}` : fix.title}
            </Button>
          );
        })}
        {many && finding.fixes[0] ? (
          <Button
            small
            onPress={() => {
              const [fix] = finding.fixes;
              if (fix) checks.fix(finding, fix);
            }}
            {...key('Shift+Enter')}
          >
            Only this one
          </Button>
        ) : null}
        <Button small onPress={() => checks.dismiss(all, 'once')} {...key('K')}>
          {keep ?? (many ? 'Keep all as they are' : 'Keep as it is')}
        </Button>
        {isUnknownWord(finding) ? <LexiconMenu finding={finding} keyed={keyed} /> : null}
        {keep === undefined ? (
          <DismissMenu
            finding={finding}
            all={all}
            keyed={keyed}
            menuOpen={menuOpen}
            onMenu={onMenu}
          />
        ) : null}
        {keyed ? (
          <Button small look="quiet" onPress={() => checks.explain()} keys="E">
            {explain ? 'Hide examples' : 'Explain'}
          </Button>
        ) : null}
      </div>
      {explain ? <Explanation check={finding.check} /> : null}
    </article>
  );
}

/** "2 of 5", with the way to the others. */
function Places({ finding, all }: { readonly finding: Finding; readonly all: readonly Finding[] }) {
  const app = useApp();
  const at = all.indexOf(finding);
  const go = (by: 1 | -1) => {
    const next = all[(at + by + all.length) % all.length];
    if (next) app.checks.show(next);
  };
  return (
    <div className="card-places">
      <IconButton label="Previous place" keys="Left" onPress={() => go(-1)}>
        <ChevronLeft />
      </IconButton>
      <span>
        {at + 1} of {all.length}
      </span>
      <IconButton label="Next place" keys="Right" onPress={() => go(1)}>
        <ChevronRight />
      </IconButton>
    </div>
  );
}
