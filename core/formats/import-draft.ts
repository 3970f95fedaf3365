import type { ImportReport, Story } from '../article/model';
import { newStory } from '../article/story';
import type { Imported, ImportedPicture, ImportInput } from './types';

/** Builds the result of a reader: the story carries its report, id and slug depend on the bytes and words only. */
export function imported(
  input: ImportInput,
  story: Partial<Story>,
  report: ImportReport,
  pictures: readonly ImportedPicture[] = [],
): Imported {
  const headline = story.article?.blocks.find((block) => block.kind === 'headline');
  const title =
    headline && 'spans' in headline ? headline.spans.map((span) => span.text).join('') : '';
  const slug = slugOf(title) || slugOf(input.name.replace(/\.[^.]*$/, '')) || 'story';
  const id = `s-${hash(input.bytes)}`;
  return { story: newStory({ ...story, id, slug, importReport: report }), report, pictures };
}

/** "Lavrov & Co. à Genève" gives "lavrov-co-a-geneve": letters and digits, at most 60 characters, whole words. */
export function slugOf(title: string): string {
  const words = title
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? word.slice(0, 60) : `${slug}-${word}`;
    if (longer.length > 60) break;
    slug = longer;
  }
  return slug;
}

/** FNV-1a over the bytes: tells files apart, nothing more. */
function hash(bytes: Uint8Array): string {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  return `${(value >>> 0).toString(16).padStart(8, '0')}${bytes.length.toString(16)}`;
}
