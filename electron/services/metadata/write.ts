import type { MetadataField } from '#core/article/model';
import type { WrittenFields } from '#core/photos/written-fields';
import type { NewTag, NewTags } from './exiftool';

/** Kinds of file that have an IIM part of their own; the others carry XMP alone. */
const WITH_IIM = new Set(['jpg', 'jpeg', 'tif', 'tiff', 'psd']);

/** Where a field is written, so that every program finds it: IPTC Photo Metadata Standard 2023.2, IIM and XMP together. */
const TAGS: Readonly<
  Partial<
    Record<MetadataField, { readonly iim?: string; readonly xmp?: string; readonly exif?: string }>
  >
> = {
  headline: { iim: 'IPTC:Headline', xmp: 'XMP-photoshop:Headline' },
  description: {
    iim: 'IPTC:Caption-Abstract',
    xmp: 'XMP-dc:Description',
    exif: 'IFD0:ImageDescription',
  },
  altText: { xmp: 'XMP-iptcCore:AltTextAccessibility' },
  extendedDescription: { xmp: 'XMP-iptcCore:ExtDescrAccessibility' },
  creator: { iim: 'IPTC:By-line', xmp: 'XMP-dc:Creator', exif: 'IFD0:Artist' },
  creatorJobTitle: { iim: 'IPTC:By-lineTitle', xmp: 'XMP-photoshop:AuthorsPosition' },
  creditLine: { iim: 'IPTC:Credit', xmp: 'XMP-photoshop:Credit' },
  source: { iim: 'IPTC:Source', xmp: 'XMP-photoshop:Source' },
  copyrightNotice: { iim: 'IPTC:CopyrightNotice', xmp: 'XMP-dc:Rights', exif: 'IFD0:Copyright' },
  usageTerms: { xmp: 'XMP-xmpRights:UsageTerms' },
  instructions: { iim: 'IPTC:SpecialInstructions', xmp: 'XMP-photoshop:Instructions' },
  dateCreated: { xmp: 'XMP-photoshop:DateCreated' },
  personShown: { xmp: 'XMP-iptcExt:PersonInImage' },
  keywords: { iim: 'IPTC:Keywords', xmp: 'XMP-dc:Subject' },
  digitalSourceType: { xmp: 'XMP-iptcExt:DigitalSourceType' },
};
const LISTS: ReadonlySet<MetadataField> = new Set(['creator', 'personShown', 'keywords']);

/** "2026-02-03T06:10:00+01:00" or EXIF's form of it, taken apart. */
const DATE =
  /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?/u;

/** The tags that say these fields in a file of this kind (extension without dot), IIM marked as UTF-8. */
export function tagsToWrite(fields: WrittenFields, extension: string): NewTags {
  const kind = extension.toLowerCase();
  const iim = WITH_IIM.has(kind);
  const tags: Record<string, NewTag> = {};
  if (iim) tags['IPTC:CodedCharacterSet'] = 'UTF8';
  for (const [field, values] of Object.entries(fields) as [MetadataField, readonly string[]][]) {
    const places = TAGS[field];
    if (!places) continue;
    const text = values.join(', ');
    if (iim && places.iim) tags[places.iim] = LISTS.has(field) ? values : text;
    if (places.xmp) tags[places.xmp] = LISTS.has(field) ? values : text;
    if (iim && places.exif) tags[places.exif] = text;
  }
  return {
    ...tags,
    ...(iim ? iimDate(fields.dateCreated?.[0] ?? '') : {}),
    ...structs(fields),
    ...(iim ? iimPlace(fields.locationCreated?.[0] ?? '') : {}),
  };
}

/** IIM keeps day and time in two datasets; a date that is not whole has no place there. */
function iimDate(text: string): NewTags {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = DATE.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return {};
  const date = { 'IPTC:DateCreated': `${year}:${month}:${day}` };
  if (hour === undefined || minute === undefined) return date;
  return {
    ...date,
    'IPTC:TimeCreated': `${hour}:${minute}:${second}${zone === 'Z' ? '+00:00' : zone}`,
  };
}

function iimPlace(text: string): NewTags {
  const [city = '', country = ''] = placeParts(text);
  return {
    ...(city === '' ? {} : { 'IPTC:City': city }),
    ...(country === '' ? {} : { 'IPTC:Country-PrimaryLocationName': country }),
  };
}

/** "City, Country"; one name alone stands for the narrower. */
function placeParts(text: string): readonly string[] {
  const at = text.lastIndexOf(', ');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 2)];
}

/** Fields that XMP keeps as structures. */
function structs({ licensor, locationShown, locationCreated }: WrittenFields): NewTags {
  const place = (text: string): Readonly<Record<string, string>> => {
    const [city = '', country = ''] = placeParts(text);
    return country === '' ? { City: city } : { City: city, CountryName: country };
  };
  return {
    ...(licensor ? { 'XMP-plus:Licensor': licensor.map((name) => ({ LicensorName: name })) } : {}),
    ...(locationShown ? { 'XMP-iptcExt:LocationShown': locationShown.map(place) } : {}),
    ...(locationCreated ? { 'XMP-iptcExt:LocationCreated': locationCreated.map(place) } : {}),
  };
}

/** Lets values be as long as they are and EXIF text be UTF-8, and leaves no second file. */
export const WRITE_ARGUMENTS: readonly string[] = [
  '-m',
  '-overwrite_original',
  '-charset',
  'exif=UTF8',
  '-charset',
  'iptc=UTF8',
];

/**
 * Takes from a file what a reader must not learn: where it was taken, which camera and lens, whose they are, pictures
 * inside the picture that may show what was cropped away, and the history of its edits.
 */
export const PRIVATE_ARGUMENTS: readonly string[] = [
  '-GPS:all=',
  '-XMP-exif:GPS*=',
  '-MakerNotes:all=',
  '-IFD1:all=',
  '-ThumbnailImage=',
  '-PreviewImage=',
  '-PhotoshopThumbnail=',
  '-XMP-xmp:Thumbnails=',
  '-SerialNumber=',
  '-InternalSerialNumber=',
  '-LensSerialNumber=',
  '-ExifIFD:SerialNumber=',
  '-ExifIFD:LensSerialNumber=',
  '-ExifIFD:OwnerName=',
  '-ExifIFD:ImageUniqueID=',
  '-XMP-aux:all=',
  '-XMP-exifEX:SerialNumber=',
  '-XMP-exifEX:LensSerialNumber=',
  '-XMP-exifEX:OwnerName=',
  '-XMP-xmpMM:all=',
  '-XMP-crs:all=',
  '-XMP-photoshop:History=',
  '-trailer:all=',
];
