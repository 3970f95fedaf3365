import { z } from 'zod';
import type {
  Dismissal,
  ImportReport,
  LexiconWord,
  Photo,
  PhotoMetadata,
  Status,
  Story,
} from '../article/model';
import { dismissalSchema, storySchema } from '../article/schema';
import { LONGEST_WORD } from '../checks/lexicon';
import type { StyleBook, WordRow } from '../checks/style-book';
import type { PartialBook } from '../checks/style-book-parser';
import type { TryOutPlace } from '../checks/try-out';
import type { PhotoProfileId } from '../photos/export-profiles';

/**
 * Every method and event between the renderer and the main process, with the guard for its arguments and the type of
 * its result. Preload walks this table; a method without a handler in electron/ipc does not compile.
 */

/** Names a story in the library: its folder's name, `<slug>.galley`. Never a path. */
const ref = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\0]+\.galley$/u);
export type StoryRef = string;

export interface StorySummary {
  readonly ref: StoryRef;
  readonly slug: string;
  readonly headline: string;
  readonly status: Status;
  readonly words: number;
  readonly photos: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Why the story cannot be opened, or null. */
  readonly trouble: string | null;
}

/** A story as it was read, with the revision (content hash) that the next save must name. */
export interface OpenStory {
  readonly ref: StoryRef;
  readonly story: Story;
  readonly revision: string;
}

export interface Saved {
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ImportedStory {
  readonly ref: StoryRef;
  readonly headline: string;
  readonly report: ImportReport;
}

export interface ImportOutcome {
  readonly imported: readonly ImportedStory[];
  /** One message per file that was refused, naming the file and the trouble. */
  readonly refused: readonly { readonly name: string; readonly message: string }[];
}

/** What became of pictures that were to be added. */
export interface PhotosAdded {
  readonly photos: readonly Photo[];
  /** The user stopped it before all were looked at. */
  readonly stopped: boolean;
  /** One message per file that was refused, naming the file and the trouble. */
  readonly refused: readonly { readonly name: string; readonly message: string }[];
}

/** Another story that shows a photo. */
export interface PhotoUse {
  /** SHA-256 of the photo, hexadecimal. */
  readonly hash: string;
  readonly ref: StoryRef;
  readonly slug: string;
  readonly headline: string;
  /** When it came out, else when it was last changed; milliseconds since 1970. */
  readonly at: number;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
/** Name of a file in a story's `photos/`. Never a path. */
const photoFile = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\0]+$/u);

const wantedPhoto = z.object({
  id: z.string().min(1).max(200),
  originalName: z.string().max(1024),
  sha256: hash.nullable(),
  bytes: z.number().int().min(0).nullable(),
});
const photoPart = z.object({
  /** Files of the same drop that went before. */
  before: z.number().int().min(0),
  total: z.number().int().min(1),
});
export type PhotoPart = Readonly<z.infer<typeof photoPart>>;

/** A photo whose file is looked for. */
export type WantedPhoto = Readonly<z.infer<typeof wantedPhoto>>;

export interface PhotosFound {
  /** The photo's id in the story, and the picture that has been copied into it. */
  readonly found: readonly { readonly id: string; readonly photo: Photo }[];
  /** False when the dialog was cancelled. */
  readonly looked: boolean;
}

export interface FormatInfo {
  readonly id: string;
  readonly title: string;
  readonly extension: string;
}

export interface Exported {
  /** Paths written, the story's own file first; empty when the dialog was cancelled. */
  readonly paths: readonly string[];
  /** What a photo's copy lacks, a sentence each. */
  readonly warnings: readonly string[];
}

export interface Preview {
  readonly files: readonly { readonly path: string; readonly text: string | null }[];
}

export interface StyleBookProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface LoadedStyleBook {
  readonly book: StyleBook;
  /** Mistakes in the file; where there are any, `book` is the last good one. */
  readonly problems: readonly StyleBookProblem[];
}

