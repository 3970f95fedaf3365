import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import type { Photo, PhotoMetadata } from '#core/article/model';
import type { Imported, ImportedPicture } from '#core/formats/types';
import { readBounded, realPathInside } from './files';
import { foldName, safeFileName, uniqueName } from './names';
import { PHOTOS } from './story-folder';

/** Kinds of picture that a story may hold, by the first bytes; a vector drawing may hold a program, so none here. */
export const PICTURE_EXTENSIONS = [
  'jpg',
  'png',
  'gif',
  'webp',
  'avif',
  'heic',
  'tif',
  'psd',
  // Camera raw: kept and read for what they say; shown by the JPEG that the camera put inside.
  'dng',
  'cr2',
  'cr3',
  'nef',
  'arw',
  'raf',
  'orf',
  'rw2',
] as const;
export type PictureExtension = (typeof PICTURE_EXTENSIONS)[number];

/** Raw formats that are TIFF files inside: only the name tells them from one. */
const RAW_IN_TIFF = ['dng', 'cr2', 'nef', 'arw'] as const;

/**
 * What kind of picture these bytes are; null: no picture we know. The name counts only between a TIFF and the camera
 * raw formats that begin like one.
 */
export function sniffPicture(bytes: Uint8Array, name = ''): PictureExtension | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32));
  const ascii = head.toString('latin1');
  if (ascii.startsWith('\xff\xd8\xff')) return 'jpg';
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/u.test(ascii)) return 'gif';
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
  if (ascii.startsWith('II*\0') || ascii.startsWith('MM\0*')) {
    if (ascii.slice(8, 10) === 'CR') return 'cr2';
    const ending = extname(name).slice(1).toLowerCase();
    return RAW_IN_TIFF.find((one) => one === ending) ?? 'tif';
  }
  if (ascii.startsWith('FUJIFILMCCD-RAW')) return 'raf';
  if (/^(?:IIR[OS]|MMOR)/u.test(ascii)) return 'orf';
  if (ascii.startsWith('IIU\0')) return 'rw2';
  if (ascii.startsWith('8BPS')) return 'psd';
  if (ascii.slice(4, 8) === 'ftyp') {
    if (ascii.slice(8, 12) === 'crx ') return 'cr3';
    if (/avi[fs]/u.test(ascii.slice(8))) return 'avif';
    if (/hei[cx]|mif1|msf1|hev[cx]/u.test(ascii.slice(8))) return 'heic';
  }
  return null;
}

/** Width and height in pixels as the picture is shown; null when the file does not tell. */
export async function pictureSize(
  bytes: Uint8Array,
): Promise<{ readonly width: number | null; readonly height: number | null }> {
  try {
    // Loaded when first needed: its native part may be missing on an odd system, and the app must start without it.
    const { default: sharp } = await import('sharp');
    const { autoOrient } = await sharp(bytes, { failOn: 'none' }).metadata();
    return { width: autoOrient.width || null, height: autoOrient.height || null };
  } catch {
    return { width: null, height: null };
  }
}

const KIND_NAMES: Readonly<Record<PictureExtension, string>> = {
  jpg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  heic: 'HEIC',
  tif: 'TIFF',
  psd: 'Photoshop',
  dng: 'camera raw',
  cr2: 'camera raw',
  cr3: 'camera raw',
  nef: 'camera raw',
  arw: 'camera raw',
  raf: 'camera raw',
  orf: 'camera raw',
  rw2: 'camera raw',
};
/** Pixels that a picture may have: 16,383 × 16,383, as sharp allows by itself. */
export const MOST_PIXELS = 0x3fff * 0x3fff;
/** Kinds that are decoded row by row; the others have to be in memory as a whole, so less of them fits. */
const BY_ROW: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'tif', 'tiff', 'raw']);

/** Pixels that a picture of a kind (extension, or sharp's name of the format) may have. */
export function mostPixels(kind: string): number {
  return BY_ROW.has(kind) ? MOST_PIXELS : 100_000_000;
}
/** Kinds that sharp opens on every system; of the others only the first bytes are known. */
const OPENED: ReadonlySet<PictureExtension> = new Set(['jpg', 'png', 'gif', 'webp', 'tif']);

/** Why a picture cannot be kept, in a sentence that names it, or null when it can. */
export async function pictureTrouble(name: string, bytes: Uint8Array): Promise<string | null> {
  if (bytes.byteLength === 0) return `${name} is empty (0 bytes). Ask for the photo again.`;
  const kind = sniffPicture(bytes, name);
  if (kind === null) {
    return `${name} is not a picture Galley can keep, whatever its name says. Use JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF, PSD or camera raw.`;
  }
  const sharp = await import('sharp').catch(() => null);
  if (sharp === null) return null;
  try {
    // Only the header is read here, whatever size it tells.
    const header = sharp.default(bytes, { failOn: 'none', limitInputPixels: false });
    const { width, height } = await header.metadata();
    if (width * height <= mostPixels(kind)) return null;
    return `${name} has ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels, more than a picture for print has: it may be made to fill the memory, and is not opened.`;
  } catch {
    if (!OPENED.has(kind)) return null;
    return `${name} begins like a ${KIND_NAMES[kind]} picture but cannot be opened: it is cut off or damaged. Ask for the photo again.`;
  }
}

