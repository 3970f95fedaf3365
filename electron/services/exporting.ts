import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, extname, resolve, sep } from 'node:path';
import type { Photo, Story } from '#core/article/model';
import { unreadOrders } from '#core/captions/rights';
import { EXPORT_FORMATS } from '#core/formats/index';
import type { ExportedFile, ExportFormat } from '#core/formats/types';
import type { Exported, FormatInfo, PhotoExport, Preview } from '#core/ipc/contract';
import type { PhotoProfile } from '#core/photos/export-profiles';
import { photoProfile, planPhoto } from '#core/photos/export-profiles';
import { writtenFields } from '#core/photos/written-fields';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { makePicture } from './exported-pictures';
import { fileFailure, renameOver, syncFolder, writeTemp } from './files';
import type { LibraryService } from './library';
import type { MetadataService } from './metadata/index';
import { safeName } from './names';
import type { Lifecycle, Platform } from './platform';
import type { SettingsService } from './settings';
import type { StyleBooksService } from './stylebooks';

export interface ExportingService extends Lifecycle {
  readonly formats: () => readonly FormatInfo[];
  readonly preview: (
    story: Story,
    format: string,
    photos?: PhotoExport,
  ) => Promise<Result<Preview>>;
  /** Writes the story and the files beside it. `original` gives the path of a photo's file, or null. */
  readonly write: (
    story: Story,
    format: string,
    path: string,
    original: (file: string) => Promise<string | null>,
    photos?: PhotoExport,
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
  /** The hash of the original that a picture was made from; null for text. */
  readonly madeFrom: string | null;
}

/** What a picture of ours says of itself, so that it may be written over when the story has changed. */
function mark(photo: Photo): string {
  return `galley:${photo.sha256 ?? photo.id}`;
}

/** The story as its export shows it: each photo under the name and in the size of its copy. */
function withCopies(story: Story, profile: PhotoProfile): Story {
  const photos = story.photos.map((photo) => {
    if (photo.file === null) return photo;
    const { file, width, height } = planPhoto({ ...photo, file: photo.file }, profile);
    return { ...photo, file, width, height };
  });
  return { ...story, photos };
}

/** Exports stories through the registry of formats. */
export function createExporting(
  platform: Platform,
  library: LibraryService,
  books: StyleBooksService,
  settings: Pick<SettingsService, 'current'>,
  metadata: Pick<MetadataService, 'writeMetadata' | 'preview'>,
): ExportingService {
  const chosen = (): PhotoExport => {
    const { exportPhotos, exportStrip } = settings.current();
    return { profile: exportPhotos, strip: exportStrip };
  };

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
    photos: PhotoExport,
  ): Promise<
    Result<{ readonly planned: readonly Planned[]; readonly warnings: readonly string[] }>
  > => {
    const planned: Planned[] = [];
    const warnings: string[] = [];
    const profile = photoProfile(photos.profile);
    for (const [index, { path: relative, content }] of files.entries()) {
      const target = index === 0 ? path : exportTarget(dirname(path), relative);
      if (target === null) return fail('denied', `${relative} lies outside the target folder`);
      if (typeof content === 'string' || content instanceof Uint8Array) {
        planned.push({ path: target, content, madeFrom: null });
        continue;
      }
      const photo = story.photos.find((candidate) => candidate.id === content.photo);
      const file = photo?.file ? await original(photo.file) : null;
      if (!photo?.file || file === null) {
        return fail(
          'not-found',
          `${photo?.file ?? content.photo} is missing from the story’s photos. Add the photo again or remove its figure.`,
        );
      }
      const made = await makePicture(
        {
          original: file,
          name: photo.originalName || photo.file,
          plan: planPhoto({ ...photo, file: photo.file }, profile),
          profile,
          fields: writtenFields(story, photo),
          strip: photos.strip,
          mark: mark(photo),
        },
        metadata,
      );
      if (!made.ok) return made;
      if (made.value.warning !== null) warnings.push(made.value.warning);
      planned.push({ path: target, content: made.value.bytes, madeFrom: mark(photo) });
    }
    return ok({ planned, warnings });
  };

  const commit = async (
    planned: readonly Planned[],
    warnings: readonly string[],
  ): Promise<Result<Exported>> => {
    const temps: { readonly temp: string; readonly path: string }[] = [];
    try {
      for (const { path, content, madeFrom } of planned) {
        await mkdir(dirname(path), { recursive: true });
        if (madeFrom !== null && (await holdsOther(path, content, madeFrom))) {
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
      return ok({ paths: planned.map(({ path }) => path), warnings });
    } finally {
      for (const { temp } of temps) await rm(temp, { force: true });
    }
  };

  const write: ExportingService['write'] = async (story, id, path, original, photos = chosen()) => {
    const [unread, ...others] = unreadOrders(story);
    if (unread) {
      return fail(
        'denied',
        `Nobody has acknowledged what the sender of photo ${unread.number} asks: “${unread.order.text}”${others.length > 0 ? `, and ${others.length} more` : ''}. Acknowledge it by name in the photo desk; nothing was written.`,
      );
    }
    try {
      const shown = withCopies(story, photoProfile(photos.profile));
      const rendered = await render(shown, id, basename(path, extname(path)));
      if (!rendered.ok) return rendered;
      const planned = await plan(story, rendered.value, path, original, photos);
      return planned.ok ? await commit(planned.value.planned, planned.value.warnings) : planned;
    } catch (error) {
      return fileFailure(error, path);
    }
  };

  const preview: ExportingService['preview'] = async (story, id, photos = chosen()) => {
    const shown = withCopies(story, photoProfile(photos.profile));
    const rendered = await render(shown, id, safeName(story.slug, 'story'));
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
      'exporting.preview': ([_ref, story, id, photos]) => preview(story, id, photos),
      'exporting.write': async ([ref, story, id, photos]) => {
        const format = formatOf(id);
        if (!format.ok) return format;
        const { title, extension } = format.value;
        const path = await platform.chooseSave(
          'Export story',
          `${safeName(story.slug, 'story')}.${extension}`,
          { name: title, extensions: [extension] },
        );
        if (path === null) return ok({ paths: [], warnings: [] });
        return write(story, id, path, (file) => library.photoPath(ref, file), photos);
      },
    },
  };
}

/** Is there something at the path that is neither this content nor an earlier copy of the same photo? */
async function holdsOther(
  path: string,
  content: string | Uint8Array,
  madeFrom: string,
): Promise<boolean> {
  const info = await lstat(path).catch(() => null);
  if (info === null) return false;
  if (!info.isFile()) return true;
  const there = await readFile(path);
  return !there.equals(Buffer.from(content)) && !there.includes(madeFrom);
}