/** A style book as the editor of style books sees it. */
export interface StyleBookSource {
  readonly id: string;
  readonly title: string;
  /** The file's name. */
  readonly file: string;
  /** Lies in the library and may be changed; books that ship with the app may not. */
  readonly own: boolean;
  /** The file as it stands, mistakes and all. */
  readonly text: string;
  /** Id of the book that this one extends. */
  readonly parent: string | null;
  /** What the file itself says; the last good version where there are mistakes. */
  readonly says: PartialBook;
  /** With everything merged in. */
  readonly book: StyleBook;
  /** What it would be without this file. */
  readonly inherited: StyleBook;
  readonly problems: readonly StyleBookProblem[];
}

/** What a row would do to the stories of the library. */
export interface TryOut {
  /** Stories read. */
  readonly stories: number;
  /** Stories that could not be read. */
  readonly unread: number;
  readonly cancelled: boolean;
  /** Places where the row would speak, in all stories. */
  readonly found: number;
  /** Findings of other rows that would fall silent. */
  readonly silenced: number;
  readonly perStory: readonly {
    readonly ref: StoryRef;
    readonly title: string;
    readonly count: number;
  }[];
  readonly samples: readonly (TryOutPlace & { readonly ref: StoryRef; readonly title: string })[];
}

export interface AppInfo {
  readonly version: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  /** `browser`: the stand-in shell, no native window. */
  readonly shell: 'electron' | 'browser';
  readonly library: string;
  /** The user's own name, for dismissals, notes and approvals. */
  readonly user: string;
}

const photoProfile = z.enum(['web', 'small', 'original']) satisfies z.ZodType<PhotoProfileId>;
const photoExport = z.object({
  /** Id of the profile that sizes and converts them. */
  profile: photoProfile,
  /** Take private data out. */
  strip: z.boolean(),
});
/** What is to become of a story's photos in an export. */
export type PhotoExport = Readonly<z.infer<typeof photoExport>>;

const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent. */
  zoom: z.number().int().min(50).max(300),
  /** Characters a line. */
  lineLength: z.number().int().min(40).max(120),
  smartQuotes: z.boolean(),
  smartDashes: z.boolean(),
  styleBook: z.string(),
  user: z.string().max(200),
  /** Id of the profile that sizes exported photos. */
  exportPhotos: photoProfile,
  /** Take place, camera, owner and previews out of exported photos. */
  exportStrip: z.boolean(),
  /** Days within which the same photo in another story is pointed out. */
  reuseDays: z.number().int().min(1).max(3650),
  listOpen: z.boolean(),
  /** CSS pixels. */
  listWidth: z.number().int().min(160).max(600),
  inspectorWidth: z.number().int().min(240).max(900),
  inspectorTab: z.string().max(40),
  inspectorOpen: z.boolean(),
  /** How the findings panel is sorted. */
  findingsOrder: z.enum(['check', 'reading']),
});
export type Settings = Readonly<z.infer<typeof settings>>;
export const settingsSchema = settings;
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  zoom: 100,
  lineLength: 66,
  smartQuotes: true,
  smartDashes: true,
  styleBook: 'ap',
  user: '',
  exportPhotos: 'web',
  exportStrip: true,
  reuseDays: 30,
  listOpen: true,
  listWidth: 272,
  inspectorWidth: 372,
  inspectorTab: 'findings',
  inspectorOpen: true,
  findingsOrder: 'check',
};

interface Method<Args extends z.ZodType<readonly unknown[]>, Answer> {
  readonly args: Args;
  /** Carries the answer's type only. */
  readonly answer?: Answer;
}

function method<Answer>() {
  return <Args extends z.ZodType<readonly unknown[]>>(args: Args): Method<Args, Answer> => ({
    args,
  });
}

const file = z.object({ name: z.string().min(1).max(1024), bytes: z.instanceof(Uint8Array) });
const none = z.tuple([]);
const dismissalList = z.array(dismissalSchema).min(1).max(10_000);
const bookName = z.string().min(1).max(100);
const bookText = z.string().max(4_000_000);
const words = z.string().max(1000);
const wordRow = z.object({
  id: words.min(1),
  find: words.trim().min(1),
  replace: z.array(words.min(1)).max(50).readonly(),
  class: z.enum(['amend', 'review', 'correct']),
  severity: z.enum(['error', 'warning', 'suggestion']),
  note: words,
  source: words,
  wholeWord: z.boolean(),
  matchCase: z.boolean(),
}) satisfies z.ZodType<WordRow>;

