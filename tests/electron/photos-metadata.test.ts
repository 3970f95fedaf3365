import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import type { Photo } from '#core/article/model';
import { pictureCutOff, pictureTrouble } from '../../electron/services/picture-files';
import { PAGE, PNG } from './fixtures';
import { jpeg, tagged } from './metadata/pictures';
import { must, temporaryFolder, testServices } from './test-platform';

const CALLER = { window: 1 };

async function noise(): Promise<Buffer> {
  const picture = sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
  return picture.jpeg().toBuffer();
}

describe('photos that arrive', () => {
  it('carry what their file says, and the stored original is the one that came', async () => {
    const { services, library } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const path = await jpeg(await temporaryFolder());
    const bytes = await tagged(path, { 'IPTC:By-line': 'Ines Maro', 'XMP-dc:Creator': 'I. Maro' });
    const { photos } = must(await services.photos.add(ref, [{ name: 'quay.jpg', bytes }]));
    const [photo] = photos;
    expect(photo?.metadata).toEqual({ creator: { iim: ['Ines Maro'], xmp: ['I. Maro'] } });
    const stored = await library.photoPath(ref, photo?.file ?? '');
    expect(await readFile(stored ?? '')).toEqual(bytes);
  });

  it('carry it when they come with an imported page', async () => {
    const { services, library } = await testServices();
    const folder = await temporaryFolder();
    const path = await jpeg(folder);
    const bytes = await tagged(path, { 'XMP-photoshop:Credit': 'Harbor News' });
    const html = PAGE.replace(
      'ferry_files/ferry-01.png',
      `data:image/jpeg;base64,${bytes.toString('base64')}`,
    );
    const source = { name: 'ferry.html', bytes: Buffer.from(html) };
    const { ref } = must(await services.importing.importOne(source));
    const { photos } = must(await library.open(ref)).story;
    expect(photos.map((photo: Photo) => photo.metadata)).toEqual([
      { creditLine: { xmp: ['Harbor News'] } },
    ]);
  });

  it('come without when one cannot be read, the rest with', async () => {
    const { services } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const path = await jpeg(await temporaryFolder());
    const bytes = await tagged(path, { 'IPTC:Headline': 'Ferry' });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await services.metadata.readMetadata(path);
    const read = vi.spyOn(services.metadata, 'arriving').mockResolvedValueOnce(null);
    const { photos } = must(
      await services.photos.add(ref, [
        { name: 'a.jpg', bytes },
        { name: 'b.jpg', bytes },
      ]),
    );
    read.mockRestore();
    warn.mockRestore();
    expect(photos.map(({ metadata }) => metadata)).toEqual([
      null,
      { headline: { iim: ['Ferry'] } },
    ]);
  });
});

describe('bad files', () => {
  it('names what is empty, mislabelled or damaged', async () => {
    const whole = await noise();
    expect(await pictureTrouble('a.jpg', whole)).toBeNull();
    expect(await pictureTrouble('really-a.jpg', PNG)).toBeNull();
    expect(await pictureTrouble('b.jpg', new Uint8Array())).toMatch(/^b\.jpg is empty/u);
    expect(await pictureTrouble('c.jpg', Buffer.from('Dear desk'))).toMatch(/^c\.jpg is not a/u);
    expect(await pictureTrouble('d.jpg', whole.subarray(0, 40))).toMatch(/^d\.jpg .* damaged/u);
  });

  it('names each bad file of a batch and adds the rest', async () => {
    const { services } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const { photos, refused } = must(
      await services.photos.add(ref, [
        { name: 'empty.jpg', bytes: new Uint8Array() },
        { name: 'good.png', bytes: PNG },
        { name: 'note.jpg', bytes: Buffer.from('Dear desk') },
        { name: '../../new\nline.png', bytes: PNG },
      ]),
    );
    expect(photos.map(({ originalName }) => originalName)).toEqual(['good.png', 'new line.png']);
    expect(photos.every(({ file }) => /^[^/\\\n]+$/u.test(file ?? ''))).toBe(true);
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^empty\.jpg is empty/u),
      expect.stringMatching(/^note\.jpg is not a picture/u),
    ]);
  });

  it('does not open a picture of too many pixels', async () => {
    const bomb = await sharp({
      create: { width: 8, height: 8, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    // The header says 60,000 × 60,000; PNG's own checksum of it is put right.
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    expect(await pictureTrouble('wide.png', bomb)).toMatch(
      /^wide\.png has 60,000 × 60,000 pixels/u,
    );
  });

  it('shows and can stop the adding of many', async () => {
    const { services, platform } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const files = Array.from({ length: 40 }, (_, at) => ({ name: `${at}.png`, bytes: PNG }));
    const adding = services.photos.add(ref, files);
    const { task } = await platform.event('task.progress');
    await services.handlers['tasks.cancel']([task], CALLER);
    const { photos, refused } = must(await adding);
    expect(photos.length).toBeLessThan(40);
    expect(refused).toEqual([]);
  });

  it('keeps a picture that is cut off, and says so', async () => {
    const { services, platform } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const whole = await noise();
    const bytes = whole.subarray(0, Math.floor(whole.length / 2));
    expect(await pictureCutOff(whole)).toBe(false);
    const { photos } = must(await services.photos.add(ref, [{ name: 'cut.jpg', bytes }]));
    expect(photos).toHaveLength(1);
    const { message } = await platform.event('app.trouble');
    expect(message).toMatch(/^cut\.jpg is cut off/u);
  });
});

/** PNG's checksum: CRC-32, ISO 3309. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
