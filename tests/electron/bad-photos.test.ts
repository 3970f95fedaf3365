import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureCutOff, pictureTrouble } from '../../electron/services/picture-files';
import { PNG } from './fixtures';
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

  it('does not open a picture of too many pixels, of any kind', async () => {
    for (const [name, bytes] of [
      ['wide.tif', tiffHeader(60_000, 60_000)],
      ['wide.webp', webpHeader(16_000, 16_000)],
      ['wide.gif', gifHeader(65_000, 65_000)],
      ['wide.jpg', jpegHeader(65_000, 65_000)],
    ] as const) {
      expect(await pictureTrouble(name, bytes), name).toMatch(
        /^wide\.\w+ has [\d,]+ × [\d,]+ pixels/u,
      );
    }
  });

  it('goes on behind a file whose metadata weighs megabytes', async () => {
    const { services } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    // Twelve megabytes of description, which compress into twelve kilobytes, and a JPEG full of application data.
    const heavy = withChunk(PNG, 'iTXt', itxt('XML:com.adobe.xmp', xmp('a'.repeat(12_000_000))));
    const stuffed = withSegments(await noise(), 120);
    const { photos, refused } = must(
      await services.photos.add(ref, [
        { name: 'heavy.png', bytes: heavy },
        { name: 'stuffed.jpg', bytes: stuffed },
        { name: 'good.png', bytes: PNG },
      ]),
    );
    expect(refused).toEqual([]);
    expect(photos.map(({ originalName }) => originalName)).toEqual([
      'heavy.png',
      'stuffed.jpg',
      'good.png',
    ]);
    expect(JSON.stringify(photos[0]?.metadata).length).toBeLessThan(50_000);
  });

  it.skipIf(process.platform === 'win32')(
    'takes from a folder what is a picture, and nothing from beyond it',
    async () => {
      const { services, platform, library } = await testServices();
      const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
      const outside = await temporaryFolder();
      await writeFile(join(outside, 'secret.png'), PNG);
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'a10.png'), PNG);
      await writeFile(join(folder, 'a9.png'), PNG);
      await writeFile(join(folder, 'empty.jpg'), '');
      await writeFile(join(folder, 'really a note.jpg'), 'Dear desk');
      await writeFile(join(folder, 'two\nlines.png'), PNG);
      await writeFile(join(folder, '$(touch pwned); `id`.png'), PNG);
      await writeFile(join(folder, '-execute=1.png'), PNG);
      await writeFile(join(folder, 'notes.txt'), 'Dear desk');
      await mkdir(join(folder, 'folder.jpg'));
      await symlink(join(outside, 'secret.png'), join(folder, 'link.png'));
      await symlink('/dev/zero', join(folder, 'zero.png'));
      await symlink(join(folder, 'gone.png'), join(folder, 'broken.png'));
      await promisify(execFile)('mkfifo', [join(folder, 'pipe.jpg')]);
      platform.answers.folder = folder;
      const before = await contents(folder);
      const { photos, refused } = must(
        await services.handlers['photos.choose-folder']([ref], CALLER),
      );
      expect(photos.map(({ originalName }) => originalName).toSorted()).toEqual([
        '$(touch pwned); `id`.png',
        '-execute=1.png',
        'a10.png',
        'a9.png',
        'two lines.png',
      ]);
      expect(photos.findIndex(({ originalName }) => originalName === 'a9.png')).toBeLessThan(
        photos.findIndex(({ originalName }) => originalName === 'a10.png'),
      );
      const messages = Object.fromEntries(refused.map(({ name, message }) => [name, message]));
      expect(messages).toEqual({
        'empty.jpg': expect.stringMatching(/^empty\.jpg is empty/u),
        'really a note.jpg': expect.stringMatching(/^really a note\.jpg is not a picture/u),
        'folder.jpg': 'folder.jpg is a folder',
        'link.png': 'link.png is not an ordinary file',
        'zero.png': 'zero.png is not an ordinary file',
        'broken.png': 'broken.png is not an ordinary file',
        'pipe.jpg': 'pipe.jpg is not an ordinary file',
      });
      // What was there is there as it was; what was written lies in the story, under plain names.
      expect(await contents(folder)).toEqual(before);
      const story = await readdir(join(library.folder(), ref, 'photos'));
      expect(story).toHaveLength(5);
      for (const file of story) expect(file).toMatch(/^[^/\\\n]+\.png$/u);
      expect(await readdir(process.cwd())).not.toContain('pwned');
    },
  );

  it('says of a stored photo why it cannot be shown, and which are gone', async () => {
    const { services, library } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const { photos } = must(
      await services.photos.add(ref, [
        { name: 'good.png', bytes: PNG },
        { name: 'bad.png', bytes: PNG },
      ]),
    );
    const [good = '', bad = ''] = photos.map(({ file }) => file ?? '');
    const folder = join(library.folder(), ref, 'photos');
    await writeFile(join(folder, bad), PNG.subarray(0, 20));
    const trouble = async (file: string, name: string) =>
      must(await services.handlers['photos.trouble']([ref, file, name], CALLER));
    expect(await trouble(good, 'good.png')).toBeNull();
    expect(await trouble(bad, 'bad.png')).toMatch(/^bad\.png .* damaged/u);
    const whole = await noise();
    await writeFile(join(folder, bad), whole.subarray(0, Math.floor(whole.length / 2)));
    expect(await trouble(bad, 'bad.png')).toMatch(/^bad\.png is cut off/u);
    expect(await trouble('gone.png', 'quay.png')).toMatch(/^quay\.png is no longer in the story/u);
    const gone = await services.handlers['photos.gone']([ref, [good, 'gone.png']], CALLER);
    expect(must(gone)).toEqual(['gone.png']);
    const reread = await services.handlers['photos.read']([ref, 'gone.png'], CALLER);
    expect(reread).toMatchObject({ ok: false, code: 'not-found' });
  });
});

