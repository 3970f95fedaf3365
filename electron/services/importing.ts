import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readArticle } from '#core/article/reading';
import { IMPORT_FORMATS, importFile } from '#core/formats/index';
import type { Imported } from '#core/formats/types';
import type { ImportedStory, ImportOutcome } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { MAX_FILE_BYTES, readBounded, tooLarge } from './files';
import type { LibraryService } from './library';
import type { MetadataService } from './metadata/index';
import { originalsWriter, placePictures } from './picture-files';
import type { FileFilter, Lifecycle, Platform } from './platform';
import type { SettingsService } from './settings';
import { copyPhotos, PHOTOS, readStory, STORY_ENDING, STORY_FILE } from './story-folder';
import type { TasksService } from './tasks';

/** Something to import: a file or story folder on disk, or data that was dropped or pasted. */
export type ImportSource =
  | { readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array };

export interface ImportingService extends Lifecycle {
  readonly importAll: (sources: readonly ImportSource[]) => Promise<ImportOutcome>;
  readonly importOne: (source: ImportSource) => Promise<Result<ImportedStory>>;
  readonly handlers: Handlers<'importing.choose' | 'importing.data'>;
}

/** The type list of the import dialog, from the registry. */
export function importFilters(): readonly FileFilter[] {
  const all = [...new Set(IMPORT_FORMATS.flatMap((format) => format.extensions))];
  return [
    { name: 'Stories', extensions: all },
    ...IMPORT_FORMATS.map(({ title, extensions }) => ({ name: title, extensions })),
    { name: 'All files', extensions: ['*'] },
  ];
}

/** Reads a file on disk with the format it asks for. Nothing is written. */
export async function readImport(path: string): Promise<Result<Imported>> {
  const name = basename(path);
  const read = await readBounded(path, name);
  return read.ok ? importFile({ name, bytes: read.value }) : read;
}

/** The story folder that a path stands for (the `.galley` folder, or the story.json in it), or null. */
export async function storyAt(path: string): Promise<string | null> {
  if (basename(path) === STORY_FILE) return dirname(path);
  const info = await stat(path).catch(() => null);
  if (!info?.isDirectory()) return null;
  const holds = await stat(join(path, STORY_FILE)).catch(() => null);
  return holds?.isFile() || path.endsWith(STORY_ENDING) ? path : null;
}

function headlineOf(imported: Imported): string {
  const read = readArticle(imported.story.article);
  return read.find((block) => block.kind === 'headline')?.text ?? '';
}

/** Brings files into the library as stories. */
export function createImporting(
  platform: Platform,
  settings: SettingsService,
  library: LibraryService,
  tasks: TasksService,
  metadata: MetadataService,
): ImportingService {
  const place = async (
    imported: Imported,
    source: string | null,
  ): Promise<Result<ImportedStory>> => {
    const added = await library.add(imported.story.slug, async (folder, slug) =>
      ok({
        ...imported.story,
        id: randomUUID(),
        slug,
        styleBook: settings.current().styleBook,
        imported: {
          at: new Date().toISOString(),
          blocks: readArticle(imported.story.article),
        },
        photos: await placePictures(
          imported,
          source,
          await originalsWriter(folder),
          (file) => metadata.arriving(join(folder, PHOTOS, file)),
          (message) => platform.broadcast('app.trouble', { message }),
        ),
      }),
    );
    if (!added.ok) return added;
    return ok({
      ref: added.value.ref,
      headline: headlineOf(imported),
      report: imported.report,
    });
  };

  const placeStory = async (from: string): Promise<Result<ImportedStory>> => {
    const name = basename(from);
    const read = await readStory(from, name);
    if (!read.ok) return read;
    const { story } = read.value;
    const added = await library.add(story.slug, async (folder, slug) => {
      await copyPhotos(from, folder);
      return ok({ ...story, id: randomUUID(), slug });
    });
    if (!added.ok) return added;
    const report = story.importReport ?? {
      format: 'galley',
      source: name,
      lineCount: 0,
      repairs: [],
      loose: [],
      losses: [],
      questions: [],
    };
    return ok({
      ref: added.value.ref,
      headline: headlineOf({ story, report, pictures: [] }),
      report,
    });
  };

  const importOne = async (source: ImportSource): Promise<Result<ImportedStory>> => {
    if ('path' in source) {
      const folder = await storyAt(source.path);
      if (folder !== null) return placeStory(folder);
      const imported = await readImport(source.path);
      return imported.ok ? place(imported.value, source.path) : imported;
    }
    const { bytes } = source;
    const name = basename(source.name.replaceAll('\\', '/')) || 'pasted text';
    if (bytes.byteLength > MAX_FILE_BYTES) return tooLarge(name, bytes.byteLength);
    const imported = importFile({ name, bytes });
    return imported.ok ? place(imported.value, null) : imported;
  };

  const nameOf = (source: ImportSource) =>
    'path' in source ? basename(source.path) : basename(source.name.replaceAll('\\', '/'));

  const importAll = async (sources: readonly ImportSource[]): Promise<ImportOutcome> => {
    const imported: ImportedStory[] = [];
    const refused: { name: string; message: string }[] = [];
    const task = tasks.start(sources.length, 'Importing');
    try {
      for (const [index, source] of sources.entries()) {
        const name = nameOf(source);
        if (task.cancelled()) {
          refused.push({ name, message: `${name} was not imported: you stopped` });
          continue;
        }
        task.progress(index, `Importing ${name}`);
        // Lets the event, and a wish to stop, get through between two files.
        await new Promise((resolve) => setImmediate(resolve));
        const result = await importOne(source).catch((error: unknown) =>
          fail('internal', `${name}: ${error instanceof Error ? error.message : String(error)}`),
        );
        if (result.ok) imported.push(result.value);
        else refused.push({ name, message: result.message });
      }
    } finally {
      task.end();
    }
    return { imported, refused };
  };

  return {
    importAll,
    importOne,
    handlers: {
      'importing.choose': async () => {
        const paths = await platform.chooseFiles('Import stories', importFilters());
        if (paths.length === 0) return ok({ imported: [], refused: [] });
        return ok(await importAll(paths.map((path) => ({ path }))));
      },
      'importing.data': async ([files]) => ok(await importAll(files)),
    },
  };
}
