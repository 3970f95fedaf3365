import type { Dismissal, LexiconWord, Story } from '#core/article/model';
import { dismissedBy } from '#core/checks/dismissals';
import { readForChecks } from '#core/checks/engine';
import { isUnknownWord } from '#core/checks/harper/checks';
import { withHarper } from '#core/checks/harper/merge';
import { acceptedBy, withLexicon } from '#core/checks/lexicon';
import type { StyleBook } from '#core/checks/style-book';
import type { Place } from '#core/checks/types';
import type { EditorSelection } from '../editor/api';
import type { CheckState } from './app-state';
import { carryOver } from './carry-over';
import type { Checker, CheckResult, MakeChecker } from './checking';
import { activeChecks, harperChecks } from './checking';
import type { Context } from './context';
import { notify, say } from './context';
import { tally } from './findings';
import { rememberTally } from './library-actions';
import { stillThere } from './panel';

/** Both check workers as one: Galley's own checks, and Harper's spelling and grammar beside them. */
export interface CheckRuns {
  /** Starts the workers; they set themselves up. */
  readonly start: () => void;
  readonly setBook: (book: StyleBook) => void;
  /** What is dismissed in every story. In force from the next update. */
  readonly setAlways: (dismissals: readonly Dismissal[]) => void;
  /** The library's lexicon. In force from the next update. */
  readonly setLexicon: (words: readonly LexiconWord[]) => void;
  readonly update: (story: Story) => void;
  /** The caret moved: a word that was being typed may be read now. */
  readonly caretAt: (caret: Caret | null) => void;
  /** Another story is open: what was found before is nothing to it. */
  readonly reset: () => void;
}

type Caret = Pick<EditorSelection, 'block' | 'start' | 'end'>;

/** What a worker said last, and of which state of the story. */
interface Said {
  readonly result: CheckResult;
  readonly story: Story;
}

const NOTHING: CheckResult = { findings: [], dismissed: [], troubles: [] };
const NO_WORDS: readonly LexiconWord[] = [];

