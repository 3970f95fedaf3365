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
    const [photo] = must(await services.photos.add(ref, [{ name: 'quay.jpg', bytes }]));
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
    const photos = must(
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

  it('refuses a batch by naming each bad file in it', async () => {
    const { services } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const refused = await services.photos.add(ref, [
      { name: 'good.png', bytes: PNG },
      { name: 'empty.jpg', bytes: new Uint8Array() },
      { name: 'note.jpg', bytes: Buffer.from('Dear desk') },
    ]);
    expect(refused.ok ? '' : refused.message).toMatch(/empty\.jpg.*note\.jpg.*None was added/u);
  });

  it('keeps a picture that is cut off, and says so', async () => {
    const { services, platform } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const whole = await noise();
    const bytes = whole.subarray(0, Math.floor(whole.length / 2));
    expect(await pictureCutOff(whole)).toBe(false);
    expect(must(await services.photos.add(ref, [{ name: 'cut.jpg', bytes }]))).toHaveLength(1);
    const { message } = await platform.event('app.trouble');
    expect(message).toMatch(/^cut\.jpg is cut off/u);
  });
});
