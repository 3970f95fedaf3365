import { linkInSpans } from '../article/edit';
import type { Block, Photo, Story, TextKind } from '../article/model';
import { BODY_KINDS } from '../article/model';
import { readArticle, readingText } from '../article/reading';
import { figureBlock, missingPhoto, newStory, textBlock } from '../article/story';
import type { StyleBook } from './style-book';
import { PLAIN_BOOK } from './style-book';
import type { Example, Place } from './types';

export interface ParsedExample {
  readonly story: Story;
  readonly book: StyleBook;
  /** The places marked by `[[…]]`, in reading order; offsets in the text without the marks. */
  readonly expected: readonly Place[];
}

const KINDS = [...BODY_KINDS, 'caption', 'credit', 'alt'].join('|');
const LINE = new RegExp(`^(?:(${KINDS}): ?)?(.*)$`, 'su');
type FigureKind = 'caption' | 'credit' | 'alt';

interface Draft {
  readonly kind: TextKind | 'figure';
  readonly texts: { [kind in FigureKind | 'text']?: string };
}

/**
 * Reads an example's sketch into a story. A line is `kind: text`; without a kind it is a paragraph. Spaces before a line
 * and empty lines do not count. Caption, credit and alt lines that follow one another form one figure, until one repeats.
 */
export function parseExample(example: Example): ParsedExample {
  const drafts: Draft[] = [];
  for (const line of example.text.split('\n')) {
    const trimmed = line.replace(/^[ \t]+/u, '');
    if (trimmed === '') continue;
    const [, kind = 'paragraph', text = ''] = LINE.exec(trimmed) ?? [];
    if (kind !== 'caption' && kind !== 'credit' && kind !== 'alt') {
      drafts.push({ kind: kind as TextKind, texts: { text } });
      continue;
    }
    const last = drafts.at(-1);
    if (last?.kind === 'figure' && last.texts[kind] === undefined) last.texts[kind] = text;
    else drafts.push({ kind: 'figure', texts: { [kind]: text } });
  }
  const expected: Place[] = [];
  const photos: Photo[] = [];
  const blocks = drafts.map((draft, index) => build(draft, index + 1, expected, photos, example));
  const story = newStory({
    id: 'example',
    slug: 'example',
    article: { blocks },
    photos,
    imported:
      example.imported === undefined
        ? undefined
        : {
            at: '2026-01-01T00:00:00.000Z',
            blocks: readArticle(parseExample({ text: example.imported }).story.article),
          },
    dates: { dateline: '', published: null, ...example.dates },
    decisions: (example.decisions ?? []).map(([decided, ...words]) => ({
      kind: decided,
      words,
      by: 'Jo Lee',
      at: '2026-01-05T10:00:00Z',
    })),
  });
  return { story, book: { ...PLAIN_BOOK, ...example.book }, expected };
}

function build(
  draft: Draft,
  number: number,
  expected: Place[],
  photos: Photo[],
  example: Example,
): Block {
  const id = `b${number}`;
  const { texts } = draft;
  if (draft.kind !== 'figure') {
    const { text, links } = unlink(texts.text ?? '');
    const block = textBlock(id, draft.kind, unmark(id, text, expected));
    let { spans } = block;
    for (const { words, address } of links) {
      const start = readingText(spans).indexOf(words);
      spans = linkInSpans(spans, start, start + words.length, address);
    }
    return { ...block, spans };
  }
  const photo = { ...missingPhoto(`p${photos.length + 1}`, 'photo.jpg'), ...example.photo };
  photos.push(photo);
  const caption = unmark(`${id}.caption`, texts.caption ?? '', expected);
  const credit = unmark(`${id}.credit`, texts.credit ?? '', expected);
  const alt = texts.alt === undefined ? null : unmark(`${id}.alt`, texts.alt, expected);
  return figureBlock(id, photo.id, caption, credit, alt);
}

/** Takes links, `<words|address>`, out of a text: the words stay. */
function unlink(text: string) {
  const links: { readonly words: string; readonly address: string }[] = [];
  const rest = text.replace(/<([^<>|]+)\|([^<>|]+)>/gu, (_all, words: string, address: string) => {
    links.push({ words: words.replace(/\[\[|\]\]/gu, ''), address });
    return words;
  });
  return { text: rest, links };
}

/** Takes the marks out of a text and notes what they enclosed. */
function unmark(block: string, marked: string, expected: Place[]): string {
  let text = '';
  let start: number | null = null;
  for (const part of marked.split(/(\[\[|\]\](?!\]))/u)) {
    if (part === '[[') start = text.length;
    else if (part === ']]' && start !== null) {
      expected.push({ block, start, end: text.length });
      start = null;
    } else text += part;
  }
  return text;
}
