import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Photo, Story } from '#core/article/model';
import { figureBlock, newStory, textBlock } from '#core/article/story';
import { acknowledging, rightsOrders } from '#core/captions/rights';
import type { PhotoProfileId } from '#core/photos/export-profiles';
import { tagged } from './metadata/pictures';
import { must, temporaryFolder, testServices } from './test-platform';

type Kind = 'jpeg' | 'png' | 'webp' | 'tiff';

/** Caption, credit, creator, alt text in scripts that break where one part of a file is not UTF-8. */
const SCRIPTS = {
  accented: ['Zoë Núñez fährt in Århus vor, «heute».', 'Zoë Núñez', 'Żółw, garçon, ß'],
  cyrillic: ['Мэр Анна Серова на причале.', 'Анна Серова', 'Женщина у воды'],
  arabic: ['رئيسة البلدية عند الرصيف يوم الاثنين.', 'ليلى حداد', 'امرأة عند الماء'],
  chinese: ['市长周一在码头讲话。', '林晓梅', '水边的女人'],
  emoji: ['The quay at night 🌃👩‍👧, “still”.', 'Jo Lee', 'Lights 🌃'],
} as const;

async function picture(folder: string, kind: Kind, width = 90, height = 60): Promise<string> {
  const path = join(folder, `quay.${kind === 'jpeg' ? 'jpg' : kind === 'tiff' ? 'tif' : kind}`);
  const made = sharp({ create: { width, height, channels: 3, background: '#68a' } });
  await writeFile(path, await made.toFormat(kind).withIccProfile('p3').toBuffer());
  return path;
}

async function desk(bytes: Uint8Array, name: string) {
  const { services, library } = await testServices();
  const ref = must(
    await services.handlers['library.create']([{ slug: 'quay' }], { window: 1 }),
  ).ref;
  const [photo] = must(await services.photos.add(ref, [{ name, bytes }])).photos;
  if (!photo) throw new Error('no photo');
  const folder = await temporaryFolder();
  const write = async (story: Story, profile: PhotoProfileId, strip = true) =>
    services.exporting.write(
      story,
      'html',
      join(folder, 'quay.html'),
      (file) => library.photoPath(ref, file),
      { profile, strip },
    );
  const original = async () => (await library.photoPath(ref, photo.file ?? '')) ?? '';
  return { services, photo, write, original };
}

function story(photo: Photo, caption: string, creator: string, alt: string): Story {
  return newStory({
    id: 's',
    slug: 'quay',
    photos: [photo],
    article: {
      blocks: [
        textBlock('h', 'headline', 'The quay reopens'),
        figureBlock('f', photo.id, caption, `${creator}/Getty Images`, alt),
      ],
    },
  });
}

/** The photo with all its sender's orders acknowledged. */
function signed(photo: Photo): Photo {
  return rightsOrders(photo).reduce(
    (one, order) => acknowledging(one, order, 'Kim', '2026-03-01T10:00:00Z'),
    photo,
  );
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What each field's tags must say in the copy, in the words of exiftool itself; written out apart from the service. */
function expected(kind: Kind, [caption, creator, alt]: readonly [string, string, string]) {
  const both = kind === 'jpeg' || kind === 'tiff';
  const credit = `${creator}/Getty Images`;
  return {
    'XMP-photoshop:Headline': 'The quay reopens',
    'XMP-dc:Description': caption,
    'XMP-iptcCore:AltTextAccessibility': alt,
    'XMP-iptcCore:ExtDescrAccessibility': `${alt}, ${caption}`,
    'XMP-dc:Creator': [creator],
    'XMP-photoshop:AuthorsPosition': alt,
    'XMP-photoshop:Credit': credit,
    'XMP-photoshop:Source': 'Getty Images',
    'XMP-dc:Rights': `© 2026 ${creator}`,
    'XMP-xmpRights:UsageTerms': `${alt}: editorial use only`,
    'XMP-photoshop:Instructions': `${alt}. No resales`,
    'XMP-photoshop:DateCreated': '2026:02:03 06:10:07+01:00',
    'XMP-iptcExt:PersonInImage': [creator, alt],
    'XMP-dc:Subject': [alt, 'quay', '007'],
    'XMP-plus:Licensor': [{ LicensorName: `${creator} Pictures` }],
    'XMP-iptcExt:LocationShown': [{ City: alt, CountryName: 'Norway' }],
    'XMP-iptcExt:LocationCreated': [{ City: 'Oslo', CountryName: 'Norway' }],
    'XMP-iptcExt:DigitalSourceType':
      'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    ...(both
      ? {
          'IPTC:CodedCharacterSet': 'UTF8',
          'IPTC:Headline': 'The quay reopens',
          'IPTC:Caption-Abstract': caption,
          'IPTC:By-line': creator,
          'IPTC:By-lineTitle': alt,
          'IPTC:Credit': credit,
          'IPTC:Source': 'Getty Images',
          'IPTC:CopyrightNotice': `© 2026 ${creator}`,
          'IPTC:SpecialInstructions': `${alt}. No resales`,
          'IPTC:DateCreated': '2026:02:03',
          'IPTC:TimeCreated': '06:10:07+01:00',
          'IPTC:Keywords': [alt, 'quay', '007'],
          'IPTC:City': 'Oslo',
          'IPTC:Country-PrimaryLocationName': 'Norway',
          'IFD0:ImageDescription': caption,
          'IFD0:Artist': creator,
          'IFD0:Copyright': `© 2026 ${creator}`,
        }
      : {}),
  };
}

