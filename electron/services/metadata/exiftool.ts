import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { ExifTool, WriteTags } from 'exiftool-vendored';
import type { Tags } from './fields';

export interface ExiftoolOptions {
  /** The perl that runs exiftool; on Windows it brings its own. */
  readonly perl?: string;
  /** Milliseconds that one file may take. */
  readonly limit?: number;
}

/** What became of one file. `unavailable`: exiftool itself cannot run here, so no other file is worth a try now. */
export type Reading =
  | { readonly kind: 'tags'; readonly tags: Tags }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** A value to write: text, list, or list of structures. */
export type NewTag = string | readonly string[] | readonly Readonly<Record<string, string>>[];
/** Tags to write, `Group:Name` to value. */
export type NewTags = Readonly<Record<string, NewTag>>;

/** What became of a written file; on `failed` it is as it was. */
export type Writing = { readonly kind: 'written' } | Exclude<Reading, { readonly kind: 'tags' }>;

export interface Exiftool {
  /** Reads one file after another, never two at a time. Never throws. */
  readonly read: (path: string) => Promise<Reading>;
  /** Writes tags into a file in place, with further arguments. Never throws. */
  readonly write: (path: string, tags: NewTags, args: readonly string[]) => Promise<Writing>;
  /** Copies the largest JPEG inside a file to `to`; false when there is none. Never throws. */
  readonly preview: (path: string, to: string) => Promise<boolean>;
  /** The ids of the processes that run now: none before the first file, one after it. */
  readonly processes: () => readonly number[];
  readonly end: () => Promise<void>;
}

const LIMIT = 5_000;
const SPAWN_LIMIT = 10_000;
/** How long, in milliseconds, a machine on which exiftool did not start is left alone. */
const PAUSE = 60_000;

const ARGUMENTS = [
  // Groups tell IIM, XMP and EXIF apart; doubled tags are kept; structs stay whole.
  '-G1',
  '-a',
  '-struct',
  // Numbers stay as printed: as JSON numbers, "007" and "1.10" would lose digits.
  '-api',
  'StructFormat=JSONQ',
  // IIM that does not say it is UTF-8 is read as Latin; text that does is converted whatever this says.
  '-charset',
  'iptc=Latin',
  '-IPTC:all',
  '-XMP:all',
  '-IFD0:ImageDescription',
  '-IFD0:Artist',
  '-IFD0:Copyright',
  '-ExifIFD:DateTimeOriginal',
  '-ExifIFD:OffsetTimeOriginal',
  '-ExifIFD:CreateDate',
  '-ExifIFD:OffsetTimeDigitized',
  '-ExifTool:Error',
  // Develop settings and edit histories may be huge and say nothing to a desk.
  '--XMP-crs:all',
  '--XMP-xmpMM:all',
  '--XMP-photoshop:History',
];

/** Where cameras and programs put a JPEG of the picture, the largest first. */
const PREVIEWS = [
  'JpgFromRaw',
  'PreviewImage',
  'OtherImage',
  'PhotoshopThumbnail',
  'ThumbnailImage',
];

interface Running {
  readonly tool: ExifTool;
  /** Rejects when the process cannot be started. */
  readonly broken: Promise<never>;
}

