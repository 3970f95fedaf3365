import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { missingPhoto } from '#core/article/story';
import { must, temporaryFolder, testServices } from '../test-platform';

const CALLER = { window: 1 };
const picture = (colour: string) =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: colour } })
    .png()
    .toBuffer();

describe('photos in the library', () => {
  it('are found in other stories by content, not by name', async () => {
    const { services, library } = await testServices();
    const bytes = await picture('#68a');
    const add = async (slug: string, name: string, content: Uint8Array) => {
      const made = must(await services.handlers['library.create']([{ slug }], CALLER));
      const { photos } = must(await services.photos.add(made.ref, [{ name, bytes: content }]));
      must(await library.save(made.ref, { ...made.story, photos }, made.revision));
      return { ref: made.ref, hash: photos[0]?.sha256 ?? '' };
    };
    const one = await add('one', 'quay.png', bytes);
    const two = await add('two', 'other-name.png', bytes);
    await add('three', 'quay.png', await picture('#a86'));
    const uses = must(await services.handlers['photos.uses']([one.ref, [one.hash]], CALLER));
    expect(uses.map(({ ref, hash }) => [ref, hash])).toEqual([[two.ref, one.hash]]);
    expect(uses[0]?.at).toBeGreaterThan(Date.now() - 600_000);
    // The day a story came out counts before the day it was last touched.
    const opened = must(await library.open(two.ref));
    const dates = { ...opened.story.dates, published: '2026-02-03' };
    must(await library.save(two.ref, { ...opened.story, dates }, opened.revision));
    const dated = must(await services.handlers['photos.uses']([one.ref, [one.hash]], CALLER));
    expect(dated.map(({ at }) => at)).toEqual([Date.parse('2026-02-03')]);
  });
});

describe('missing photos', () => {
  it('are found again by content whatever their name, or by name when the content is not known', async () => {
    const { services, platform } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const bytes = await picture('#68a');
    const { photos } = must(await services.photos.add(ref, [{ name: 'quay.png', bytes }]));
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'deep'));
    await writeFile(join(folder, 'deep', 'renamed.png'), bytes);
    await writeFile(join(folder, 'Pier.PNG'), await picture('#a86'));
    await writeFile(join(folder, 'same-size.png'), bytes.toReversed());
    await symlink(folder, join(folder, 'deep', 'round'));
    const known = { ...missingPhoto('p1', 'quay.png'), sha256: photos[0]?.sha256 ?? null };
    const wanted = [
      { id: 'p1', originalName: 'quay.png', sha256: known.sha256, bytes: bytes.length },
      { id: 'p2', originalName: 'pier.png', sha256: null, bytes: null },
      { id: 'p3', originalName: 'nowhere.png', sha256: null, bytes: null },
    ];
    platform.answers.folder = folder;
    const { found, looked } = must(await services.handlers['photos.find']([ref, wanted], CALLER));
    expect(looked).toBe(true);
    expect(found.map(({ id, photo }) => [id, photo.originalName])).toEqual([
      ['p2', 'Pier.PNG'],
      ['p1', 'renamed.png'],
    ]);
    expect(found[1]?.photo.sha256).toBe(known.sha256);
    platform.answers.folder = null;
    const none = must(await services.handlers['photos.find']([ref, wanted], CALLER));
    expect(none).toEqual({ found: [], looked: false });
  });
});
