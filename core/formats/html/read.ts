import type {
  Block,
  ImportReport,
  Loss,
  Photo,
  RelatedItem,
  Repair,
  Story,
  StoryPatch,
  TextKind,
} from '../../article/model';
import { counter, figureBlock, missingPhoto, textBlock } from '../../article/story';
import { guessLanguage } from '../import-language';
import { baseName, dataPicture, pictureReference } from '../import-pictures';
import { sliceSpans } from '../import-spans';
import { fold } from '../scrape/lines';
import { datelinePlace, readBio } from '../scrape/people';
import { isProse } from '../scrape/units';
import type { ImportedPicture } from '../types';
import type { PageBlock } from './blocks';
import { ORDER, pageBlocks } from './blocks';
import type { Extracted } from './extract';
import { extract } from './extract';
import type { PageFigure } from './figures';
import { pageHead } from './head';
import { pageMetadata } from './metadata';
import type { Sorted } from './sort';
import { sortBlocks } from './sort';

export interface PageReading {
  readonly story: Partial<Story>;
  readonly report: ImportReport;
  readonly pictures: readonly ImportedPicture[];
}

/**
 * Reads a saved web page: the article's text, marks, safe links and pictures by reference. No script runs and nothing is
 * requested. What was left out is in the report: other text near the story as loose text, the page's rest collapsed.
 */
export function readPage(html: string, source: string): PageReading {
  const meta = pageMetadataOf(html);
  const found = meta.found;
  const head = pageHead(found, meta.meta);
  const sorted = sortBlocks(found.blocks, head, counter('r'));
  const built = assemble(found, sorted, head, counter('b'));
  const questions = sorted.bios
    .map((bio) => readBio(bio.text, true)?.name ?? null)
    .filter((name) => name !== null && !fold(head.byline).includes(fold(name)))
    .map((name) => `Is “${name}” the byline?`);
  const rest = leftOut(found, sorted, head);
  const language =
    meta.meta.language || guessLanguage(sorted.body.map((block) => block.text).join(' '));
  const lede = sorted.body.find((block) => block.kind === 'paragraph');
  return {
    story: {
      language,
      dates: { dateline: lede ? datelinePlace(lede.text) : '', published: meta.meta.published },
      article: { blocks: built.blocks },
      photos: built.photos,
      related: sorted.related,
    },
    report: {
      format: 'html',
      source,
      lineCount: html.split('\n').length,
      repairs: repairs(sorted, rest.furniture, built.blocks),
      loose: rest.loose.map((block) => ({ lines: [], text: block.text })),
      losses: [...built.losses, ...tableLosses(sorted.body)],
      questions: [...new Set(questions)],
    },
    pictures: built.pictures,
  };
}

function pageMetadataOf(html: string) {
  const found = extract(html);
  return { found, meta: pageMetadata(found.page) };
}

interface Assembled {
  readonly blocks: readonly Block[];
  readonly photos: readonly Photo[];
  readonly pictures: readonly ImportedPicture[];
  readonly losses: readonly Loss[];
}

function assemble(
  found: Extracted,
  sorted: Sorted,
  head: { readonly headline: string; readonly dek: string; readonly byline: string },
  newId: () => string,
): Assembled {
  const blocks: Block[] = [];
  const photos: Photo[] = [];
  const pictures: ImportedPicture[] = [];
  const losses: Loss[] = [];
  const photoId = counter('p');
  const addText = (kind: TextKind, text: string) => {
    if (text !== '') blocks.push(textBlock(newId(), kind, text));
  };
  const addFigure = (figure: PageFigure) => {
    const id = photoId();
    const data = dataPicture(figure.src);
    const inline = /^data:/i.test(figure.src);
    if (inline && !data)
      losses.push({
        lines: [],
        message: 'A picture inside the page is of a kind that is not read (SVG or damaged).',
      });
    const address = data
      ? `picture-${photos.length + 1}.${data.extension}`
      : pictureReference(figure.src);
    photos.push(missingPhoto(id, baseName(address)));
    if (address !== '')
      pictures.push({ photo: id, bytes: data?.bytes ?? null, reference: address });
    blocks.push(figureBlock(newId(), id, figure.caption, figure.credit, figure.alt));
  };
  addText('headline', head.headline);
  addText('dek', head.dek);
  addText('byline', head.byline);
  const waiting = [...uniqueFigures(found.figures)];
  for (const block of sorted.body) {
    while (waiting[0] && block.order > 0 && waiting[0].order < block.order)
      addFigure(waiting.shift() as PageFigure);
    blocks.push(...toBlocks(block, newId));
  }
  for (const figure of waiting) addFigure(figure);
  for (const bio of sorted.bios) blocks.push(textBlock(newId(), 'bio', bio.spans));
  return { blocks, photos, pictures, losses };
}

