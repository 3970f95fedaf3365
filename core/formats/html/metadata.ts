import { findDate } from '../scrape/dates';
import { readByline } from '../scrape/people';
import type { DomDocument, DomElement } from './dom';
import { all, labelOf, textOf } from './dom';

export interface PageMetadata {
  readonly headline: string;
  /** What the page calls its description; a dek only if it is printed too. */
  readonly description: string;
  readonly authors: readonly string[];
  /** yyyy-mm-dd or null. */
  readonly published: string | null;
  readonly site: string;
  readonly language: string;
}

/** Reads JSON-LD, Open Graph and meta elements. Broken data is passed over. */
export function pageMetadata(page: DomDocument): PageMetadata {
  const article = articleData(page);
  const meta = (name: string) => metaContent(page, name);
  const site = meta('og:site_name');
  return {
    headline: clean(text(article?.['headline']) || meta('og:title') || meta('twitter:title')),
    description: clean(
      text(article?.['description']) || meta('og:description') || meta('description'),
    ),
    authors: authorsOf(article, meta),
    published:
      isoDay(text(article?.['datePublished'])) ??
      isoDay(meta('article:published_time')) ??
      isoDay(meta('date')) ??
      isoDay(meta('dc.date')) ??
      isoDay(meta('parsely-pub-date')) ??
      isoDay(page.querySelector('time[datetime]')?.getAttribute('datetime') ?? ''),
    site,
    language: languageOf(page, text(article?.['inLanguage']) || meta('og:locale')),
  };
}

type Data = Readonly<Record<string, unknown>>;

const ARTICLE = /(Article|BlogPosting|Report|Review|LiveBlogPosting)$/;

function articleData(page: DomDocument): Data | null {
  for (const script of all(page, 'script[type="application/ld+json"]').slice(0, 20)) {
    const source = (script.textContent ?? '').trim().replace(/^<!--|-->$/g, '');
    if (source.length > 2_000_000) continue;
    try {
      const found = findArticle(JSON.parse(source), 0);
      if (found) return found;
    } catch {
      // A page's broken data is no reason to refuse the page.
    }
  }
  return null;
}

function findArticle(data: unknown, depth: number): Data | null {
  if (depth > 4 || typeof data !== 'object' || data === null) return null;
  if (Array.isArray(data)) {
    for (const each of data.slice(0, 50)) {
      const found = findArticle(each, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const object = data as Data;
  const types = [object['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return object;
  return findArticle(object['@graph'] ?? object['mainEntity'] ?? null, depth + 1);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return text(value[0]);
  return '';
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  nbsp: ' ',
  lt: '<',
  gt: '>',
  '#8217': '’',
  '#8216': '‘',
  '#8220': '“',
  '#8221': '”',
  '#8211': '–',
  '#8212': '—',
};

function clean(value: string): string {
  return value
    .replace(
      /&([a-z]{2,5}|#\d{2,5});/gi,
      (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole,
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function metaContent(page: DomDocument, name: string): string {
  for (const attribute of ['property', 'name', 'itemprop']) {
    const found = page.querySelector(`meta[${attribute}="${name}"]`)?.getAttribute('content');
    if (found) return clean(found);
  }
  return '';
}

function authorsOf(article: Data | null, meta: (name: string) => string): readonly string[] {
  const named = [article?.['author'], article?.['creator']]
    .flat(3)
    .map((author) =>
      typeof author === 'string'
        ? author
        : typeof author === 'object' && author !== null
          ? text((author as Data)['name'])
          : '',
    );
  const metas = [
    meta('author'),
    meta('parsely-author'),
    meta('sailthru.author'),
    meta('dc.creator'),
  ];
  const names = (named.some((name) => name) ? named : metas)
    .map((name) => cleanByline(clean(name)))
    .filter((name) => name !== '');
  return [...new Set(names)].slice(0, 8);
}

/** A byline without dates, times and digits; '' when nothing is left that reads like names. */
export function cleanByline(printed: string): string {
  if (/^https?:|@/.test(printed)) return '';
  let byline = printed.replace(/\s+/g, ' ').trim();
  const read = readByline(byline);
  if (read) byline = read.text;
  const date = findDate(byline);
  if (date) byline = byline.slice(0, date.start);
  byline = byline
    .replace(/\d.*$/s, '')
    .replace(
      /\b(published|posted|updated|last updated|on|at|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|publié|le|am|um|veröffentlicht)\b[.,:]?\s*$/giu,
      '',
    )
    .replace(/[\s|,·•:;–—/([-]+$/u, '')
    .replace(/^[\s|,·•:;–—/-]+/u, '');
  const again =
    byline === printed
      ? byline
      : byline.replace(/\b(published|posted|updated|on)\b[.,:]?\s*$/giu, '').trim();
  if (again.length < 3 || again.length > 140 || !/\p{L}{2}/u.test(again)) return '';
  return /^(by|von|par|por)$/i.test(again) ? '' : again;
}

const BYLINE =
  /\b(by-?line|author|writer|dateline-author|p-author|post-author|article-author|signature|auteur|autor)s?\b/;

/** The byline as the page prints it near its headline; '' when none is marked up. */
export function printedByline(page: DomDocument): string {
  const marked = all(
    page,
    '[rel~="author"], [itemprop~="author"], [class*="byline" i], [id*="byline" i], [class*="author" i]',
  ).slice(0, 30);
  for (const element of marked) {
    if (
      element.localName === 'meta' ||
      (!BYLINE.test(labelOf(element).replace(/_/g, '-')) &&
        !element.hasAttribute('rel') &&
        !element.hasAttribute('itemprop'))
    )
      continue;
    const printed = textOf(element);
    if (printed.length < 4 || printed.length > 200) continue;
    const byline = cleanByline(printed);
    if (
      byline !== '' &&
      byline.split(' ').length <= 14 &&
      /\p{Lu}/u.test(byline) &&
      looksLikePeople(byline)
    )
      return byline;
  }
  return '';
}

function looksLikePeople(byline: string): boolean {
  return (
    readByline(byline) !== null ||
    /^\p{Lu}[\p{L}'’.-]+( \p{L}[\p{L}'’.-]*){1,4}((,| and| &| et| und| y) .{3,60})?$/u.test(byline)
  );
}

function isoDay(value: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value.trim());
  if (match) return findDate(match[0])?.iso ?? null;
  return findDate(value.slice(0, 100))?.iso ?? null;
}

function languageOf(page: DomDocument, other: string): string {
  const html: DomElement | null = page.documentElement;
  const tag = (html?.getAttribute('lang') ?? html?.getAttribute('xml:lang') ?? other)
    .replace('_', '-')
    .trim();
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return '';
  return /^en$/i.test(tag) ? 'en-US' : tag;
}
