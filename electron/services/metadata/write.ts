import type { MetadataField } from '#core/article/model';
import type { WrittenFields } from '#core/photos/written-fields';

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

/** The tags that say these fields in a file of this kind (extension without dot), IIM marked as UTF-8. */
export function tagsToWrite(
  fields: WrittenFields,
  extension: string,
): Readonly<Record<string, string | readonly string[]>> {
  const kind = extension.toLowerCase();
  const iim = WITH_IIM.has(kind);
  const tags: Record<string, string | readonly string[]> = {};
  if (iim) tags['IPTC:CodedCharacterSet'] = 'UTF8';
  for (const [field, values] of Object.entries(fields) as [MetadataField, readonly string[]][]) {
    const places = TAGS[field];
    if (!places) continue;
    const text = values.join(', ');
    if (iim && places.iim) tags[places.iim] = LISTS.has(field) ? values : text;
    if (places.xmp) tags[places.xmp] = LISTS.has(field) ? values : text;
    if (iim && places.exif) tags[places.exif] = text;
  }
  return tags;
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