/** Builds the runs. Without `makeSpeller` spelling is left alone; without `makeChecker` nothing is checked. */
export function createCheckRuns(
  ctx: Context,
  makeChecker: MakeChecker | null,
  makeSpeller: MakeChecker | null,
): CheckRuns {
  const { store, editor } = ctx;
  let checker: Checker | null = null;
  let speller: Checker | null = null;
  let own: Said | null = null;
  let spelling: Said | null = null;
  let told = false;
  /** The unknown word that the caret is still at the end of: it is not told before it is left. */
  let typing: Caret | null = null;
  let always: readonly Dismissal[] = [];
  let library = NO_WORDS;
  /** The style book without and with the lexicons of story and library, as the workers have it. */
  let book: StyleBook | null = null;
  let sent: readonly unknown[] = [];

  const set = (patch: Partial<CheckState>) =>
    store.set((state) => ({ check: { ...state.check, ...patch } }));
  const setSpelling = (patch: Partial<CheckState['spelling']>) =>
    store.set(({ check }) => ({ check: { ...check, spelling: { ...check.spelling, ...patch } } }));

  /** The lexicons count as the book's own: one message when any of the three changed. */
  function sendBook(story: Story | null): void {
    if (!book) return;
    const words = story?.lexicon ?? NO_WORDS;
    const now = [book, words, library];
    if (now.every((part, at) => part === sent[at])) return;
    sent = now;
    const whole = withLexicon(book, words, library);
    checker?.setBook(whole);
    speller?.setBook(whole);
  }

  /** What one worker said, at the places of now, without what has been dismissed since. */
  function asOfNow(said: Said | null, now: Story): CheckResult {
    if (!said) return NOTHING;
    const { result, story } = said;
    if (story === now) return result;
    const gone = dismissedBy([...now.dismissals, ...always]);
    return {
      ...result,
      findings: carryOver(result.findings, story, now).filter((one) => !gone(one)),
      dismissed: carryOver(result.dismissed, story, now),
    };
  }

  function show(): void {
    const now = editor()?.story() ?? own?.story ?? spelling?.story;
    if (!now) return;
    const harper = asOfNow(spelling, now);
    const accepted = acceptedBy([...(now.lexicon ?? []), ...library].map(({ word }) => word));
    const caret = editor()?.selection() ?? null;
    typing = null;
    const findings = harper.findings.filter((one) => {
      if (accepted(one.actual)) return false;
      if (!isUnknownWord(one) || !caret || !endsAt(one, caret)) return true;
      typing = { block: caret.block, start: caret.start, end: caret.end };
      return false;
    });
    const merged = withHarper(asOfNow(own, now), { ...harper, findings }, readForChecks(now));
    const { current, check: before } = store.get();
    const open = before.findings.find((finding) => finding.key === current);
    const kept = stillThere(merged.findings, open)?.key ?? null;
    store.set((state) => {
      const whole = own !== null && (spelling !== null || !speller || state.check.spelling.failed);
      const { opened } = state.seen;
      return {
        current: kept,
        seen: { ...state.seen, opened: opened ?? (whole ? merged.findings : null) },
        check: { ...state.check, ...merged, ...counts(state.book) },
      };
    });
    editor()?.showFindings(merged.findings, kept);
    rememberTally(ctx);
    const { running, spelling: reading } = store.get().check;
    if (running || reading.running) return;
    const { error, warning, suggestion } = tally(merged.findings);
    const all = error + warning + suggestion;
    say(ctx, all === 0 ? 'Checked: clear.' : `Checked: ${all} findings, ${error} errors.`);
  }

  /** How many checks have looked, and how many there are. */
  function counts(by: StyleBook | null): Pick<CheckState, 'checks' | 'of'> {
    const ours = activeChecks(by);
    const theirs = speller ? harperChecks(by) : 0;
    return {
      checks: own === null ? null : ours + (spelling ? theirs : 0),
      of: ours + theirs,
    };
  }

  /** A result of the story that was open before is late. */
  const isOpen = (story: Story) => store.get().ref !== null && story.id === store.get().story?.id;

  return {
    start() {
      checker =
        makeChecker?.({
          onResult(result, story) {
            if (!isOpen(story)) return;
            own = { result, story };
            const [broken] = result.troubles;
            const trouble = broken ? `${broken.check} could not look: ${broken.message}` : null;
            set({ running: false, done: 0, total: 0, trouble });
            show();
          },
          onProgress: (done, total) => set({ running: true, done, total }),
          onTrouble: (trouble) => set({ running: false, trouble }),
        }) ?? null;
      const failed = (message: string) => {
        setSpelling({ running: false, failed: true });
        if (!told)
          notify(ctx, 'error', `${message.replace(/\.?$/u, '.')} Galley’s own checks go on.`);
        told = true;
        if (own) show();
      };
      speller =
        makeSpeller?.({
          onResult(result, story) {
            if (!isOpen(story)) return;
            spelling = { result, story };
            const [broken] = result.troubles;
            setSpelling({ running: false, done: 0, total: 0, failed: false });
            if (broken && !told) {
              told = true;
              notify(ctx, 'error', `Spelling skipped a text it broke on: ${broken.message}`);
            }
            show();
          },
          onProgress: (done, total) => setSpelling({ running: true, done, total }),
          onTrouble: failed,
        }) ?? null;
    },
    setBook(next) {
      book = next;
      sendBook(store.get().story);
    },
    setAlways(dismissals) {
      always = dismissals;
      checker?.setAlways(dismissals);
      speller?.setAlways(dismissals);
    },
    setLexicon(words) {
      library = words;
    },
    update(story) {
      if (!checker) return;
      sendBook(story);
      set({ running: true });
      if (speller && !store.get().check.spelling.failed) setSpelling({ running: true });
      checker.update(story);
      speller?.update(story);
    },
    caretAt(caret) {
      if (!typing || (caret && endsAt(typing, caret))) return;
      typing = null;
      show();
    },
    reset() {
      typing = null;
      own = null;
      spelling = null;
    },
  };
}

/** Does a caret, with nothing selected, stand at the end of this place? */
function endsAt(place: Pick<Place, 'block' | 'end'>, caret: Caret): boolean {
  return caret.start === caret.end && place.block === caret.block && place.end === caret.end;
}
