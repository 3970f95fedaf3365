import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Story } from '#core/article/model';
import type { EngineInput, EngineResult } from '#core/checks/engine';
import { createEngine, readForChecks } from '#core/checks/engine';
import { withHarper } from '#core/checks/harper/merge';
import { withLexicon } from '#core/checks/lexicon';
import type { StyleBook } from '#core/checks/style-book';
import { EXPORT_FORMATS } from '#core/formats/index';
import { PHOTO_PROFILES } from '#core/photos/export-profiles';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import { formatOf } from '../services/exporting';
import { fileFailure, realPathInside } from '../services/files';
import { storyAt } from '../services/importing';
import { createServices } from '../services/index';
import { PHOTOS, readStory } from '../services/story-folder';
import { terminalPlatform } from './platform';
import { jsonReport, textReport } from './report';
import type { Words } from './words';
import { HELP, readWords } from './words';

export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Exit statuses of the command line. */
const CLEAN = 0;
const ERRORS_FOUND = 1;
const BAD_INPUT = 2;

/** Runs one command; answers the exit status. Failures are one line on the error stream. */
export async function runCommand(args: readonly string[], streams: Streams): Promise<number> {
  const words = readWords(args);
  const result = words.ok ? await guarded(words.value, streams) : words;
  if (result.ok) return result.value;
  streams.error(`galley: ${result.message.replace(/\s*\n\s*/gu, ' ')}\n`);
  return BAD_INPUT;
}

async function guarded(words: Words, streams: Streams): Promise<Result<number>> {
  try {
    return await run(words, streams);
  } catch (error) {
    return fail('internal', error instanceof Error ? error.message : String(error));
  }
}

async function run(words: Words, streams: Streams): Promise<Result<number>> {
  switch (words.command) {
    case 'help':
      streams.out(
        HELP.replace('{formats}', EXPORT_FORMATS.map(({ id }) => id).join(', ')).replace(
          '{sizes}',
          PHOTO_PROFILES.map(({ id }) => id).join(', '),
        ),
      );
      return ok(CLEAN);
    case 'version':
      streams.out(`${await version()}\n`);
      return ok(CLEAN);
    case 'import':
      return withServices(resolve(words.to), (services) =>
        importFile(words.file, services, streams),
      );
    case 'check':
      return withServices(null, (services) => check(words, services, streams));
    case 'export':
      return withServices(null, (services) => exportStory(words, services, streams));
  }
}

type Services = ReturnType<typeof createServices>;

async function withServices(
  library: string | null,
  task: (services: Services) => Promise<Result<number>>,
): Promise<Result<number>> {
  const work = await mkdtemp(join(tmpdir(), 'galley-'));
  try {
    const services = createServices(terminalPlatform(await version(), work), {
      library: { folder: library ?? join(work, 'library'), watch: false },
    });
    try {
      await services.boot();
    } catch (error) {
      return fileFailure(error, library ?? work);
    }
    const result = await task(services);
    await services.shutdown();
    return result;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function importFile(
  file: string,
  services: Services,
  streams: Streams,
): Promise<Result<number>> {
  const imported = await services.importing.importOne({ path: resolve(file) });
  if (!imported.ok) return imported;
  streams.out(`${join(services.library.folder(), imported.value.ref)}\n`);
  return ok(CLEAN);
}

interface Given {
  readonly story: Story;
  /** The bytes or path of a photo's original by its file name. */
  readonly original: (file: string) => Promise<string | null>;
}

/** A story from its folder, or from any file an importer reads. Photos of a file are kept in the scratch library. */
async function given(path: string, services: Services): Promise<Result<Given>> {
  const folder = await storyAt(path);
  if (folder !== null) {
    const read = await readStory(folder, basename(folder));
    if (!read.ok) return read;
    const photos = join(folder, PHOTOS);
    return ok({
      story: read.value.story,
      original: async (file) =>
        basename(file) === file ? realPathInside(photos, join(photos, file)) : null,
    });
  }
  const imported = await services.importing.importOne({ path });
  if (!imported.ok) return imported;
  const { ref } = imported.value;
  const opened = await services.library.open(ref);
  if (!opened.ok) return opened;
  return ok({
    story: opened.value.story,
    original: (file) => services.library.photoPath(ref, file),
  });
}

async function check(
  words: Extract<Words, { command: 'check' }>,
  services: Services,
  streams: Streams,
): Promise<Result<number>> {
  const read = await given(resolve(words.file), services);
  if (!read.ok) return read;
  const { story } = read.value;
  const id = words.style ?? story.styleBook;
  const books = await services.stylebooks.list();
  if (words.style !== null && !books.some((book) => book.id === id)) {
    const known = books.map((book) => book.id).join(', ');
    return fail('bad-input', `There is no style book “${id}”; there are ${known}`);
  }
  const loaded = await services.stylebooks.load(id);
  const book = withLexicon(loaded.book, story.lexicon ?? []);
  const input = readForChecks(story);
  const own = createEngine().run(input, book);
  const { findings } = words.spelling ? await withSpelling(own, input, book, streams) : own;
  streams.out(
    words.json ? jsonReport(story, findings) : textReport(basename(words.file), story, findings),
  );
  return ok(findings.some(({ severity }) => severity === 'error') ? ERRORS_FOUND : CLEAN);
}

/** Our findings and Harper's. Where Harper cannot be set up, ours alone, and a line that says so. */
async function withSpelling(
  own: EngineResult,
  input: EngineInput,
  book: StyleBook,
  streams: Streams,
): Promise<Pick<EngineResult, 'findings'>> {
  try {
    const { spellingOf } = await import('./spelling');
    return withHarper(own, await spellingOf(input, book), input);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    streams.error(`galley: spelling was not checked: ${message.replace(/\s*\n\s*/gu, ' ')}\n`);
    return own;
  }
}

async function exportStory(
  words: Extract<Words, { command: 'export' }>,
  services: Services,
  streams: Streams,
): Promise<Result<number>> {
  const format = formatOf(words.format);
  if (!format.ok) return format;
  const read = await given(resolve(words.file), services);
  if (!read.ok) return read;
  const { story, original } = read.value;
  const out = resolve(words.out);
  const written = await services.exporting.write(
    story,
    words.format,
    out,
    original,
    words.photos === null ? undefined : { profile: words.photos, strip: true },
  );
  if (!written.ok) return written;
  for (const path of written.value.paths) streams.out(`${path}\n`);
  for (const warning of written.value.warnings) streams.error(`${warning}\n`);
  return ok(CLEAN);
}

/** The version in the package's own file, which lies above the compiled program. */
async function version(): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
    if (text !== null) return String((JSON.parse(text) as { version?: unknown }).version);
    const parent = dirname(folder);
    if (parent === folder) return 'unknown';
    folder = parent;
  }
}
