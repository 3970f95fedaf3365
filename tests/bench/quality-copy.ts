import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Story, TextKind } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';
import type { StyleBook } from '#core/checks/style-book';
import { bookOf, NEAREST } from './quality-books';

/** Published copy to hold the checks against, from the folder beside the project; empty where it is absent. */
export const MATERIAL = new URL('../../../shared/material/', import.meta.url).pathname;
export const hasCopy = existsSync(join(MATERIAL, 'prose'));

export interface Sample {
  readonly source: string;
  readonly name: string;
  readonly story: Story;
  readonly words: number;
  /** Which half of the split by source it belongs to. */
  readonly half: 'tuning' | 'held-out';
  /** The shipped style book nearest to the house it was written for. */
  readonly book: StyleBook;
}

type Line = readonly [TextKind, string];

/** Words of a text, as the rates count them. */
export const countOf = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Every sample, in a fixed order. */
export function readCopy(): readonly Sample[] {
  return [...digitalGov(), ...news(), ...readability(), ...brown()];
}

function sample(
  source: string,
  name: string,
  lines: readonly Line[],
  half: Sample['half'],
  book: StyleBook = NEAREST.american,
): Sample {
  const blocks: Block[] = lines
    .filter(([, text]) => text.trim() !== '')
    .map(([kind, text], index) => textBlock(`b${index + 1}`, kind, text));
  const words = lines.reduce((sum, [, text]) => sum + countOf(text), 0);
  return {
    source,
    name,
    story: newStory({ id: name, slug: name, article: { blocks } }),
    words,
    half,
    book,
  };
}

function* filesBelow(folder: string, extension: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, extension);
    else if (entry.name.endsWith(extension)) yield path;
  }
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function textOf(node: Node): string {
  if (node.type === 'image' || node.type === 'html') return '';
  if (node.type === 'break') return '\n';
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

function* markdownLines(node: Node): Generator<Line> {
  for (const child of node.children ?? []) {
    if (child.type === 'heading') yield ['crosshead', clean(textOf(child))];
    else if (child.type === 'paragraph') yield ['paragraph', clean(textOf(child))];
    else if (child.type === 'listItem') {
      const [first, ...rest] = child.children ?? [];
      if (first) yield ['list-item', clean(textOf(first))];
      yield* markdownLines({ type: 'rest', children: rest });
    } else if (child.type !== 'code' && child.type !== 'html') yield* markdownLines(child);
  }
}

/** A YAML scalar without its quotes, entities as characters. */
function unquote(value: string): string {
  const inner = /^(["'])(.*)\1\s*(?:#.*)?$/su.exec(value.trim());
  const text = inner ? (inner[1] === "'" ? inner[2]?.replaceAll("''", "'") : inner[2]) : value;
  return (text ?? '')
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/&#(\d+);/gu, (_all, code) => String.fromCodePoint(Number(code)));
}

function clean(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/gu, ' ').trim();
}

/** Government bloggers: years with an odd number are for tuning. */
function* digitalGov(): Generator<Sample> {
  const root = join(MATERIAL, 'prose/digitalgov');
  if (!existsSync(root)) return;
  for (const path of filesBelow(root, '.md')) {
    const year = /\/(20\d\d)\//u.exec(path)?.[1];
    if (!year) continue;
    const raw = readFileSync(path, 'utf8');
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(raw) ?? [];
    const title = unquote(/^title: ((?:"[^"]*"|'(?:[^']|'')*'|[^\n]*))/mu.exec(front)?.[1] ?? '');
    const markdown = body
      .replace(/\(\s*\{\{[<%][\s\S]*?[>%]\}\}/gu, '(#x')
      .replace(/\{\{[<%][\s\S]*?[>%]\}\}/gu, '')
      .replace(/\[(?:youtube|vimeo|slideshare|gallery)[^\]\n]*\]|\{\.markup[^}\n]*\}/gu, '')
      .replace(/<[^>\n]*>/gu, '');
    const tree = fromMarkdown(markdown) as unknown as Node;
    const lines: Line[] = [['headline', title], ...markdownLines(tree)];
    yield sample('digitalgov', path, lines, Number(year) % 2 === 1 ? 'tuning' : 'held-out');
  }
}

/** Is it copy our English checks are for? */
export function isEnglish(text: string): boolean {
  return (text.match(/\b(?:the|and|of)\b/gu)?.length ?? 0) >= 20;
}

/** News pages with bodies cut out by hand: every second one, by its hash, is for tuning. */
function* news(): Generator<Sample> {
  const path = join(MATERIAL, 'html-articles/zyte-benchmark/ground-truth.json');
  if (!existsSync(path)) return;
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    if (!isEnglish(articleBody)) continue;
    const lines = articleBody.split(/\n+/u).map((line): Line => ['paragraph', line]);
    yield sample(
      'news',
      id,
      lines,
      Number.parseInt(id.slice(0, 2), 16) % 2 === 1 ? 'tuning' : 'held-out',
      bookOf(url),
    );
  }
}

const TAGS: Readonly<Record<string, TextKind>> = {
  P: 'paragraph',
  H1: 'crosshead',
  H2: 'crosshead',
  H3: 'crosshead',
  LI: 'list-item',
  BLOCKQUOTE: 'quotation',
};

/** Magazine and news pages in English: held out whole. */
function* readability(): Generator<Sample> {
  const root = join(MATERIAL, 'html-articles/readability');
  if (!existsSync(root)) return;
  for (const name of readdirSync(root).sort()) {
    const { document } = parseHTML(readFileSync(join(root, name, 'expected.html'), 'utf8'));
    const lines: Line[] = [];
    for (const element of document.querySelectorAll('p,h1,h2,h3,li')) {
      if (element.querySelector('p,li')) continue;
      lines.push([TAGS[element.tagName] ?? 'paragraph', clean(element.textContent ?? '')]);
    }
    const all = lines.map(([, text]) => text).join(' ');
    if (!isEnglish(all)) continue;
    yield sample('magazines', name, lines, 'held-out');
  }
}

/** American papers of 1961: every second file is for tuning. */
function* brown(): Generator<Sample> {
  const root = join(MATERIAL, 'prose/brown-press');
  if (!existsSync(root)) return;
  for (const [index, path] of [...filesBelow(root, '.txt')].entries()) {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .map((line): Line => ['paragraph', line]);
    yield sample('papers 1961', path, lines, index % 2 === 0 ? 'tuning' : 'held-out');
  }
}
