import type {
  MetadataField,
  MetadataSource,
  MetadataValue,
  PhotoMetadata,
} from '#core/article/model';
import { METADATA_FIELDS } from '#core/article/model';

/** Tags as exiftool prints them with -G1 -struct: `Group:Name` to text, list or struct. */
export type Tags = Readonly<Record<string, unknown>>;

/** Reads one field from one part of the file. */
type Reader = (tags: Tags) => readonly string[];

// Metadata may weigh megabytes and all of it goes into story.json: nobody reads a longer value or list.
const MAX_VALUE = 20_000;
const MAX_VALUES = 500;

// biome-ignore lint/suspicious/noControlCharactersInRegex: IIM pads with NUL, and a screen shows no control characters.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

function clean(text: string): string {
  const whole = text.replaceAll(/\r\n?/gu, '\n').replaceAll(CONTROLS, '').trim();
  return whole.length > MAX_VALUE ? `${whole.slice(0, MAX_VALUE).trimEnd()}…` : whole;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts in a tag's value: one, or each of a list. A struct is no text. */
function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return [];
  }
  const text = clean(String(value));
  return text === '' ? [] : [text];
}

/** A named value of tags or of a struct; where it has no default language, its first translation (`Name-de`). */
function named(holder: Tags, name: string): readonly string[] {
  const plain = texts(holder[name]);
  if (plain.length > 0) return plain;
  const translated = Object.keys(holder).find(
    (key) => key.startsWith(`${name}-`) && texts(holder[key]).length > 0,
  );
  return translated === undefined ? [] : texts(holder[translated]);
}

/** The first of these tags that says something. */
function first(...names: readonly string[]): Reader {
  return (tags) => {
    for (const name of names) {
      const values = named(tags, name);
      if (values.length > 0) return values;
    }
    return [];
  };
}

/** An IIM dataset; a second IIM block (AFCP, a doubled segment) counts only where the first says nothing. */
function iim(name: string): Reader {
  return first(`IPTC:${name}`, `IPTC2:${name}`);
}

/** The structs of a tag, each as one text. */
function structs(name: string, print: (struct: Tags) => string): Reader {
  return (tags) => {
    const value = tags[name];
    const all = Array.isArray(value) ? value : [value];
    return all.filter(isRecord).flatMap((struct) => texts(print(struct)));
  };
}

function either(...readers: readonly Reader[]): Reader {
  return (tags) => readers.map((read) => read(tags)).find((values) => values.length > 0) ?? [];
}

function both(...readers: readonly Reader[]): Reader {
  return (tags) => [...new Set(readers.flatMap((read) => read(tags)))];
}

/** The first struct member that says something, or ''. */
function member(struct: Tags, ...names: readonly string[]): string {
  return first(...names)(struct).join(', ');
}

/** "City, Country" from the narrowest place and the widest that are named. */
function place(narrow: string, wide: string): string {
  return [...new Set([narrow, wide])].filter((part) => part !== '').join(', ');
}

function location(struct: Tags): string {
  return place(
    member(struct, 'City', 'Sublocation', 'LocationName', 'ProvinceState'),
    member(struct, 'CountryName', 'CountryCode', 'WorldRegion'),
  );
}

/** The place fields that IPTC had before its structs. */
function legacyPlace(narrow: Reader, wide: Reader): Reader {
  return (tags) => texts(place(narrow(tags).join(', '), wide(tags).join(', ')));
}

function iimDate(tags: Tags): readonly string[] {
  const group = texts(tags['IPTC:DateCreated']).length > 0 ? 'IPTC' : 'IPTC2';
  const [date] = texts(tags[`${group}:DateCreated`]);
  const [time] = texts(tags[`${group}:TimeCreated`]);
  return date === undefined ? [] : [time === undefined ? date : `${date} ${time}`];
}

