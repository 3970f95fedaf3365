import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createThumbnails } from '../../../electron/services/thumbnails';
import { temporaryFolder } from '../test-platform';

async function desk() {
  const userData = await temporaryFolder();
  const folder = await temporaryFolder();
  const thumbnails = createThumbnails({
    paths: { userData } as Parameters<typeof createThumbnails>[0]['paths'],
  });
  const picture = async (name: string, width: number, height: number) => {
    const path = join(folder, name);
    const made = sharp({ create: { width, height, channels: 3, background: '#68a' } });
    await made.toFile(path);
    return path;
  };
  return { userData, folder, thumbnails, picture };
}

describe('small pictures', () => {
  it('are whole, upright JPEGs of at most the asked size', async () => {
    const { thumbnails, picture } = await desk();
    const path = await picture('tall.tif', 600, 1200);
    const made = await sharp((await thumbnails.of(path, 480)) ?? '').metadata();
    expect(made).toMatchObject({ format: 'jpeg', width: 240, height: 480 });
    const small = await picture('small.png', 30, 20);
    const same = await sharp((await thumbnails.of(small, 480)) ?? '').metadata();
    expect(same).toMatchObject({ width: 30, height: 20 });
  });

  it('are made once, together or later, and anew for a changed file', async () => {
    const { thumbnails, picture, userData } = await desk();
    const path = await picture('quay.png', 900, 600);
    const [one, two] = await Promise.all([thumbnails.of(path, 480), thumbnails.of(path, 480)]);
    expect(one).toBe(two);
    const made = (await stat(one ?? '')).mtimeMs;
    expect(await thumbnails.of(path, 480)).toBe(one);
    expect((await stat(one ?? '')).mtimeMs).toBe(made);
    await utimes(path, new Date(0), new Date(0));
    expect(await thumbnails.of(path, 480)).not.toBe(one);
    expect(await readdir(join(userData, 'thumbnails'))).toHaveLength(2);
  });

  it('are not made of what is no picture, and nothing is left behind', async () => {
    const { thumbnails, folder, userData } = await desk();
    const path = join(folder, 'note.jpg');
    await writeFile(path, 'Dear desk');
    expect(await thumbnails.of(path, 480)).toBeNull();
    expect(await thumbnails.of(join(folder, 'gone.jpg'), 480)).toBeNull();
    expect(await readdir(join(userData, 'thumbnails'))).toEqual([]);
  });
});
