import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import type { Photo } from '#core/article/model';
import { PAGE } from './fixtures';
import { jpeg, tagged } from './metadata/pictures';
import { must, temporaryFolder, testServices } from './test-platform';

const CALLER = { window: 1 };

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
