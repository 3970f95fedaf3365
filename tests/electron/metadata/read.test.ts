import { execFile } from 'node:child_process';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { METADATA_FIELDS } from '#core/article/model';
import { sniffPicture } from '../../../electron/services/picture-files';
import { must, temporaryFolder } from '../test-platform';
import { jpeg, service, tagged } from './pictures';

const ANSWERS = {
  latin: 'Möwen über dem Hafen von Ålesund – «früh»',
  cyrillic: 'Паром у причала, Анна Ильина слева',
  chinese: '渡轮停靠在东码头，安娜在左边',
  emoji: 'Ferry ⛴️ and 👩🏽‍✈️ at the quay',
};

describe('readMetadata', () => {
  for (const [script, text] of Object.entries(ANSWERS)) {
    it(`reads ${script} from IIM marked as UTF-8, XMP and EXIF`, async () => {
      const path = await jpeg(await temporaryFolder());
      const before = await tagged(path, {
        'IPTC:CodedCharacterSet': 'UTF8',
        'IPTC:Caption-Abstract': text,
        'XMP-dc:Description': text,
        'XMP-iptcCore:AltTextAccessibility': text,
        'XMP-iptcCore:ExtDescrAccessibility': text,
        'EXIF:ImageDescription': text,
      });
      const { metadata } = service();
      expect(must(await metadata.readMetadata(path))).toEqual({
        description: { iim: [text], xmp: [text], exif: [text] },
        altText: { xmp: [text] },
        extendedDescription: { xmp: [text] },
      });
      expect(await readFile(path)).toEqual(before);
    });
  }

  it('reads IIM without a mark as Latin', async () => {
    const path = await jpeg(await temporaryFolder());
    const caption = 'Möwen über Ålesund';
    const bytes = await tagged(path, { 'IPTC:Caption-Abstract': caption }, [
      '-charset',
      'iptc=Latin',
    ]);
    expect(bytes.includes(Buffer.from(caption, 'latin1'))).toBe(true);
    const { metadata } = service();
    expect(must(await metadata.readMetadata(path))).toEqual({ description: { iim: [caption] } });
  });

  it('reads every field, lists and structs, digits as printed', async () => {
    const path = await jpeg(await temporaryFolder());
    await tagged(path, {
      'IPTC:Headline': 'Ferry',
      'XMP-dc:Creator': ['Ines Maro', 'Tom Reed'],
      'XMP-photoshop:AuthorsPosition': 'Staff',
      'XMP-photoshop:Credit': 'Harbor News',
      'XMP-photoshop:Source': 'HN',
      'XMP-dc:Rights': '© 2026 Harbor News',
      'XMP-xmpRights:UsageTerms': 'Editorial use only',
      'XMP-plus:Licensor': [{ LicensorName: 'Quay Pictures', LicensorID: '7' }],
      'IPTC:SpecialInstructions': 'No use before Oct. 14',
      'IPTC:DateCreated': '2026:02:03',
      'IPTC:TimeCreated': '06:10:00+01:00',
      'EXIF:DateTimeOriginal': '2026:02:03 06:10:01',
      'XMP-iptcExt:PersonInImage': ['Ana Reis'],
      'XMP-iptcExt:LocationShown': [{ City: 'Oslo', CountryName: 'Norway' }],
      'IPTC:City': 'Bergen',
      'IPTC:Country-PrimaryLocationName': 'Norway',
      'IPTC:Keywords': ['007', '1.10', 'ferry'],
      'XMP-iptcExt:DigitalSourceType':
        'http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture',
    });
    const { metadata } = service();
    expect(must(await metadata.readMetadata(path))).toEqual({
      headline: { iim: ['Ferry'] },
      creator: { xmp: ['Ines Maro', 'Tom Reed'] },
      creatorJobTitle: { xmp: ['Staff'] },
      creditLine: { xmp: ['Harbor News'] },
      source: { xmp: ['HN'] },
      copyrightNotice: { xmp: ['© 2026 Harbor News'] },
      usageTerms: { xmp: ['Editorial use only'] },
      licensor: { xmp: ['Quay Pictures'] },
      instructions: { iim: ['No use before Oct. 14'] },
      dateCreated: { iim: ['2026:02:03 06:10:00+01:00'], exif: ['2026:02:03 06:10:01'] },
      personShown: { xmp: ['Ana Reis'] },
      locationShown: { xmp: ['Oslo, Norway'] },
      locationCreated: { iim: ['Bergen, Norway'] },
      keywords: { iim: ['007', '1.10', 'ferry'] },
      digitalSourceType: {
        xmp: ['http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture'],
      },
    });
  });
});