/** Name, kind and hash of everything in a folder. */
async function contents(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const rows = entries.map(async (entry) => {
    const hash = entry.isFile()
      ? createHash('sha256')
          .update(await readFile(join(folder, entry.name)))
          .digest('hex')
      : 'no file';
    return `${entry.name} ${hash}`;
  });
  return (await Promise.all(rows)).toSorted();
}

/** A TIFF of one grey strip whose tags tell a size (TIFF 6.0, section 2). */
function tiffHeader(width: number, height: number): Buffer {
  const tags: readonly (readonly [tag: number, value: number])[] = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, 16],
  ];
  const bytes = Buffer.alloc(8 + 2 + tags.length * 12 + 4 + 16);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(tags.length, 8);
  for (const [at, [tag, value]] of tags.entries()) {
    const to = 10 + at * 12;
    bytes.writeUInt16LE(tag, to);
    bytes.writeUInt16LE(4, to + 2);
    bytes.writeUInt32LE(1, to + 4);
    bytes.writeUInt32LE(value, to + 8);
  }
  return bytes;
}

/** A lossy WebP's first frame head (RFC 6386, section 9.1) with nothing behind it. */
function webpHeader(width: number, height: number): Buffer {
  const frame = Buffer.alloc(30);
  frame.writeUIntLE(0x10 | (20 << 5), 0, 3);
  frame.set([0x9d, 0x01, 0x2a], 3);
  frame.writeUInt16LE(width, 6);
  frame.writeUInt16LE(height, 8);
  const head = Buffer.alloc(20);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(12 + frame.length, 4);
  head.write('WEBPVP8 ', 8, 'latin1');
  head.writeUInt32LE(frame.length, 16);
  return Buffer.concat([head, frame]);
}

function gifHeader(width: number, height: number): Buffer {
  const bytes = Buffer.from('GIF89a\0\0\0\0\0\0\0,\0\0\0\0\0\0\0\0\0\x02\x02L\x01\0;', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  bytes.writeUInt16LE(width, 18);
  bytes.writeUInt16LE(height, 20);
  return bytes;
}

/** A baseline JPEG's frame head with no scan behind it. */
function jpegHeader(width: number, height: number): Buffer {
  const frame = Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0, 0xff, 0xd9],
  ]);
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  return frame;
}

/** A PNG with one more chunk behind its header. */
function withChunk(png: Uint8Array, type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** Compressed international text (PNG, 11.3.4.5). */
function itxt(keyword: string, text: string): Buffer {
  return Buffer.concat([Buffer.from(`${keyword}\0\x01\0\0\0`, 'latin1'), deflateSync(text)]);
}

function xmp(description: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${description}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** A JPEG with so many full segments of application data behind its first marker. */
function withSegments(jpeg: Buffer, count: number): Buffer {
  const segment = Buffer.alloc(65_537, 'x');
  segment.set([0xff, 0xed, 0xff, 0xff]);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    ...Array.from({ length: count }, () => segment),
    jpeg.subarray(2),
  ]);
}

/** PNG's checksum: CRC-32, ISO 3309. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
