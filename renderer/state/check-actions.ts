import type { DismissalScope, Story } from '#core/article/model';
import { dismissalFor } from '#core/checks/dismissals';
import type { Finding, Fix } from '#core/checks/types';
import type { Context } from './context';
import { notify, say } from './context';
import {
  groupFindings,
  inReadingOrder,
  neighbour,
  planSafeFixes,
  visibleFindings,
} from './findings';

export interface CheckActions {
  /** Opens a finding's card and shows its place; `focus` moves the keyboard into the text. */
  readonly show: (finding: Finding | null, options?: { readonly focus?: boolean }) => void;
  readonly step: (by: 1 | -1) => void;
  readonly fix: (finding: Finding, fix: Fix) => void;
  readonly dismiss: (finding: Finding, scope: DismissalScope) => void;
  readonly restore: (dismissal: Story['dismissals'][number]) => void;
  readonly fixAllSafe: () => void;
  readonly current: () => Finding | null;
}

/**
 * Findings with the filter applied, in the order that the eye is following: down the panel when the keyboard is there,
 * through the story otherwise.
 */
export function walk(ctx: Pick<Context, 'store'>, inPanel: boolean): readonly Finding[] {
  const { check, lights, story } = ctx.store.get();
  if (!story) return [];
  const inOrder = inReadingOrder(visibleFindings(check.findings, lights), story);
  return inPanel ? groupFindings(inOrder).flatMap((group) => group.findings) : inOrder;
}

function focusIn(selector: string): boolean {
  return (document.activeElement?.closest(selector) ?? null) !== null;
}

/** Builds the actions on findings. */
export function checkActions(ctx: Context): CheckActions {
  const { store, editor } = ctx;

  function show(finding: Finding | null, options?: { readonly focus?: boolean }) {
    store.set({ current: finding?.key ?? null, hover: null });
    editor()?.showFindings(store.get().check.findings, finding?.key ?? null);
    if (!finding || finding.kind === 'story') return;
    editor()?.reveal(
      { block: finding.block, start: finding.start, end: finding.end },
      { focus: options?.focus ?? false },
    );
  }

  /** Takes findings off the list at once (the next check confirms) and opens the one that follows. */
  function settle(done: readonly Finding[], next: Finding | null) {
    const gone = new Set(done);
    store.set((state) => ({
      hover: null,
      current: next?.key ?? null,
      check: {
        ...state.check,
        findings: state.check.findings.filter((finding) => !gone.has(finding)),
      },
    }));
    editor()?.showFindings(store.get().check.findings, next?.key ?? null);
  }

  function following(finding: Finding): Finding | null {
    const list = walk(ctx, focusIn('.inspector'));
    const next = neighbour(list, finding.key, 1);
    return next && next !== finding ? next : null;
  }

  const current = () => {
    const { check, current: key } = store.get();
    return check.findings.find((finding) => finding.key === key) ?? null;
  };

  return {
    show,
    current,
    step: (by) => {
      const finding = neighbour(walk(ctx, focusIn('.inspector')), store.get().current, by);
      if (!finding) {
        say(ctx, 'No findings to show.');
        return;
      }
      store.set({ tab: 'findings' });
      show(finding, { focus: focusIn('[contenteditable="true"]') });
      say(ctx, finding.message);
    },
    fix: (finding, fix) => {
      const next = following(finding);
      editor()?.applyEdits(fix.edits);
      settle([finding], next);
      say(ctx, `Fixed: ${fix.title}.`);
    },
    dismiss: (finding, scope) => {
      const next = following(finding);
      const by = store.get().settings.user || store.get().info?.user || '';
      const dismissal = dismissalFor(finding, scope, by, new Date().toISOString());
      editor()?.change((story) => ({ ...story, dismissals: [...story.dismissals, dismissal] }));
      settle([finding], next);
      say(ctx, scope === 'once' ? 'Kept as it stands.' : 'Dismissed in this story.');
    },
    restore: (dismissal) => {
      editor()?.change((story) => ({
        ...story,
        dismissals: story.dismissals.filter(
          (one) => one.key !== dismissal.key || one.scope !== dismissal.scope,
        ),
      }));
      say(ctx, 'The finding is back.');
    },
    fixAllSafe: () => {
      const { story, check } = store.get();
      if (!story) return;
      const plan = planSafeFixes(check.findings);
      if (plan.length === 0) return;
      editor()?.applyEdits(plan.flatMap(({ fix }) => fix.edits));
      settle(
        plan.map(({ finding }) => finding),
        null,
      );
      const text = `Fixed ${plan.length} ${plan.length === 1 ? 'finding' : 'findings'}.`;
      notify(ctx, 'done', text, { title: 'Undo', run: () => editor()?.run('undo') });
      say(ctx, text);
    },
  };
}
