import { useMemo } from 'react';
import type { Finding, Fix } from '#core/checks/types';
import { contextOf, planSafeFixes, shorten } from '../../state/findings';
import { useApp, useDesk } from '../../state/use-app';
import { checkTitle, countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** What "fix all safe" is about to change, before it does. */
export function FixAllDialog() {
  const app = useApp();
  const findings = useDesk((state) => state.check.findings);
  const plan = useMemo(() => planSafeFixes(findings), [findings]);
  const close = () => app.views.dialog(null);
  return (
    <Dialog
      title={`Fix ${countOf(plan.length, 'safe finding')}`}
      size="medium"
      onClose={close}
      footer={
        <>
          <span className="note">
            One undo takes all of it back. Words inside quotations are never changed.
          </span>
          <span className="pane-gap" />
          <Button onPress={close}>Cancel</Button>
          <Button
            look="solid"
            autoFocus
            isDisabled={plan.length === 0}
            onPress={() => {
              close();
              app.checks.fixAllSafe();
            }}
          >
            Fix all
          </Button>
        </>
      }
    >
      <ul className="planned">
        {plan.map(({ finding, fix }) => (
          <li key={finding.key}>
            <p className="planned-title">
              {checkTitle(finding.check)} <span className="note">{fix.title}</span>
            </p>
            <Change finding={finding} fix={fix} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Change({ finding, fix }: { readonly finding: Finding; readonly fix: Fix }) {
  const story = useDesk((state) => state.story);
  const edit = fix.edits[0];
  if (!story || !edit) return null;
  if (edit.op === 'remove-block') {
    return (
      <p className="planned-words">
        <del>{shorten(finding.actual, 140)}</del>
      </p>
    );
  }
  const context = contextOf(story, edit, 24);
  const more = fix.edits.length - 1;
  if (edit.op === 'link') {
    return (
      <p className="planned-words">
        {context?.found} <ins>{shorten(edit.address ?? 'no link', 100)}</ins>
      </p>
    );
  }
  return (
    <p className="planned-words">
      {context?.before}
      {context?.found ? <del>{context.found}</del> : null}
      {edit.text === '' ? null : <ins>{edit.text}</ins>}
      {context?.after}
      {more > 0 ? <span className="note"> and {countOf(more, 'place')} more</span> : null}
    </p>
  );
}
