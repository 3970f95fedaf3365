import { parse } from 'yaml';
import { findDate } from '../scrape/dates';

export interface FrontMatter {
  readonly headline: string;
  readonly dek: string;
  readonly byline: string;
  readonly published: string | null;
  readonly dateline: string;
  readonly language: string;
  /** Fields without a place in a story, as `key: value`, and front matter that cannot be read, verbatim. */
  readonly other: readonly string[];
  /** Lines it takes at the top of the file. */
  readonly lines: number;
}

const NONE: FrontMatter = {
  headline: '',
  dek: '',
  byline: '',
  published: null,
  dateline: '',
  language: '',
  other: [],
  lines: 0,
};

const KEYS: Readonly<Record<string, readonly string[]>> = {
  headline: ['title', 'headline', 'hed'],
  dek: ['dek', 'subtitle', 'standfirst', 'description', 'summary', 'excerpt', 'deck'],
  byline: ['byline', 'author', 'authors', 'by'],
  published: ['date', 'published', 'publishdate', 'pubdate', 'date_published'],
  dateline: ['dateline'],
  language: ['lang', 'language', 'locale'],
};

/** Splits YAML (or, unread, TOML) front matter from a Markdown text. */
export function frontMatter(text: string): { readonly front: FrontMatter; readonly body: string } {
  const match =
    /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { front: NONE, body: text };
  const lines = match[0].split('\n').length - (match[0].endsWith('\n') ? 1 : 0);
  // The body keeps its line numbers, so that the report speaks of lines of the file.
  const body = '\n'.repeat(lines) + text.slice(match[0].length);
  const source = match[2] ?? '';
  const data = match[1] === '---' ? readYaml(source) : null;
  if (!data) return { front: { ...NONE, other: [source], lines }, body };
  return { front: { ...fields(data), lines }, body };
}

function readYaml(source: string): Readonly<Record<string, unknown>> | null {
  try {
    // The core schema: dates stay text. Few aliases, so that a small file cannot grow into a large one.
    const data: unknown = parse(source, { maxAliasCount: 20, logLevel: 'error' });
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
    return data as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function fields(data: Readonly<Record<string, unknown>>): Omit<FrontMatter, 'lines'> {
  const used = new Set<string>();
  const take = (field: string): unknown => {
    for (const key of KEYS[field] ?? []) {
      const found = Object.keys(data).find((name) => name.toLowerCase() === key);
      if (found !== undefined && data[found] !== null && data[found] !== '') {
        used.add(found);
        return data[found];
      }
    }
    return '';
  };
  const published = plain(take('published'));
  const iso = findDate(published.slice(0, 60))?.iso ?? null;
  const headline = plain(take('headline'));
  const dek = plain(take('dek'));
  const byline = names(take('byline'));
  const dateline = plain(take('dateline'));
  const language = plain(take('language'));
  const kept = [headline, dek, byline].join('\n').toLowerCase();
  const other = Object.entries(data)
    .filter(([key]) => !used.has(key) && key.toLowerCase() !== 'slug')
    .map(([key, value]) => [key, plain(value)] as const)
    .filter(([, value]) => value !== '' && !kept.includes(value.toLowerCase()))
    .map(([key, value]) => `${key}: ${value}`);
  if (published !== '' && iso === null) other.push(`date: ${published}`);
  return { headline, dek, byline, published: iso, dateline, language, other };
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value))
    return value
      .map(plain)
      .filter((each) => each !== '')
      .join(', ');
  if (typeof value === 'object') return JSON.stringify(value) ?? '';
  return '';
}

function names(value: unknown): string {
  if (!Array.isArray(value)) {
    if (typeof value === 'object' && value !== null && 'name' in value) return plain(value.name);
    return plain(value);
  }
  const list = value.map(names).filter((name) => name !== '');
  if (list.length < 2) return list[0] ?? '';
  return `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}
