import type { Edit } from '#core/article/edit';
import type { Dismissal, DismissalScope, LexiconWord } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { dismissalFor } from '#core/checks/dismissals';
import { firstFixes } from '#core/checks/fix-all';
import { isUnknownWord } from '#core/checks/harper/checks';
import { acceptedBy, addToStory, lexiconForm } from '#core/checks/lexicon';
import type { Finding, Fix } from '#core/checks/types';
import type { AlwaysActions } from './always';
import type { Context } from './context';
import { notify, say } from './context';
import { afterEdits, neighbour, planSafeFixes, SEVERITIES } from './findings';
import type { LexiconActions, LexiconScope } from './lexicon';
import type { Fold, PanelFilter } from './panel';
import { arrange, foldOf, NO_FILTER, shownFindings } from './panel';

export interface CheckActions {
  /** Opens a finding's card and shows its place; `focus` moves the keyboard into the text. */
  readonly show: (finding: Finding | null, options?: { readonly focus?: boolean }) => void;
  readonly step: (by: 1 | -1) => void;
  readonly fix: (finding: Finding, fix: Fix) => void;
  /** Applies the first fix of each as one undo step. */
  readonly fixAlike: (findings: readonly Finding[]) => void;
  readonly dismiss: (findings: readonly Finding[], scope: DismissalScope) => void;
  /** Makes the word of a spelling finding right, here or in the whole library; all findings of it go. */
  readonly addToLexicon: (finding: Finding, scope: LexiconScope) => void;
  readonly restore: (dismissal: Dismissal) => void;
  readonly fixAllSafe: () => void;
  readonly current: () => Finding | null;
  /** The findings that are folded with this one, itself included. */
  readonly alike: (finding: Finding) => readonly Finding[];
  readonly explain: () => void;
  readonly filter: (patch: Partial<PanelFilter>) => void;
  /** Shows everything again. */
  readonly unfilter: () => void;
  /** What is found now counts as seen from here on. */
  readonly mark: () => void;
}

/** The rows of the panel as they stand, top to bottom. */
function rows(ctx: Pick<Context, 'store'>): readonly Fold[] {
  const state = ctx.store.get();
  const parts = arrange(shownFindings(state), state.settings.findingsOrder);
  return parts.flatMap((part) => part.folds);
}

/**
 * Findings with the filter applied, in the order that the eye is following: down the panel's rows when the keyboard is
 * there, through the story otherwise.
 */
export function walk(ctx: Pick<Context, 'store'>, inPanel: boolean): readonly Finding[] {
  return inPanel ? rows(ctx).map((fold) => fold.head) : shownFindings(ctx.store.get());
}

function focusIn(selector: string): boolean {
  return (document.activeElement?.closest(selector) ?? null) !== null;
}

