import type { Story, TextBlock } from '../article/model';
import { ok } from '../util/result';
import type { Grouped, ListTree } from './export-lists';
import { groupLists } from './export-lists';
import type { Standing, StandingFigure } from './export-standing';
import { longDate, photoFiles, plainText, standingBlocks } from './export-standing';
import type { ExportFormat } from './types';

/** Plain text: one line for each paragraph, an empty line between blocks, captions and credits named. */
export const exportText: ExportFormat = {
  id: 'text',
  title: 'Plain text',
  extension: 'txt',
  write: (story, options) => {
    const standing = standingBlocks(story, `${options.name}-photos`);
    const page = { path: `${options.name}.txt`, content: textPage(story, standing) };
    return ok([page, ...photoFiles(standing)]);
  },
};

function textPage(story: Story, standing: readonly Standing[]): string {
  const first = standing.findIndex((item) => item.kind === 'figure' || !isHeader(item.block));
  const end = first < 0 ? standing.length : first;
  const dateline = datelineOf(story);
  const blocks = [
    ...groupLists(standing.slice(0, end)).map(printed),
    ...(dateline === '' ? [] : [dateline]),
    ...groupLists(standing.slice(end)).map(printed),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function isHeader(block: TextBlock): boolean {
  return block.kind === 'headline' || block.kind === 'dek' || block.kind === 'byline';
}

function datelineOf(story: Story): string {
  const { dateline, published } = story.dates;
  const date = published === null ? '' : longDate(published, story.language);
  return [dateline, date].filter((part) => part !== '').join(', ');
}

function printed(item: Grouped): string {
  if (item.kind === 'list') return listLines(item.list, '').join('\n');
  if (item.kind === 'figure') return figure(item);
  return plainText(item.block);
}

function listLines(tree: ListTree, indent: string): readonly string[] {
  return tree.items.flatMap((item, index) => [
    `${indent}${tree.ordered ? `${index + 1}.` : '•'} ${plainText(item.block)}`,
    ...item.lists.flatMap((list) => listLines(list, `${indent}  `)),
  ]);
}

function figure({ block, photo, path }: StandingFigure): string {
  const name = photo?.originalName || photo?.file || '';
  const lines = [
    path === null ? `Photo (missing): ${name}`.trimEnd() : `Photo: ${path}`,
    label('Caption', plainText(block.caption)),
    label('Credit', plainText(block.credit)),
    label('Alt text', block.alt ?? ''),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function label(name: string, text: string): string {
  return text === '' ? '' : `${name}: ${text}`;
}
