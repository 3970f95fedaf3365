import type { Edit } from '#core/article/edit';
import type { BlockId, PhotoId, ReadKind, Story, TextKind } from '#core/article/model';
import type { Finding, Place } from '#core/checks/types';

/** What the rest of the window may ask of the editor. The editor owns the open story; views read it from here. */
export interface EditorApi {
  /** Shows a story and starts an empty history. */
  readonly load: (story: Story) => void;
  /** The story as it stands: the same object until something changes. */
  readonly story: () => Story;
  /** Applies edits to the text as one undo step. */
  readonly applyEdits: (edits: readonly Edit[]) => void;
  /** Replaces the story by a changed one (repair taken back, dismissal, alt text, status …) as one undo step. */
  readonly change: (next: (story: Story) => Story) => void;
  /** Underlines these findings; `current` (a finding's key) is marked as the open one. */
  readonly showFindings: (findings: readonly Finding[], current: string | null) => void;
  /** Scrolls to a place and selects it; `focus` moves the keyboard there too. */
  readonly reveal: (place: Place, options?: { readonly focus?: boolean }) => void;
  readonly focus: () => void;
  readonly run: (command: EditorCommand) => void;
  readonly setKind: (kind: TextKind, options?: { readonly ordered?: boolean }) => void;
  readonly insertFigure: (photo: PhotoId) => void;
  /** Text of the selection, and where it is; null without one. */
  readonly selection: () => EditorSelection | null;
  /** Sets or (null) removes the link of the selection; a caret inside a link means that link. Unsafe ones are ignored. */
  readonly setLink: (address: string | null) => void;
  /** Marks find matches; the one at index `current` stands out (-1: none). An empty list clears them. */
  readonly showMatches: (matches: readonly Place[], current: number) => void;
}

export type EditorCommand =
  | 'undo'
  | 'redo'
  | 'bold'
  | 'italic'
  | 'move-up'
  | 'move-down'
  | 'delete-block';

export interface EditorSelection extends Place {
  readonly kind: ReadKind;
  readonly text: string;
  readonly link: string | null;
  /** Window coordinates, CSS pixels, for a popover. */
  readonly rect: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

export interface EditorEvents {
  /** After every change of text or story; `blocks` are the ids whose reading changed, null: anything may have. */
  readonly onChange: (story: Story, blocks: readonly BlockId[] | null) => void;
  readonly onSelection: (selection: EditorSelection | null) => void;
  /** The pointer rests on an underlined place, or (null) left it. */
  readonly onFinding: (key: string | null, rect: DOMRect | null) => void;
  readonly onHistory: (state: { readonly canUndo: boolean; readonly canRedo: boolean }) => void;
  /** Pictures were dropped or pasted into the text. */
  readonly onPictures: (files: readonly File[]) => void;
}

export interface EditorOptions {
  readonly smartQuotes: boolean;
  readonly smartDashes: boolean;
  /** Address of a photo's picture, or null when its file is missing. */
  readonly photoAddress: (photo: PhotoId) => string | null;
}