describe('every kind of file', () => {
  const says = {
    headline: ['Fährt der Паром?'],
    description: ['Ines Maro вяжет 绳子.'],
    altText: ['A woman at a rope'],
    extendedDescription: ['The rope is blue.'],
    creator: ['Ines Maro', 'Tom Reed'],
    creatorJobTitle: ['Staff'],
    creditLine: ['Harbor News'],
    source: ['HN'],
    copyrightNotice: ['© 2026 Harbor News'],
    usageTerms: ['Editorial use only'],
    licensor: ['Quay Pictures'],
    instructions: ['No use before Oct. 14'],
    dateCreated: ['2026:02:03 06:10:07+01:00'],
    personShown: ['Ana Reis'],
    locationShown: ['Oslo, Norway'],
    locationCreated: ['Bergen, Norway'],
    keywords: ['007', 'ferry'],
    digitalSourceType: ['http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture'],
  };

  it.each([
    ['quay.jpg', async () => readFile(await jpeg(await temporaryFolder()))],
    ['quay.png', () => drawn().png().toBuffer()],
    ['quay.webp', () => drawn().webp().toBuffer()],
    ['quay.tif', () => drawn().tiff().toBuffer()],
    ['quay.avif', () => drawn().avif({ effort: 0 }).toBuffer()],
    ['quay.heic', async () => heic(await drawn().avif({ effort: 0 }).toBuffer())],
    ['quay.dng', async () => rawTiff(await drawn().tiff().toBuffer())],
    ['quay.nef', async () => rawTiff(await drawn().tiff().toBuffer())],
    ['quay.psd', async () => photoshop()],
  ] as const)('gives all eighteen fields of %s', async (name, make) => {
    const path = join(await temporaryFolder(), name);
    await writeFile(path, await make());
    expect(sniffPicture(await readFile(path), name)).toBe(name.split('.')[1]);
    await tagged(path, {
      'XMP-photoshop:Headline': says.headline[0],
      'XMP-dc:Description': says.description[0],
      'XMP-iptcCore:AltTextAccessibility': says.altText[0],
      'XMP-iptcCore:ExtDescrAccessibility': says.extendedDescription[0],
      'XMP-dc:Creator': says.creator,
      'XMP-photoshop:AuthorsPosition': says.creatorJobTitle[0],
      'XMP-photoshop:Credit': says.creditLine[0],
      'XMP-photoshop:Source': says.source[0],
      'XMP-dc:Rights': says.copyrightNotice[0],
      'XMP-xmpRights:UsageTerms': says.usageTerms[0],
      'XMP-plus:Licensor': [{ LicensorName: says.licensor[0] }],
      'XMP-photoshop:Instructions': says.instructions[0],
      'XMP-photoshop:DateCreated': says.dateCreated[0],
      'XMP-iptcExt:PersonInImage': says.personShown,
      'XMP-iptcExt:LocationShown': [{ City: 'Oslo', CountryName: 'Norway' }],
      'XMP-iptcExt:LocationCreated': [{ City: 'Bergen', CountryName: 'Norway' }],
      'XMP-dc:Subject': says.keywords,
      'XMP-iptcExt:DigitalSourceType': says.digitalSourceType[0],
    });
    const { metadata } = service();
    const read = must(await metadata.readMetadata(path));
    const xmp = Object.fromEntries(
      Object.entries(read).map(([field, value]) => [field, value?.xmp]),
    );
    expect(xmp).toEqual(says);
    expect(Object.keys(says).toSorted()).toEqual([...METADATA_FIELDS].toSorted());
  });
});

/** A small picture of our own. */
function drawn() {
  return sharp({ create: { width: 24, height: 16, channels: 3, background: '#68a' } });
}

/** An AVIF file that calls itself HEIC: the same container, which is all that metadata needs. */
function heic(avif: Buffer): Buffer {
  const bytes = Buffer.from(avif);
  const brand = bytes.indexOf('ftyp') + 4;
  const end = bytes.readUInt32BE(0);
  bytes.write('heic', brand, 'latin1');
  for (let at = brand + 8; at < end; at += 4) bytes.write('heic', at, 'latin1');
  return bytes;
}

/** Camera raw files of many makers are TIFF files by their structure. */
function rawTiff(tiff: Buffer): Buffer {
  return tiff;
}

