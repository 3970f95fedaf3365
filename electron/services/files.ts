import { createHash, randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { Failure, Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';

/** Largest file that is read into memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

const TEMP = /^\.(.+)\.[0-9a-f]{12}\.tmp$/u;

/** A temporary name in the same folder, so that the rename to the final name is atomic. */
export function tempName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes and fsyncs a temporary file beside `path`; the caller renames it. Leaves nothing behind when it fails. */
export async function writeTemp(path: string, content: string | Uint8Array): Promise<string> {
  const temp = tempName(path);
  const file = await open(temp, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(temp, { force: true });
    throw error;
  }
  await file.close();
  return temp;
}

/**
 * Replaces a file so that a reader, or a crash at any moment, sees either the old content or the new: temporary file in
 * the same folder, fsync, rename, fsync of the folder.
 */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const temp = await writeTemp(path, content);
  try {
    await renameOver(temp, path);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Renames over an existing file; on Windows a virus scanner may hold the target for a moment, so it tries again. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = errorCode(error);
      const held = code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
      if (process.platform !== 'win32' || !held || attempt === 8) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5));
    }
  }
}

/** Makes a rename in this folder durable. Windows and some network shares cannot; there the rename has to do. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Not offered by this file system.
  }
}

/** Removes temporary files that a crash left in a folder. */
export async function cleanTemp(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (TEMP.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** SHA-256, hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The system's code of an error (`ENOENT`), or ''. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A sentence for people about a file that could not be used. `name` is what the person knows it by. */
export function fileFailure(error: unknown, name: string): Failure {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('not-found', `${name} is not there`);
    case 'EACCES':
    case 'EPERM':
      return fail('denied', `${name} may not be read or written by you. Check its permissions.`);
    case 'EROFS':
      return fail('io', `${name} is on a disk that cannot be written to`);
    case 'ENOSPC':
    case 'EDQUOT':
      return fail(
        'io',
        `The disk is full: ${name} was not written. Free some space and try again.`,
      );
    case 'EISDIR':
      return fail('bad-input', `${name} is a folder`);
    case 'ENAMETOOLONG':
      return fail('bad-input', `${name} has too long a name for this disk`);
    default:
      return fail('io', `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads a regular file of at most 64 MB. Follows a symbolic link only when `links` allows it. */
export async function readBounded(
  path: string,
  name: string,
  options: { readonly links: boolean } = { links: true },
): Promise<Result<Buffer>> {
  try {
    const info: Stats = await (options.links ? stat(path) : lstat(path));
    if (info.isDirectory()) return fail('bad-input', `${name} is a folder`);
    if (!info.isFile()) return fail('bad-input', `${name} is not an ordinary file`);
    if (info.size > MAX_FILE_BYTES) return tooLarge(name, info.size);
    return ok(await readFile(path));
  } catch (error) {
    return fileFailure(error, name);
  }
}

/** The refusal of a file over the limit. */
export function tooLarge(name: string, bytes: number): Failure {
  return fail(
    'too-large',
    `${name} has ${Math.ceil(bytes / 1024 / 1024)} MB; Galley reads files up to 64 MB`,
  );
}

/** The real path of `path` when it lies inside `root` (symbolic links resolved on both sides), else null. */
export async function realPathInside(root: string, path: string): Promise<string | null> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(path)]);
    const prefix = realRoot.endsWith(sep) ? realRoot : realRoot + sep;
    return real.startsWith(prefix) ? real : null;
  } catch {
    return null;
  }
}
