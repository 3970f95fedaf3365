import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';
import type { OpenStory, Saved, StorySummary } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { cleanTemp, fileFailure, realPathInside, syncFolder, tempName } from './files';
import { readJson, writeJson } from './json-file';
import type { LibraryWatch } from './library-watch';
import { watchLibrary } from './library-watch';
import { foldName, safeName, uniqueName } from './names';
import type { Lifecycle, Platform } from './platform';
import { createQueue } from './queue';
import type { SettingsService } from './settings';
import type { StoredStory } from './story-folder';
import {
  copyPhotos,
  diskRevision,
  lastSnapshot,
  PHOTOS,
  readStory,
  STORY_ENDING,
  storyFolder,
  takeSnapshot,
  writeStory,
} from './story-folder';
import type { StoryPictures } from './summaries';
import { createSummaries } from './summaries';

type LibraryMethods =
  | 'library.list'
  | 'library.create'
  | 'library.open'
  | 'library.save'
  | 'library.overwrite'
  | 'library.save-copy'
  | 'library.rename'
  | 'library.duplicate'
  | 'library.trash'
  | 'library.reveal'
  | 'library.choose';

export interface LibraryService extends Lifecycle {
  /** The library folder in force. */
  readonly folder: () => string;
  readonly list: () => Promise<Result<readonly StorySummary[]>>;
  /** The stories with the content of their pictures, the last changed first. */
  readonly pictures: () => Promise<Result<readonly StoryPictures[]>>;
  readonly open: (ref: string) => Promise<Result<OpenStory>>;
  readonly save: (ref: string, story: Story, revision: string) => Promise<Result<Saved>>;
  readonly overwrite: (ref: string, story: Story) => Promise<Result<Saved>>;
  /**
   * Adds a story under a slug like the one wanted. `fill` gets the folder being made (write photos below it) and the
   * slug it got; the story appears in the library complete or not at all.
   */
  readonly add: (
    slug: string,
    fill: (folder: string, slug: string) => Promise<Result<Story>>,
  ) => Promise<Result<OpenStory>>;
  readonly saveCopy: (ref: string, story: Story) => Promise<Result<OpenStory>>;
  readonly rename: (ref: string, slug: string) => Promise<Result<OpenStory>>;
  readonly duplicate: (ref: string) => Promise<Result<OpenStory>>;
  readonly trash: (ref: string) => Promise<Result<null>>;
  /** The folder of a story's original photos, made when missing. */
  readonly photosFolder: (ref: string) => Promise<Result<string>>;
  /** The real path of a photo's file, or null when there is none inside the story's own folder. */
  readonly photoPath: (ref: string, file: string) => Promise<string | null>;
  readonly handlers: Handlers<LibraryMethods>;
}

