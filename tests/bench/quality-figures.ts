import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MetadataValue, PhotoMetadata, Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { figureBlock, missingPhoto, newStory } from '#core/article/story';
import { splitCaptionCredit } from '#core/captions/split';
import { importFile } from '#core/formats/index';
import { bookOf } from './quality-books';
import type { Sample } from './quality-copy';
import { countOf, isEnglish, MATERIAL } from './quality-copy';

/** Checks of these sections, and those named, are measured on figures; the rest on text. */
export const FIGURE_SECTIONS = new Set(['Captions', 'Credits', 'Photo metadata against the story']);

/** Captions, photos and pages with their pictures: what the text alone does not have. */
export function readFigures(): readonly Sample[] {
  return [...captions(), ...photos(), ...pages()];
}

const words = (story: Story) =>
  readArticle(story.article).reduce((sum, block) => sum + countOf(block.text), 0);

function figureStory(
  name: string,
  caption: string,
  credit: string,
  metadata: PhotoMetadata | null,
) {
  const photo = { ...missingPhoto('p1', 'scene.jpg'), metadata };
  const blocks = [figureBlock('b1', photo.id, caption, credit, null)];
  return newStory({ id: name, slug: name, article: { blocks }, photos: [photo] });
}

interface Row {
  readonly source: string;
  readonly caption: string;
  readonly credit?: string | null;
}

/**
 * Real captions, each as the one figure of a story. Government bloggers, the Guardian and photo files are for tuning,
 * news pages, magazines and Wikinews are held out.
 */
function captions(): readonly Sample[] {
  const path = join(MATERIAL, 'prose/captions-all.jsonl');
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, 'utf8').trim().split('\n');
  return rows.map((line, index) => {
    const row = JSON.parse(line) as Row;
    const split = splitCaptionCredit(row.caption);
    const own = split.credit === '' && row.credit ? row.credit : '';
    const story = figureStory(`caption ${index}`, row.caption, own, null);
    const source = row.source.split(':')[0] ?? '';
    return {
      source: `captions, ${source}`,
      name: `caption ${index}`,
      story,
      words: words(story),
      half: /^(?:digitalgov|guardian|iptc)$/u.test(source) ? 'tuning' : 'held-out',
      book: bookOf(`${source === 'guardian' ? 'theguardian.com' : ''}${row.source}`),
    };
  });
}

const TAGS: readonly (readonly [keyof PhotoMetadata, 'iim' | 'xmp' | 'exif', string])[] = [
  ['description', 'iim', 'IPTC:Caption-Abstract'],
  ['description', 'xmp', 'XMP-dc:Description'],
  ['creator', 'iim', 'IPTC:By-line'],
  ['creator', 'xmp', 'XMP-dc:Creator'],
  ['creditLine', 'iim', 'IPTC:Credit'],
  ['creditLine', 'xmp', 'XMP-photoshop:Credit'],
  ['source', 'iim', 'IPTC:Source'],
  ['source', 'xmp', 'XMP-photoshop:Source'],
  ['instructions', 'iim', 'IPTC:SpecialInstructions'],
  ['instructions', 'xmp', 'XMP-photoshop:Instructions'],
  ['usageTerms', 'xmp', 'XMP-xmpRights:UsageTerms'],
  ['dateCreated', 'iim', 'IPTC:DateCreated'],
  ['dateCreated', 'xmp', 'XMP-photoshop:DateCreated'],
  ['dateCreated', 'exif', 'ExifIFD:DateTimeOriginal'],
];

/** Photos whose own caption and credit are printed: what the file says cannot go against them. */
function photos(): readonly Sample[] {
  const path = join(MATERIAL, 'photos/expected-exiftool.json');
  if (!existsSync(path)) return [];
  const files = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>[];
  return files.flatMap((file, index): readonly Sample[] => {
    const metadata: { [field: string]: { [part: string]: readonly string[] } } = {};
    for (const [field, part, tag] of TAGS) {
      const value = file[tag];
      if (value === undefined) continue;
      metadata[field] ??= {};
      metadata[field][part] = Array.isArray(value) ? value.map(String) : [String(value)];
    }
    const first = (field: string) => {
      const value = metadata[field] as MetadataValue | undefined;
      return (value?.xmp ?? value?.iim ?? value?.exif)?.[0] ?? '';
    };
    const [creator, agency] = [first('creator'), first('creditLine') || first('source')];
    // Files made to test programs: their fields hold their own names.
    if (/\(ref20\d\d|caption \(iptc|test file/iu.test(first('description'))) return [];
    if (first('description') === '' || creator + agency === '') return [];
    const credit = creator !== '' && agency !== '' ? `${creator}/${agency}` : creator + agency;
    const name = `photo ${index}`;
    const story = figureStory(name, first('description'), credit, metadata as PhotoMetadata);
    const half = index % 2 === 0 ? 'tuning' : 'held-out';
    return [{ source: 'photo files', name, story, words: words(story), half, book: bookOf('') }];
  });
}

/** Saved pages as our importer reads them, figures and all; magazines are held out whole. */
function* pages(): Generator<Sample> {
  const zyte = join(MATERIAL, 'html-articles/zyte-benchmark');
  if (existsSync(zyte)) {
    const truth = JSON.parse(readFileSync(join(zyte, 'ground-truth.json'), 'utf8')) as Record<
      string,
      { url: string }
    >;
    for (const [id, { url }] of Object.entries(truth)) {
      const bytes = gunzipSync(readFileSync(join(zyte, 'html', `${id}.html.gz`)));
      const half = Number.parseInt(id.slice(0, 2), 16) % 2 === 1 ? 'tuning' : 'held-out';
      const made = page('pages, news', id, new Uint8Array(bytes), half, url);
      if (made) yield made;
    }
  }
  const magazines = join(MATERIAL, 'html-articles/readability');
  if (existsSync(magazines)) {
    for (const name of readdirSync(magazines).sort()) {
      const bytes = new Uint8Array(readFileSync(join(magazines, name, 'source.html')));
      const made = page('pages, magazines', name, bytes, 'held-out', name);
      if (made) yield made;
    }
  }
}

function page(
  source: string,
  name: string,
  bytes: Uint8Array,
  half: Sample['half'],
  url: string,
): Sample | null {
  const result = importFile({ name: `${name}.html`, bytes });
  if (!result.ok) return null;
  const { story } = result.value;
  const text = readArticle(story.article)
    .map((block) => block.text)
    .join(' ');
  if (!isEnglish(text) || !story.article.blocks.some((block) => block.kind === 'figure'))
    return null;
  return { source, name, story, words: words(story), half, book: bookOf(url) };
}