/** The photo's own file says all of these; caption, credit and alt text come from the story. */
function told(photo: Photo, [caption, creator, alt]: readonly [string, string, string]): Photo {
  return {
    ...photo,
    metadata: {
      copyrightNotice: { xmp: [`© 2026 ${creator}`] },
      usageTerms: { xmp: [`${alt}: editorial use only`] },
      licensor: { xmp: [`${creator} Pictures`] },
      instructions: { iim: [`${alt}. No resales`] },
      creatorJobTitle: { iim: [alt] },
      keywords: { xmp: [alt, 'quay', '007'] },
      dateCreated: { exif: ['2026:02:03 06:10:07+01:00'] },
      personShown: { xmp: [creator, alt] },
      locationShown: { xmp: [`${alt}, Norway`] },
      locationCreated: { iim: ['Oslo, Norway'] },
      digitalSourceType: { xmp: ['http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture'] },
    },
    // What the desk says counts before the file.
    says: { extendedDescription: [`${alt}, ${caption}`] },
  };
}

describe('exported photos', () => {
  for (const kind of ['jpeg', 'png', 'webp', 'tiff'] as const) {
    it(`say in ${kind} every field, in every script, as exiftool reads it`, async () => {
      const path = await picture(await temporaryFolder(), kind);
      const bytes = await readFile(path);
      const { photo, write, original } = await desk(bytes, path);
      const tool = new ExifTool({ maxProcs: 1 });
      onTestFinished(() => tool.end());
      for (const [script, words] of Object.entries(SCRIPTS)) {
        const [caption, creator, alt] = words;
        const { paths, warnings } = must(
          await write(story(told(photo, words), caption, creator, alt), 'original'),
        );
        expect(warnings).toEqual([]);
        const tags = (await tool.readRaw(paths[1] ?? '', {
          readArgs: ['-G1', '-a', '-struct', '-api', 'StructFormat=JSONQ', '-charset', 'iptc=UTF8'],
          useMWG: false,
        })) as unknown as Record<string, unknown>;
        const wanted = expected(kind, words);
        const found = Object.fromEntries(Object.keys(wanted).map((tag) => [tag, tags[tag]]));
        expect(found, script).toEqual(wanted);
      }
      expect(hash(await readFile(await original()))).toBe(hash(bytes));
    });
  }

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)(
    'lose in %s place, camera, owner and inner pictures, and keep rights and colour profile',
    async (kind) => {
      const path = await picture(await temporaryFolder(), kind);
      const inner = join(await temporaryFolder(), 'inner.jpg');
      await writeFile(
        inner,
        await sharp({ create: { width: 160, height: 120, channels: 3, background: '#f0f' } })
          .jpeg()
          .toBuffer(),
      );
      const bytes = await tagged(
        path,
        {
          'GPS:GPSLatitude': 52.1,
          'GPS:GPSLatitudeRef': 'N',
          'XMP-exif:GPSLongitude': '13.5',
          'ExifIFD:SerialNumber': '778899',
          'ExifIFD:LensSerialNumber': '778899',
          'XMP-aux:SerialNumber': '778899',
          'ExifIFD:OwnerName': 'P. Rivate',
          'XMP-dc:Rights': '© 2026 Jo Lee',
          'XMP-xmpRights:UsageTerms': 'Once only',
        },
        kind === 'jpeg' ? [`-ThumbnailImage<=${inner}`] : [],
      );
      const { photo, write } = await desk(bytes, path);
      const made = story(signed(photo), 'The quay.', 'Jo Lee', 'A quay');
      const tool = new ExifTool({ maxProcs: 1 });
      onTestFinished(() => tool.end());
      for (const profile of ['original', 'small'] as const) {
        const { paths } = must(await write(made, profile));
        const copy = await readFile(paths[1] ?? '');
        expect(copy.includes('778899')).toBe(false);
        expect(copy.includes('P. Rivate')).toBe(false);
        const tags = await tool.read(paths[1] ?? '');
        expect(Object.keys(tags).filter((tag) => /^GPS|Serial|Thumbnail/u.test(tag))).toEqual([]);
        expect(tags).toMatchObject({ Rights: '© 2026 Jo Lee', UsageTerms: 'Once only' });
        expect(tags.ProfileDescription).toMatch(/P3/u);
      }
      const { paths } = must(await write(made, 'original', false));
      expect((await readFile(paths[1] ?? '')).includes('778899')).toBe(true);
    },
  );

  it('are not written while an order of the sender is unread', async () => {
    const path = await picture(await temporaryFolder(), 'jpeg');
    const bytes = await tagged(path, { 'XMP-photoshop:Instructions': 'Hold until 6 a.m.' });
    const { photo, write } = await desk(bytes, path);
    const refused = await write(story(photo, 'The quay.', 'Jo Lee', 'A quay'), 'web');
    expect(refused).toMatchObject({ ok: false, code: 'denied' });
    expect(refused.ok ? '' : refused.message).toMatch(/photo 1 asks: “Hold until 6 a\.m\.”/u);
    must(await write(story(signed(photo), 'The quay.', 'Jo Lee', 'A quay'), 'web'));
  });

  it('keep what the file says where the story has no words', async () => {
    const path = await picture(await temporaryFolder(), 'jpeg');
    const { services, photo, write } = await desk(await readFile(path), path);
    const own: Photo = {
      ...photo,
      metadata: { creator: { iim: ['Jo Lee'] }, description: { xmp: ['Boats.'] } },
    };
    const bare = newStory({
      id: 's',
      slug: 'quay',
      photos: [own],
      article: { blocks: [figureBlock('f', photo.id, '', 'AP', null)] },
    });
    const { paths } = must(await write(bare, 'small'));
    expect(must(await services.metadata.readMetadata(paths[1] ?? ''))).toMatchObject({
      creator: { iim: ['Jo Lee'], xmp: ['Jo Lee'] },
      description: { iim: ['Boats.'] },
      creditLine: { xmp: ['AP'] },
    });
  });

  it.each(['#c22d32', '#2b6cb0'])('show %s of a CMYK original as it is', async (colour) => {
    const path = join(await temporaryFolder(), 'print.tif');
    const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: colour } });
    await writeFile(
      path,
      await drawn.toColourspace('cmyk').withIccProfile('cmyk').tiff().toBuffer(),
    );
    const { photo, write } = await desk(await readFile(path), path);
    const { paths } = must(await write(story(photo, 'Print.', 'Jo Lee', 'A sheet'), 'web'));
    const shown = await sharp(paths[1]).toColourspace('srgb').raw().toBuffer();
    const meant = await sharp(path).toColourspace('srgb').raw().toBuffer();
    for (const at of [0, 1, 2])
      expect(Math.abs((shown[at] ?? 0) - (meant[at] ?? 0))).toBeLessThan(12);
    // Browsers show RGB: pixels and profile have to be of one kind.
    const { space, icc } = await sharp(paths[1]).metadata();
    expect([space, icc?.subarray(16, 20).toString('latin1')]).toEqual(['srgb', 'RGB ']);
  });

  it('are sized and converted by the profile, and the page names what is there', async () => {
    const path = await picture(await temporaryFolder(), 'tiff', 3000, 1500);
    const { photo, write } = await desk(await readFile(path), path);
    const { paths } = must(await write(story(photo, 'The quay.', 'Jo Lee', 'A quay'), 'small'));
    expect(paths[1]).toMatch(/quay\.jpg$/u);
    const made = await sharp(paths[1]).metadata();
    expect(made).toMatchObject({ format: 'jpeg', width: 1200, height: 600 });
    const page = await readFile(paths[0] ?? '', 'utf8');
    expect(page).toContain('quay.jpg');
    expect(page).toContain('width="1200"');
  });

  it('are written over by a later export of the same photo', async () => {
    const path = await picture(await temporaryFolder(), 'jpeg');
    const { services, photo, write } = await desk(await readFile(path), path);
    must(await write(story(photo, 'The quay.', 'Jo Lee', 'A quay'), 'web'));
    const { paths } = must(await write(story(photo, 'The pier.', 'Jo Lee', 'A pier'), 'web'));
    const says = must(await services.metadata.readMetadata(paths[1] ?? ''));
    expect(says.description?.xmp).toEqual(['The pier.']);
  });
});
