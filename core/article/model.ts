/**
 * The article model: what a story is, independent of the editor and of the disk.
 * Offsets everywhere are UTF-16 code units in a block's reading text (see reading.ts).
 * Stored objects may carry fields this version does not know; they survive a round trip (see schema.ts).
 */

export type BlockId = string;
export type PhotoId = string;
export type NoteId = string;
export type ChangeId = string;

export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript';

/** A run of text with the same marks. `\n` is a line break inside the block. */
export interface Span {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** Target address of a link. */
  readonly link?: string;
  /** The tracked change that suggests this text. */
  readonly inserted?: ChangeId;
  /** The tracked change that suggests to delete this text; a deletion may lie inside somebody's insertion. */
  readonly deleted?: ChangeId;
  readonly notes?: readonly NoteId[];
}

export const BODY_KINDS = [
  'headline',
  'dek',
  'byline',
  'paragraph',
  'crosshead',
  'quotation',
  'pullquote',
  'list-item',
  'bio',
] as const;

/** Kinds of block that stand in the article's own sequence. */
export type BodyKind = (typeof BODY_KINDS)[number];
/** Kinds of text block, including the two that live inside a figure. */
export type TextKind = BodyKind | 'caption' | 'credit';
/** Kinds of text a check may see: alt text is read as a block of its own. */
export type ReadKind = TextKind | 'alt';

export interface TextBlock {
  readonly id: BlockId;
  readonly kind: TextKind;
  readonly spans: readonly Span[];
  /** list-item only: numbered list. */
  readonly ordered?: boolean;
  /** list-item only: nesting depth from 0. */
  readonly depth?: number;
  /** The tracked change that suggests this block's end (splitting it from the next). */
  readonly endInserted?: ChangeId;
  /** The tracked change that suggests to delete this block's end (joining it with the next). */
  readonly endDeleted?: ChangeId;
}

export interface FigureBlock {
  readonly id: BlockId;
  readonly kind: 'figure';
  readonly photo: PhotoId;
  readonly caption: TextBlock;
  readonly credit: TextBlock;
  /** null: nobody has written one. Empty string: the picture is decorative, on purpose. */
  readonly alt: string | null;
  readonly inserted?: ChangeId;
  readonly deleted?: ChangeId;
}

export type Block = TextBlock | FigureBlock;

export interface Article {
  readonly blocks: readonly Block[];
}

export type ChangeKind = 'insert' | 'delete' | 'move' | 'format';

export interface Change {
  readonly id: ChangeId;
  readonly kind: ChangeKind;
  readonly author: string;
  /** ISO 8601 date and time. */
  readonly at: string;
  /** format only: the marks before the change. */
  readonly before?: readonly Mark[];
  /** move only: the id of the other half. */
  readonly pair?: ChangeId;
}

