import type { Dismissal, LexiconWord, Story } from '#core/article/model';
import type { Severity, StyleBook } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import type {
  AppInfo,
  FormatInfo,
  PhotoUse,
  Progress,
  Settings,
  StoryRef,
  StorySummary,
  StyleBookProblem,
} from '#core/ipc/contract';
import { DEFAULT_SETTINGS } from '#core/ipc/contract';
import type { FindState } from './find-actions';
import { NO_FIND } from './find-actions';
import type { Tally } from './findings';
import type { LedgerState } from './ledger';
import { NO_LEDGER } from './ledger';
import type { PanelFilter, Seen } from './panel';
import { NO_FILTER, NOTHING_SEEN } from './panel';
import type { SessionState } from './session';
import type { StyleBookState } from './style-book';

export type View = 'queue' | 'galley' | 'photos' | 'style-book';
export const TABS = ['findings', 'photos', 'names', 'import', 'story'] as const;
/** Panels of the inspector that exist. */
export type Tab = (typeof TABS)[number];

/** Something to tell the user that is not a question. Errors stay until dismissed; the rest leaves by itself. */
export interface Notice {
  readonly id: number;
  readonly tone: 'error' | 'done';
  readonly text: string;
  readonly action?: { readonly title: string; readonly run: () => void };
}

/** The one dialog that is open. */
export type Dialog =
  | { readonly kind: 'rename'; readonly ref: StoryRef; readonly slug: string }
  | { readonly kind: 'trash'; readonly ref: StoryRef; readonly slug: string }
  | { readonly kind: 'export' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'palette'; readonly query: string }
  | { readonly kind: 'fix-all' }
  | { readonly kind: 'dismissals' }
  | { readonly kind: 'codes' }
  /** `row`: whom to join, `name`: by which of the spellings. */
  | { readonly kind: 'merge-name'; readonly row: string; readonly name: string }
  | { readonly kind: 'link' };

/** Why the words around `Checked`: how far the running check is, or how many checks looked. */
export interface CheckState {
  readonly findings: readonly Finding[];
  /** What dismissals silence in this story. */
  readonly dismissed: readonly Finding[];
  readonly running: boolean;
  /** How many checks have looked; null until a run has finished. */
  readonly checks: number | null;
  /** How many are switched on, spelling and grammar among them. */
  readonly of: number;
  readonly done: number;
  readonly total: number;
  readonly trouble: string | null;
  /** Spelling and grammar come from a worker of their own, a moment later. */
  readonly spelling: {
    readonly running: boolean;
    readonly done: number;
    readonly total: number;
    readonly failed: boolean;
  };
}

export interface AppState {
  readonly booted: boolean;
  readonly info: AppInfo | null;
  readonly settings: Settings;
  /** Null while the list is being read. */
  readonly stories: readonly StorySummary[] | null;
  readonly listTrouble: string | null;
  readonly formats: readonly FormatInfo[];
  readonly books: readonly { readonly id: string; readonly title: string }[];
  readonly book: StyleBook | null;
  readonly bookProblems: readonly StyleBookProblem[];
  /** What the style book view shows; null until it was opened. */
  readonly styleBook: StyleBookState | null;
  readonly view: View;
  readonly tab: Tab;
  /** The figure that the photo desk shows; null: the first one. */
  readonly figure: string | null;
  /** The photo desk shows all photos as a contact sheet. */
  readonly sheet: boolean;
  /** The photo desk shows the picture's own pixels, not the whole picture. */
  readonly actualPixels: boolean;
  /** Files of the story's photos that its folder does not hold any more. */
  readonly lostFiles: ReadonlySet<string>;
  /** Where else the library shows the story's photos, the latest first. */
  readonly photoUses: readonly PhotoUse[];
  /** The desk's caption codes, as written. */
  readonly codes: string;
  /** Null: no story is open. The story follows the editor a moment behind the keys. */
  readonly story: Story | null;
  readonly ref: StoryRef | null;
  readonly opening: StoryRef | null;
  readonly openTrouble: { readonly ref: StoryRef; readonly message: string } | null;
  readonly session: SessionState | null;
  readonly history: { readonly canUndo: boolean; readonly canRedo: boolean };
  readonly check: CheckState;
  /** What was dismissed for every story of the library. */
  readonly always: readonly Dismissal[];
  /** The library's lexicon. */
  readonly lexicon: readonly LexiconWord[];
  /** Severities that are shown; all three to begin with. */
  readonly lights: ReadonlySet<Severity>;
  /** What the findings panel narrows to, beside the lights. */
  readonly filter: PanelFilter;
  /** The filter's menu is open. */
  readonly filterOpen: boolean;
  readonly seen: Seen;
  /** The open finding shows its rule's examples. */
  readonly explain: boolean;
  /** Key of the finding that is open. */
  readonly current: string | null;
  readonly hover: { readonly key: string; readonly rect: DOMRect } | null;
  /** Counts of findings of stories that were open in this window. */
  readonly tallies: ReadonlyMap<StoryRef, Tally>;
  readonly find: FindState;
  readonly ledger: LedgerState;
  readonly dialog: Dialog | null;
  readonly notices: readonly Notice[];
  readonly tasks: readonly Progress[];
  /** Said politely to screen readers. */
  readonly spoken: string;
  /** Room for the panes: narrow folds the list and the inspector, medium only the list. */
  readonly room: 'narrow' | 'medium' | 'wide';
  /** A folded pane that is shown over the sheet for now. */
  readonly drawer: 'list' | 'inspector' | null;
}

export const NO_CHECK: CheckState = {
  findings: [],
  dismissed: [],
  running: false,
  checks: null,
  of: 0,
  done: 0,
  total: 0,
  trouble: null,
  spelling: { running: false, done: 0, total: 0, failed: false },
};

export const INITIAL: AppState = {
  booted: false,
  info: null,
  settings: DEFAULT_SETTINGS,
  stories: null,
  listTrouble: null,
  formats: [],
  books: [],
  book: null,
  bookProblems: [],
  styleBook: null,
  view: 'queue',
  tab: 'findings',
  figure: null,
  sheet: false,
  actualPixels: false,
  lostFiles: new Set<string>(),
  photoUses: [],
  codes: '',
  story: null,
  ref: null,
  opening: null,
  openTrouble: null,
  session: null,
  history: { canUndo: false, canRedo: false },
  check: NO_CHECK,
  always: [],
  lexicon: [],
  lights: new Set<Severity>(['error', 'warning', 'suggestion']),
  filter: NO_FILTER,
  filterOpen: false,
  seen: NOTHING_SEEN,
  explain: false,
  current: null,
  hover: null,
  tallies: new Map<StoryRef, Tally>(),
  find: NO_FIND,
  ledger: NO_LEDGER,
  dialog: null,
  notices: [],
  tasks: [],
  spoken: '',
  room: 'wide',
  drawer: null,
};
