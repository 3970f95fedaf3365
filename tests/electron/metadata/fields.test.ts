import { describe, expect, it } from 'vitest';
import { metadataOf } from '../../../electron/services/metadata/fields';

describe('metadataOf', () => {
  it('keeps the parts of the file apart', () => {
    expect(
      metadataOf({
        'IPTC:By-line': 'Ines Maro',
        'XMP-dc:Creator': ['Ines Maro', 'Tom Reed'],
        'IFD0:Artist': 'I. Maro',
      }),
    ).toEqual({
      creator: { iim: ['Ines Maro'], xmp: ['Ines Maro', 'Tom Reed'], exif: ['I. Maro'] },
    });
  });

  it('leaves out what says nothing', () => {
    expect(
      metadataOf({
        SourceFile: 'x.jpg',
        'IPTC:Headline': ' \u0000',
        'XMP-dc:Subject': ['', ' '],
        'IFD0:ImageDescription': '                               ',
        'ExifIFD:DateTimeOriginal': '0000:00:00 00:00:00',
        'XMP-iptcExt:LocationShown': [{ LocationId: ['x'] }],
      }),
    ).toEqual({});
  });

  it('prints places as "City, Country", from structs before the old fields', () => {
    const legacy = { 'XMP-photoshop:City': 'Bergen', 'XMP-photoshop:Country': 'Norway' };
    expect(metadataOf({ ...legacy, 'IPTC:Sub-location': 'East quay' }).locationCreated).toEqual({
      iim: ['East quay'],
      xmp: ['Bergen, Norway'],
    });
    expect(
      metadataOf({
        ...legacy,
        'XMP-iptcExt:LocationCreated': { City: 'Oslo', CountryName: 'Norway', Sublocation: 'Quay' },
        'XMP-iptcExt:LocationShown': [
          { City: 'Oslo', CountryCode: 'NO' },
          { 'CountryName-fr': 'Norvège' },
          { City: 'Singapore', CountryName: 'Singapore' },
        ],
      }),
    ).toEqual({
      locationCreated: { xmp: ['Oslo, Norway'] },
      locationShown: { xmp: ['Oslo, NO', 'Norvège', 'Singapore'] },
    });
  });

  it('reads people, licensors and translations', () => {
    expect(
      metadataOf({
        'XMP-iptcExt:PersonInImage': ['Ana Reis'],
        'XMP-iptcExt:PersonInImageWDetails': [{ PersonName: 'Ana Reis' }, { PersonName: 'Jo Lee' }],
        'XMP-plus:Licensor': [{ LicensorName: 'Quay Pictures' }, { LicensorURL: 'https://q.test' }],
        'XMP-dc:Description-de': 'Eine Fähre',
      }),
    ).toEqual({
      personShown: { xmp: ['Ana Reis', 'Jo Lee'] },
      licensor: { xmp: ['Quay Pictures', 'https://q.test'] },
      description: { xmp: ['Eine Fähre'] },
    });
  });

  it('joins date, time and zone', () => {
    expect(
      metadataOf({
        'IPTC:DateCreated': '2026:02:03',
        'IPTC:TimeCreated': '06:10:00+01:00',
        'ExifIFD:DateTimeOriginal': '2026:02:03 06:10:00',
        'ExifIFD:OffsetTimeOriginal': '+01:00',
      }).dateCreated,
    ).toEqual({ iim: ['2026:02:03 06:10:00+01:00'], exif: ['2026:02:03 06:10:00+01:00'] });
  });

  it('takes a second IIM block only for what the first lacks', () => {
    expect(
      metadataOf({ 'IPTC:Credit': 'AP', 'IPTC2:Credit': 'EPA', 'IPTC2:Source': 'EPA' }),
    ).toEqual({ creditLine: { iim: ['AP'] }, source: { iim: ['EPA'] } });
  });

  it('bounds values and lists', () => {
    const { description, keywords } = metadataOf({
      'XMP-dc:Description': 'a'.repeat(3_000_000),
      'XMP-dc:Subject': Array.from({ length: 40_000 }, (_, at) => `k${at}`),
    });
    expect(description?.xmp?.[0]?.length).toBe(20_001);
    expect(keywords?.xmp?.length).toBe(500);
  });
});