/** A page often carries the lead picture twice, for two screen sizes. */
function uniqueFigures(figures: readonly PageFigure[]): readonly PageFigure[] {
  const seen = new Set<string>();
  return figures.filter((figure) => {
    const text = fold(figure.caption.map((each) => each.text).join(''));
    const key = text === '' ? figure.src : text;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function toBlocks(block: PageBlock, newId: () => string): readonly Block[] {
  const made = textBlock(newId(), block.kind, block.spans);
  if (block.kind === 'list-item') return [{ ...made, ordered: block.ordered, depth: block.depth }];
  return [made];
}

function tableLosses(body: readonly PageBlock[]): readonly Loss[] {
  const rows = body.filter((block) => block.table).length;
  if (rows === 0) return [];
  return [
    {
      lines: [],
      message: `A table came over as text, ${rows} ${rows === 1 ? 'row' : 'rows'}, one paragraph each.`,
    },
  ];
}

/** Everything else the page says: prose among the story's paragraphs is shown, the rest is collapsed. */
function leftOut(
  found: Extracted,
  sorted: Sorted,
  head: { readonly headline: string; readonly dek: string },
) {
  const kept = new Set(
    [...sorted.body, ...sorted.bios, ...sorted.moved].map((block) => fold(block.text)),
  );
  kept.add(fold(head.headline));
  kept.add(fold(head.dek));
  const orders = sorted.body.map((block) => block.order).filter((order) => order > 0);
  const first = orders.reduce((least, order) => Math.min(least, order), Number.POSITIVE_INFINITY);
  const last = orders.reduce((most, order) => Math.max(most, order), 0);
  const owned = new Set(
    found.figures.flatMap((figure) => figure.owned.map((each) => each.getAttribute(ORDER) ?? '')),
  );
  const everything = found.page.body
    ? pageBlocks(found.page.body, (element) => owned.has(element.getAttribute(ORDER) ?? '-'))
    : [];
  const loose: PageBlock[] = [];
  const furniture: PageBlock[] = [];
  for (const block of everything) {
    const key = fold(block.text);
    if (kept.has(key)) continue;
    kept.add(key);
    const near = block.order >= first && block.order <= last;
    if (near && isProse(block.text) && block.linked < block.text.length * 0.4) loose.push(block);
    else furniture.push(block);
  }
  return { loose, furniture };
}

function repairs(
  sorted: Sorted,
  furniture: readonly PageBlock[],
  blocks: readonly Block[],
): readonly Repair[] {
  const newId = counter('u');
  const repairId = counter('i');
  const list: Repair[] = [];
  const last = blocks.at(-1)?.id ?? null;
  if (sorted.moved.length > 0) {
    list.push({
      id: repairId(),
      check: 'related-in-body',
      lines: [],
      message: `Moved ${sorted.related.length} ${sorted.related.length === 1 ? 'link' : 'links'} to other stories beside the story.`,
      text: sorted.moved.map((block) => block.text).join('\n'),
      undo: [...sorted.related.map(removal), ...insertions(sorted.moved, last, newId)],
      undone: false,
    });
  }
  const text = furniture.map((block) => block.text).join('\n');
  if (text !== '') {
    list.push({
      id: repairId(),
      check: 'page-boilerplate',
      lines: [],
      message: `Left out ${furniture.length} lines of the web page around the story (menus, links, notices).`,
      text,
      undo: [{ op: 'insert-block', after: last, block: textBlock(newId(), 'paragraph', text) }],
      undone: false,
    });
  }
  return list;
}

function removal(item: RelatedItem): StoryPatch {
  return { op: 'remove-related', item: item.id };
}

function insertions(
  blocks: readonly PageBlock[],
  last: string | null,
  newId: () => string,
): readonly StoryPatch[] {
  let after = last;
  return blocks.map((block) => {
    const id = newId();
    const made = textBlock(id, 'paragraph', sliceSpans(block.spans, 0, block.text.length));
    const patch: StoryPatch = { op: 'insert-block', after, block: made };
    after = id;
    return patch;
  });
}
