import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Photo, Story } from '#core/article/model';
import { figureBlock, newStory, textBlock } from '#core/article/story';
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

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('exported photos', () => {
  for (const kind of ['jpeg', 'png', 'webp', 'tiff'] as const) {
    it(`say in ${kind} what the story says, in every script`, async () => {
      const path = await picture(await temporaryFolder(), kind);
      const bytes = await readFile(path);
      const { services, photo, write, original } = await desk(bytes, path);
      for (const [script, [caption, creator, alt]] of Object.entries(SCRIPTS)) {
        const { paths, warnings } = must(
          await write(story(photo, caption, creator, alt), 'original'),
        );
        expect(warnings).toEqual([]);
        const says = must(await services.metadata.readMetadata(paths[1] ?? ''));
        const both = kind === 'jpeg' || kind === 'tiff';
        const told = (value: string, exif = false) => ({
          ...(both ? { iim: [value] } : {}),
          xmp: [value],
          ...(both && exif ? { exif: [value] } : {}),
        });
        expect(says, script).toEqual({
          headline: told('The quay reopens'),
          description: told(caption, true),
          altText: { xmp: [alt] },
          creator: told(creator, true),
          creditLine: told(`${creator}/Getty Images`),
          source: told('Getty Images'),
        });
      }
      expect(hash(await readFile(await original()))).toBe(hash(bytes));
    });
  }

  it('lose place, camera, owner and inner pictures, and keep rights and colour profile', async () => {
    const path = await picture(await temporaryFolder(), 'jpeg');
    const bytes = await tagged(path, {
      GPSLatitude: 52.1,
      GPSLatitudeRef: 'N',
      'XMP-exif:GPSLongitude': '13.5',
      'ExifIFD:SerialNumber': '778899',
      'XMP-aux:SerialNumber': '778899',
      'ExifIFD:OwnerName': 'P. Rivate',
      'XMP-dc:Rights': '© 2026 Jo Lee',
      'XMP-xmpRights:UsageTerms': 'Once only',
    });
    const { photo, write } = await desk(bytes, path);
    for (const profile of ['original', 'small'] as const) {
      const { paths } = must(await write(story(photo, 'The quay.', 'Jo Lee', 'A quay'), profile));
      const copy = await readFile(paths[1] ?? '');
      expect(copy.includes('778899')).toBe(false);
      expect(copy.includes('P. Rivate')).toBe(false);
      const tool = new ExifTool({ maxProcs: 1 });
      const tags = await tool.read(paths[1] ?? '').finally(() => tool.end());
      expect(Object.keys(tags).filter((tag) => tag.startsWith('GPS'))).toEqual([]);
      expect(tags).toMatchObject({ Rights: '© 2026 Jo Lee', UsageTerms: 'Once only' });
      expect(tags.ProfileDescription).toMatch(/P3/u);
    }
    const { paths } = must(
      await write(story(photo, 'The quay.', 'Jo Lee', 'A quay'), 'original', false),
    );
    expect((await readFile(paths[1] ?? '')).includes('778899')).toBe(true);
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