function exifDate(tags: Tags): readonly string[] {
  for (const [name, offset] of [
    ['DateTimeOriginal', 'OffsetTimeOriginal'],
    ['CreateDate', 'OffsetTimeDigitized'],
  ] as const) {
    const [date] = texts(tags[`ExifIFD:${name}`] ?? tags[`IFD0:${name}`]);
    // A camera whose clock was never set writes zeros or blanks.
    if (date === undefined || !/[1-9]/u.test(date)) continue;
    const [zone] = texts(tags[`ExifIFD:${offset}`]);
    return [`${date}${zone ?? ''}`];
  }
  return [];
}

/** Where each field stands: IPTC Photo Metadata Standard 2023.2, with EXIF as the Metadata Working Group maps it. */
const READERS: Readonly<Record<MetadataField, Readonly<Partial<Record<MetadataSource, Reader>>>>> =
  {
    headline: { iim: iim('Headline'), xmp: first('XMP-photoshop:Headline') },
    description: {
      iim: iim('Caption-Abstract'),
      xmp: first('XMP-dc:Description'),
      exif: first('IFD0:ImageDescription'),
    },
    altText: { xmp: first('XMP-iptcCore:AltTextAccessibility') },
    extendedDescription: { xmp: first('XMP-iptcCore:ExtDescrAccessibility') },
    creator: {
      iim: iim('By-line'),
      xmp: first('XMP-dc:Creator'),
      exif: first('IFD0:Artist'),
    },
    creatorJobTitle: { iim: iim('By-lineTitle'), xmp: first('XMP-photoshop:AuthorsPosition') },
    creditLine: { iim: iim('Credit'), xmp: first('XMP-photoshop:Credit') },
    source: { iim: iim('Source'), xmp: first('XMP-photoshop:Source') },
    copyrightNotice: {
      iim: iim('CopyrightNotice'),
      xmp: first('XMP-dc:Rights'),
      exif: first('IFD0:Copyright'),
    },
    usageTerms: { xmp: first('XMP-xmpRights:UsageTerms') },
    licensor: {
      xmp: structs('XMP-plus:Licensor', (one) =>
        member(one, 'LicensorName', 'LicensorURL', 'LicensorEmail', 'LicensorID'),
      ),
    },
    instructions: { iim: iim('SpecialInstructions'), xmp: first('XMP-photoshop:Instructions') },
    dateCreated: {
      iim: iimDate,
      xmp: first('XMP-photoshop:DateCreated', 'XMP-exif:DateTimeOriginal'),
      exif: exifDate,
    },
    personShown: {
      xmp: both(
        first('XMP-iptcExt:PersonInImage'),
        structs('XMP-iptcExt:PersonInImageWDetails', (one) => member(one, 'PersonName')),
      ),
    },
    locationShown: { xmp: structs('XMP-iptcExt:LocationShown', location) },
    locationCreated: {
      iim: legacyPlace(
        either(iim('City'), iim('Sub-location'), iim('Province-State')),
        either(iim('Country-PrimaryLocationName'), iim('Country-PrimaryLocationCode')),
      ),
      xmp: either(
        structs('XMP-iptcExt:LocationCreated', location),
        legacyPlace(
          first('XMP-photoshop:City', 'XMP-iptcCore:Location', 'XMP-photoshop:State'),
          first('XMP-photoshop:Country', 'XMP-iptcCore:CountryCode'),
        ),
      ),
    },
    keywords: { iim: iim('Keywords'), xmp: first('XMP-dc:Subject') },
    digitalSourceType: { xmp: first('XMP-iptcExt:DigitalSourceType') },
  };

const SOURCES: readonly MetadataSource[] = ['iim', 'xmp', 'exif'];

/** A photo's metadata from exiftool's tags; fields and parts of the file that say nothing are left out. */
export function metadataOf(tags: Tags): PhotoMetadata {
  const found: { [field in MetadataField]?: MetadataValue } = {};
  for (const field of METADATA_FIELDS) {
    const value: { [source in MetadataSource]?: readonly string[] } = {};
    for (const source of SOURCES) {
      const values = READERS[field][source]?.(tags) ?? [];
      if (values.length > 0) value[source] = values.slice(0, MAX_VALUES);
    }
    if (Object.keys(value).length > 0) found[field] = value;
  }
  return found;
}
