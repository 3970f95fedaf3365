import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ExifTool } from 'exiftool-vendored';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { MetadataField, MetadataSource, PhotoMetadata } from '#core/article/model';
import { METADATA_FIELDS } from '#core/article/model';
import { service } from './pictures';

const PHOTOS = new URL('../../../../shared/material/photos', import.meta.url).pathname;
const EXPECTED = join(PHOTOS, 'expected-exiftool.json');

type Expected = Readonly<Record<string, unknown>> & { readonly SourceFile: string };

/** The tag that a field is compared with, where exiftool prints the field as one tag; written out apart from the service. */
const TAGS: Readonly<Partial<Record<`${MetadataField}.${MetadataSource}`, string>>> = {
  'headline.iim': 'IPTC:Headline',
  'headline.xmp': 'XMP-photoshop:Headline',
  'description.iim': 'IPTC:Caption-Abstract',
  'description.xmp': 'XMP-dc:Description',
  'description.exif': 'IFD0:ImageDescription',
  'creator.iim': 'IPTC:By-line',
  'creator.xmp': 'XMP-dc:Creator',
  'creator.exif': 'IFD0:Artist',
  'creatorJobTitle.iim': 'IPTC:By-lineTitle',
  'creatorJobTitle.xmp': 'XMP-photoshop:AuthorsPosition',
  'creditLine.iim': 'IPTC:Credit',
  'creditLine.xmp': 'XMP-photoshop:Credit',
  'source.iim': 'IPTC:Source',
  'source.xmp': 'XMP-photoshop:Source',
  'copyrightNotice.iim': 'IPTC:CopyrightNotice',
  'copyrightNotice.xmp': 'XMP-dc:Rights',
  'copyrightNotice.exif': 'IFD0:Copyright',
  'usageTerms.xmp': 'XMP-xmpRights:UsageTerms',
  'instructions.iim': 'IPTC:SpecialInstructions',
  'instructions.xmp': 'XMP-photoshop:Instructions',
  'dateCreated.iim': 'IPTC:DateCreated',
  'dateCreated.xmp': 'XMP-photoshop:DateCreated',
  'personShown.xmp': 'XMP-iptcExt:PersonInImage',
  'keywords.iim': 'IPTC:Keywords',
  'keywords.xmp': 'XMP-dc:Subject',
  'digitalSourceType.xmp': 'XMP-iptcExt:DigitalSourceType',
};

function printed(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value])
    .map((one) => String(one ?? '').replaceAll(/\r\n?/gu, '\n'))
    .map((one) => one.replaceAll('\0', '').trim())
    .filter((one) => one !== '');
}

/** Fields that differ from exiftool's own output, and how many were compared. */
function compare(found: PhotoMetadata, expected: Expected) {
  const differing: string[] = [];
  let compared = 0;
  for (const [place, tag] of Object.entries(TAGS)) {
    const [field, source] = place.split('.') as [MetadataField, MetadataSource];
    const theirs = printed(expected[tag]);
    if (theirs.length === 0) continue;
    compared += 1;
    let ours = found[field]?.[source] ?? [];
    // IIM keeps the time in a dataset of its own; the service joins the two.
    if (place === 'dateCreated.iim') ours = ours.map((one) => one.split(' ')[0] ?? '');
    // People described at length come after those only named.
    if (place === 'personShown.xmp') ours = ours.slice(0, theirs.length);
    // JSON numbers of the expected output lost their printed form.
    const same =
      ours.length === theirs.length &&
      ours.every((one, at) => one === theirs[at] || Number(one) === Number(theirs[at]));
    if (!same) differing.push(`${place} ${JSON.stringify(ours)} ≠ ${JSON.stringify(theirs)}`);
  }
  return { compared, differing };
}

describe.skipIf(!existsSync(EXPECTED))('photos of other desks', () => {
  it('reads what exiftool reads', async () => {
    const all = JSON.parse(await readFile(EXPECTED, 'utf8')) as readonly Expected[];
    const { metadata } = service();
    const alone = new ExifTool({ maxProcs: 1 });
    onTestFinished(() => alone.end());
    const table: Record<string, string | number>[] = [];
    const troubles: string[] = [];
    for (const expected of all) {
      const read = await metadata.readMetadata(join(PHOTOS, expected.SourceFile));
      const file = expected.SourceFile.replace('with-metadata/', '');
      if (!read.ok) {
        troubles.push(read.message);
        continue;
      }
      const { compared, differing: listed } = compare(read.value, expected);
      let differing = listed;
      const same = compared - differing.length;
      if (differing.length > 0) {
        // The JSON is of another version of exiftool; what the one at hand prints by itself decides.
        const readArgs = ['-G1', '-a', '-struct'];
        const now = await alone.readRaw(join(PHOTOS, expected.SourceFile), {
          readArgs,
          useMWG: false,
        });
        differing = compare(read.value, { ...now, SourceFile: file }).differing;
      }
      const fields = METADATA_FIELDS.filter((field) => read.value[field]).length;
      table.push({ file, fields, compared, same, differing: differing.length });
      troubles.push(...differing.map((one) => `${file}: ${one}`));
    }
    console.table(table);
    expect(table.reduce((sum, row) => sum + Number(row.same), 0)).toBeGreaterThan(300);
    expect(troubles).toEqual([]);
  });

  it('survives broken pictures, each within its time', async () => {
    const { metadata } = service();
    const folder = join(PHOTOS, 'malformed');
    const files = (await readdir(folder, { recursive: true })).filter((name) =>
      /\.\w+$/u.test(name),
    );
    const counts = { read: 0, refused: 0, late: 0 };
    for (const name of files) {
      const path = join(folder, name);
      if (!(await stat(path)).isFile()) continue;
      const read = await metadata.readMetadata(path);
      if (read.ok) counts.read += 1;
      else if (read.message.includes('took longer')) counts.late += 1;
      else counts.refused += 1;
    }
    console.table(counts);
    expect(counts.read).toBeGreaterThan(counts.refused);
    expect(counts.late).toBe(0);
    expect(metadata.processes().length).toBeLessThanOrEqual(1);
  });
});