export interface NoteMessage {
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

/** A note or a query to the author, anchored by spans that carry its id, or to a block. */
export interface Note {
  readonly id: NoteId;
  readonly kind: 'note' | 'query';
  readonly block: BlockId | null;
  readonly messages: readonly NoteMessage[];
  readonly resolved: boolean;
}

/** Where a metadata value was read. */
export type MetadataSource = 'iim' | 'xmp' | 'exif';

/** The metadata fields Galley reads, by IPTC Photo Metadata Standard name. */
export const METADATA_FIELDS = [
  'headline',
  'description',
  'altText',
  'extendedDescription',
  'creator',
  'creatorJobTitle',
  'creditLine',
  'source',
  'copyrightNotice',
  'usageTerms',
  'licensor',
  'instructions',
  'dateCreated',
  'personShown',
  'locationShown',
  'locationCreated',
  'keywords',
  'digitalSourceType',
] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** One field as each part of the file gives it; several values for list fields. */
export type MetadataValue = { readonly [source in MetadataSource]?: readonly string[] };

export type PhotoMetadata = { readonly [field in MetadataField]?: MetadataValue };

/** Values that the desk has put in the place of what a file says: a repair, the other part's value, the printed words. */
export type DeskSays = { readonly [field in MetadataField]?: readonly string[] };

export interface Approval {
  readonly by: string;
  readonly at: string;
  /** What was approved: the hash of the photo and the texts as they stood. */
  readonly sha256: string | null;
  readonly caption: string;
  readonly credit: string;
}

export interface Acknowledgement {
  readonly by: string;
  readonly at: string;
  readonly field: MetadataField;
  readonly text: string;
}

export interface Photo {
  readonly id: PhotoId;
  /** File name inside the story's `photos/` folder; null: the story names a picture that has not arrived. */
  readonly file: string | null;
  /** The name the picture came with, for people and for finding it again. */
  readonly originalName: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly metadata: PhotoMetadata | null;
  readonly approval: Approval | null;
  readonly acknowledged: readonly Acknowledgement[];
  /** What the desk says in the place of the file: counts before every part of it, and goes into exported copies. */
  readonly says?: DeskSays | undefined;
  /** The caption as it was made from the file's own words: while it is printed so, it is a draft. */
  readonly draft?: string | undefined;
}

/** How long a dismissal holds: this one place, every such finding in this story, or in every story of the library. */
export type DismissalScope = 'once' | 'story' | 'always';

export interface Dismissal {
  /** The finding's key (once) or its check and folded text (story, always); see checks/dismissals.ts. */
  readonly key: string;
  readonly scope: DismissalScope;
  readonly check: string;
  /** The words concerned and the message, so that a list of dismissals can be read. */
  readonly actual: string;
  readonly message: string;
  readonly by: string;
  readonly at: string;
}

/**
 * What somebody decided about names and figures of the story: two spellings are one person (`same`) or two (`apart`), a
 * spelling is the right one (`spelling`), a figure is (`figure`).
 */
export type DecisionKind = 'same' | 'apart' | 'spelling' | 'figure';

export interface Decision {
  readonly kind: DecisionKind;
  /** same, apart: the two names as printed. spelling: the right one. figure: as printed, and what it counts. */
  readonly words: readonly string[];
  readonly by: string;
  /** ISO 8601 date and time. */
  readonly at: string;
}

/** A word somebody found to be spelled right, where no dictionary has it. */
export interface LexiconWord {
  readonly word: string;
  readonly by: string;
  /** ISO 8601 date and time; '' when nobody wrote it down. */
  readonly at: string;
}

/** An item that came along with the page ("More from …"): kept beside the story, never in its body. */
export interface RelatedItem {
  readonly id: string;
  readonly headline: string;
  readonly dek: string;
  readonly caption: string;
  readonly credit: string;
  readonly link: string;
  /** Lines that fit none of the fields, verbatim. */
  readonly other: readonly string[];
}

/** Operations that undo an import repair, over the whole story. */
export type StoryPatch =
  | { readonly op: 'insert-block'; readonly after: BlockId | null; readonly block: Block }
  | { readonly op: 'remove-block'; readonly block: BlockId }
  | { readonly op: 'replace-block'; readonly block: BlockId; readonly with: Block }
  | { readonly op: 'add-related'; readonly item: RelatedItem }
  | { readonly op: 'remove-related'; readonly item: string };

/** One thing an importer changed, left out or moved, and how to take it back. */
export interface Repair {
  readonly id: string;
  /** The check that would have found it, or a short kind such as `furniture`. */
  readonly check: string;
  /** 1-based line numbers of the source. */
  readonly lines: readonly number[];
  /** What was done, one sentence. */
  readonly message: string;
  /** The source text concerned, verbatim. */
  readonly text: string;
  readonly undo: readonly StoryPatch[];
  readonly undone: boolean;
}

/** Text that no rule could place: shown to the editor, never dropped. */
export interface LooseText {
  readonly lines: readonly number[];
  readonly text: string;
}

/** What the format could not carry over ("2 comments anchored in a footnote"). */
export interface Loss {
  readonly lines: readonly number[];
  readonly message: string;
}

export interface ImportReport {
  /** Id of the import format. */
  readonly format: string;
  /** Name of the source file, or `pasted text`. */
  readonly source: string;
  readonly lineCount: number;
  readonly repairs: readonly Repair[];
  readonly loose: readonly LooseText[];
  readonly losses: readonly Loss[];
  /** Questions only a person can answer ("Is “Preeti Aroon” the byline?"). */
  readonly questions: readonly string[];
}

/** One text of the story as it arrived: what reading.ts gives for its blocks. */
export interface ImportedBlock {
  readonly id: BlockId;
  readonly kind: ReadKind;
  readonly text: string;
  readonly figure: BlockId | null;
}

/** The words as they arrived, after the importer's repairs: what "since import" is measured against. */
export interface ImportedWords {
  /** ISO 8601 date and time. */
  readonly at: string;
  readonly blocks: readonly ImportedBlock[];
}

export const STATUSES = ['draft', 'copy-edit', 'chief-read', 'final', 'killed'] as const;
export type Status = (typeof STATUSES)[number];

export interface StoryDates {
  /** Place part of the dateline, as printed ("MOSCOW"). */
  readonly dateline: string;
  /** ISO date (yyyy-mm-dd) or null. */
  readonly published: string | null;
}

/** Everything in `story.json`. */
export interface Story {
  readonly schema: number;
  readonly id: string;
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  /** Id of the style book. */
  readonly styleBook: string;
  readonly status: Status;
  readonly dates: StoryDates;
  /** Words; null: no target. */
  readonly targetLength: number | null;
  readonly article: Article;
  readonly photos: readonly Photo[];
  readonly notes: readonly Note[];
  readonly changes: readonly Change[];
  readonly dismissals: readonly Dismissal[];
  readonly related: readonly RelatedItem[];
  readonly importReport: ImportReport | null;
  /** Absent: the story was written here, or came in before the words were kept. */
  readonly imported?: ImportedWords | undefined;
  /** In the order in which they were made; absent: none yet. */
  readonly decisions?: readonly Decision[] | undefined;
  /** Words that are right in this story, whatever a dictionary says; absent: none. */
  readonly lexicon?: readonly LexiconWord[] | undefined;
}

/** The story without its article: what the editor keeps beside the text, in the same history. */
export type StoryDesk = Omit<Story, 'article'>;

export const SCHEMA_VERSION = 1;

/** True for the one block kind that is not text. */
export function isFigure(block: Block): block is FigureBlock {
  return block.kind === 'figure';
}
