import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, extname, resolve, sep } from 'node:path';
import type { Story } from '#core/article/model';
import { EXPORT_FORMATS } from '#core/formats/index';
import type { ExportedFile, ExportFormat } from '#core/formats/types';
import type { Exported, FormatInfo, Preview } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { fileFailure, renameOver, syncFolder, writeTemp } from './files';
import type { LibraryService } from './library';
import { safeName } from './names';
import type { Lifecycle, Platform } from './platform';
import type { StyleBooksService } from './stylebooks';

export interface ExportingService extends Lifecycle {
  readonly formats: () => readonly FormatInfo[];
  readonly preview: (story: Story, format: string) => Promise<Result<Preview>>;
  /** Writes the story and the files beside it. `original` gives the path of a photo's file, or null. */
  readonly write: (
    story: Story,
    format: string,
    path: string,
    original: (file: string) => Promise<string | null>,
  ) => Promise<Result<Exported>>;
  readonly handlers: Handlers<'exporting.formats' | 'exporting.preview' | 'exporting.write'>;
}

/** The export format of an id; the refusal lists those there are. */
export function formatOf(id: string): Result<ExportFormat> {
  const format = EXPORT_FORMATS.find((candidate) => candidate.id === id);
  if (format) return ok(format);
  const known = EXPORT_FORMATS.map((candidate) => candidate.id).join(', ');
  return fail('bad-input', `There is no export format “${id}”; there are ${known}`);
}

/** Where a file of an export goes: below the target folder, whatever its path says; null refuses it. */
export function exportTarget(folder: string, path: string): string | null {
  if (/[\\\0]/u.test(path)) return null;
  const target = resolve(folder, path);
  const base = resolve(folder);
  return target.startsWith(base.endsWith(sep) ? base : base + sep) ? target : null;
}

interface Planned {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly photo: boolean;
}

/** Exports stories through the registry of formats. */
export function createExporting(
  platform: Platform,
  library: LibraryService,
  books: StyleBooksService,
): ExportingService {
  const render = async (
    story: Story,
    id: string,
    name: string,
  ): Promise<Result<readonly ExportedFile[]>> => {
    const format = formatOf(id);
    if (!format.ok) return format;
    const { book } = await books.load(story.styleBook);
    return format.value.write(story, { styleBook: book, name });
  };

  const plan = async (
    story: Story,
    files: readonly ExportedFile[],
    path: string,
    original: (file: string) => Promise<string | null>,
  ): Promise<Result<readonly Planned[]>> => {
    const planned: Planned[] = [];
    for (const [index, { path: relative, content }] of files.entries()) {
      const target = index === 0 ? path : exportTarget(dirname(path), relative);
      if (target === null) return fail('denied', `${relative} lies outside the target folder`);
      if (typeof content === 'string' || content instanceof Uint8Array) {
        planned.push({ path: target, content, photo: false });
        continue;
      }
      const photo = story.photos.find((candidate) => candidate.id === content.photo);
      const file = photo?.file ? await original(photo.file) : null;
      if (file === null) {
        return fail(
          'not-found',
          `${photo?.file ?? content.photo} is missing from the story’s photos. Add the photo again or remove its figure.`,
        );
      }
      planned.push({ path: target, content: await readFile(file), photo: true });
    }
    return ok(planned);
  };

  const commit = async (planned: readonly Planned[]): Promise<Result<Exported>> => {
    const temps: { readonly temp: string; readonly path: string }[] = [];
    try {
      for (const { path, content, photo } of planned) {
        await mkdir(dirname(path), { recursive: true });
        if (photo && (await holdsOther(path, content))) {
          return fail(
            'conflict',
            `${basename(path)} is already there and is another picture. Export into another folder.`,
          );
        }
        temps.push({ temp: await writeTemp(path, content), path });
      }
      // The story's own file comes last: where it stands, everything it names stands too.
      for (const { temp, path } of [...temps].reverse()) await renameOver(temp, path);
      for (const folder of new Set(temps.map(({ path }) => dirname(path)))) {
        await syncFolder(folder);
      }
      return ok({ paths: planned.map(({ path }) => path) });
    } finally {
      for (const { temp } of temps) await rm(temp, { force: true });
    }
  };

  const write: ExportingService['write'] = async (story, id, path, original) => {
    try {
      const rendered = await render(story, id, basename(path, extname(path)));
      if (!rendered.ok) return rendered;
      const planned = await plan(story, rendered.value, path, original);
      return planned.ok ? await commit(planned.value) : planned;
    } catch (error) {
      return fileFailure(error, path);
    }
  };

  const preview = async (story: Story, id: string): Promise<Result<Preview>> => {
    const rendered = await render(story, id, safeName(story.slug, 'story'));
    if (!rendered.ok) return rendered;
    return ok({
      files: rendered.value.map(({ path, content }) => ({
        path,
        text: typeof content === 'string' ? content : null,
      })),
    });
  };

  const formats = () =>
    EXPORT_FORMATS.map(({ id, title, extension }) => ({ id, title, extension }));

  return {
    formats,
    preview,
    write,
    handlers: {
      'exporting.formats': () => ok(formats()),
      'exporting.preview': ([_ref, story, id]) => preview(story, id),
      'exporting.write': async ([ref, story, id]) => {
        const format = formatOf(id);
        if (!format.ok) return format;
        const { title, extension } = format.value;
        const path = await platform.chooseSave(
          'Export story',
          `${safeName(story.slug, 'story')}.${extension}`,
          { name: title, extensions: [extension] },
        );
        if (path === null) return ok({ paths: [] });
        return write(story, id, path, (file) => library.photoPath(ref, file));
      },
    },
  };
}

async function holdsOther(path: string, content: string | Uint8Array): Promise<boolean> {
  const info = await lstat(path).catch(() => null);
  if (info === null) return false;
  if (!info.isFile() || info.size !== Buffer.byteLength(content)) return true;
  return !(await readFile(path)).equals(Buffer.from(content));
}
