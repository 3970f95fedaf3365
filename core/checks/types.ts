import type { Edit } from '../article/edit';
import type {
  BlockId,
  Decision,
  DecisionKind,
  Photo,
  ReadKind,
  Story,
  StoryDates,
} from '../article/model';
import type { ReadBlock } from '../article/reading';
import type { BlockAnalysis } from './analysis';
import type { Severity, StyleBook } from './style-book';

/** A place in the story. Offsets are UTF-16 code units in the block's reading text. */
export interface Place {
  readonly block: BlockId;
  readonly start: number;
  readonly end: number;
}

export interface Fix {
  /** What the fix does, in the words of the button: "Remove the copy", "Getty Images". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Part of "fix all safe". Never true when an edit touches the inside of a quotation. */
  readonly safe: boolean;
}

/** What a check reports; the runner adds severity, kind, actual text, why and key. */
export interface Draft extends Place {
  /** What disagrees, one sentence, no rule name. */
  readonly message: string;
  /** The fact for the list's right side, short: "12 ≠ 7 + 4", "caption ↔ story". */
  readonly fact: string;
  /** Another severity than the check's own: what the style book gives this word. */
  readonly severity?: Severity;
  /** Id of the word-list row that speaks here. */
  readonly row?: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Place[];
}

export interface Finding extends Draft {
  readonly check: string;
  readonly severity: Severity;
  readonly kind: ReadKind | 'figure' | 'story';
  readonly actual: string;
  /** Why it matters and who says so. */
  readonly why: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly Place[];
  /** Check, folded text and two tokens of context each side: what a dismissal is stored under. */
  readonly key: string;
}

/** A figure as checks see it. `caption`, `credit` and `alt` are also in the story's blocks. */
export interface ReadFigure {
  readonly id: BlockId;
  readonly photo: Photo | null;
  readonly caption: ReadBlock;
  readonly credit: ReadBlock;
  /** null: nobody has written one; '' : decorative. */
  readonly alt: string | null;
}

/** Everything a story check may read. Gathered once per run; analyses are lazy and cached per block. */
export interface CheckStory {
  readonly blocks: readonly ReadBlock[];
  readonly figures: readonly ReadFigure[];
  readonly dates: StoryDates;
  readonly related: Story['related'];
  /** The texts as they came in, after the importer's repairs; null: the story was written here. */
  readonly imported: readonly ReadBlock[] | null;
  /** What the desk decided about names and figures. */
  readonly decisions: readonly Decision[];
  readonly book: StyleBook;
  readonly analysis: (block: ReadBlock) => BlockAnalysis;
  /** The block of an id; undefined when it is not in the reading. */
  readonly block: (id: BlockId) => ReadBlock | undefined;
}

/**
 * An example of a check: lines of `kind: text` (default kind paragraph; `headline:`, `dek:`, `byline:`, `crosshead:`,
 * `caption:`, `credit:`, `alt:` …; `caption:`/`credit:`/`alt:` lines that follow one another form one figure).
 * `<words|address>` is a link in a text. `[[…]]` marks what must be found; an unmarked example in `flags` must give at least one finding somewhere.
 */
export interface Example {
  readonly text: string;
  /** The story as it came in, sketched in the same way; absent: it was written here. */
  readonly imported?: string;
  /** The reading text of the first flagged block after the first fix. */
  readonly fixed?: string;
  readonly dates?: Partial<StoryDates>;
  readonly book?: Partial<StyleBook>;
  readonly photo?: Partial<Photo>;
  /** `same`, `apart` (two names), `spelling` (the right one) or `figure` (as printed, what it counts). */
  readonly decisions?: readonly (readonly [DecisionKind, ...string[]])[];
}

/** What a check says of itself, whoever runs it. */
export interface CheckBase {
  readonly id: string;
  /** The finding's name in a list: "Weekday and date disagree". */
  readonly title: string;
  readonly section: string;
  readonly severity: Severity;
  /** Why the rule exists, one or two sentences. */
  readonly why: string;
  /** Who says so: "AP Stylebook, months", "Galley". */
  readonly source: string;
  /** What leaving a finding as it is means here, in the words of the button: "Sign off". */
  readonly keep?: string;
  /** Ships switched off unless a style book turns it on. */
  readonly off?: boolean;
  readonly examples: { readonly flags: readonly Example[]; readonly passes: readonly Example[] };
}

/** Sees one block at a time; its drafts are cached until the block's text or kind changes. */
export interface BlockCheck extends CheckBase {
  readonly scope: 'block';
  readonly kinds: readonly ReadKind[] | 'all';
  readonly run: (block: ReadBlock, analysis: BlockAnalysis, book: StyleBook) => readonly Draft[];
}

/** Sees the whole story; runs again on every change, so it must be cheap over cached analyses. */
export interface StoryCheck extends CheckBase {
  readonly scope: 'story';
  readonly run: (story: CheckStory) => readonly Draft[];
}

export type Check = BlockCheck | StoryCheck;
