import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode, writeAtomic } from './files';

/** Reads a small JSON file; null when it is not there. A file that is not JSON is set aside as `<name>.bad`. */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    await setAside(path);
    return null;
  }
}

/** Keeps a file that we cannot use, so that nobody's choices are thrown away unread. */
export async function setAside(path: string): Promise<void> {
  await rename(path, `${path}.bad`).catch(() => undefined);
}

/** Writes a JSON file atomically, making its folder. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeAtomic(path, `${JSON.stringify(value, null, 2)}\n`);
}
