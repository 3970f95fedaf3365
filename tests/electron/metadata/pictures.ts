import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteTags } from 'exiftool-vendored';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import { createMetadata } from '../../../electron/services/metadata/index';

/** A small JPEG of our own making in a folder. */
export async function jpeg(folder: string, name = 'quay.jpg'): Promise<string> {
  const path = join(folder, name);
  const picture = sharp({ create: { width: 24, height: 16, channels: 3, background: '#68a' } });
  await writeFile(path, await picture.jpeg().toBuffer());
  return path;
}

/** Writes tags into a file with exiftool itself, the way another desk's program would. */
export async function tagged(path: string, tags: object, args: readonly string[] = []) {
  const tool = new ExifTool({ maxProcs: 1, useMWG: false });
  try {
    await tool.write(path, tags as WriteTags, {
      writeArgs: ['-overwrite_original', ...args],
      useMWG: false,
    });
  } finally {
    await tool.end();
  }
  return readFile(path);
}

/** The service with a record of what it told, ended when the test is over. */
export function service(options: Parameters<typeof createMetadata>[1] = {}) {
  const told: unknown[] = [];
  const metadata = createMetadata({ broadcast: (...sent) => told.push(sent) }, options);
  onTestFinished(() => metadata.shutdown?.());
  return { metadata, told };
}
