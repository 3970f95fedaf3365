import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Story } from '#core/article/model';
import { parseStory, serialiseStory } from '#core/article/schema';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import { fileFailure, MAX_FILE_BYTES, readBounded, sha256, writeAtomic } from './files';

/*
 * One story on disk: `<slug>.galley/` with story.json, photos/ (originals, never altered) and history/ (snapshots).
 */

export const STORY_FILE = 'story.json';
export const PHOTOS = 'photos';
export const HISTORY = 'history';
export const STORY_ENDING = '.galley';

const REF = /^[^/\\\0]+\.galley$/u;
const SNAPSHOT_EVERY = 10 * 60 * 1000;
const SNAPSHOTS_KEPT = 50;

export interface StoredStory {
  readonly story: Story;
  /** The exact content of story.json. */
  readonly text: string;
  /** SHA-256 of that content. */
  readonly revision: string;
}

/** The folder of a story. Refuses a ref that is not a plain name, and a link that leads out of the library. */
export async function storyFolder(root: string, ref: string): Promise<Result<string>> {
  if (!REF.test(ref)) return fail('bad-input', `“${ref}” is not the name of a story`);
  const folder = join(root, ref);
  try {
    const info = await lstat(folder);
    if (info.isDirectory()) return ok(folder);
    return fail('bad-input', `${ref} is not a story folder`);
  } catch (error) {
    return fileFailure(error, ref);
  }
}

/** Reads and checks a story's file. `name` is what the person knows it by. */
export async function readStory(folder: string, name: string): Promise<Result<StoredStory>> {
  const read = await readBounded(join(folder, STORY_FILE), `${name}/${STORY_FILE}`, {
    links: false,
  });
  if (!read.ok) return read;
  const text = read.value.toString('utf8');
  const parsed = parseStory(text, `${name}/${STORY_FILE}`);
  if (!parsed.ok) return parsed;
  return ok({ story: parsed.value, text, revision: sha256(read.value) });
}

/** SHA-256 of the story's file as it is on disk now; null when there is none. */
export async function diskRevision(folder: string): Promise<string | null> {
  try {
    return sha256(await readFile(join(folder, STORY_FILE)));
  } catch {
    return null;
  }
}

/** Writes a story's file atomically; answers its new revision. */
export async function writeStory(
  folder: string,
  story: Story,
  name: string,
): Promise<Result<string>> {
  const text = serialiseStory(story);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_FILE_BYTES) {
    return fail(
      'too-large',
      `${name} has grown over 64 MB and was not saved. Remove some text first.`,
    );
  }
  try {
    await writeAtomic(join(folder, STORY_FILE), text);
    return ok(sha256(text));
  } catch (error) {
    return fileFailure(error, name);
  }
}

/** When the newest snapshot was taken, milliseconds since 1970; 0 when there is none. */
export async function lastSnapshot(folder: string): Promise<number> {
  const newest = (await snapshots(folder)).at(-1);
  return newest === undefined ? 0 : snapshotTime(newest);
}

/**
 * Keeps what story.json holds now as `history/<time>.json`, unless the newest snapshot is the same or (without `force`)
 * younger than ten minutes. Keeps the newest 50.
 */
export async function takeSnapshot(
  folder: string,
  now: number,
  force: boolean,
): Promise<string | null> {
  const names = await snapshots(folder);
  const newest = names.at(-1);
  const history = join(folder, HISTORY);
  if (newest !== undefined && !force && now - snapshotTime(newest) < SNAPSHOT_EVERY) return null;
  const current = await readFile(join(folder, STORY_FILE)).catch(() => null);
  if (current === null) return null;
  if (newest !== undefined) {
    const before = await readFile(join(history, newest)).catch(() => null);
    if (before?.equals(current)) return null;
  }
  await mkdir(history, { recursive: true });
  // Two forced snapshots within a millisecond must not share a name.
  const time = newest === undefined ? now : Math.max(now, snapshotTime(newest) + 1);
  const name = snapshotName(time);
  await writeAtomic(join(history, name), current);
  for (const old of names.slice(0, Math.max(0, names.length + 1 - SNAPSHOTS_KEPT))) {
    await rm(join(history, old), { force: true });
  }
  return name;
}

const SNAPSHOT = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.json$/u;

async function snapshots(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, HISTORY)).catch(() => []);
  return names.filter((name) => SNAPSHOT.test(name)).sort();
}

// Colons and dots are not allowed, or not liked, in file names on Windows.
function snapshotName(time: number): string {
  return `${new Date(time).toISOString().replace(/[:.]/gu, '-')}.json`;
}

function snapshotTime(name: string): number {
  const iso = name.replace(
    /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.json$/u,
    '$1T$2:$3:$4.$5Z',
  );
  return Date.parse(iso);
}

/** Copies a story's original photos; links and folders are left out. */
export async function copyPhotos(from: string, to: string): Promise<void> {
  const entries = await readdir(join(from, PHOTOS), { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  if (files.length === 0) return;
  await mkdir(join(to, PHOTOS), { recursive: true });
  for (const { name } of files) {
    await copyFile(
      join(from, PHOTOS, name),
      join(to, PHOTOS, name),
      constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE,
    );
  }
}
