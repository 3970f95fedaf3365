import type { ImportReport, Story } from '../article/model';
import type { StyleBook } from '../checks/style-book';
import type { Result } from '../util/result';

export interface ImportInput {
  /** File name with extension, or `pasted text`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A picture that came inside the file, or that the file names by a path or address. */
export interface ImportedPicture {
  /** Id of the photo in the story that it belongs to. */
  readonly photo: string;
  /** Bytes found inside the file (data: address, package part); null when the file only names the picture. */
  readonly bytes: Uint8Array | null;
  /** Path or address as the file gives it; the caller may look beside the file, never on the network. */
  readonly reference: string;
}

export interface Imported {
  readonly story: Story;
  readonly report: ImportReport;
  readonly pictures: readonly ImportedPicture[];
}

/** Reads one kind of file into a story. Pure: the same bytes give the same story. */
export interface ImportFormat {
  readonly id: string;
  /** For menus and dialogs: "Web page". */
  readonly title: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  readonly read: (input: ImportInput) => Result<Imported>;
}

export interface ExportedFile {
  /** Path below the target folder, `/` between its parts. */
  readonly path: string;
  /** Text (written as UTF-8), bytes, or the id of a photo whose original is copied. */
  readonly content: string | Uint8Array | { readonly photo: string };
}

export interface ExportOptions {
  readonly styleBook: StyleBook;
  /** Base name of the exported file, without extension. */
  readonly name: string;
}

/** Writes a story, as it stands, into files; the first one is the story itself. */
export interface ExportFormat {
  readonly id: string;
  readonly title: string;
  readonly extension: string;
  readonly write: (story: Story, options: ExportOptions) => Result<readonly ExportedFile[]>;
}