/** The smallest Photoshop file: one grey pixel, no resources (Adobe Photoshop File Formats Specification). */
function photoshop(): Buffer {
  const head = Buffer.alloc(26);
  head.write('8BPS', 0, 'latin1');
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(1, 12);
  head.writeUInt32BE(1, 14);
  head.writeUInt32BE(1, 18);
  head.writeUInt16BE(8, 22);
  head.writeUInt16BE(1, 24);
  return Buffer.concat([head, Buffer.alloc(12), Buffer.from([0, 0, 0x80])]);
}

describe('the process', () => {
  it('starts with the first file and serves the next ones', async () => {
    const path = await jpeg(await temporaryFolder());
    const { metadata } = service();
    expect(metadata.processes()).toEqual([]);
    expect(must(await metadata.readMetadata(path))).toEqual({});
    const [first] = metadata.processes();
    expect(first).toBeGreaterThan(0);
    await Promise.all([metadata.readMetadata(path), metadata.readMetadata(path)]);
    expect(metadata.processes()).toEqual([first]);
  });

  it('goes on after files that cannot be read, and names them', async () => {
    const folder = await temporaryFolder();
    const good = await jpeg(folder, 'good.jpg');
    await tagged(good, { 'IPTC:Headline': 'Ferry' });
    const empty = join(folder, 'empty.jpg');
    await writeFile(empty, '');
    const noise = join(folder, 'noise.jpg');
    await writeFile(noise, Buffer.alloc(64, '\u0001\u0000\u009c\u0003'));
    const cut = await jpeg(folder, 'cut.jpg');
    await truncate(cut, 30);
    const odd = join(folder, 'two\nlines.jpg');
    const { metadata } = service();
    for (const path of [empty, noise, odd, join(folder, 'gone.jpg')]) {
      const read = await metadata.readMetadata(path);
      expect(read, path).toMatchObject({ ok: false, code: 'bad-input' });
      expect(read.ok ? '' : read.message).toContain(basename(path).replace('\n', ' '));
      expect(read.ok ? '' : read.message).not.toContain(folder);
    }
    expect((await metadata.readMetadata(cut)).ok).toBe(true);
    expect(must(await metadata.readMetadata(good))).toEqual({ headline: { iim: ['Ferry'] } });
  });

  it('starts again after it was killed', async () => {
    const path = await jpeg(await temporaryFolder());
    await tagged(path, { 'IPTC:Headline': 'Ferry' });
    const { metadata } = service();
    await metadata.readMetadata(path);
    const [first] = metadata.processes();
    process.kill(first ?? Number.NaN, 'SIGKILL');
    expect(must(await metadata.readMetadata(path))).toEqual({ headline: { iim: ['Ferry'] } });
    expect(metadata.processes()).toHaveLength(1);
    expect(metadata.processes()[0]).not.toBe(first);
  });

  it.skipIf(process.platform === 'win32')('gives up a file that takes too long', async () => {
    const folder = await temporaryFolder();
    const good = await jpeg(folder, 'good.jpg');
    await tagged(good, { 'IPTC:Headline': 'Ferry' });
    const pipe = join(folder, 'pipe.jpg');
    // Nobody ever writes into it, so reading never ends.
    await promisify(execFile)('mkfifo', [pipe]);
    const { metadata } = service({ limit: 2_000 });
    const [late, next] = await Promise.all([
      metadata.readMetadata(pipe),
      metadata.readMetadata(good),
    ]);
    expect(late).toMatchObject({
      ok: false,
      message: 'The metadata of pipe.jpg cannot be read: it took longer than 2 seconds.',
    });
    expect(must(next)).toEqual({ headline: { iim: ['Ferry'] } });
  });

  it('ends with the app', async () => {
    const path = await jpeg(await temporaryFolder());
    const { metadata } = service();
    await metadata.readMetadata(path);
    const [running] = metadata.processes();
    await metadata.shutdown?.();
    expect(metadata.processes()).toEqual([]);
    expect(() => process.kill(running ?? Number.NaN, 0)).toThrow();
    expect((await metadata.readMetadata(path)).ok).toBe(false);
  });

  it('lets photos arrive without it, and says so once', async () => {
    const folder = await temporaryFolder();
    const path = await jpeg(folder);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { metadata, told } = service({ perl: join(folder, 'no-perl') });
    expect(await metadata.arriving(path)).toBeNull();
    expect(await metadata.arriving(path)).toBeNull();
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
    expect(told).toEqual([
      ['app.trouble', { message: expect.stringContaining('exiftool does not start here') }],
    ]);
  });
});