export interface LibraryOptions {
  /** Use this folder, whatever was chosen before. */
  readonly folder?: string;
  /** Look out for changes by other programs. */
  readonly watch?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Key of the queue for what changes the list of stories itself; no ref can be it. */
const LIST = '/';

/** The library: a folder of stories. Operations on one story run one after another. */
export function createLibrary(
  platform: Platform,
  settings: SettingsService,
  options: LibraryOptions = {},
): LibraryService {
  const now = options.now ?? Date.now;
  const choice = join(platform.paths.userData, 'library.json');
  const standard = join(platform.paths.documents, 'Galley');
  const summaries = createSummaries(join(platform.paths.userData, 'cache', 'summaries.json'));
  const queue = createQueue();
  /** Revision and id of each story that was opened or written here. */
  const known = new Map<string, { readonly revision: string | null; readonly id: string }>();
  const snapshotAt = new Map<string, number>();
  let root = options.folder ?? standard;
  let watcher: LibraryWatch | undefined;

  const changed = (...refs: string[]) => platform.broadcast('library.changed', { refs });

  const checkDisk = (ref: string) =>
    queue.run(ref, async () => {
      const before = known.get(ref);
      if (!before) return;
      const revision = await diskRevision(join(root, ref));
      if (revision === before.revision) return;
      known.set(ref, { ...before, revision });
      platform.broadcast('story.changed-on-disk', { ref, revision });
      changed(ref);
    });

  const startWatch = () => {
    watcher?.close();
    if (options.watch === false) return;
    watcher = watchLibrary(root, {
      onFolders: (refs) => changed(...refs),
      onStory: (ref) => void checkDisk(ref),
    });
  };

  const remember = (ref: string, stored: { story: Story; revision: string }): OpenStory => {
    known.set(ref, { revision: stored.revision, id: stored.story.id });
    watcher?.add(ref);
    return { ref, story: stored.story, revision: stored.revision };
  };
  const forget = (ref: string) => {
    known.delete(ref);
    snapshotAt.delete(ref);
    watcher?.remove(ref);
  };

  /** Runs a task on a story's folder, after everything else that waits for that story. */
  const inStory = <T>(ref: string, task: (folder: string) => Promise<Result<T>>) =>
    queue.run(ref, async (): Promise<Result<T>> => {
      const folder = await storyFolder(root, ref);
      if (!folder.ok) return folder;
      try {
        return await task(folder.value);
      } catch (error) {
        return fileFailure(error, ref);
      }
    });

  const snapshot = async (ref: string, folder: string, force: boolean) => {
    const time = now();
    const last = snapshotAt.get(ref) ?? (await lastSnapshot(folder));
    snapshotAt.set(ref, last);
    if (!force && time - last < 10 * 60 * 1000) return;
    await takeSnapshot(folder, time, force);
    snapshotAt.set(ref, time);
  };

  const open = (ref: string) =>
    inStory(ref, async (folder) => {
      await cleanTemp(folder);
      const read = await readStory(folder, ref);
      if (!read.ok) return read;
      await snapshot(ref, folder, false);
      return ok(remember(ref, read.value));
    });

  /** The refusal of a save that would put another story's text into this folder, or null. */
  const wrongStory = (ref: string, story: Story) => {
    const before = known.get(ref);
    return before && before.id !== story.id
      ? fail('bad-input', `${ref} holds another story than the one to be saved`)
      : null;
  };

  const write = async (ref: string, folder: string, story: Story): Promise<Result<Saved>> => {
    const written = await writeStory(folder, story, ref);
    if (!written.ok) return written;
    known.set(ref, { revision: written.value, id: story.id });
    changed(ref);
    return ok({ revision: written.value, at: now() });
  };

  const save = (ref: string, story: Story, revision: string) =>
    inStory(ref, async (folder) => {
      const wrong = wrongStory(ref, story);
      if (wrong) return wrong;
      const disk = await diskRevision(folder);
      if (disk !== revision) {
        return fail(
          'conflict',
          `${ref} was changed by another program since it was read here. Keep yours, take theirs, or keep both.`,
        );
      }
      await snapshot(ref, folder, false);
      return write(ref, folder, story);
    });

  const overwrite = (ref: string, story: Story) =>
    inStory(ref, async (folder) => {
      const wrong = wrongStory(ref, story);
      if (wrong) return wrong;
      await snapshot(ref, folder, true);
      return write(ref, folder, story);
    });

  const taken = async (except?: string) => {
    const names = await readdir(root);
    return new Set(names.filter((name) => name !== except).map(foldName));
  };

  const add: LibraryService['add'] = (wanted, fill) =>
    queue.run(LIST, async () => {
      const temp = tempName(join(root, 'story'));
      try {
        const ref = uniqueName(safeName(wanted, 'untitled'), await taken(), STORY_ENDING);
        await mkdir(temp);
        const story = await fill(temp, ref.slice(0, -STORY_ENDING.length));
        if (!story.ok) return story;
        const written = await writeStory(temp, story.value, ref);
        if (!written.ok) return written;
        await rename(temp, join(root, ref));
        await syncFolder(root);
        changed(ref);
        return ok(remember(ref, { story: story.value, revision: written.value }));
      } catch (error) {
        return fileFailure(error, `The library folder ${root}`);
      } finally {
        await rm(temp, { recursive: true, force: true });
      }
    });

  const create = (slug: string) =>
    add(slug, async (_folder, unique) =>
      ok(
        newStory({
          id: randomUUID(),
          slug: unique,
          styleBook: settings.current().styleBook,
          article: { blocks: [textBlock('b1', 'headline', ''), textBlock('b2', 'paragraph', '')] },
        }),
      ),
    );

  const copyOf = (ref: string, story: Story, slug: string) =>
    add(slug, async (folder, unique) => {
      const from = await storyFolder(root, ref);
      // "Keep both" must work even when the other program removed the folder.
      if (from.ok) await copyPhotos(from.value, folder);
      return ok({ ...story, id: randomUUID(), slug: unique });
    });

  const saveCopy = (ref: string, story: Story) => copyOf(ref, story, `${story.slug}-copy`);

  const duplicate = async (ref: string): Promise<Result<OpenStory>> => {
    const read = await inStory<StoredStory>(ref, (folder) => readStory(folder, ref));
    return read.ok ? copyOf(ref, read.value.story, `${read.value.story.slug}-copy`) : read;
  };

  const renameStory = (ref: string, wanted: string) =>
    queue.run(LIST, () =>
      inStory(ref, async (folder) => {
        const read = await readStory(folder, ref);
        if (!read.ok) return read;
        const next = uniqueName(safeName(wanted, 'untitled'), await taken(ref), STORY_ENDING);
        const story = { ...read.value.story, slug: next.slice(0, -STORY_ENDING.length) };
        const written = await writeStory(folder, story, ref);
        if (!written.ok) return written;
        forget(ref);
        await rename(folder, join(root, next));
        await syncFolder(root);
        changed(ref, next);
        return ok(remember(next, { story, revision: written.value }));
      }),
    );

  const trash = (ref: string) =>
    queue.run(LIST, () =>
      inStory(ref, async (folder) => {
        forget(ref);
        await platform.trash(folder);
        changed(ref);
        return ok(null);
      }),
    );

  const pictures = async (): Promise<Result<readonly StoryPictures[]>> => {
    try {
      return ok(await summaries.pictures(root));
    } catch (error) {
      const failure = fileFailure(error, `The library folder ${root}`);
      return fail(failure.code, `${failure.message}. Connect its disk or choose another folder.`);
    }
  };
  const list = async (): Promise<Result<readonly StorySummary[]>> => {
    const read = await pictures();
    return read.ok ? ok(read.value.map(({ summary }) => summary)) : read;
  };

  const choose = async (): Promise<Result<string>> => {
    const chosen = await platform.chooseFolder('Choose the library folder', root);
    if (chosen === null || chosen === root) return ok(root);
    await queue.drained();
    await writeJson(choice, { folder: chosen });
    for (const ref of [...known.keys()]) forget(ref);
    root = chosen;
    startWatch();
    changed();
    return ok(root);
  };

  return {
    async boot() {
      if (options.folder === undefined) {
        const stored = await readJson(choice).catch(() => null);
        const chosen = (stored as { readonly folder?: unknown } | null)?.folder;
        if (typeof chosen === 'string' && chosen !== '') root = chosen;
      }
      if (root === standard || options.folder !== undefined) {
        await mkdir(root, { recursive: true });
      }
      startWatch();
    },
    async shutdown() {
      await queue.drained();
      watcher?.close();
      await summaries.keep();
    },
    folder: () => root,
    list,
    pictures,
    open,
    save,
    overwrite,
    add,
    saveCopy,
    rename: renameStory,
    duplicate,
    trash,
    photosFolder: (ref) =>
      inStory(ref, async (folder) => {
        const photos = join(folder, PHOTOS);
        await mkdir(photos, { recursive: true });
        const real = await realPathInside(folder, photos);
        return real === null ? fail('denied', `The photos of ${ref} lie outside it`) : ok(photos);
      }),
    async photoPath(ref, file) {
      const folder = await storyFolder(root, ref);
      if (!folder.ok || file.startsWith('.') || /[/\\\0]/u.test(file)) return null;
      // Both steps: `photos` itself could be a link that leads out of the story.
      const photos = await realPathInside(folder.value, join(folder.value, PHOTOS));
      return photos === null ? null : realPathInside(photos, join(photos, file));
    },
    handlers: {
      'library.list': list,
      'library.create': ([{ slug }]) => create(slug),
      'library.open': ([ref]) => open(ref),
      'library.save': ([ref, story, revision]) => save(ref, story, revision),
      'library.overwrite': ([ref, story]) => overwrite(ref, story),
      'library.save-copy': ([ref, story]) => saveCopy(ref, story),
      'library.rename': ([ref, slug]) => renameStory(ref, slug),
      'library.duplicate': ([ref]) => duplicate(ref),
      'library.trash': ([ref]) => trash(ref),
      'library.reveal': ([ref]) =>
        inStory(ref, async (folder) => {
          platform.reveal(folder);
          return ok(null);
        }),
      'library.choose': choose,
    },
  };
}