const lexiconWord = z.object({
  word: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_WORD)
    .regex(/^[^\t\r\n]+$/u),
  by: words,
  at: z.string().max(40),
}) satisfies z.ZodType<LexiconWord>;

export const METHODS = {
  'app.info': method<AppInfo>()(none),

  'settings.get': method<Settings>()(none),
  'settings.set': method<Settings>()(z.tuple([settings.partial()])),

  'library.list': method<readonly StorySummary[]>()(none),
  /** Creates an empty story; the slug is made unique. */
  'library.create': method<OpenStory>()(z.tuple([z.object({ slug: z.string().max(200) })])),
  'library.open': method<OpenStory>()(z.tuple([ref])),
  /** Fails with `conflict` when the file on disk is no longer the named revision. */
  'library.save': method<Saved>()(z.tuple([ref, storySchema, z.string()])),
  /** Saves over whatever is on disk ("keep mine"); what was there goes to history. */
  'library.overwrite': method<Saved>()(z.tuple([ref, storySchema])),
  /** Saves as a new story beside the one on disk ("keep both"). */
  'library.save-copy': method<OpenStory>()(z.tuple([ref, storySchema])),
  'library.rename': method<OpenStory>()(z.tuple([ref, z.string().min(1).max(200)])),
  'library.duplicate': method<OpenStory>()(z.tuple([ref])),
  'library.trash': method<null>()(z.tuple([ref])),
  'library.reveal': method<null>()(z.tuple([ref])),
  /** Lets the user choose the library folder; answers the folder in force. */
  'library.choose': method<string>()(none),

  /** Asks for files with a dialog and imports them. */
  'importing.choose': method<ImportOutcome>()(none),
  /** Imports dropped or pasted data. */
  'importing.data': method<ImportOutcome>()(z.tuple([z.array(file).min(1).max(500)])),

  'exporting.formats': method<readonly FormatInfo[]>()(none),
  'exporting.preview': method<Preview>()(z.tuple([ref, storySchema, z.string(), photoExport])),
  /** Asks where with a dialog, then writes the story as given. */
  'exporting.write': method<Exported>()(z.tuple([ref, storySchema, z.string(), photoExport])),

  /** Asks for pictures with a dialog and copies them into the story's `photos/`. */
  'photos.choose': method<PhotosAdded>()(z.tuple([ref])),
  /** Copies dropped or pasted pictures into the story; the last argument says of how many they are a part. */
  'photos.add': method<PhotosAdded>()(
    z.tuple([ref, z.array(file).min(1).max(500), photoPart.nullable()]),
  ),

  /** Asks for a folder and copies every picture in it into the story. A task; it can be stopped. */
  'photos.choose-folder': method<PhotosAdded>()(z.tuple([ref])),
  /** Other stories of the library with photos of the same content. */
  'photos.uses': method<readonly PhotoUse[]>()(z.tuple([ref, z.array(hash).max(2000)])),
  /** Which of these files the story's `photos/` does not hold any more. */
  'photos.gone': method<readonly string[]>()(z.tuple([ref, z.array(photoFile).max(2000)])),
  /** What is wrong with a photo's picture (gone, damaged, cut off, not decodable), in a sentence; null: nothing. */
  'photos.trouble': method<string | null>()(z.tuple([ref, photoFile, z.string().max(1024)])),
  /** Reads again what a photo's file says about itself. */
  'photos.read': method<PhotoMetadata>()(z.tuple([ref, photoFile])),
  /** Asks for a folder, looks there for these photos by content or name, and copies what it finds into the story. */
  'photos.find': method<PhotosFound>()(z.tuple([ref, z.array(wantedPhoto).min(1).max(2000)])),

  /** The words of the library's lexicon. */
  'lexicon.list': method<readonly LexiconWord[]>()(none),
  'lexicon.add': method<readonly LexiconWord[]>()(z.tuple([lexiconWord])),
  'lexicon.remove': method<readonly LexiconWord[]>()(z.tuple([words])),

  /** What was dismissed for every story of the library, oldest first. */
  'dismissals.list': method<readonly Dismissal[]>()(none),
  /** Keeps these, each in the place of one with the same check and key; answers the whole list. */
  'dismissals.add': method<readonly Dismissal[]>()(z.tuple([dismissalList])),
  'dismissals.remove': method<readonly Dismissal[]>()(z.tuple([dismissalList])),

  /** The desk's caption codes, as they were written. */
  'captions.codes': method<string>()(none),
  'captions.set-codes': method<null>()(z.tuple([z.string().max(2_000_000)])),

  'stylebooks.list': method<readonly { readonly id: string; readonly title: string }[]>()(none),
  'stylebooks.load': method<LoadedStyleBook>()(z.tuple([z.string().min(1).max(100)])),

  'stylebooks.open': method<StyleBookSource>()(z.tuple([bookName])),
  /** A new house book with this title that extends the named one, in the library's `stylebooks/`. */
  'stylebooks.create': method<StyleBookSource>()(z.tuple([z.string().min(1).max(100), bookName])),
  /**
   * Replaces a house book's text; the third argument is the text it was made from. Fails with `conflict` when the file
   * says something else by now, and with file, line and column when the new text has a mistake.
   */
  'stylebooks.write': method<StyleBookSource>()(z.tuple([bookName, bookText, bookText])),
  'stylebooks.reveal': method<null>()(z.tuple([bookName])),
  /** What a row would find in the stories of the library, were it in this book. A task; it can be stopped. */
  'stylebooks.try': method<TryOut>()(z.tuple([bookName, wordRow])),

  /** Opens a web or mail address in the user's own browser; other schemes are refused. */
  'links.open': method<null>()(z.tuple([z.string().max(4096)])),

  /** Stops a long task by the id its progress events carry. */
  'tasks.cancel': method<null>()(z.tuple([z.string()])),

  /** The renderer has saved everything after a `window.flush`. */
  'window.flushed': method<null>()(none),
  'window.title': method<null>()(z.tuple([z.string().max(300)])),
  /** Which commands can run now; the native menu greys out the rest. */
  'window.commands': method<null>()(z.tuple([z.array(z.string().max(80)).max(500)])),
} as const;

