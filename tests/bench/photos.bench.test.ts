import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMetadata } from '../../electron/services/metadata/index';
import { createPictureWorker } from '../../electron/services/pictures/pool';
import { createThumbnails } from '../../electron/services/thumbnails';

const COUNT = 60;
let folder = '';
let files: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-bench-'));
  // Pictures as a desk gets them, 24 megapixels scaled down by half: noise does not compress into nothing.
  const noise = { type: 'gaussian', mean: 120, sigma: 30 } as const;
  const made = await sharp({
    create: { width: 3000, height: 2000, channels: 3, background: '#000', noise },
  })
    .jpeg({ quality: 85 })
    .toBuffer();
  const tool = new ExifTool({ maxProcs: 1 });
  const first = join(folder, 'first.jpg');
  await writeFile(first, made);
  await tool.write(
    first,
    {
      Title: 'The quay',
      Description: 'Ana Reis waves.',
      Artist: 'Jo Lee',
      Rights: '© Jo Lee',
    },
    { writeArgs: ['-overwrite_original'] },
  );
  await tool.end();
  const bytes = await sharp(first).withMetadata().toBuffer();
  files = Array.from({ length: COUNT }, (_, at) => join(folder, `${at}.jpg`));
  for (const file of files) await writeFile(file, bytes);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return (performance.now() - from) / 1000;
}

test('metadata: photos a second, beside exiftool alone', async () => {
  const tool = new ExifTool({ maxProcs: 1, taskTimeoutMillis: 20_000 });
  const metadata = createMetadata({ broadcast: () => undefined });
  await tool.version();
  await metadata.readMetadata(files[0] ?? '');
  const args = ['-G1', '-a', '-struct', '-IPTC:all', '-XMP:all', '-IFD0:all', '-ExifIFD:all'];
  const alone: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    alone.push(
      await seconds(async () => {
        for (const file of files) await tool.readRaw(file, { readArgs: args });
      }),
    );
    own.push(
      await seconds(async () => {
        for (const file of files) await metadata.readMetadata(file);
      }),
    );
  }
  await tool.end();
  await metadata.shutdown?.();
  report('exiftool', Math.min(...alone), Math.min(...own), 1.2);
});

test('thumbnails: photos a second, beside sharp alone', async () => {
  const script = new URL('../../dist/pictures-worker.js', import.meta.url).pathname;
  const worker = createPictureWorker(existsSync(script) ? script : null);
  const alone: number[] = [];
  const own: number[] = [];
  // Two at a time, as the service does.
  const two = async (run: (file: string) => Promise<unknown>) => {
    const queue = [...files];
    const work = async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) await run(file);
    };
    await Promise.all([work(), work()]);
  };
  for (let round = 0; round < 3; round += 1) {
    const out = join(folder, `alone-${round}`);
    await mkdir(out);
    alone.push(
      await seconds(() =>
        two((file) =>
          sharp(file)
            .autoOrient()
            .resize(480, 480, { fit: 'inside' })
            .jpeg({ quality: 78 })
            .toFile(join(out, `${files.indexOf(file)}.jpg`)),
        ),
      ),
    );
    const userData = join(folder, `own-${round}`);
    const thumbnails = createThumbnails(
      { paths: { userData } as Parameters<typeof createThumbnails>[0]['paths'] },
      { preview: async () => false },
      worker,
    );
    own.push(await seconds(() => Promise.all(files.map((file) => thumbnails.of(file, 480)))));
  }
  await worker.shutdown?.();
  report('sharp', Math.min(...alone), Math.min(...own), 1.3);
});

function report(peer: string, alone: number, own: number, most: number): void {
  console.table({
    [`${peer} alone`]: { 'photos a second': Math.round(COUNT / alone) },
    Galley: { 'photos a second': Math.round(COUNT / own), 'time / peer': (own / alone).toFixed(2) },
  });
  expect(own / alone).toBeLessThanOrEqual(most);
}