/** True when the file ends before its picture does: it opens, with a part of it grey. */
export async function pictureCutOff(bytes: Uint8Array, name = ''): Promise<boolean> {
  const kind = sniffPicture(bytes, name);
  if (kind === null || !OPENED.has(kind)) return false;
  const sharp = await import('sharp').catch(() => null);
  if (sharp === null) return false;
  const decode = (failOn: 'none' | 'truncated') =>
    // A thumbnail: JPEG is decoded at an eighth of its size then.
    sharp.default(bytes, { failOn }).resize(16).raw().toBuffer();
  try {
    await decode('truncated');
    return false;
  } catch {
    // What does not decode in either way is another trouble: too many pixels, a compression sharp does not know.
    return decode('none').then(
      () => true,
      () => false,
    );
  }
}

/** The facts of a picture's file that a photo records. */
export async function pictureFacts(
  bytes: Uint8Array,
): Promise<Pick<Photo, 'width' | 'height' | 'bytes' | 'sha256'>> {
  return {
    ...(await pictureSize(bytes)),
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Writes originals into one story's `photos/`, each under a name that is safe and its own. */
export async function originalsWriter(
  storyFolder: string,
): Promise<(name: string, bytes: Uint8Array, extension: PictureExtension) => Promise<string>> {
  const folder = join(storyFolder, PHOTOS);
  const taken = new Set((await readdir(folder).catch(() => [])).map(foldName));
  return async (name, bytes, extension) => {
    await mkdir(folder, { recursive: true });
    const safe = safeFileName(name, 'photo', extension);
    const ending = extname(safe);
    const file = uniqueName(safe.slice(0, -ending.length), taken, ending);
    taken.add(foldName(file));
    // `wx`: an original is never written over.
    const handle = await open(join(folder, file), 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return file;
  };
}

/**
 * The bytes of a picture that an imported file names: only from beside that file or below its folder (a saved page keeps
 * its pictures in `<name>_files/`), never from elsewhere and never from the network. null: not there, or no picture.
 */
export async function pictureBeside(source: string, reference: string): Promise<Uint8Array | null> {
  const folder = dirname(source);
  const stem = basename(source, extname(source));
  const bare = reference.replace(/[?#].*$/su, '');
  const path = decode(bare);
  const name = basename(path.replaceAll('\\', '/'));
  const remote = /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(reference);
  const candidates = [
    ...(remote || isAbsolute(path) ? [] : [resolve(folder, path), resolve(folder, bare)]),
    ...(name === '' || name === '.' || name === '..'
      ? []
      : [join(folder, name), join(folder, `${stem}_files`, name)]),
  ];
  for (const candidate of new Set(candidates)) {
    if (candidate.includes('\0')) continue;
    const real = await realPathInside(folder, candidate);
    if (real === null) continue;
    const read = await readBounded(real, name);
    if (read.ok && sniffPicture(read.value, name) !== null) return read.value;
  }
  return null;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * The photos of an imported story with the facts of their pictures. `write` stores an original and gives its file name;
 * `source` is the file on disk it was imported from, null for dropped or pasted data; `says` reads a stored original's
 * metadata by that file name; `refuse` is told in a sentence about each picture that cannot be kept.
 */
export async function placePictures(
  imported: Imported,
  source: string | null,
  write: (name: string, bytes: Uint8Array, extension: PictureExtension) => Promise<string>,
  says: (file: string) => Promise<PhotoMetadata | null>,
  refuse: (message: string) => void = () => undefined,
): Promise<readonly Photo[]> {
  const pictures = new Map<string, ImportedPicture>();
  for (const picture of imported.pictures) {
    const before = pictures.get(picture.photo);
    if (!before || (before.bytes === null && picture.bytes !== null)) {
      pictures.set(picture.photo, picture);
    }
  }
  const photos: Photo[] = [];
  for (const photo of imported.story.photos) {
    const reference = pictures.get(photo.id)?.reference ?? photo.originalName;
    const bytes =
      pictures.get(photo.id)?.bytes ??
      (source === null || reference === '' ? null : await pictureBeside(source, reference));
    const name = photo.originalName || basename(reference);
    const extension = bytes && sniffPicture(bytes, name);
    const trouble = bytes && extension ? await pictureTrouble(name, bytes) : null;
    if (trouble !== null) refuse(trouble);
    if (!bytes || !extension || trouble !== null) {
      photos.push(photo);
      continue;
    }
    const file = await write(name, bytes, extension);
    photos.push({
      ...photo,
      file,
      ...(await pictureFacts(bytes)),
      metadata: (await says(file)) ?? photo.metadata,
    });
  }
  return photos;
}