export interface Progress {
  readonly task: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** Events from main to the renderer. */
export interface Events {
  'library.changed': { readonly refs: readonly StoryRef[] };
  /** Another program wrote this story; `revision` null: it is gone. */
  'story.changed-on-disk': { readonly ref: StoryRef; readonly revision: string | null };
  'settings.changed': Settings;
  'task.progress': Progress;
  /** A style book of the library was written, here or by another program. */
  'stylebooks.changed': null;
  /** The library's lexicon was written by another program, or here. */
  'lexicon.changed': null;
  /** A menu item was chosen. */
  'command.run': { readonly id: string };
  /** Save now; the window closes after `window.flushed`. */
  'window.flush': null;
  /** Files were opened from outside (file manager, second instance): show this story. */
  'story.show': { readonly ref: StoryRef };
  /** Something went wrong outside any call: show it. */
  'app.trouble': { readonly message: string };
}

export const EVENTS = [
  'library.changed',
  'story.changed-on-disk',
  'settings.changed',
  'task.progress',
  'stylebooks.changed',
  'lexicon.changed',
  'command.run',
  'window.flush',
  'story.show',
  'app.trouble',
] as const satisfies readonly (keyof Events)[];

export type MethodName = keyof typeof METHODS;
export type ArgsOf<Name extends MethodName> = z.infer<(typeof METHODS)[Name]['args']>;
export type AnswerOf<Name extends MethodName> = Exclude<
  (typeof METHODS)[Name]['answer'],
  undefined
>;
export type EventName = keyof Events;