/** Builds the actions on findings. */
export function checkActions(
  ctx: Context,
  always: AlwaysActions,
  lexicon: LexiconActions,
): CheckActions {
  const { store, editor } = ctx;

  function show(finding: Finding | null, options?: { readonly focus?: boolean }) {
    store.set({ current: finding?.key ?? null, hover: null, explain: false });
    editor()?.showFindings(store.get().check.findings, finding?.key ?? null);
    if (!finding || finding.kind === 'story') return;
    editor()?.reveal(
      { block: finding.block, start: finding.start, end: finding.end },
      { focus: options?.focus ?? false },
    );
  }

  /** Takes findings off the list at once (the next check confirms) and opens the one that follows. */
  function settle(done: readonly Finding[], next: Finding | null, edits: readonly Edit[] = []) {
    const gone = new Set(done);
    store.set((state) => ({
      hover: null,
      explain: false,
      current: next?.key ?? null,
      check: {
        ...state.check,
        // Until the check has seen the edits: an old place would put the next fix into the middle of a word.
        findings: afterEdits(
          state.check.findings.filter((finding) => !gone.has(finding)),
          edits,
        ),
      },
    }));
    editor()?.showFindings(store.get().check.findings, next?.key ?? null);
  }

  /** What opens when these are done: the next row in the panel, the next place in the text. */
  function following(done: readonly Finding[]): Finding | null {
    const last = done.at(-1);
    if (!last) return null;
    const inPanel = focusIn('.inspector');
    const gone = new Set(done);
    if (!inPanel) {
      const left = walk(ctx, false);
      const at = left.indexOf(last);
      return [...left.slice(at + 1), ...left.slice(0, at)].find((one) => !gone.has(one)) ?? null;
    }
    const folds = rows(ctx);
    const at = folds.findIndex((fold) => fold.findings.includes(last));
    for (const fold of [...folds.slice(at), ...folds.slice(0, Math.max(0, at))]) {
      const left = fold.findings.find((one) => !gone.has(one));
      if (left) return left;
    }
    return null;
  }

  /** The library's list is no part of the story's history, so the notice carries the way back. */
  async function dismissAlways(dismissals: readonly Dismissal[]) {
    if (!(await always.add(dismissals))) return;
    const text = 'Dismissed in every story.';
    notify(ctx, 'done', text, { title: 'Undo', run: () => void always.remove(dismissals) });
    say(ctx, text);
  }

  /** Like a dismissal for every story: no part of the story's history, so the notice carries the way back. */
  async function addToLibrary(entry: LexiconWord) {
    if (!(await lexicon.addToLibrary(entry))) return;
    const text = `“${entry.word}” is right in every story.`;
    const undo = () => void lexicon.remove(entry.word, 'library');
    notify(ctx, 'done', text, { title: 'Undo', run: undo });
    say(ctx, text);
  }

  function alike(finding: Finding): readonly Finding[] {
    const state = store.get();
    const parts = arrange(shownFindings(state), state.settings.findingsOrder);
    return foldOf(parts, finding.key)?.findings ?? [finding];
  }

  const current = () => {
    const { check, current: key } = store.get();
    return check.findings.find((finding) => finding.key === key) ?? null;
  };

  return {
    show,
    current,
    alike,
    step: (by) => {
      const inPanel = focusIn('.inspector');
      const now = current();
      // In the panel a step goes from row to row, whichever of a row's places is open.
      const from = inPanel && now ? (alike(now)[0]?.key ?? now.key) : (now?.key ?? null);
      const finding = neighbour(walk(ctx, inPanel), from, by);
      if (!finding) {
        say(ctx, 'No findings to show.');
        return;
      }
      store.set({ tab: 'findings' });
      show(finding, { focus: focusIn('[contenteditable="true"]') });
      say(ctx, finding.message);
    },
    fix: (finding, fix) => {
      const next = following([finding]);
      editor()?.applyEdits(fix.edits);
      settle([finding], next, fix.edits);
      say(ctx, `Fixed: ${fix.title}.`);
    },
    fixAlike: (findings) => {
      const edits = new Set(firstFixes(findings));
      const done = findings.filter(
        (one) => one.fixes[0]?.edits.every((edit) => edits.has(edit)) ?? false,
      );
      if (done.length === 0) return;
      const next = following(done);
      editor()?.applyEdits([...edits]);
      settle(done, next, [...edits]);
      say(ctx, done.length === 1 ? 'Fixed.' : `Fixed ${done.length} alike.`);
    },
    dismiss: (findings, scope) => {
      const next = following(findings);
      const by = store.get().settings.user || store.get().info?.user || '';
      const at = new Date().toISOString();
      const made = findings.map((finding) => dismissalFor(finding, scope, by, at));
      const unique = [...new Map(made.map((one) => [one.key, one])).values()];
      if (scope === 'always') {
        void dismissAlways(unique);
      } else {
        editor()?.change((story) => ({ ...story, dismissals: [...story.dismissals, ...unique] }));
        say(ctx, scope === 'once' ? 'Kept as it stands.' : 'Dismissed in this story.');
      }
      settle(findings, next);
    },
    addToLexicon: (finding, scope) => {
      const { story, settings, info, check } = store.get();
      if (!story || !isUnknownWord(finding)) return;
      const texts = readArticle(story.article).map(({ text }) => text);
      const word = lexiconForm(finding.actual, texts);
      const entry = { word, by: settings.user || info?.user || '', at: new Date().toISOString() };
      const accepted = acceptedBy([word]);
      const done = check.findings.filter((one) => isUnknownWord(one) && accepted(one.actual));
      const next = following(done.includes(finding) ? done : [...done, finding]);
      if (scope === 'library') void addToLibrary(entry);
      else {
        editor()?.change((before) => addToStory(before, entry));
        say(ctx, `“${word}” is right in this story.`);
      }
      settle(done, next);
    },
    restore: (dismissal) => {
      if (dismissal.scope === 'always') {
        void always.remove([dismissal]).then((done) => {
          if (done) say(ctx, 'The finding is back in every story.');
        });
        return;
      }
      editor()?.change((story) => ({
        ...story,
        dismissals: story.dismissals.filter(
          (one) => one.key !== dismissal.key || one.scope !== dismissal.scope,
        ),
      }));
      say(ctx, 'The finding is back.');
    },
    explain: () => store.set((state) => ({ explain: !state.explain })),
    filter: (patch) => store.set((state) => ({ filter: { ...state.filter, ...patch } })),
    unfilter: () => store.set({ filter: NO_FILTER, lights: new Set(SEVERITIES) }),
    mark: () => {
      store.set((state) => ({
        seen: { ...state.seen, mark: state.check.findings },
        filter: { ...state.filter, since: 'mark' },
      }));
      say(ctx, 'Marked: from here on only new findings are shown.');
    },
    fixAllSafe: () => {
      const { story, check } = store.get();
      if (!story) return;
      const plan = planSafeFixes(check.findings);
      if (plan.length === 0) return;
      const edits = plan.flatMap(({ fix }) => fix.edits);
      editor()?.applyEdits(edits);
      settle(
        plan.map(({ finding }) => finding),
        null,
        edits,
      );
      const text = `Fixed ${plan.length} ${plan.length === 1 ? 'finding' : 'findings'}.`;
      notify(ctx, 'done', text, { title: 'Undo', run: () => editor()?.run('undo') });
      say(ctx, text);
    },
  };
}
