import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetadata } from '../../../electron/services/metadata/index';
import { sniffPicture } from '../../../electron/services/picture-files';
import { pictureWork } from '../../../electron/services/pictures/work';
import { createThumbnails } from '../../../electron/services/thumbnails';
import { temporaryFolder } from '../test-platform';

async function desk() {
  const userData = await temporaryFolder();
  const folder = await temporaryFolder();
  const metadata = createMetadata({ broadcast: () => undefined });
  onTestFinished(() => metadata.shutdown?.());
  const thumbnails = createThumbnails(
    { paths: { userData } as Parameters<typeof createThumbnails>[0]['paths'] },
    metadata,
    pictureWork,
  );
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

  it('are made of the JPEG that a camera put into its raw file', async () => {
    const { thumbnails, folder } = await desk();
    const inside = await sharp({
      create: { width: 800, height: 600, channels: 3, background: '#68a' },
    })
      .jpeg()
      .toBuffer();
    // A Fujifilm raw file: its header tells where the JPEG lies (exiftool's notes on RAF).
    const header = Buffer.alloc(160);
    header.write('FUJIFILMCCD-RAW 0201FF383501');
    header.writeUInt32BE(160, 84);
    header.writeUInt32BE(inside.length, 88);
    const raw = Buffer.concat([header, inside]);
    expect(sniffPicture(raw, 'quay.jpg')).toBe('raf');
    const path = join(folder, 'quay.raf');
    await writeFile(path, raw);
    const made = await sharp((await thumbnails.of(path, 480)) ?? '').metadata();
    expect(made).toMatchObject({ format: 'jpeg', width: 480, height: 360 });
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