/** Keeps one exiftool process open: started with the first file, started again when it died, ended with `end`. */
export function createExiftool({ perl = 'perl', limit = LIMIT }: ExiftoolOptions = {}): Exiftool {
  let running: Running | null = null;
  let unavailable: { readonly reason: string; readonly until: number } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let ended = false;

  const start = async (): Promise<Running> => {
    if (running && !running.tool.batchCluster.ended) return running;
    // Loaded when first needed: a system without it must still start the app, and most starts read no photo.
    const { ExifTool } = await import('exiftool-vendored');
    const tool: ExifTool = new ExifTool({
      maxProcs: 1,
      taskTimeoutMillis: limit,
      spawnTimeoutMillis: SPAWN_LIMIT,
      minDelayBetweenSpawnMillis: 0,
      taskRetries: 0,
      useMWG: false,
      checkPerl: false,
      processFactory: async () =>
        spawned(perl, await tool.exiftoolPath(), tool.options.exiftoolArgs),
    });
    const broken = new Promise<never>((_, reject) => {
      tool.on('startError', (error) => reject(new StartError(error.message)));
    });
    broken.catch(() => undefined);
    running = { tool, broken };
    return running;
  };

  const stop = async () => {
    const old = running;
    running = null;
    await old?.tool.end(true).catch(() => undefined);
  };

  /** One task of the process, or an error when it cannot start or takes too long. */
  const attempt = async <T>(task: (tool: ExifTool) => Promise<T>): Promise<T> => {
    const { tool, broken } = await start();
    // The process does not keep the program alive, so this timer does while somebody waits for an answer.
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('timeout')), limit + SPAWN_LIMIT + 1_000);
    });
    try {
      return await Promise.race([task(tool), broken, late]);
    } finally {
      clearTimeout(timer);
    }
  };

  type Done<T> = { readonly kind: 'done'; readonly value: T } | Exclude<Reading, { kind: 'tags' }>;

  const run = async <T>(file: string, task: (tool: ExifTool) => Promise<T>): Promise<Done<T>> => {
    if (ended) return { kind: 'failed', reason: 'Galley is closing' };
    if (unavailable && Date.now() < unavailable.until) {
      return { kind: 'unavailable', reason: unavailable.reason };
    }
    unavailable = null;
    // exiftool takes one argument a line.
    if (/[\r\n\0]/u.test(file)) return { kind: 'failed', reason: 'its path holds a line break' };
    for (let tries = 1; ; tries += 1) {
      try {
        return { kind: 'done', value: await attempt(task) };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (error instanceof StartError || /perl must be installed|in @INC/iu.test(message)) {
          unavailable = { reason: message, until: Date.now() + PAUSE };
          await stop();
          return { kind: 'unavailable', reason: message };
        }
        const timedOut = /timeout|timed out/iu.test(message);
        if (timedOut) await stop();
        // The process died under this file, perhaps because of another program: once more with a new one.
        else if (tries === 1) continue;
        return {
          kind: 'failed',
          reason: timedOut ? `it took longer than ${limit / 1000} seconds` : plain(message, file),
        };
      }
    }
  };

  const read = async (file: string): Promise<Reading> => {
    const done = await run(
      file,
      (tool) =>
        tool.readRaw(file, {
          readArgs: ARGUMENTS,
          useMWG: false,
          ignoreMinorErrors: false,
        }) as Promise<unknown> as Promise<Tags>,
    );
    if (done.kind !== 'done') return done;
    const tags = done.value;
    const [error] = [tags['ExifTool:Error'], ...asList(tags.errors)].filter(isText);
    return error === undefined
      ? { kind: 'tags', tags }
      : { kind: 'failed', reason: plain(error, file) };
  };

  const write = async (file: string, tags: NewTags, args: readonly string[]): Promise<Writing> => {
    const done = await run(file, (tool) =>
      tool.write(file, tags as unknown as WriteTags, { writeArgs: [...args], useMWG: false }),
    );
    return done.kind === 'done' ? { kind: 'written' } : done;
  };

  const preview = async (file: string, to: string): Promise<boolean> => {
    for (const tag of PREVIEWS) {
      const done = await run(file, (tool) => tool.extractBinaryTag(tag, file, to));
      if (done.kind === 'done') return true;
      if (done.kind === 'unavailable') return false;
    }
    return false;
  };

  /** One after another: the process answers one question at a time. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = turn.then(task);
    turn = mine;
    return mine;
  };

  return {
    read: (file) => inTurn(() => read(file)),
    preview: (file, to) => inTurn(() => preview(file, to)),
    write: (file, tags, args) => inTurn(() => write(file, tags, args)),
    processes: () => running?.tool.batchCluster.pids() ?? [],
    async end() {
      ended = true;
      await turn;
      await stop();
    },
  };
}

/**
 * Starts exiftool and waits until the system has. The library's own way leaves the child's `error` event unheard when
 * there is no perl, and that would end the whole app.
 */
function spawned(perl: string, script: string, args: readonly string[]): Promise<ChildProcess> {
  const [command, given] =
    process.platform === 'win32' ? [script, args] : [perl, [script, ...args]];
  return new Promise((resolve, reject) => {
    // A plain locale, so that neither messages nor numbers depend on the desk's language.
    const env = { ...process.env, LANG: 'C', LC_ALL: 'C' };
    const child = spawn(command, given, { stdio: 'pipe', shell: false, env, windowsHide: true });
    child.once('spawn', () => resolve(child));
    child.on('error', reject);
  });
}

class StartError extends Error {}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** exiftool's own words without its prefix and the path, on one line. */
function plain(message: string, file: string): string {
  return message
    .replace(/^(?:Error:?\s*)+/iu, '')
    .replaceAll(file, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s-]+$/u, '');
}
