import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Progress } from '#core/ipc/contract';
import { createServices } from '../../electron/services/index';
import { must, temporaryFolder, testPlatform } from '../electron/test-platform';

const COUNT = 500;
const CALLER = { window: 1 };
const root = join(import.meta.dirname, '../..');
const script = join(root, 'dist/pictures-worker.js');

/** A folder of different photos: one picture of noise, each with a comment of its own. */
async function folderOfPhotos(): Promise<string> {
  const folder = await temporaryFolder();
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = sharp({
    create: { width: 1500, height: 1000, channels: 3, background: '#000', noise },
  });
  const jpeg = await picture.jpeg({ quality: 80 }).toBuffer();
  for (let at = 0; at < COUNT; at += 1) {
    const words = Buffer.from(`photo ${at}`);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
    const bytes = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
    await writeFile(join(folder, `photo-${at + 1}.jpg`), bytes);
  }
  return folder;
}

async function desk() {
  const platform = await testPlatform();
  const services = createServices(platform, { library: { watch: false }, pictureWorker: script });
  await services.boot();
  onTestFinished(() => services.shutdown());
  const { ref } = must(await services.handlers['library.create']([{ slug: 'all' }], CALLER));
  const progress = () =>
    platform.sent
      .filter(({ event }) => event === 'task.progress')
      .map(({ payload }) => payload as Progress);
  return { platform, services, ref, progress };
}

describe(`a folder of ${COUNT} photos`, () => {
  let folder = '';
  beforeAll(async () => {
    if (!existsSync(script))
      execFileSync(process.execPath, [join(root, 'build/bundle.mjs'), 'main']);
  });

  it('comes in with honest progress while other calls are answered', async () => {
    folder = await folderOfPhotos();
    const { platform, services, ref, progress } = await desk();
    platform.answers.folder = folder;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const from = performance.now();
    let done = false;
    let answered = 0;
    const adding = services.handlers['photos.choose-folder']([ref], CALLER);
    void Promise.resolve(adding).finally(() => {
      done = true;
    });
    // What the window asks meanwhile, one call after another.
    while (!done) {
      must(await services.handlers['library.list']([], CALLER));
      answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { photos, refused, stopped } = must(await adding);
    delay.disable();
    const seconds = (performance.now() - from) / 1000;
    expect(photos).toHaveLength(COUNT);
    expect(new Set(photos.map(({ sha256 }) => sha256)).size).toBe(COUNT);
    expect(photos.every(({ metadata, width }) => metadata !== null && width === 1500)).toBe(true);
    expect([refused, stopped]).toEqual([[], false]);
    const steps = progress();
    const counts = steps.map((step) => step.done);
    // Every photo once, in order, out of the true total.
    expect([...new Set(counts)]).toEqual(Array.from({ length: COUNT + 1 }, (_, at) => at));
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([COUNT]));
    expect(steps.filter(({ label }) => /photo-\d+\.jpg/u.test(label))).toHaveLength(COUNT);
    // Answered at least once for every fifth photo: nothing held the thread for long.
    expect(answered).toBeGreaterThan(COUNT / 5);
    const small = await readdir(join(platform.paths.userData, 'thumbnails'));
    expect(small.filter((name) => name.endsWith('.jpg'))).toHaveLength(COUNT);
    console.table({
      photos: COUNT,
      'photos a second': Math.round(COUNT / seconds),
      'calls answered meanwhile': answered,
      'thread held, ms, p99': Math.round(delay.percentile(99) / 1e6),
      'thread held, ms, longest': Math.round(delay.max / 1e6),
    });
  });

  it('stops when asked, with whole files and nothing else', async () => {
    const { platform, services, ref, progress } = await desk();
    platform.answers.folder = folder === '' ? await folderOfPhotos() : folder;
    // The folder of the first test is gone with it.
    if (!existsSync(platform.answers.folder)) platform.answers.folder = await folderOfPhotos();
    const adding = services.handlers['photos.choose-folder']([ref], CALLER);
    const { task } = await platform.event('task.progress', ({ done }) => done >= 60);
    await services.handlers['tasks.cancel']([task], CALLER);
    const { photos, stopped } = must(await adding);
    expect(stopped).toBe(true);
    expect(photos.length).toBeGreaterThanOrEqual(60);
    expect(photos.length).toBeLessThan(COUNT);
    const stored = join(services.library.folder(), ref, 'photos');
    const names = await readdir(stored);
    expect(names.toSorted()).toEqual(photos.map(({ file }) => file).toSorted());
    for (const photo of photos) {
      const bytes = await readFile(join(stored, photo.file ?? ''));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(photo.sha256);
    }
    expect(progress().at(-1)?.done).toBe(COUNT);
    const thumbnails = await readdir(join(platform.paths.userData, 'thumbnails'));
    expect(thumbnails.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('goes on with another worker when one dies', async () => {
    const { platform, services, ref } = await desk();
    const some = await temporaryFolder();
    await mkdir(some, { recursive: true });
    const picture = await sharp({
      create: { width: 30, height: 20, channels: 3, background: '#68a' },
    })
      .png()
      .toBuffer();
    await writeFile(join(some, 'quay.png'), picture);
    platform.answers.folder = some;
    const first = must(await services.handlers['photos.choose-folder']([ref], CALLER));
    await services.pictures.shutdown?.();
    const second = must(await services.handlers['photos.choose-folder']([ref], CALLER));
    expect([first.photos.length, second.photos.length]).toEqual([1, 1]);
  });
});
