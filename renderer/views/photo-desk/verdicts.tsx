import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { unreadOrders } from '#core/captions/rights';
import type { Finding } from '#core/checks/types';
import { useApp, useDesk } from '../../state/use-app';
import { focusVerdict } from '../../state/verdict-focus';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { SeverityMark } from '../../ui/severity-mark';

/** What the checks say of one text of a photo, under that text, each with its fix and its keys. */
export function Verdicts({
  findings,
  figure,
}: {
  readonly findings: readonly Finding[];
  readonly figure: string;
}) {
  if (findings.length === 0) return null;
  return (
    <ul className="verdicts" aria-label="Findings">
      {findings.map((finding, at) => (
        // By place, not by key: the next check may name the same finding anew, and the keyboard has to stay on its row.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Verdict key={at} finding={finding} figure={figure} />
      ))}
    </ul>
  );
}

function Verdict({ finding, figure }: { readonly finding: Finding; readonly figure: string }) {
  const app = useApp();
  const open = useDesk((state) => state.current === finding.key);
  const name = useDesk((state) => state.settings.user || state.info?.user || 'you');
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (document.activeElement === row.current) app.store.set({ current: finding.key });
  }, [app, finding.key]);
  const [fix] = finding.fixes;
  const order = finding.check === 'meta-instructions';
  const settle = (run: () => void) => {
    const after = nextKey(finding.key);
    run();
    if (after !== null) focusVerdict(after);
  };
  const sign = () => {
    const story = app.editor()?.story();
    const first = story && unreadOrders(story).find((one) => one.figure === figure);
    app.photos.acknowledge(figure, first?.order);
  };
  const act = () => {
    if (order) settle(sign);
    else if (fix) settle(() => app.checks.fix(finding, fix));
    // No fix: the words are the editor's to write.
    else writeInstead(finding.key);
  };
  const keep = () => settle(() => app.checks.dismiss([finding], 'once'));
  const show = () => {
    app.views.tab('findings');
    app.checks.show(finding);
  };

  function press(event: KeyboardEvent<HTMLLIElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const { key } = event;
    if (key === 'Enter') act();
    else if (key === 'k' || key === 'K') keep();
    else if (key === 's' || key === 'S') show();
    else if (key === 'ArrowDown') focusVerdict(nextKey(finding.key) ?? finding.key);
    else if (key === 'ArrowUp') focusVerdict(nextKey(finding.key, -1) ?? finding.key);
    else return;
    event.preventDefault();
  }

  return (
    <li
      ref={row}
      className={`verdict verdict-${finding.severity}`}
      data-finding={finding.key}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the row's keys act when it has the keyboard
      tabIndex={0}
      aria-label={`${finding.severity}: ${finding.message}`}
      onKeyDown={press}
      onFocus={() => {
        if (!open) app.store.set({ current: finding.key });
      }}
    >
      <SeverityMark severity={finding.severity} />
      <span className="verdict-words" title={finding.why}>
        {finding.message}
      </span>
      <span className="verdict-actions">
        {order ? (
          <Button small look="pencil" onPress={act} excludeFromTabOrder>
            Acknowledge as {name}
            {open ? <Keys keys="Enter" /> : null}
          </Button>
        ) : fix ? (
          <Button small look="pencil" onPress={act} excludeFromTabOrder>
            {fix.title}
            {open ? <Keys keys="Enter" /> : null}
          </Button>
        ) : open ? (
          <Button small onPress={act} excludeFromTabOrder>
            Write
            <Keys keys="Enter" />
          </Button>
        ) : null}
        {open ? (
          <>
            <Button small onPress={keep} excludeFromTabOrder>
              Keep
              <Keys keys="K" />
            </Button>
            <Button
              small
              look="quiet"
              onPress={show}
              excludeFromTabOrder
              aria-label={`Show: ${finding.message}`}
            >
              Show
              <Keys keys="S" />
            </Button>
          </>
        ) : null}
      </span>
    </li>
  );
}

/** Puts the keyboard into the text that a finding stands under. */
function writeInstead(key: string): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.photo-desk [data-finding]')];
  const row = rows.find((one) => one.dataset['finding'] === key);
  row?.closest('.stage-card')?.querySelector<HTMLTextAreaElement>('textarea')?.focus();
}

/** The finding in the row after (or before) this one, as the desk shows them. */
function nextKey(key: string, by: 1 | -1 = 1): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>('.photo-desk [data-finding]')];
  const at = rows.findIndex((row) => row.dataset['finding'] === key);
  return at < 0 ? null : (rows[at + by]?.dataset['finding'] ?? null);
}
